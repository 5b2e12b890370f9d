//! The evaluator: delayed values, forced on demand, within bounds.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::expression::Frame;
use crate::files::{FileKind, FileRange, Files, normalize};
use crate::flake::Flake;
use crate::hir::ExprId;
use crate::module::Mount;
use crate::source::Source;
use crate::value::{Builtin, Origin, ScopeId, ThunkId, Unknown, Value};

/// More steps than this, and the rest is unknown: a file must not be able to keep us busy, nor to
/// fill the memory. A step is an evaluation, or something of about that size that is kept.
const FUEL: u32 = 5_000_000;

/// Deeper recursion than this is unknown: evaluation uses the stack of its thread.
const MAX_DEPTH: u32 = 200;

/// An evaluation: its arenas and its bounds. Freed as a whole.
pub struct Evaluator<'a> {
    files: &'a dyn Files,
    thunks: Vec<Thunk>,
    scopes: Vec<Scope>,
    imported: FxHashMap<PathBuf, ThunkId>,
    /// In the order in which they were first read.
    sources: Vec<Arc<Source>>,
    fuel: u32,
    /// What all is that would be evaluated after the last step.
    exhausted: Option<Arc<Unknown>>,
    depth: u32,
    pub(crate) mounts: Vec<Mount>,
    /// What module functions are called with, once a flake tells.
    pub(crate) arguments: Option<ThunkId>,
    /// What was handed to those who make clans.
    pub(crate) met: Flake,
}

struct Thunk {
    origin: Option<Origin>,
    state: State,
}

enum State {
    Delayed { source: Arc<Source>, expr: ExprId, scope: ScopeId },
    Busy,
    Done(Value),
}

pub(crate) enum Scope {
    /// The names that every file sees.
    Global,
    Names {
        parent: ScopeId,
        names: FxHashMap<SmolStr, ThunkId>,
    },
    With {
        parent: ScopeId,
        namespace: ThunkId,
    },
}

const GLOBAL: ScopeId = ScopeId(0);

impl<'a> Evaluator<'a> {
    /// A fresh evaluation over these files.
    pub fn new(files: &'a dyn Files) -> Evaluator<'a> {
        Evaluator {
            files,
            thunks: Vec::new(),
            scopes: vec![Scope::Global],
            imported: FxHashMap::default(),
            sources: Vec::new(),
            fuel: FUEL,
            exhausted: None,
            depth: 0,
            mounts: Vec::new(),
            arguments: None,
            met: Flake::default(),
        }
    }

    /// The files that evaluation may read.
    pub fn files(&self) -> &'a dyn Files {
        self.files
    }

    /// The files that were read, in the order of their first reading.
    pub fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    /// The absolute bytes of an origin.
    pub fn range(&self, origin: Origin) -> FileRange {
        let source = self.sources.iter().find(|source| source.id == origin.file);
        let range = source.map(|source| source.hir.range(origin.span)).unwrap_or_default();
        FileRange { file: origin.file, range }
    }

    /// Where a delayed value is written.
    pub fn origin(&self, thunk: ThunkId) -> Option<Origin> {
        self.thunks.get(thunk.0 as usize).and_then(|thunk| thunk.origin)
    }

    /// The value of a thunk.
    pub fn force(&mut self, id: ThunkId) -> Value {
        let Some(thunk) = self.thunks.get_mut(id.0 as usize) else {
            return Value::unknown("a value of another evaluation", None);
        };
        let origin = thunk.origin;
        let (source, expr, scope) = match std::mem::replace(&mut thunk.state, State::Busy) {
            State::Delayed { source, expr, scope } => (source, expr, scope),
            State::Done(value) => {
                thunk.state = State::Done(value.clone());
                return value;
            }
            State::Busy => return Value::unknown("this value depends on itself", origin),
        };
        let value = self.eval(&source, expr, scope);
        if let Some(thunk) = self.thunks.get_mut(id.0 as usize) {
            thunk.state = State::Done(value.clone());
        }
        value
    }

    /// A thunk that is a known value already.
    pub fn ready(&mut self, value: Value, origin: Option<Origin>) -> ThunkId {
        self.push(Thunk { origin, state: State::Done(value) })
    }

    /// The value of a file, by its absolute path; of a folder, that of its `default.nix`.
    pub fn import(&mut self, path: &Path, at: Option<Origin>) -> ThunkId {
        let mut path = normalize(path);
        if self.files.kind(&path) == Some(FileKind::Directory) {
            path.push("default.nix");
        }
        if let Some(&thunk) = self.imported.get(&path) {
            return thunk;
        }
        let thunk = match self.files.source(&path) {
            Ok(source) => {
                self.sources.push(source.clone());
                self.root(&source)
            }
            Err(error) => {
                let why = format!("`{}` can't be read: {error}", path.display());
                self.ready(Value::unknown(why, at), at)
            }
        };
        self.imported.insert(path, thunk);
        thunk
    }

