//! Files in memory, and values as text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{DirEntry, Evaluator, FileError, FileId, FileKind, Files, Source, ThunkId, Value};

/// Files below `/`, by path.
pub(crate) struct Memory(BTreeMap<PathBuf, String>);

impl Memory {
    pub(crate) fn new(files: &[(&str, &str)]) -> Memory {
        Memory(files.iter().map(|&(path, text)| (PathBuf::from(path), text.to_owned())).collect())
    }
}

impl Files for Memory {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        let (index, (_, text)) = self
            .0
            .iter()
            .enumerate()
            .find(|(_, (known, _))| *known == path)
            .ok_or(FileError::NotFound)?;
        let id = FileId(u32::try_from(index).unwrap_or(u32::MAX));
        let json = path.extension().is_some_and(|extension| extension == "json");
        let path = Arc::from(path);
        Ok(Arc::new(if json {
            Source::json(id, path, text)
        } else {
            Source::nix(id, path, &syntax::parse(text))
        }))
    }

    fn text(&self, path: &Path) -> Result<Arc<str>, FileError> {
        self.0.get(path).map(|text| Arc::from(text.as_str())).ok_or(FileError::NotFound)
    }

    fn read_dir(&self, folder: &Path) -> Result<Vec<DirEntry>, FileError> {
        let mut entries: Vec<DirEntry> = Vec::new();
        for path in self.0.keys().filter_map(|path| path.strip_prefix(folder).ok()) {
            let Some(name) = path.iter().next() else { continue };
            let name = name.to_string_lossy().into_owned();
            let kind = match path.iter().count() {
                1 => FileKind::File,
                _ => FileKind::Directory,
            };
            if entries.last().is_none_or(|last| last.name != name) {
                entries.push(DirEntry { name, kind });
            }
        }
        if entries.is_empty() { Err(FileError::NotFound) } else { Ok(entries) }
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        if self.0.contains_key(path) {
            return Some(FileKind::File);
        }
        self.0.keys().any(|file| file.starts_with(path)).then_some(FileKind::Directory)
    }
}

/// The value of `/main.nix`, whole, as Nix would print it; `?` marks what is not known: `?(why)` a
/// value, `…?` that there may be more.
pub(crate) fn value_of(files: &[(&str, &str)]) -> String {
    let memory = Memory::new(files);
    let mut ev = Evaluator::new(&memory);
    let main = ev.import(Path::new("/main.nix"), None);
    show(&mut ev, main)
}

/// A value, whole, as text.
pub(crate) fn show(ev: &mut Evaluator<'_>, thunk: ThunkId) -> String {
    match ev.force(thunk) {
        Value::Unknown(unknown) => format!("?({})", unknown.why),
        Value::Null => "null".to_owned(),
        Value::Bool(bool) => bool.to_string(),
        Value::Int(int) => int.to_string(),
        Value::Float(float) => float.to_string(),
        Value::String(text) => format!("{text:?}"),
        Value::Path(path) => path.display().to_string(),
        Value::List(list) => {
            let mut items: Vec<String> = list.items.iter().map(|&item| show(ev, item)).collect();
            items.extend(list.open.as_ref().map(|_| "…?".to_owned()));
            format!("[ {} ]", items.join(" "))
        }
        Value::Attrs(attrs) => {
            let mut items: Vec<String> = attrs
                .entries
                .iter()
                .map(|attr| format!("{} = {};", attr.name, show(ev, attr.value)))
                .collect();
            items.extend(attrs.open.as_ref().map(|_| "…?".to_owned()));
            format!("{{ {} }}", items.join(" "))
        }
        Value::Lambda(_) | Value::Native(_) => "<function>".to_owned(),
    }
}
