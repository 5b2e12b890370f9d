//! Calls.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::evaluator::{Evaluator, Scope};
use crate::hir::{Expr, ExprId, Param};
use crate::native::{Call, Partial};
use crate::occurrence::Code;
use crate::value::{Attrs, Closure, Origin, ScopeId, ThunkId, Unknown, UnknownKind, Value};

impl Evaluator<'_> {
    /// The result of calling `function` with `argument`; `at` is the call.
    pub(crate) fn apply(&mut self, function: Value, argument: ThunkId, at: Origin) -> Value {
        match function {
            Value::Lambda(closure) => self.call_closure(&closure, argument),
            Value::Native(partial) => self.call_native(&partial, argument, at),
            Value::Attrs(attrs) => self.call_set(attrs, argument, at),
            Value::Unknown(unknown) => Value::Unknown(unknown),
            _ => Value::unknown("a call of something that is not a function", Some(at)),
        }
    }

    /// The result of calling a function with arguments one after the other.
    pub fn call(&mut self, function: ThunkId, arguments: &[ThunkId], at: Origin) -> Value {
        let mut value = self.force(function);
        for &argument in arguments {
            value = self.apply(value, argument, at);
        }
        value
    }

    fn call_native(&mut self, partial: &Partial, argument: ThunkId, at: Origin) -> Value {
        let native = partial.native;
        let mut given = Vec::with_capacity(native.arity);
        given.extend_from_slice(&partial.given);
        given.push(argument);
        if given.len() < native.arity {
            return Value::Native(Arc::new(Partial { native, given }));
        }
        self.within_bounds(Some(at), |ev| {
            let mut call = Call { ev, native, arguments: &given, at };
            (native.run)(&mut call).unwrap_or_else(Value::Unknown)
        })
    }

    /// A set with a `__functor` can be called: that is given the set, then the argument.
    fn call_set(&mut self, attrs: Arc<Attrs>, argument: ThunkId, at: Origin) -> Value {
        match (attrs.get("__functor").map(|attr| attr.value), &attrs.open) {
            (Some(functor), _) => {
                let set = self.ready(Value::Attrs(attrs), Some(at));
                self.within_bounds(Some(at), |ev| ev.call(functor, &[set, argument], at))
            }
            (None, Some(open)) => Value::Unknown(open.clone()),
            (None, None) => Value::unknown("a call of something that is not a function", Some(at)),
        }
    }

    fn call_closure(&mut self, closure: &Closure, argument: ThunkId) -> Value {
        let Expr::Lambda { param, body } = closure.occurrence.part.expr(closure.lambda) else {
            return Value::unknown("a call of something that is not a function", None);
        };
        let names = FxHashMap::default();
        let scope = self.scope(Scope::Names { parent: closure.scope, names });
        let names = match param {
            Param::Name(name) => FxHashMap::from_iter([(name.clone(), argument)]),
            Param::Pattern { fields, whole, .. } => {
                // A pattern looks at the argument: what ends there, ends the call.
                if let Value::Unknown(unknown) = self.force(argument)
                    && unknown.kind == UnknownKind::Thrown
                {
                    return Value::Unknown(unknown);
                }
                let mut names = self.fields(closure, fields, argument, scope);
                names.extend(whole.iter().map(|whole| (whole.clone(), argument)));
                names
            }
            Param::Missing => FxHashMap::default(),
        };
        self.bind(scope, names);
        self.eval(closure.within, &closure.occurrence, *body, scope)
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
                (Err(None), Some(default)) => {
                    let code = Code::Expr(*default);
                    self.delay(closure.within, &closure.occurrence, code, scope)
                }
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
        self.occurrence.expr_origin(self.lambda)
    }
}
