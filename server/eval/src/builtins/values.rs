//! `builtins` about values of any type: what they are, and the order in which they are evaluated.

use std::sync::Arc;

use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, ThunkId, Unknown, UnknownKind, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "abort", arity: 1, run: throw },
    Native { name: "addErrorContext", arity: 2, run: second },
    Native { name: "deepSeq", arity: 2, run: second },
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
    Native { name: "seq", arity: 2, run: second },
    Native { name: "throw", arity: 1, run: throw },
    Native { name: "toString", arity: 1, run: to_string },
    Native { name: "trace", arity: 2, run: second },
    Native { name: "traceVerbose", arity: 2, run: second },
    Native { name: "tryEval", arity: 1, run: try_eval },
    Native { name: "typeOf", arity: 1, run: type_of },
    Native { name: "unsafeDiscardStringContext", arity: 1, run: first },
    Native { name: "warn", arity: 2, run: second },
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

fn first(call: &mut Call<'_, '_>) -> Answer {
    call.value(0)
}

/// What comes before the second argument only matters for errors and messages.
fn second(call: &mut Call<'_, '_>) -> Answer {
    call.value(1)
}

fn throw(call: &mut Call<'_, '_>) -> Answer {
    let why = match call.text(0) {
        Ok(message) => format!("evaluation ends here: {message}"),
        Err(_) => "evaluation ends here".to_owned(),
    };
    Err(Arc::new(Unknown { why, at: Some(call.at), kind: UnknownKind::Thrown }))
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
