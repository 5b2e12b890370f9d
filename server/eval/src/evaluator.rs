//! The evaluator: delayed values, forced on demand, within bounds.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use syntax::TextSize;

use crate::expression::Frame;
use crate::files::{FileId, FileKind, FilePosition, FileRange, Files, normalize};
use crate::flake::World;
use crate::hir::{Expr, ExprId};
use crate::module::Mount;
use crate::occurrence::{Code, Occurrence, OccurrenceId};
use crate::part::Part;
use crate::refusal::Refusals;
use crate::source::Source;
use crate::value::{Origin, ScopeId, ThunkId, Unknown, Value};

/// More steps than this, and the rest is unknown: a file must not be able to keep us busy, nor to
/// fill the memory. A step is an evaluation, or something of about that size that is kept.
const FUEL: u32 = 5_000_000;

/// After so many steps, somewhat less than a millisecond, it is asked whether anybody waits for the
/// result.
const STEPS_A_POLL: u32 = 5_000;

/// Deeper recursion than this is unknown. Nix itself stops at ten thousand calls.
const MAX_DEPTH: u32 = 5_000;

/// When less than this is left of the thread's stack, evaluation goes on on another piece, of the
/// second size, in bytes: any thread may evaluate, and most have small stacks.
const RED_ZONE: usize = 192 * 1024;
const STACK_PIECE: usize = 4 * 1024 * 1024;

/// An evaluation: its arenas and its bounds. Freed as a whole.
pub struct Evaluator<'a> {
    files: &'a dyn Files,
    thunks: Vec<Thunk>,
    occurrences: Vec<Occurrence>,
    scopes: Vec<Scope>,
    imported: FxHashMap<OsString, ThunkId>,
    /// In the order in which they were first read.
    sources: Vec<Arc<Source>>,
    /// Those of which something may be evaluated.
    entered: FxHashMap<FileId, Arc<Source>>,
    fuel: u32,
    /// At this level of `fuel` it is asked again whether anybody waits.
    next_poll: u32,
    /// What all is that would be evaluated after the last step.
    exhausted: Option<Arc<Unknown>>,
    depth: u32,
    pub(crate) mounts: Vec<Mount>,
    pub(crate) refusals: Refusals,
    /// How many module functions were called.
    pub(crate) arguments_given: usize,
    pub(crate) world: World,
    /// `builtins` and nixpkgs' `lib`, once somebody asked for them.
    pub(crate) builtins: Option<ThunkId>,
    pub(crate) library: Option<ThunkId>,
}

struct Thunk {
    origin: Option<Origin>,
    state: State,
}

enum State {
    Delayed { within: OccurrenceId, code: Code, scope: ScopeId },
    Deferred(Deferred),
    Busy,
    Done(Value),
}

