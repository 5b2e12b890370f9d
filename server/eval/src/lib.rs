//! Syntax trees to lazy values with origins, and the module system.
//!
//! No I/O happens here: texts and folders come through [`Files`]. Nothing fails: what can't be told
//! is [`Value::Unknown`], with a reason and a place.

mod apply;
mod attributes;
mod builtins;
mod coerce;
mod compare;
mod evaluator;
mod expression;
mod files;
mod flake;
mod fragments;
mod hir;
mod json;
mod library;
mod lower;
mod module;
mod names;
mod native;
mod occurrence;
mod operator;
mod part;
mod refusal;
mod source;
mod value;

pub use builtins::matches_whole;
pub use evaluator::Evaluator;
pub use files::{
    DirEntry, FileError, FileId, FileKind, FilePosition, FileRange, Files, normalize, repository,
};
pub use flake::{FLAKE, Flake, Lock, Locked, Node, SourceTree};
pub use fragments::Fragments;
pub use hir::{Expr, ExprId};
pub use module::{
    Children, Context, DEFAULT_PRIORITY, Definition, Definitions, Mount, OptionPath, Submodule,
    Traces,
};
pub use names::Undefined;
pub use native::{Native, Partial};
pub use part::{Child, Part, Repeat};
pub use refusal::{Refusal, RefusalKind};
pub use source::Source;
pub use value::{
    Attr, AttrSite, Attrs, Closure, List, Origin, ScopeId, Sites, ThunkId, Unknown, UnknownKind,
    Value,
};
