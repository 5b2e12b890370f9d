//! The library in reach of an expression, and values as text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{
    DirEntry, Evaluator, FileError, FileId, FileKind, Files, Origin, Source, ThunkId, Value,
};

/// Files below `/`, by path.
struct Memory(BTreeMap<PathBuf, String>);

impl Files for Memory {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        let mut files = self.0.iter().zip(0..);
        let ((_, text), number) =
            files.find(|((known, _), _)| *known == path).ok_or(FileError::NotFound)?;
        let (id, json) = (FileId(number), path.extension().is_some_and(|end| end == "json"));
        Ok(Arc::new(match json {
            true => Source::json(id, Arc::from(path), text),
            false => Source::nix(id, Arc::from(path), &syntax::parse(text)),
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
        Ok(entries)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        if self.0.contains_key(path) {
            return Some(FileKind::File);
        }
        self.0.keys().any(|file| file.starts_with(path)).then_some(FileKind::Directory)
    }
}

/// Asks something of the value of an expression in which `lib` is the library. Beside the
/// expression, `/main.nix`, there may be other files.
fn with_value<T>(
    expression: &str,
    others: &[(&str, &str)],
    ask: impl FnOnce(&mut Evaluator<'_>, ThunkId) -> T,
) -> T {
    let main = ("/main.nix", format!("lib: {expression}"));
    let others = others.iter().map(|&(path, text)| (path, text.to_owned()));
    let files = others.chain([main]).map(|(path, text)| (PathBuf::from(path), text));
    let memory = Memory(files.collect());
    let mut ev = Evaluator::new(&memory);
    let function = ev.import(Path::new("/main.nix"), None);
    let library = ev.library();
    let value = match ev.origin(function) {
        Some(at) => ev.call(function, &[library], at),
        None => Value::unknown("the file can't be read", None),
    };
    let value = ev.ready(value, None);
    ask(&mut ev, value)
}

/// The value of an expression is, as Nix would print it, the one that is expected. `?` marks what
/// is not known: `?(why)` a value, `…?` that there may be more.
#[track_caller]
pub(crate) fn check(expression: &str, expected: &str) {
    check_among(expression, &[], expected);
}

/// The same beside other files.
#[track_caller]
pub(crate) fn check_among(expression: &str, others: &[(&str, &str)], expected: &str) {
    let value = with_value(expression, others, show);
    assert_eq!(value, expected, "for {expression}");
}

/// The value is not known.
#[track_caller]
pub(crate) fn check_unknown(expression: &str) {
    let value = with_value(expression, &[], show);
    assert!(value.starts_with("?("), "for {expression}: {value}");
}

/// What the text says at the places where an attribute's name is spelled, in order.
pub(crate) fn spelled(expression: &str, attribute: &str) -> Vec<String> {
    with_value(expression, &[], |ev, value| {
        let Value::Attrs(set) = ev.force(value) else { return Vec::new() };
        let sites = set.get(attribute).map(|attr| attr.sites.clone()).unwrap_or_default();
        sites.into_iter().map(|site| text_at(ev, expression, site.name)).collect()
    })
}

fn text_at(ev: &Evaluator<'_>, expression: &str, place: Origin) -> String {
    let range = ev.range(place).range;
    let text = format!("lib: {expression}");
    text.get(std::ops::Range::<usize>::from(range)).unwrap_or_default().to_owned()
}

fn show(ev: &mut Evaluator<'_>, thunk: ThunkId) -> String {
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
