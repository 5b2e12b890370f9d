//! Calls.

use std::path::Path;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::evaluator::{Evaluator, Scope};
use crate::hir::{Expr, ExprId, Param};
use crate::value::{Builtin, Closure, Origin, ScopeId, ThunkId, Unknown, Value};

impl Evaluator<'_> {
    /// The result of calling `function` with `argument`; `at` is the call.
    pub(crate) fn apply(&mut self, function: Value, argument: ThunkId, at: Origin) -> Value {
        match function {
            Value::Lambda(closure) => self.call(&closure, argument),
            Value::Builtin(Builtin::Import) => match self.force(argument) {
                Value::Path(path) => {
                    let thunk = self.import(&path, Some(at));
                    self.force(thunk)
                }
                Value::String(path) if path.starts_with('/') => {
                    let thunk = self.import(Path::new(path.as_str()), Some(at));
                    self.force(thunk)
                }
                Value::Unknown(unknown) => Value::Unknown(unknown),
                _ => Value::unknown("`import` of something that is not a path", Some(at)),
            },
            Value::Builtin(builtin) => self.apply_flake_function(builtin, argument, at),
            Value::Unknown(unknown) => Value::Unknown(unknown),
            _ => Value::unknown("a call of something that is not a function", Some(at)),
        }
    }

    fn call(&mut self, closure: &Closure, argument: ThunkId) -> Value {
        let Expr::Lambda { param, body } = closure.source.hir.expr(closure.lambda) else {
            return Value::unknown("a call of something that is not a function", None);
        };
        let names = FxHashMap::default();
        let scope = self.scope(Scope::Names { parent: closure.scope, names });
        let names = match param {
            Param::Name(name) => FxHashMap::from_iter([(name.clone(), argument)]),
            Param::Pattern { fields, whole, .. } => {
                let mut names = self.fields(closure, fields, argument, scope);
                names.extend(whole.iter().map(|whole| (whole.clone(), argument)));
                names
            }
            Param::Missing => FxHashMap::default(),
        };
        self.bind(scope, names);
        self.eval(&closure.source, *body, scope)
    }

    /// What the fields of a pattern are bound to. Defaults are delayed in `scope`: they see the
    /// other fields.
    fn fields(
        &mut self,
        closure: &Closure,
        fields: &[(SmolStr, Option<ExprId>)],
        argument: ThunkId,
        scope: ScopeId,
    ) -> FxHashMap<SmolStr, ThunkId> {
        let argument = self.force(argument);
        let mut names = FxHashMap::default();
        for (name, default) in fields {
            let given = match &argument {
                Value::Attrs(attrs) => match (attrs.get(name), &attrs.open) {
                    (Some(attr), _) => Ok(attr.value),
                    (None, open) => Err(open.clone()),
                },
                Value::Unknown(unknown) => Err(Some(unknown.clone())),
                _ => Err(None),
            };
            let thunk = match (given, default) {
                (Ok(thunk), _) => thunk,
                (Err(None), Some(default)) => self.delay(&closure.source, *default, scope),
                (Err(why), _) => self.ready(missing_field(name, why.as_deref()), None),
            };
            names.insert(name.clone(), thunk);
        }
        names
    }
}

/// The value of a field that the call does not give. Its place is where the name is used.
fn missing_field(name: &str, why: Option<&Unknown>) -> Value {
    let why = match why {
        Some(unknown) => format!("`{name}` is not known here: {}", unknown.why),
        None => format!("the function is called without `{name}`"),
    };
    Value::unknown(why, None)
}

impl Closure {
    pub(crate) fn origin(&self) -> Origin {
        Origin { file: self.source.id, span: self.source.hir.span(self.lambda) }
    }
}