/// Work of ours that is done when somebody asks for its value.
type Deferred = Box<dyn FnOnce(&mut Evaluator<'_>) -> Value>;

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
            occurrences: Vec::new(),
            scopes: vec![Scope::Global],
            imported: FxHashMap::default(),
            sources: Vec::new(),
            entered: FxHashMap::default(),
            fuel: FUEL,
            next_poll: FUEL - STEPS_A_POLL,
            exhausted: None,
            depth: 0,
            mounts: Vec::new(),
            refusals: Refusals::default(),
            arguments_given: 0,
            world: World::default(),
            builtins: None,
            library: None,
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
        FileRange { file: origin.file, range: origin.range }
    }

    /// Lets only this folder be read, with all below it, and what is allowed later.
    pub fn confine(&mut self, folder: &Path) {
        self.world.roots = vec![folder.to_owned()];
    }

    /// Lets a folder be read as well, if reading is confined.
    pub(crate) fn allow(&mut self, folder: &Path) {
        if !self.world.roots.is_empty() {
            self.world.roots.push(folder.to_owned());
        }
    }

    /// Why a path may not be read, if so: what lies outside of the workspace and of the inputs is
    /// nobody's business.
    pub(crate) fn forbidden(&self, path: &Path) -> Option<String> {
        let roots = &self.world.roots;
        let allowed = roots.is_empty() || roots.iter().any(|root| path.starts_with(root));
        (!allowed).then(|| format!("`{}` lies outside of the workspace", path.display()))
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
        if let State::Done(value) = &thunk.state {
            return value.clone();
        }
        let origin = thunk.origin;
        let value = match std::mem::replace(&mut thunk.state, State::Busy) {
            State::Delayed { within, code, scope } => self.run(within, code, scope),
            State::Deferred(work) => self.within_bounds(origin, work),
            State::Done(value) => value,
            State::Busy => return Value::unknown("this value depends on itself", origin),
        };
        if let Some(thunk) = self.thunks.get_mut(id.0 as usize) {
            thunk.state = State::Done(value.clone());
        }
        value
    }

    /// The closed part that a value is to be worked out from, if that was not done yet, and where the
    /// part begins.
    pub fn closed(&self, thunk: ThunkId) -> Option<(Arc<Part>, FilePosition)> {
        let State::Delayed { within, code: Code::Part(number), .. } =
            &self.thunks.get(thunk.0 as usize)?.state
        else {
            return None;
        };
        let outer = self.occurrences.get(within.0 as usize)?;
        let child = outer.part.child(*number).filter(|child| child.part.is_closed())?;
        // Where a file gives `true` another meaning, who knows which parts of it see that.
        if self.entered.get(&outer.file)?.part.traits.shadows {
            return None;
        }
        let at = FilePosition { file: outer.file, offset: outer.start + child.offset };
        Some((child.part.clone(), at))
    }

    /// A value that is known already, or that a literal set, list or path writes out: to have it costs
    /// nearly nothing.
    pub fn written(&mut self, thunk: ThunkId) -> Option<Value> {
        let is_written = match &self.thunks.get(thunk.0 as usize)?.state {
            State::Done(_) => true,
            State::Delayed { within, code, .. } => {
                let outer = self.occurrences.get(within.0 as usize)?;
                matches!(outer.expr(*code), Expr::AttrSet { .. } | Expr::List(_) | Expr::Path(_))
            }
            State::Deferred(_) | State::Busy => false,
        };
        is_written.then(|| self.force(thunk))
    }

    /// A thunk that is a known value already.
    pub fn ready(&mut self, value: Value, origin: Option<Origin>) -> ThunkId {
        self.push(Thunk { origin, state: State::Done(value) })
    }

    /// The value of a file, by its absolute path; of a folder, that of its `default.nix`.
    pub fn import(&mut self, path: &Path, at: Option<Origin>) -> ThunkId {
        let path = normalize(path);
        if let Some(&thunk) = self.imported.get(path.as_os_str()) {
            return thunk;
        }
        let thunk = self.import_anew(&path, at);
        self.imported.insert(path.into_os_string(), thunk);
        thunk
    }

    fn import_anew(&mut self, path: &Path, at: Option<Origin>) -> ThunkId {
        if let Some(why) = self.forbidden(path) {
            return self.ready(Value::unknown(why, at), at);
        }
        // What is named like a file nearly always is one: to ask costs as much as to read.
        let is_file = path.extension().is_some_and(|extension| extension == "nix");
        match is_file.then(|| self.files.source(path)) {
            Some(Ok(source)) => self.read_file(&source),
            _ if self.files.kind(path) == Some(FileKind::Directory) => {
                self.import(&path.join("default.nix"), at)
            }
            _ => match self.files.source(path) {
                Ok(source) => self.read_file(&source),
                Err(error) => {
                    let why = format!("`{}` can't be read: {error}", path.display());
                    self.ready(Value::unknown(why, at), at)
                }
            },
        }
    }

    fn read_file(&mut self, source: &Arc<Source>) -> ThunkId {
        self.sources.push(source.clone());
        self.root(source)
    }

    /// The expression that a file is.
    fn root(&mut self, source: &Arc<Source>) -> ThunkId {
        if let Some(error) = &source.json_error {
            let origin = Some(source.origin());
            let why = format!("the JSON can't be read: {}", error.message);
            return self.ready(Value::unknown(why, origin), origin);
        }
        let (within, occurrence) = self.enter(source);
        self.delay(within, &occurrence, Code::Expr(occurrence.part.root()), GLOBAL)
    }

    /// The occurrence of a file's text.
    pub(crate) fn enter(&mut self, source: &Arc<Source>) -> (OccurrenceId, Occurrence) {
        self.entered.insert(source.id, source.clone());
        let start = TextSize::default();
        let occurrence = Occurrence { part: source.part.clone(), start, file: source.id };
        (self.occur(occurrence.clone()), occurrence)
    }

    pub(crate) fn occur(&mut self, occurrence: Occurrence) -> OccurrenceId {
        self.occurrences.push(occurrence);
        OccurrenceId(u32::try_from(self.occurrences.len() - 1).unwrap_or(u32::MAX))
    }

    /// The folder of a file that was entered.
    pub(crate) fn folder(&self, file: FileId) -> &Path {
        let path = self.entered.get(&file).and_then(|source| source.path.parent());
        path.unwrap_or(Path::new("/"))
    }

    fn push(&mut self, thunk: Thunk) -> ThunkId {
        self.burn(1);
        self.thunks.push(thunk);
        ThunkId(u32::try_from(self.thunks.len() - 1).unwrap_or(u32::MAX))
    }

    pub(crate) fn delay(
        &mut self,
        within: OccurrenceId,
        here: &Occurrence,
        code: Code,
        scope: ScopeId,
    ) -> ThunkId {
        let origin = Some(here.code_origin(code));
        self.push(Thunk { origin, state: State::Delayed { within, code, scope } })
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

    /// A thunk whose value is worked out by a function of ours when it is asked for.
    pub fn defer(
        &mut self,
        origin: Option<Origin>,
        work: impl FnOnce(&mut Evaluator<'_>) -> Value + 'static,
    ) -> ThunkId {
        self.push(Thunk { origin, state: State::Deferred(Box::new(work)) })
    }

    /// Works out what was delayed.
    fn run(&mut self, within: OccurrenceId, code: Code, scope: ScopeId) -> Value {
        let Some(outer) = self.occurrences.get(within.0 as usize) else {
            return Value::unknown("a value of another evaluation", None);
        };
        match code {
            Code::Expr(expr) => {
                let here = outer.clone();
                self.eval(within, &here, expr, scope)
            }
            Code::Part(number) => match outer.child(number) {
                Some(here) => {
                    let within = self.occur(here.clone());
                    self.eval(within, &here, here.part.root(), scope)
                }
                None => Value::unknown("a value of another evaluation", None),
            },
        }
    }

    /// Evaluates an expression to its outermost shape.
    pub(crate) fn eval(
        &mut self,
        within: OccurrenceId,
        here: &Occurrence,
        id: ExprId,
        scope: ScopeId,
    ) -> Value {
        let frame = Frame::new(within, here, id, scope);
        self.within_bounds(Some(frame.origin()), |ev| frame.eval(ev))
    }

    /// Does some work one level deeper, if steps and depth allow it; `at` is what it works out.
    pub(crate) fn within_bounds(
        &mut self,
        at: Option<Origin>,
        work: impl FnOnce(&mut Self) -> Value,
    ) -> Value {
        if let Some(exhausted) = self.exhausted(at) {
            return Value::Unknown(exhausted);
        }
        if self.depth >= MAX_DEPTH {
            return Value::unknown("evaluation goes too deep", at);
        }
        self.burn(1);
        self.depth += 1;
        let value = stacker::maybe_grow(RED_ZONE, STACK_PIECE, || work(self));
        self.depth -= 1;
        value
    }

    /// Takes steps for something that costs as much.
    pub(crate) fn burn(&mut self, steps: usize) {
        self.fuel = self.fuel.saturating_sub(u32::try_from(steps).unwrap_or(u32::MAX));
        if self.fuel < self.next_poll {
            self.next_poll = self.fuel.saturating_sub(STEPS_A_POLL);
            if self.files.is_cancelled() {
                self.fuel = 0;
            }
        }
    }

    /// Does some work on the side: with no more than so many steps, and without mounts and refusals.
    /// What it could not finish stays unknown; what comes after it has the rest.
    pub fn limited<T>(&mut self, steps: u32, work: impl FnOnce(&mut Self) -> T) -> T {
        let (before, mounts) = (self.fuel, self.mounts.len());
        let refusals = self.refusals().len();
        let lent = before.min(steps);
        self.refuel(lent);
        let result = work(self);
        self.mounts.truncate(mounts);
        self.forget_refusals(refusals);
        let left = before - (lent - self.fuel.min(lent));
        // Nobody waits: there is no rest.
        self.refuel(if self.files.is_cancelled() { 0 } else { left });
        result
    }

    fn refuel(&mut self, fuel: u32) {
        if fuel > 0 {
            self.exhausted = None;
        }
        self.fuel = fuel;
        self.next_poll = fuel.saturating_sub(STEPS_A_POLL);
    }

    /// When no steps are left, why; `at` is where that shows. It is one reason for all that follows,
    /// so that it is told once.
    pub(crate) fn exhausted(&mut self, at: Option<Origin>) -> Option<Arc<Unknown>> {
        if self.fuel > 0 {
            return None;
        }
        let why = || "evaluation takes too long".to_owned();
        let exhausted = self.exhausted.get_or_insert_with(|| Arc::new(Unknown::new(why(), at)));
        Some(exhausted.clone())
    }

    /// What a name is bound to by `let`, `rec` or a function.
    pub(crate) fn bound(&self, name: &str, scope: ScopeId) -> Option<ThunkId> {
        let mut current = scope;
        loop {
            match self.scopes.get(current.0 as usize)? {
                Scope::Names { parent, names } => match names.get(name) {
                    Some(&thunk) => return Some(thunk),
                    None => current = *parent,
                },
                Scope::With { parent, .. } => current = *parent,
                Scope::Global => return None,
            }
        }
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
        if let Some(value) = self.global(name) {
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
