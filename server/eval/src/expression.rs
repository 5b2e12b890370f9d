//! What each kind of expression evaluates to.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::{SmolStr, SmolStrBuilder};

use crate::evaluator::{Evaluator, Scope};
use crate::files::normalize;
use crate::hir::{AttrName, BindingValue, BindingsId, Expr, ExprId, StringPart};
use crate::occurrence::{Code, Occurrence, OccurrenceId};
use crate::operator::BYTES_A_STEP;
use crate::refusal::RefusalKind;
use crate::value::{
    Attr, AttrSite, Attrs, Closure, List, Origin, ScopeId, ThunkId, Unknown, UnknownKind, Value,
};

/// Where evaluation stands: the part, the names in scope, and the expression's place.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'s> {
    within: OccurrenceId,
    /// The same, at hand.
    here: &'s Occurrence,
    expr: ExprId,
    scope: ScopeId,
}

impl<'s> Frame<'s> {
    pub(crate) fn new(
        within: OccurrenceId,
        here: &'s Occurrence,
        expr: ExprId,
        scope: ScopeId,
    ) -> Frame<'s> {
        Frame { within, here, expr, scope }
    }
}

impl Frame<'_> {
    /// Where the expression is written.
    pub(crate) fn origin(self) -> Origin {
        self.here.expr_origin(self.expr)
    }

    /// The expression's value, to its outermost shape.
    pub(crate) fn eval(self, ev: &mut Evaluator<'_>) -> Value {
        match self.here.part.expr(self.expr) {
            Expr::Missing => self.unknown("nothing readable is written here yet"),
            Expr::Null => Value::Null,
            Expr::Bool(bool) => Value::Bool(*bool),
            Expr::Int(int) => Value::Int(*int),
            Expr::Float(float) => Value::Float(*float),
            Expr::String(parts) => self.string(ev, parts),
            Expr::Path(parts) => self.path(ev, parts),
            Expr::SearchPath(path) => self.unknown(format!("`{path}` depends on the machine")),
            Expr::Ident(name) => self.placed(ev.lookup(name, self.scope, self.origin())),
            Expr::List(items) => {
                let items = items.iter().map(|&item| self.delay(ev, item)).collect();
                Value::List(Arc::new(List { items, open: None }))
            }
            Expr::AttrSet { recursive, bindings } => self.attr_set(ev, *recursive, *bindings),
            Expr::LetIn { bindings, body } => {
                let scope = self.inner_scope(ev);
                self.attrs(ev, *bindings, Some(scope));
                self.in_scope(scope).value(ev, *body)
            }
            Expr::Lambda { .. } => Value::Lambda(Arc::new(Closure {
                within: self.within,
                occurrence: self.here.clone(),
                lambda: self.expr,
                scope: self.scope,
            })),
            Expr::Apply { function, argument } => {
                let function = self.value(ev, *function);
                let argument = self.argument(ev, *argument);
                ev.apply(function, argument, self.origin())
            }
            Expr::Select { set, path, default } => self.select_or(ev, *set, path, *default),
            Expr::HasAttr { set, path } => self.has_attr(ev, *set, path),
            Expr::With { namespace, body } => {
                let namespace = self.delay(ev, *namespace);
                let scope = ev.scope(Scope::With { parent: self.scope, namespace });
                self.in_scope(scope).value(ev, *body)
            }
            Expr::If { condition, then, otherwise } => match self.value(ev, *condition) {
                Value::Bool(true) => self.value(ev, *then),
                Value::Bool(false) => self.value(ev, *otherwise),
                other => self.instead_of(other, "a condition that is neither true nor false"),
            },
            Expr::Assert { condition, body } => self.assert(ev, *condition, *body),
            Expr::Unary { operator, operand } => {
                let operand = self.value(ev, *operand);
                ev.unary(*operator, operand, self.origin())
            }
            Expr::Binary { operator, left, right } => {
                let (left, right) = (self.delay(ev, *left), self.delay(ev, *right));
                ev.binary(*operator, left, right, self.origin())
            }
        }
    }

    fn select_or(
        self,
        ev: &mut Evaluator<'_>,
        set: ExprId,
        path: &[AttrName],
        default: Option<ExprId>,
    ) -> Value {
        match (self.select(ev, set, path), default) {
            (Selected::Value(value), _) => self.placed(value),
            (Selected::Absent, Some(default)) => self.value(ev, default),
            (Selected::Absent, None) => self.unknown("there is no such attribute"),
        }
    }

    /// Of an assertion that can't be told we take that it holds.
    fn assert(self, ev: &mut Evaluator<'_>, condition: ExprId, body: ExprId) -> Value {
        match self.value(ev, condition) {
            Value::Bool(false) => Value::Unknown(Arc::new(Unknown {
                kind: UnknownKind::Thrown,
                ..self.reason("an assertion does not hold")
            })),
            Value::Unknown(unknown) if unknown.kind == UnknownKind::Thrown => {
                Value::Unknown(unknown)
            }
            _ => self.value(ev, body),
        }
    }

    fn value(self, ev: &mut Evaluator<'_>, expr: ExprId) -> Value {
        ev.eval(self.within, self.here, expr, self.scope)
    }

    /// What a function is called with. A name stands for what it is bound to, so that what the
    /// function makes of it leads to where that is written.
    fn argument(self, ev: &mut Evaluator<'_>, expr: ExprId) -> ThunkId {
        if let Expr::Ident(name) = self.here.part.expr(expr)
            && let Some(bound) = ev.bound(name, self.scope)
        {
            return bound;
        }
        self.delay(ev, expr)
    }

    fn delay(self, ev: &mut Evaluator<'_>, expr: ExprId) -> ThunkId {
        self.delay_code(ev, Code::Expr(expr))
    }

    fn delay_code(self, ev: &mut Evaluator<'_>, code: Code) -> ThunkId {
        ev.delay(self.within, self.here, code, self.scope)
    }

    fn in_scope(self, scope: ScopeId) -> Self {
        Frame { scope, ..self }
    }

    fn inner_scope(self, ev: &mut Evaluator<'_>) -> ScopeId {
        ev.scope(Scope::Names { parent: self.scope, names: FxHashMap::default() })
    }

    fn unknown(self, why: impl Into<String>) -> Value {
        Value::unknown(why, Some(self.origin()))
    }

    /// An unknown that has no place of its own went wrong here.
    fn placed(self, value: Value) -> Value {
        match value {
            Value::Unknown(unknown) if unknown.at.is_none() => {
                Value::Unknown(Arc::new(Unknown { at: Some(self.origin()), ..(*unknown).clone() }))
            }
            value => value,
        }
    }

    /// An unknown stays what it is; any other value is of the wrong type here.
    fn instead_of(self, value: Value, why: &str) -> Value {
        match value {
            Value::Unknown(_) => value,
            _ => self.unknown(why),
        }
    }

    fn attr_set(self, ev: &mut Evaluator<'_>, recursive: bool, bindings: BindingsId) -> Value {
        let scope = recursive.then(|| self.inner_scope(ev));
        let attrs = self.attrs(ev, bindings, scope);
        match attrs.open {
            // A name in whose making evaluation ends.
            Some(unknown) if unknown.kind == UnknownKind::Thrown => Value::Unknown(unknown),
            _ => Value::Attrs(Arc::new(attrs)),
        }
    }

    /// The attributes that are bound, delayed in `inner` if the bindings see each other; then they
    /// are bound in it as well.
    fn attrs(self, ev: &mut Evaluator<'_>, id: BindingsId, inner: Option<ScopeId>) -> Attrs {
        let within = self.in_scope(inner.unwrap_or(self.scope));
        let bindings = self.here.part.bindings(id);
        let mut entries = Vec::with_capacity(bindings.entries.len());
        for &entry in &bindings.entries {
            let Some((binding, offset)) = self.here.part.binding(entry) else { continue };
            let value = match binding.value {
                BindingValue::Expr(expr) => within.delay_code(ev, Code::of(entry, expr)),
                BindingValue::Inherit(expr) => self.delay(ev, expr),
            };
            let sites = binding.sites.iter().map(|site| {
                let name = self.here.origin(site.name + offset);
                AttrSite { name, whole: site.whole }
            });
            let sites = sites.collect();
            entries.push(Attr { name: binding.name.clone(), value, sites });
        }
        if let Some(inner) = inner {
            let names = entries.iter().map(|attr| (attr.name.clone(), attr.value)).collect();
            ev.bind(inner, names);
        }
        if bindings.dynamic.is_empty() {
            return Attrs::of_literal(entries, bindings.names.clone(), self.origin());
        }
        let open = within.dynamic(ev, &bindings.dynamic, &mut entries);
        Attrs::new(entries, open, vec![self.origin()])
    }

    /// Adds the attributes whose names are computed; gives a name that can't be told.
    fn dynamic(
        self,
        ev: &mut Evaluator<'_>,
        dynamic: &[(ExprId, ExprId)],
        entries: &mut Vec<Attr>,
    ) -> Option<Arc<Unknown>> {
        let mut open = None;
        for &(name, value) in dynamic {
            match self.value(ev, name) {
                Value::String(text) => {
                    let site = AttrSite { name: self.here.expr_origin(name), whole: true };
                    let value = self.delay(ev, value);
                    entries.push(Attr { name: text, value, sites: site.into() });
                }
                // `${null} = …` binds nothing.
                Value::Null => {}
                Value::Unknown(unknown) => open = open.or(Some(unknown)),
                _ => open = Some(Arc::new(self.reason("a name that is not a string"))),
            }
        }
        open
    }

    fn reason(self, why: &str) -> Unknown {
        Unknown::new(why, Some(self.origin()))
    }

    /// `set ? path`. The last value is not looked at: its name is there whatever it is.
    fn has_attr(self, ev: &mut Evaluator<'_>, set: ExprId, path: &[AttrName]) -> Value {
        let Some((last, outer)) = path.split_last() else {
            return self.unknown("nothing readable is written here yet");
        };
        let Selected::Value(value) = self.select(ev, set, outer) else {
            return Value::Bool(false);
        };
        let name = match self.attr_name(ev, last) {
            Ok(name) => name,
            Err(unknown) => return unknown,
        };
        match value {
            Value::Attrs(attrs) => match (attrs.get(&name), &attrs.open) {
                (None, Some(open)) => Value::Unknown(open.clone()),
                (known, _) => Value::Bool(known.is_some()),
            },
            Value::Unknown(_) => value,
            _ => Value::Bool(false),
        }
    }

    fn attr_name(self, ev: &mut Evaluator<'_>, name: &AttrName) -> Result<SmolStr, Value> {
        match name {
            AttrName::Static(name) => Ok(name.clone()),
            AttrName::Dynamic(expr) => match self.value(ev, *expr) {
                Value::String(name) => Ok(name),
                other => Err(self.instead_of(other, "a name that is not a string")),
            },
        }
    }

    fn select(self, ev: &mut Evaluator<'_>, set: ExprId, path: &[AttrName]) -> Selected {
        let mut value = self.value(ev, set);
        for name in path {
            let name = match self.attr_name(ev, name) {
                Ok(name) => name,
                Err(unknown) => return Selected::Value(unknown),
            };
            match value {
                Value::Attrs(attrs) => match (attrs.get(&name), &attrs.open) {
                    (Some(attr), _) => {
                        value = ev.force(attr.value);
                        self.refuse_circle(ev, attr, &value);
                    }
                    (None, Some(open)) => return Selected::Value(Value::Unknown(open.clone())),
                    (None, None) => return Selected::Absent,
                },
                Value::Unknown(_) => return Selected::Value(value),
                _ => return Selected::Absent,
            }
        }
        Selected::Value(value)
    }

    /// A value of ours that waits for what is being worked out is no value in Nix. Where it went
    /// through others' hands, it was met before.
    fn refuse_circle(self, ev: &mut Evaluator<'_>, attr: &Attr, value: &Value) {
        if let Value::Unknown(unknown) = value
            && unknown.kind == UnknownKind::Circular
            && ev.origin(attr.value).is_none()
        {
            ev.refuse(self.origin(), RefusalKind::Circle);
        }
    }

    fn string(self, ev: &mut Evaluator<'_>, parts: &[StringPart]) -> Value {
        match self.text(ev, parts) {
            Ok(text) => Value::String(text),
            Err(unknown) => unknown,
        }
    }

    fn text(self, ev: &mut Evaluator<'_>, parts: &[StringPart]) -> Result<SmolStr, Value> {
        if let [StringPart::Literal(text)] = parts {
            return Ok(text.clone());
        }
        let mut out = SmolStrBuilder::new();
        for part in parts {
            match part {
                StringPart::Literal(text) => out.push_str(text),
                StringPart::Interpolation(expr) => match self.interpolated(ev, *expr) {
                    Value::String(text) => {
                        ev.burn(text.len() / BYTES_A_STEP);
                        if let Some(exhausted) = ev.exhausted(Some(self.origin())) {
                            return Err(Value::Unknown(exhausted));
                        }
                        out.push_str(&text);
                    }
                    other => return Err(self.instead_of(other, "not a string inside a string")),
                },
            }
        }
        Ok(out.finish())
    }

    fn interpolated(self, ev: &mut Evaluator<'_>, expr: ExprId) -> Value {
        let value = self.value(ev, expr);
        ev.interpolate(value, self.origin())
    }

    fn path(self, ev: &mut Evaluator<'_>, parts: &[StringPart]) -> Value {
        let text = match self.text(ev, parts) {
            Ok(text) => text,
            Err(unknown) => return unknown,
        };
        if text.starts_with('~') {
            return self.unknown("a path in somebody's home depends on the machine");
        }
        let folder = ev.folder(self.here.file);
        let path = Arc::from(normalize(&folder.join(text.as_str())));
        if matches!(parts, [StringPart::Literal(_)]) && !text.starts_with('/') {
            ev.note_literal(&path, self.origin());
        }
        Value::Path(path)
    }
}

/// What looking up an attribute path comes to.
enum Selected {
    Value(Value),
    Absent,
}
