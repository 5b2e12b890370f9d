//! What expressions evaluate to.
//!
//! Values belong to the [`Evaluator`](crate::Evaluator) that made them: thunks and scopes are
//! numbers in its arenas, so that scopes which refer to themselves cost no reference cycles and
//! all of an evaluation is freed at once.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::files::FileId;
use crate::hir::{ExprId, SpanId};
use crate::native::Partial;
use crate::source::Source;

/// A delayed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThunkId(pub(crate) u32);

/// Names in scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScopeId(pub(crate) u32);

/// Where something was written: free of absolute positions, see [`Hir`](crate::Hir).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Which file.
    pub file: FileId,
    /// Which stretch of it.
    pub span: SpanId,
}

/// A value, evaluated to its outermost shape.
#[derive(Debug, Clone)]
pub enum Value {
    /// It can't be told.
    Unknown(Arc<Unknown>),
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A floating-point number.
    Float(f64),
    /// A string.
    String(SmolStr),
    /// An absolute, normal path.
    Path(Arc<Path>),
    /// A list.
    List(Arc<List>),
    /// An attribute set.
    Attrs(Arc<Attrs>),
    /// A function written in Nix.
    Lambda(Arc<Closure>),
    /// A function of ours, and the arguments that it was given so far.
    Native(Arc<Partial>),
}

/// Why a value can't be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// In the user's words, a clause: "`inputs` is not known here".
    pub why: String,
    /// Where it went wrong.
    pub at: Option<Origin>,
    /// What sort of unknown it is.
    pub kind: UnknownKind,
}

/// What else can be said of an unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnknownKind {
    /// Nothing.
    #[default]
    Plain,
    /// `throw` or a failed assertion: real evaluation ends here, and `tryEval` catches it.
    Thrown,
    /// A flake module of an input. Those bring options of their own and define no clan.
    FlakeModule,
}

impl Unknown {
    /// A plain unknown.
    pub fn new(why: impl Into<String>, at: Option<Origin>) -> Unknown {
        Unknown { why: why.into(), at, kind: UnknownKind::Plain }
    }
}

/// A list: what is known of it.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// The items, in order.
    pub items: Vec<ThunkId>,
    /// Set when there may be others.
    pub open: Option<Arc<Unknown>>,
}

/// An attribute set: what is known of it.
#[derive(Debug, Clone, Default)]
pub struct Attrs {
    /// The known attributes, in order of definition.
    pub entries: Vec<Attr>,
    /// Name to position in `entries`; only there when the set is not small.
    pub(crate) by_name: FxHashMap<SmolStr, usize>,
    /// Set when there may be others, or when those known may be overridden.
    pub open: Option<Arc<Unknown>>,
    /// The literals whose attributes these are.
    pub literals: Vec<Origin>,
}

/// Sets with more attributes than this are looked up by hash.
const SMALL: usize = 8;

impl Attrs {
    /// A set of these attributes; each name at most once.
    pub fn new(entries: Vec<Attr>, open: Option<Arc<Unknown>>, literals: Vec<Origin>) -> Attrs {
        let by_name = if entries.len() > SMALL {
            entries.iter().enumerate().map(|(index, attr)| (attr.name.clone(), index)).collect()
        } else {
            FxHashMap::default()
        };
        Attrs { entries, by_name, open, literals }
    }

    /// The attribute of a name, if it is known.
    pub fn get(&self, name: &str) -> Option<&Attr> {
        if self.by_name.is_empty() {
            return self.entries.iter().find(|attr| attr.name == name);
        }
        self.by_name.get(name).and_then(|&index| self.entries.get(index))
    }
}

/// An attribute.
#[derive(Debug, Clone)]
pub struct Attr {
    /// Its name, unquoted.
    pub name: SmolStr,
    /// Its value.
    pub value: ThunkId,
    /// Every place that spells the name for it.
    pub sites: Vec<AttrSite>,
}

/// A place where an attribute is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttrSite {
    /// The name, quotes included.
    pub name: Origin,
    /// Is a whole value given here, or a piece (the beginning of a longer path)?
    pub whole: bool,
}

/// A function and the scope it was written in.
#[derive(Debug, Clone)]
pub struct Closure {
    pub(crate) source: Arc<Source>,
    pub(crate) lambda: ExprId,
    pub(crate) scope: ScopeId,
}

impl Value {
    /// An unknown value.
    pub fn unknown(why: impl Into<String>, at: Option<Origin>) -> Value {
        Value::Unknown(Arc::new(Unknown::new(why, at)))
    }
}
