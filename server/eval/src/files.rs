//! How evaluation names and reaches files.

use std::fmt;

use syntax::{TextRange, TextSize};

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
