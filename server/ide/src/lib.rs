//! Index and cursor to answers, as plain data: byte offsets, no protocol types, no I/O.

mod analysis;
mod completion;
mod diagnostics;
mod disk;
mod documents;
mod hover;
mod place;

pub use analysis::{Analysis, AnalysisHost};
pub use completion::{CompletionItem, CompletionKind};
pub use diagnostics::{Code, Diagnostic, Related, Severity};
pub use disk::{Disk, MemoryDisk};
pub use hover::Hover;

pub use eval::{DirEntry, FileError, FileId, FileKind, FilePosition, FileRange, normalize};
pub use inventory::{
    By, Clan, Gap, Instance, Machine, MachineClass, ModuleRef, Place, Reason, Role, Tag, TagSource,
    Use,
};
pub use line_index::{LineCol, LineIndex, WideEncoding, WideLineCol};
pub use syntax::{Fix, Parse, SyntaxError, TextEdit, TextRange, TextSize, parse};
