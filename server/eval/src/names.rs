//! Which names of a text nothing binds, and where a function uses what it is given.
//!
//! Each part knows its free names (`lower/scope.rs`), so that a text in which all is well is not looked
//! through, and of any other only those parts that hold such a name.

use smol_str::SmolStr;
use syntax::{TextRange, TextSize};

use crate::builtins::{is_global, needs_no_scope};
use crate::hir::{
    AttrName, BindingValue, Bindings, BindingsId, Entry, Expr, ExprId, Param, StringPart,
};
use crate::part::{Free, Part};

/// A name that nothing binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undefined {
    /// The name.
    pub name: SmolStr,
    /// Where it is used.
    pub at: TextRange,
    /// The names that are bound there, innermost first.
    pub in_scope: Vec<SmolStr>,
}

impl Part {
    /// The names of a whole file that nothing binds, by place. Within a `with` any name may be bound.
    pub fn undefined(&self) -> Vec<Undefined> {
        let is_wanted = |free: &Free| free.bare && !is_global(&free.name);
        if !self.free.iter().any(is_wanted) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut walk = Walk {
            is_wanted: &|name| !is_global(name),
            reaches: &|part| part.free.iter().any(is_wanted),
            sought: Sought::Undefined,
            scopes: Vec::new(),
            found: &mut |name, at, scopes| {
                let in_scope = in_scope(scopes);
                found.push(Undefined { name: name.clone(), at, in_scope });
            },
        };
        walk.expr(Here { part: self, start: TextSize::default() }, self.root());
        found.sort_by_key(|undefined| undefined.at.start());
        // The `from` of `inherit (from) a b` is walked into with each name.
        found.dedup_by_key(|undefined| undefined.at);
        found
    }

    /// Where the body of a function first uses its argument `name`, from the part's start.
    pub(crate) fn first_use(&self, lambda: ExprId, name: &str) -> Option<TextRange> {
        let Expr::Lambda { body, .. } = self.expr(lambda) else { return None };
        let mut first: Option<TextRange> = None;
        let mut walk = Walk {
            is_wanted: &|it| it == name,
            reaches: &|part| part.free.iter().any(|free| free.name == name),
            sought: Sought::Uses,
            scopes: Vec::new(),
            found: &mut |_, at, _| {
                first = first.filter(|first| first.start() <= at.start()).or(Some(at));
            },
        };
        walk.expr(Here { part: self, start: TextSize::default() }, *body);
        first
    }
}

/// The names that scopes bind, then those that need none.
fn in_scope(scopes: &[Scope<'_>]) -> Vec<SmolStr> {
    let bound = scopes.iter().rev().flat_map(Scope::names);
    bound.chain(needs_no_scope().map(SmolStr::new_static)).collect()
}

/// A part, and where it begins.
#[derive(Clone, Copy)]
struct Here<'p> {
    part: &'p Part,
    start: TextSize,
}

/// What binds names.
#[derive(Clone, Copy)]
enum Scope<'p> {
    Set(&'p Part, &'p Bindings),
    Function(&'p Param),
    /// It may bind any name, but none that a scope around it binds.
    With,
}

impl Scope<'_> {
    fn binds(&self, name: &str) -> bool {
        match self {
            Scope::Set(part, bindings) => part.find(bindings, name).is_some(),
            Scope::Function(param) => param.binds(name),
            Scope::With => false,
        }
    }

    fn names(&self) -> Vec<SmolStr> {
        match self {
            Scope::Set(part, bindings) => {
                let entries = bindings.entries.iter().filter_map(|&entry| part.binding(entry));
                entries.map(|(binding, _)| binding.name.clone()).collect()
            }
            Scope::Function(Param::Name(name)) => vec![name.clone()],
            Scope::Function(Param::Pattern { fields, whole, .. }) => {
                fields.iter().map(|(name, _)| name).chain(whole).cloned().collect()
            }
            Scope::Function(Param::Missing) | Scope::With => Vec::new(),
        }
    }
}

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sought {
    /// Names that nothing binds. Within a `with` there is none.
    Undefined,
    /// Uses of what a function is given. To pass it on under its own name, `inherit name`, is none yet.
    Uses,
}

