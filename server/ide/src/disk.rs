//! What the analysis asks of the outside world.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use eval::{DirEntry, FileError, FileKind};

/// Files as they are stored. The binary answers from the file system, tests from memory.
/// Paths are absolute and normal (no `.` or `..`).
pub trait Disk: Send + Sync {
    /// The text of a file, links followed.
    ///
    /// # Errors
    /// Why it can't be had as text.
    fn read(&self, path: &Path) -> Result<String, FileError>;

    /// The entries of a folder, by name, links not followed.
    ///
    /// # Errors
    /// Why they can't be had.
    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError>;

    /// What a path leads to, links followed; `None` when there is nothing.
    fn kind(&self, path: &Path) -> Option<FileKind>;

    /// The Nix files in a folder and below it, but for those that are hidden or that the
    /// repository ignores.
    fn nix_files(&self, folder: &Path) -> Vec<PathBuf>;

    /// Where the user says that the source of an input lies, of the flake in a folder.
    fn input(&self, _flake: &Path, _name: &str) -> Option<PathBuf> {
        None
    }

    /// Those of [`Self::nix_files`] whose text is wanted, as far as they can be found in about a
    /// second: whoever asks takes the answer for a part of what there may be.
    fn nix_files_that(&self, folder: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Vec<PathBuf> {
        let mut files = self.nix_files(folder);
        files.retain(|path| self.read(path).is_ok_and(|text| is_wanted(&text)));
        files
    }
}

/// A disk in memory, for tests and for the embedded tour.
#[derive(Debug, Clone, Default)]
pub struct MemoryDisk {
    files: BTreeMap<PathBuf, String>,
    folders: BTreeMap<PathBuf, BTreeMap<String, FileKind>>,
}

impl MemoryDisk {
    /// Puts a file, and the folders above it.
    pub fn insert(&mut self, path: impl Into<PathBuf>, text: impl Into<String>) {
        let path = path.into();
        self.link_parents(&path, FileKind::File);
        self.files.insert(path, text.into());
    }

    /// Puts an empty folder, and the folders above it.
    pub fn insert_dir(&mut self, path: impl Into<PathBuf>) {
        let path = path.into();
        self.link_parents(&path, FileKind::Directory);
        self.folders.entry(path).or_default();
    }

    fn link_parents(&mut self, path: &Path, kind: FileKind) {
        let (mut child, mut kind) = (path, kind);
        while let (Some(parent), Some(name)) = (child.parent(), child.file_name()) {
            let entries = self.folders.entry(parent.to_owned()).or_default();
            entries.insert(name.to_string_lossy().into_owned(), kind);
            (child, kind) = (parent, FileKind::Directory);
        }
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path) -> Result<String, FileError> {
        self.files.get(path).cloned().ok_or(FileError::NotFound)
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        let entries = self.folders.get(path).ok_or(FileError::NotFound)?;
        Ok(entries.iter().map(|(name, &kind)| DirEntry { name: name.clone(), kind }).collect())
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        if self.files.contains_key(path) {
            return Some(FileKind::File);
        }
        self.folders.contains_key(path).then_some(FileKind::Directory)
    }

    fn nix_files(&self, folder: &Path) -> Vec<PathBuf> {
        let is_nix = |path: &&PathBuf| path.extension().is_some_and(|it| it == "nix");
        let below = self.files.keys().filter(|path| path.starts_with(folder));
        below.filter(is_nix).cloned().collect()
    }
}
