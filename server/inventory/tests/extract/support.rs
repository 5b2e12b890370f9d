//! Modules in memory, and services as text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{DirEntry, FileError, FileId, FileKind, FileRange, Files, Source};
use expect_test::Expect;
use inventory::Service;
use inventory::catalogue::{OptionDef, RoleDef, SettingsGap};
use inventory::extract::service_of_module;

/// Files below `/`, by path.
pub(crate) struct Memory(BTreeMap<PathBuf, String>);

impl Memory {
    pub(crate) fn new(files: &[(&str, &str)]) -> Memory {
        Memory(files.iter().map(|&(path, text)| (PathBuf::from(path), text.to_owned())).collect())
    }

    fn text_at(&self, at: FileRange) -> &str {
        let text = self.0.values().nth(at.file.0 as usize);
        text.and_then(|text| text.get(std::ops::Range::<usize>::from(at.range))).unwrap_or("?")
    }
}

impl Files for Memory {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        let number = self.0.keys().position(|known| known == path).ok_or(FileError::NotFound)?;
        let id = FileId(u32::try_from(number).unwrap_or(u32::MAX));
        let text = self.0.get(path).ok_or(FileError::NotFound)?;
        Ok(Arc::new(Source::nix(id, Arc::from(path), &syntax::parse(text))))
    }

    fn text(&self, path: &Path) -> Result<Arc<str>, FileError> {
        self.0.get(path).map(|text| Arc::from(text.as_str())).ok_or(FileError::NotFound)
    }

    fn read_dir(&self, _: &Path) -> Result<Vec<DirEntry>, FileError> {
        Err(FileError::NotFound)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.0.contains_key(path).then_some(FileKind::File)
    }
}

/// Files in memory that stay the same source until they are put again.
#[derive(Default)]
pub(crate) struct Shared {
    pub(crate) sources: BTreeMap<PathBuf, Arc<Source>>,
    pub(crate) cancelled: bool,
}

impl Shared {
    pub(crate) fn put(&mut self, path: &str, text: &str) {
        let id = FileId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        let path = Path::new(path);
        let source = Source::nix(id, Arc::from(path), &syntax::parse(text));
        self.sources.insert(path.to_owned(), Arc::new(source));
    }
}

impl Files for Shared {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        self.sources.get(path).cloned().ok_or(FileError::NotFound)
    }

    fn text(&self, _: &Path) -> Result<Arc<str>, FileError> {
        Err(FileError::NotFound)
    }

    fn read_dir(&self, _: &Path) -> Result<Vec<DirEntry>, FileError> {
        Err(FileError::NotFound)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.sources.contains_key(path).then_some(FileKind::File)
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled
    }
}

/// The service of `/module.nix`.
pub(crate) fn service(files: &[(&str, &str)]) -> Arc<Service> {
    service_of_module(&Memory::new(files), Path::new("/"), Path::new("/module.nix"))
}

/// The role `r` whose interface is this expression.
pub(crate) fn role(interface: &str) -> RoleDef {
    let module = format!("{{ lib, clanLib, ... }}: {{ roles.r.interface = {interface}; }}");
    let service = service(&[("/module.nix", &module)]);
    service.roles.get("r").cloned().unwrap_or_default()
}

/// The service of `/module.nix` is drawn as expected.
#[track_caller]
pub(crate) fn check_service(files: &[(&str, &str)], expected: &Expect) {
    let memory = Memory::new(files);
    let service = service(files);
    let mut out = format!("{}: {}\n", service.manifest_name, service.description);
    for gap in &service.gaps {
        draw_gap(&memory, gap, &mut out);
    }
    for (name, role) in &service.roles {
        let _ = writeln!(out, "role {name}: {}", role.description);
        draw_role(&memory, role, &mut out);
    }
    expected.assert_eq(&out);
}

/// The settings of a role with this interface, which sees `lib` and `clanLib`, are drawn as expected:
/// one a line, `?` for what can't be told, `…` where there may be more, and why.
#[track_caller]
pub(crate) fn check(interface: &str, expected: &Expect) {
    let mut out = String::new();
    draw_role(&Memory::new(&[]), &role(interface), &mut out);
    let lines: Vec<&str> =
        out.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
    expected.assert_eq(&(lines.join("\n") + "\n"));
}

fn draw_role(memory: &Memory, role: &RoleDef, out: &mut String) {
    if role.freeform {
        out.push_str("  any other\n");
    }
    role.options.iter().for_each(|option| draw_option(option, out));
    for path in &role.freeform_below {
        let _ = writeln!(out, "  {}: any other", path.join("."));
    }
    role.gaps.iter().for_each(|gap| draw_gap(memory, gap, out));
}

fn draw_option(option: &OptionDef, out: &mut String) {
    let ty = if option.ty.is_empty() { "?" } else { &option.ty };
    let _ = write!(out, "  {}: {ty}", option.path.join("."));
    if let Some(default) = &option.default {
        let _ = write!(out, " = {default}");
    }
    let marks = [
        (option.required, "required"),
        (option.defaultless, "defaultless"),
        (option.conditional, "conditional"),
        (option.hidden, "hidden"),
    ];
    for (_, mark) in marks.iter().filter(|(is, _)| *is) {
        let _ = write!(out, ", {mark}");
    }
    out.push('\n');
}

fn draw_gap(memory: &Memory, gap: &SettingsGap, out: &mut String) {
    let path: String = gap.path.iter().map(|name| format!("{name}.")).collect();
    let _ = write!(out, "  {path}…: {}", gap.why);
    match gap.at.map(|at| memory.text_at(at)) {
        Some("?") | None => out.push('\n'),
        Some(text) => _ = writeln!(out, " [{text}]"),
    }
}