/// A name that no scope binds, its place, and the scopes.
type Find<'w, 'p> = dyn FnMut(&SmolStr, TextRange, &[Scope<'p>]) + 'w;

/// A walk to the names that nothing on the way binds.
struct Walk<'w, 'p> {
    is_wanted: &'w dyn Fn(&str) -> bool,
    /// May such a name stand in a part?
    reaches: &'w dyn Fn(&Part) -> bool,
    sought: Sought,
    scopes: Vec<Scope<'p>>,
    found: &'w mut Find<'w, 'p>,
}

impl<'p> Walk<'_, 'p> {
    fn expr(&mut self, here: Here<'p>, id: ExprId) {
        match here.part.expr(id) {
            Expr::Ident(name) => self.name(name, here.part.range(id) + here.start),
            Expr::String(parts) | Expr::Path(parts) => self.text(here, parts),
            Expr::List(items) => items.iter().for_each(|&item| self.expr(here, item)),
            Expr::AttrSet { recursive, bindings } => self.set(here, *bindings, *recursive),
            Expr::LetIn { bindings, body } => {
                self.set(here, *bindings, true);
                let scope = Scope::Set(here.part, here.part.bindings(*bindings));
                self.within(scope, |walk| walk.expr(here, *body));
            }
            Expr::Lambda { param, body } => self.within(Scope::Function(param), |walk| {
                walk.defaults(here, param);
                walk.expr(here, *body);
            }),
            Expr::With { namespace, body } => {
                self.expr(here, *namespace);
                self.within(Scope::With, |walk| walk.expr(here, *body));
            }
            Expr::Select { set, path, default } => {
                self.expr(here, *set);
                self.path(here, path);
                default.iter().for_each(|&default| self.expr(here, default));
            }
            Expr::HasAttr { set, path } => {
                self.expr(here, *set);
                self.path(here, path);
            }
            plain => operands(plain).into_iter().flatten().for_each(|it| self.expr(here, it)),
        }
    }

    fn name(&mut self, name: &SmolStr, at: TextRange) {
        let may_bind = |scope: &Scope<'_>| match scope {
            Scope::With => self.sought == Sought::Undefined,
            scope => scope.binds(name),
        };
        if (self.is_wanted)(name) && !self.scopes.iter().any(may_bind) {
            (self.found)(name, at, &self.scopes);
        }
    }

    fn within(&mut self, scope: Scope<'p>, walk: impl FnOnce(&mut Self)) {
        self.scopes.push(scope);
        walk(self);
        self.scopes.pop();
    }

    /// A set; with `sees_itself` its values may name each other.
    fn set(&mut self, here: Here<'p>, id: BindingsId, sees_itself: bool) {
        let bindings = here.part.bindings(id);
        if self.sought == Sought::Undefined {
            self.inherited(here, bindings);
        }
        if sees_itself {
            let scope = Scope::Set(here.part, bindings);
            self.within(scope, |walk| walk.values(here, bindings));
        } else {
            self.values(here, bindings);
        }
    }

    /// The names that a set takes over from the scope around it.
    fn inherited(&mut self, here: Here<'p>, bindings: &Bindings) {
        for &entry in &bindings.entries {
            if let Some((binding, _)) = here.part.binding(entry)
                && let BindingValue::Inherit(value) = binding.value
            {
                self.expr(here, value);
            }
        }
    }

    fn values(&mut self, here: Here<'p>, bindings: &'p Bindings) {
        for &entry in &bindings.entries {
            match entry {
                Entry::Own(_) => {
                    if let Some((binding, _)) = here.part.binding(entry)
                        && let BindingValue::Expr(value) = binding.value
                    {
                        self.expr(here, value);
                    }
                }
                Entry::Part(number) => self.part(here, number),
            }
        }
        for &(name, value) in &bindings.dynamic {
            self.expr(here, name);
            self.expr(here, value);
        }
    }

    fn part(&mut self, here: Here<'p>, number: u32) {
        let Some(child) = here.part.child(number) else { return };
        if (self.reaches)(&child.part) {
            let inner = Here { part: &child.part, start: here.start + child.offset };
            self.expr(inner, child.part.root());
        }
    }

    fn defaults(&mut self, here: Here<'p>, param: &'p Param) {
        if let Param::Pattern { fields, .. } = param {
            let defaults = fields.iter().filter_map(|(_, default)| *default);
            defaults.for_each(|default| self.expr(here, default));
        }
    }

    fn text(&mut self, here: Here<'p>, parts: &[StringPart]) {
        for part in parts {
            if let StringPart::Interpolation(expr) = part {
                self.expr(here, *expr);
            }
        }
    }

    fn path(&mut self, here: Here<'p>, path: &[AttrName]) {
        for name in path {
            if let AttrName::Dynamic(expr) = name {
                self.expr(here, *expr);
            }
        }
    }
}

/// The expressions in one that binds no names.
fn operands(expr: &Expr) -> [Option<ExprId>; 3] {
    match *expr {
        Expr::Apply { function, argument } => [Some(function), Some(argument), None],
        Expr::If { condition, then, otherwise } => [Some(condition), Some(then), Some(otherwise)],
        Expr::Assert { condition, body } => [Some(condition), Some(body), None],
        Expr::Unary { operand, .. } => [Some(operand), None, None],
        Expr::Binary { left, right, .. } => [Some(left), Some(right), None],
        _ => [None; 3],
    }
}
