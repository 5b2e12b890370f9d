//! Index and cursor to answers, as plain data: byte offsets, no protocol types, no I/O.

mod analysis;
mod code_action;
mod code_lens;
mod completion;
mod counted;
mod definition;
mod diagnostics;
mod disk;
mod document_link;
mod documents;
mod entity;
mod file_rename;
mod flake;
pub mod fleet;
mod folding_range;
mod fuzzy;
mod hover;
mod inlay_hint;

mod line_diff;
mod markup;
mod membership;
mod moved_disk;
mod place;
mod preview;
mod print;
mod references;
mod remarks;
mod rename;
mod roles;
mod selection_range;
mod semantic_tokens;
mod settings;
mod spelling;
mod stretch;
mod subject;
mod symbols;
mod workspace_symbol;

pub use analysis::{Analysis, AnalysisHost};
pub use code_action::{ActionKind, Change, CodeAction, Done, FileAction, FixRules, Fixed, apply};
pub use code_lens::CodeLens;
pub use completion::{Completion, CompletionItem, CompletionKind};
pub use definition::Definition;
pub use diagnostics::{Code, Diagnostic, Misspelt, Related, Severity, Tag, did_you_mean};
pub use disk::{Disk, MemoryDisk};
pub use document_link::{DocumentLink, LinkTarget};
pub use folding_range::{FoldingKind, FoldingRange};
pub use hover::Hover;
pub use inlay_hint::{InlayHint, LabelPart};
pub use line_diff::{LineChange, line_diff};
pub use markup::{Markup, Url};
pub use moved_disk::Move;
pub use preview::{Difference, DifferenceKind, Lot, Preview};
pub use references::{Reference, References};
pub use rename::{Refused, Renamable, Renaming};
pub use semantic_tokens::{SemanticToken, TokenKind};
pub use symbols::{Symbol, SymbolKind};
pub use workspace_symbol::WorkspaceSymbol;

pub use eval::{DirEntry, FileError, FileId, FileKind, FilePosition, FileRange, normalize};
pub use inventory::catalogue::{
    ANY_ITEM, ANY_NAME, Catalogue, EnumValue, Interface, Kind, OptionDef, RoleDef, Service,
    SettingAt, SettingsGap,
};
pub use inventory::extract::Provided;
pub use inventory::{
    Absent, By, Clan, Gap, InputServices, Instance, KnownService, Machine, MachineClass, ModuleRef,
    OwnService, Place, Provider, Reach, Reason, Resolution, Role, ServiceSource, TagSource, Usable,
    Use,
};
pub use line_index::{LineCol, LineIndex, WideEncoding, WideLineCol};
pub use syntax::{Parse, SyntaxError, TextEdit, TextRange, TextSize, parse};
