//! A disk on which files or folders lie elsewhere than on the one below it: what it will be like once
//! they are moved.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{DirEntry, FileError, FileKind};

use crate::Disk;

/// A file or a folder that goes elsewhere. Both paths are absolute and normal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Where it is.
    pub from: PathBuf,
    /// Where it goes.
    pub to: PathBuf,
}

impl Move {
    /// Where a path is afterwards.
    pub(crate) fn after(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.from).map_or_else(|_| path.to_owned(), |rest| join(&self.to, rest))
    }

    /// Where what lies at a path afterwards is now; `None` if it is then gone from there.
    fn before(&self, path: &Path) -> Option<PathBuf> {
        if let Ok(rest) = path.strip_prefix(&self.to) {
            return Some(join(&self.from, rest));
        }
        (!path.starts_with(&self.from)).then(|| path.to_owned())
    }
}

/// Joining nothing would leave a slash at the end.
fn join(folder: &Path, rest: &Path) -> PathBuf {
    if rest.as_os_str().is_empty() { folder.to_owned() } else { folder.join(rest) }
}

/// A disk after a move.
pub(crate) struct MovedDisk {
    pub(crate) disk: Arc<dyn Disk>,
    pub(crate) moved: Move,
}

impl Disk for MovedDisk {
    fn read(&self, path: &Path) -> Result<String, FileError> {
        self.disk.read(&self.moved.before(path).ok_or(FileError::NotFound)?)
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        let mut entries =
            self.disk.read_dir(&self.moved.before(path).ok_or(FileError::NotFound)?)?;
        if self.moved.from.parent() == Some(path) {
            entries.retain(|entry| self.moved.from.file_name().is_none_or(|it| *it != *entry.name));
        }
        if self.moved.to.parent() == Some(path)
            && let (Some(name), Some(kind)) =
                (self.moved.to.file_name(), self.disk.kind(&self.moved.from))
        {
            entries.push(DirEntry { name: name.to_string_lossy().into_owned(), kind });
            entries.sort_by(|a, b| a.name.cmp(&b.name));
        }
        Ok(entries)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.disk.kind(&self.moved.before(path)?)
    }

    fn nix_files(&self, folder: &Path) -> Vec<PathBuf> {
        let files = self.disk.nix_files(folder).into_iter();
        files.map(|path| self.moved.after(&path)).collect()
    }

    fn input(&self, flake: &Path, name: &str) -> Option<PathBuf> {
        self.disk.input(flake, name)
    }

    fn nix_files_that(&self, folder: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Vec<PathBuf> {
        let files = self.disk.nix_files_that(folder, is_wanted).into_iter();
        files.map(|path| self.moved.after(&path)).collect()
    }
}
