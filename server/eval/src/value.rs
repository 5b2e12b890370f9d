//! What expressions evaluate to.
//!
//! Values belong to the [`Evaluator`](crate::Evaluator) that made them: thunks and scopes are
//! numbers in its arenas, so that scopes which refer to themselves cost no reference cycles and
//! all of an evaluation is freed at once.

use std::path::Path;
use std::sync::Arc;

use smol_str::SmolStr;
use syntax::TextRange;

use crate::files::FileId;
use crate::hir::{ExprId, FEW, Names};
use crate::native::Partial;
use crate::occurrence::{Occurrence, OccurrenceId};

/// A delayed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThunkId(pub(crate) u32);

/// Names in scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScopeId(pub(crate) u32);

/// Where something was written; [`Evaluator::range`](crate::Evaluator::range) tells it in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Origin {
    pub(crate) file: FileId,
    pub(crate) range: TextRange,
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
    /// An argument of a module that nobody gives.
    NotGiven,
    /// It waits for what it is asked for.
    Circular,
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
    /// Name to position in `entries`; only there when they are not few.
    pub(crate) names: Option<Arc<Names>>,
    /// Set when there may be others, or when those known may be overridden.
    pub open: Option<Arc<Unknown>>,
    /// The literals whose attributes these are.
    pub literals: Vec<Origin>,
}

impl Attrs {
    /// A set of these attributes; each name at most once.
    pub fn new(entries: Vec<Attr>, open: Option<Arc<Unknown>>, literals: Vec<Origin>) -> Attrs {
        let names = (entries.len() > FEW)
            .then(|| Arc::new(entries.iter().map(|attr| attr.name.clone()).zip(0..).collect()));
        Attrs { entries, names, open, literals }
    }

    /// The attributes that a literal binds, in the order in which it numbers their names.
    pub(crate) fn of_literal(entries: Vec<Attr>, names: Option<Arc<Names>>, at: Origin) -> Attrs {
        Attrs { entries, names, open: None, literals: vec![at] }
    }

    /// The attribute of a name, if it is known.
    pub fn get(&self, name: &str) -> Option<&Attr> {
        match &self.names {
            Some(names) => names.get(name).and_then(|&number| self.entries.get(number as usize)),
            None => self.entries.iter().find(|attr| attr.name == name),
        }
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
    pub sites: Sites,
}

/// Places where an attribute is named. Mostly there is one, and of most attributes nobody asks.
#[derive(Debug, Clone, Default)]
pub struct Sites(SitesKind);

#[derive(Debug, Clone, Default)]
enum SitesKind {
    #[default]
    None,
    One(AttrSite),
    Many(Arc<[AttrSite]>),
}

impl std::ops::Deref for Sites {
    type Target = [AttrSite];

    fn deref(&self) -> &[AttrSite] {
        match &self.0 {
            SitesKind::None => &[],
            SitesKind::One(site) => std::slice::from_ref(site),
            SitesKind::Many(sites) => sites,
        }
    }
}

impl<'s> IntoIterator for &'s Sites {
    type Item = &'s AttrSite;
    type IntoIter = std::slice::Iter<'s, AttrSite>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl From<AttrSite> for Sites {
    fn from(site: AttrSite) -> Sites {
        Sites(SitesKind::One(site))
    }
}

impl FromIterator<AttrSite> for Sites {
    fn from_iter<I: IntoIterator<Item = AttrSite>>(sites: I) -> Sites {
        let mut sites = sites.into_iter();
        Sites(match (sites.next(), sites.next()) {
            (None, _) => SitesKind::None,
            (Some(site), None) => SitesKind::One(site),
            (Some(first), Some(second)) => {
                SitesKind::Many([first, second].into_iter().chain(sites).collect())
            }
        })
    }
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
    pub(crate) within: OccurrenceId,
    pub(crate) occurrence: Occurrence,
    pub(crate) lambda: ExprId,
    pub(crate) scope: ScopeId,
}

impl Value {
    /// An unknown value.
    pub fn unknown(why: impl Into<String>, at: Option<Origin>) -> Value {
        Value::Unknown(Arc::new(Unknown::new(why, at)))
    }
}
