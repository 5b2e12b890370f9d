//! The files of a bench, lowered, in memory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{DirEntry, Evaluator, FileError, FileId, FileKind, Files, Source, ThunkId, Value};
use syntax::Parse;

/// Files below `/`.
pub(super) struct World(BTreeMap<PathBuf, Arc<Source>>);

impl World {
    /// The trees of texts, by name.
    pub(super) fn parse(files: &[(String, String)]) -> Vec<(PathBuf, Parse)> {
        let parse = |text: &String| syntax::parse(text);
        files.iter().map(|(name, text)| (Path::new("/").join(name), parse(text))).collect()
    }

    pub(super) fn lower(files: &[(PathBuf, Parse)]) -> World {
        let sources = files.iter().zip(0..).map(|((path, parse), id)| {
            let source = Source::nix(FileId(id), Arc::from(path.as_path()), parse);
            (path.clone(), Arc::new(source))
        });
        World(sources.collect())
    }

    /// Puts another tree for a file.
    pub(super) fn edit(&mut self, name: &str, parse: &Parse) {
        if let Some(source) = self.0.get_mut(&Path::new("/").join(name)) {
            *source = Arc::new(source.edited(parse));
        }
    }
}

impl Files for World {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        self.0.get(path).cloned().ok_or(FileError::NotFound)
    }

    fn text(&self, _: &Path) -> Result<Arc<str>, FileError> {
        Err(FileError::NotFound)
    }

    fn read_dir(&self, _: &Path) -> Result<Vec<DirEntry>, FileError> {
        Err(FileError::NotFound)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.0.contains_key(path).then_some(FileKind::File)
    }
}

/// Evaluates the clan as far as to the names of its machines and instances.
pub(super) fn outline(world: &World) {
    let mut ev = Evaluator::new(world);
    let entry = ev.import(Path::new("/clan.nix"), None);
    to_depth(&mut ev, entry, LEVELS);
}

/// `inventory`, `machines` and the names there.
const LEVELS: usize = 2;

fn to_depth(ev: &mut Evaluator<'_>, thunk: ThunkId, levels: usize) {
    match ev.force(thunk) {
        Value::Attrs(attrs) if levels > 0 => {
            attrs.entries.iter().for_each(|attr| to_depth(ev, attr.value, levels - 1));
        }
        Value::List(list) => list.items.iter().for_each(|&item| to_depth(ev, item, levels)),
        Value::Path(path) => {
            let file = ev.import(&path, None);
            to_depth(ev, file, LEVELS);
        }
        _ => {}
    }
}
