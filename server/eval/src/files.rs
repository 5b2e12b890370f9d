//! How evaluation names and reaches files.

use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use syntax::{TextRange, TextSize};

use crate::flake::Lock;
use crate::source::Source;

/// What evaluation may read. Paths are absolute and normal, see [`normalize`].
pub trait Files {
    /// A file, lowered: JSON if its name ends so, else Nix.
    ///
    /// # Errors
    /// Why it can't be had.
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError>;

    /// The text of a file that is not to be evaluated.
    ///
    /// # Errors
    /// Why it can't be had.
    fn text(&self, path: &Path) -> Result<Arc<str>, FileError>;

    /// The lock file of the flake in a folder; `None` if there is none, or none that can be read.
    fn lock(&self, root: &Path) -> Option<Arc<Lock>> {
        Lock::parse(&self.text(&root.join("flake.lock")).ok()?).map(Arc::new)
    }

    /// The entries of a folder, by name, links not followed.
    ///
    /// # Errors
    /// Why they can't be had.
    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError>;

    /// What a path leads to, links followed; `None` when there is nothing.
    fn kind(&self, path: &Path) -> Option<FileKind>;

    /// Where the user says that the source of an input lies, of the flake in the folder `root`.
    fn input(&self, _root: &Path, _name: &str) -> Option<PathBuf> {
        None
    }

    /// Does nobody wait for the evaluation any more? Then it ends soon, with all the rest unknown.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Resolves `.` and `..` by the text alone, as Nix does with paths.
pub fn normalize(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// The repository that a folder belongs to; the folder alone if it is in none.
pub fn repository(files: &dyn Files, folder: &Path) -> PathBuf {
    let is_repository = |folder: &&Path| files.kind(&folder.join(".git")).is_some();
    folder.ancestors().find(is_repository).unwrap_or(folder).to_owned()
}

/// A file of the analysis, by a small number that stays the same as long as the process lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A place in a file: a byte offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FilePosition {
    /// Which file.
    pub file: FileId,
    /// Bytes from its start.
    pub offset: TextSize,
}

/// A stretch of a file, in absolute bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileRange {
    /// Which file.
    pub file: FileId,
    /// From where to where, in bytes from its start.
    pub range: TextRange,
}

/// What a path leads to, symbolic links not followed (as `builtins.readDir` tells it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A folder.
    Directory,
    /// A symbolic link.
    Symlink,
}

/// One entry of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirEntry {
    /// The name without its folder.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
}

/// Why a file can't be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// Nothing is there.
    NotFound,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// It is larger than what we read; the limit in bytes.
    TooLarge(u64),
    /// Something else; the system's words.
    Other(String),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileError::NotFound => f.write_str("no such file"),
            FileError::NotUtf8 => f.write_str("the file is not UTF-8 text"),
            FileError::TooLarge(limit) => write!(f, "the file is larger than {limit} bytes"),
            FileError::Other(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for FileError {}
