//! The state of the world, and snapshots of it that answer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{FileId, FilePosition};
use inventory::Clan;
use line_index::LineIndex;
use syntax::Parse;

use crate::{CompletionItem, Diagnostic, Disk, Hover};

/// Applies changes and hands out snapshots.
pub struct AnalysisHost {
    _disk: Arc<dyn Disk>,
}

impl AnalysisHost {
    /// An empty world over a disk.
    pub fn new(disk: Arc<dyn Disk>) -> AnalysisHost {
        AnalysisHost { _disk: disk }
    }

    /// A file that an editor holds open, or its new state: it hides what is on the disk.
    pub fn open(&mut self, _path: PathBuf, _parse: Parse) {}

    /// The editor lets go of a file: the disk counts again.
    pub fn close(&mut self, _path: &Path) {}

    /// A file or a folder on the disk is new, other or gone: forget what was read.
    pub fn disk_changed(&mut self, _path: &Path) {}

    /// The world as it is now. Cheap.
    pub fn snapshot(&self) -> Analysis {
        Analysis {}
    }
}

/// An immutable snapshot: cheap to clone, to be asked from any thread.
#[derive(Clone)]
pub struct Analysis {}

impl Analysis {
    /// The number of a file (given out on first sight; the file need not exist).
    pub fn file(&self, _path: &Path) -> FileId {
        FileId(0)
    }

    /// The absolute path of a file.
    pub fn path(&self, _file: FileId) -> Arc<Path> {
        Arc::from(Path::new("/"))
    }

    /// The tree of a file; `None` when it can't be read.
    pub fn parse(&self, _file: FileId) -> Option<Parse> {
        None
    }

    /// Offsets to lines, of a file that can be read. Costs a scan on first use.
    pub fn line_index(&self, _file: FileId) -> Option<Arc<LineIndex>> {
        None
    }

    /// The clan whose entry point stands in the folder `root` or, for a file, the one it belongs to.
    pub fn clan(&self, _path: &Path) -> Option<Arc<Clan>> {
        None
    }

    /// The files that are judged together with `file`, itself included.
    pub fn judged_with(&self, file: FileId) -> Vec<FileId> {
        vec![file]
    }

    /// All mistakes in a file, by place.
    pub fn diagnostics(&self, _file: FileId) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// What stands at a place.
    pub fn hover(&self, _at: FilePosition) -> Option<Hover> {
        None
    }

    /// What may be written at a place.
    pub fn completion(&self, _at: FilePosition) -> Vec<CompletionItem> {
        Vec::new()
    }
}
