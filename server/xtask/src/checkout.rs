//! The files of a checkout on the disk, as evaluation asks for them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use eval::{DirEntry, FileError, FileId, FileKind, Files, Source};

/// Files where they are. Each is read and lowered once.
#[derive(Default)]
pub(crate) struct Checkout {
    sources: Mutex<BTreeMap<PathBuf, Arc<Source>>>,
}

impl Files for Checkout {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(source) = sources.get(path) {
            return Ok(source.clone());
        }
        let text = self.text(path)?;
        let id = FileId(u32::try_from(sources.len()).unwrap_or(u32::MAX));
        let shared = Arc::from(path);
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        let source = Arc::new(match is_json {
            true => Source::json(id, shared, &text),
            false => Source::nix(id, shared, &syntax::parse(&text)),
        });
        sources.insert(path.to_owned(), source.clone());
        Ok(source)
    }

    fn text(&self, path: &Path) -> Result<Arc<str>, FileError> {
        fs::read_to_string(path).map(Arc::from).map_err(|error| said(&error))
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| said(&error))? {
            let entry = entry.map_err(|error| said(&error))?;
            let kind = entry.file_type().map_err(|error| said(&error))?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            entries.extend(kind_of(kind).map(|kind| DirEntry { name, kind }));
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        kind_of(fs::metadata(path).ok()?.file_type())
    }
}

fn kind_of(kind: fs::FileType) -> Option<FileKind> {
    let known = [
        (kind.is_symlink(), FileKind::Symlink),
        (kind.is_dir(), FileKind::Directory),
        (kind.is_file(), FileKind::File),
    ];
    known.into_iter().find_map(|(is_it, kind)| is_it.then_some(kind))
}

fn said(error: &io::Error) -> FileError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileError::NotFound,
        _ => FileError::Other(error.to_string()),
    }
}
