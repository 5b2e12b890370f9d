//! `builtins` about values of any type: what they are, and the order in which they are evaluated.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::builtins::doubt;
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, ThunkId, Unknown, UnknownKind, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "abort", arity: 1, run: abort },
    Native { name: "addErrorContext", arity: 2, run: |call| call.value(1) },
    Native { name: "break", arity: 1, run: |call| call.value(0) },
    Native { name: "deepSeq", arity: 2, run: deep_seq },
    Native {
        name: "isAttrs",
        arity: 1,
        run: |call| is(call, |value| matches!(value, Value::Attrs(_))),
    },
    Native {
        name: "isBool",
        arity: 1,
        run: |call| is(call, |value| matches!(value, Value::Bool(_))),
    },
    Native {
        name: "isFloat",
        arity: 1,
        run: |call| is(call, |value| matches!(value, Value::Float(_))),
    },
    Native { name: "isFunction", arity: 1, run: |call| is(call, is_function) },
    Native {
        name: "isInt",
        arity: 1,
        run: |call| is(call, |value| matches!(value, Value::Int(_))),
    },
    Native {
        name: "isList",
        arity: 1,
        run: |call| is(call, |value| matches!(value, Value::List(_))),
    },
    Native { name: "isNull", arity: 1, run: |call| is(call, |value| matches!(value, Value::Null)) },
    Native {
        name: "isPath",
        arity: 1,
        run: |call| is(call, |value| matches!(value, Value::Path(_))),
    },
    Native {
        name: "isString",
        arity: 1,
        run: |call| is(call, |value| matches!(value, Value::String(_))),
    },
    Native { name: "seq", arity: 2, run: seq },
    Native { name: "throw", arity: 1, run: throw },
    Native { name: "toString", arity: 1, run: to_string },
    Native { name: "trace", arity: 2, run: seq },
    // Nix looks at the message only if it is told to be verbose.
    Native { name: "traceVerbose", arity: 2, run: |call| call.value(1) },
    Native { name: "tryEval", arity: 1, run: try_eval },
    Native { name: "typeOf", arity: 1, run: type_of },
    Native { name: "warn", arity: 2, run: seq },
];

fn is(call: &mut Call<'_, '_>, test: fn(&Value) -> bool) -> Answer {
    let value = call.value(0)?;
    Ok(test(&value).into())
}

fn is_function(value: &Value) -> bool {
    matches!(value, Value::Lambda(_) | Value::Native(_))
}

fn type_of(call: &mut Call<'_, '_>) -> Answer {
    let name = match call.value(0)? {
        Value::Unknown(unknown) => return Err(unknown),
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int",
        Value::Float(_) => "float",
        Value::String(_) => "string",
        Value::Path(_) => "path",
        Value::List(_) => "list",
        Value::Attrs(_) => "set",
        Value::Lambda(_) | Value::Native(_) => "lambda",
    };
    Ok(Value::String(name.into()))
}

fn to_string(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    call.ev.text_of(value, call.at).into()
}

/// What comes before the second argument matters only when evaluation ends there. Of what can't be
/// told we take that it does not.
fn seq(call: &mut Call<'_, '_>) -> Answer {
    if let Err(unknown) = call.value(0) {
        doubt(unknown)?;
    }
    call.value(1)
}

/// So many values are looked into for one that ends evaluation: it rarely does, and they may be a
/// whole configuration.
const DEEP: usize = 10_000;

fn deep_seq(call: &mut Call<'_, '_>) -> Answer {
    let mut pending = vec![call.thunk(0)];
    let mut seen = FxHashSet::default();
    while let Some(thunk) = pending.pop() {
        if seen.len() >= DEEP || !seen.insert(thunk) {
            continue;
        }
        match call.ev.force(thunk) {
            Value::Unknown(unknown) => drop(doubt(unknown)?),
            Value::List(list) => pending.extend(list.items.iter().rev()),
            Value::Attrs(attrs) => pending.extend(attrs.entries.iter().rev().map(|it| it.value)),
            _ => {}
        }
    }
    call.value(1)
}

/// A message that can't be told may itself end evaluation, and not as `throw` does.
fn throw(call: &mut Call<'_, '_>) -> Answer {
    let why = format!("evaluation ends here: {}", call.text(0)?);
    Err(Arc::new(Unknown { why, at: Some(call.at), kind: UnknownKind::Thrown }))
}

/// Unlike after `throw`, nothing goes on from here, not even by `tryEval`.
fn abort(call: &mut Call<'_, '_>) -> Answer {
    let message = call.text(0)?;
    Err(call.unknown(format!("evaluation ends here: {message}")))
}

fn try_eval(call: &mut Call<'_, '_>) -> Answer {
    let argument = call.thunk(0);
    match call.ev.force(argument) {
        Value::Unknown(unknown) if unknown.kind == UnknownKind::Thrown => {
            let value = call.ready(false);
            Ok(tried(call, false, value))
        }
        Value::Unknown(unknown) => Err(unknown),
        _ => Ok(tried(call, true, argument)),
    }
}

fn tried(call: &mut Call<'_, '_>, success: bool, value: ThunkId) -> Value {
    let success = call.ready(success);
    let entries =
        vec![call.attr("success".into(), success, None), call.attr("value".into(), value, None)];
    Attrs::new(entries, None, Vec::new()).into()
}
