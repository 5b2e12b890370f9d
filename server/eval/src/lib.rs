//! Syntax trees to lazy values with origins, and the module system.
//!
//! No I/O happens here: texts and folders come through [`Files`].

mod files;

pub use files::{DirEntry, FileError, FileId, FileKind, FilePosition, FileRange};