    /// The expression that a file is.
    fn root(&mut self, source: &Arc<Source>) -> ThunkId {
        let root = source.hir.root();
        if let Some(error) = &source.json_error {
            let origin = Origin { file: source.id, span: source.hir.span(root) };
            let why = format!("the JSON can't be read: {}", error.message);
            return self.ready(Value::unknown(why, Some(origin)), Some(origin));
        }
        self.delay(source, root, GLOBAL)
    }

    fn push(&mut self, thunk: Thunk) -> ThunkId {
        self.burn(1);
        self.thunks.push(thunk);
        ThunkId(u32::try_from(self.thunks.len() - 1).unwrap_or(u32::MAX))
    }

    pub(crate) fn delay(&mut self, source: &Arc<Source>, expr: ExprId, scope: ScopeId) -> ThunkId {
        let origin = Some(Origin { file: source.id, span: source.hir.span(expr) });
        self.push(Thunk { origin, state: State::Delayed { source: source.clone(), expr, scope } })
    }

    pub(crate) fn scope(&mut self, scope: Scope) -> ScopeId {
        self.scopes.push(scope);
        ScopeId(u32::try_from(self.scopes.len() - 1).unwrap_or(u32::MAX))
    }

    /// Binds names in a scope that was made before, so that their values can be delayed in it.
    pub(crate) fn bind(&mut self, scope: ScopeId, bound: FxHashMap<SmolStr, ThunkId>) {
        if let Some(Scope::Names { names, .. }) = self.scopes.get_mut(scope.0 as usize) {
            *names = bound;
        }
    }

    /// Evaluates an expression to its outermost shape.
    pub(crate) fn eval(&mut self, source: &Arc<Source>, id: ExprId, scope: ScopeId) -> Value {
        let frame = Frame::new(source, id, scope);
        let origin = frame.origin();
        if let Some(exhausted) = self.exhausted(Some(origin)) {
            return Value::Unknown(exhausted);
        }
        if self.depth >= MAX_DEPTH {
            return Value::unknown("evaluation goes too deep", Some(origin));
        }
        self.burn(1);
        self.depth += 1;
        let value = frame.eval(self);
        self.depth -= 1;
        value
    }

    /// Takes steps for something that costs as much.
    pub(crate) fn burn(&mut self, steps: usize) {
        self.fuel = self.fuel.saturating_sub(u32::try_from(steps).unwrap_or(u32::MAX));
    }

    /// When no steps are left, why; `at` is where that shows. It is one reason for all that follows,
    /// so that it is told once.
    pub(crate) fn exhausted(&mut self, at: Option<Origin>) -> Option<Arc<Unknown>> {
        if self.fuel > 0 {
            return None;
        }
        let why = || "evaluation takes too long".to_owned();
        let exhausted = self.exhausted.get_or_insert_with(|| Arc::new(Unknown { why: why(), at }));
        Some(exhausted.clone())
    }

    /// A name: the scopes of `let`, `rec` and functions first, then those of `with`, from within.
    pub(crate) fn lookup(&mut self, name: &str, scope: ScopeId, at: Origin) -> Value {
        let mut namespaces = Vec::new();
        let mut current = scope;
        loop {
            match self.scopes.get(current.0 as usize) {
                Some(Scope::Names { parent, names }) => {
                    if let Some(&thunk) = names.get(name) {
                        return self.force(thunk);
                    }
                    current = *parent;
                }
                Some(Scope::With { parent, namespace }) => {
                    namespaces.push(*namespace);
                    current = *parent;
                }
                Some(Scope::Global) | None => break,
            }
        }
        if let Some(value) = global(name) {
            return value;
        }
        for namespace in namespaces {
            match self.force(namespace) {
                Value::Attrs(attrs) => match (attrs.get(name), &attrs.open) {
                    (Some(attr), _) => return self.force(attr.value),
                    (None, Some(open)) => return Value::Unknown(open.clone()),
                    (None, None) => {}
                },
                Value::Unknown(unknown) => return Value::Unknown(unknown),
                _ => {}
            }
        }
        Value::unknown(format!("`{name}` is not known here"), Some(at))
    }
}

/// The names that need no scope.
fn global(name: &str) -> Option<Value> {
    match name {
        "true" => Some(Value::Bool(true)),
        "false" => Some(Value::Bool(false)),
        "null" => Some(Value::Null),
        "import" => Some(Value::Builtin(Builtin::Import)),
        _ => None,
    }
}
