//! `builtins` about a string's context: from which derivations it was made. That is not followed;
//! the text is the same with any context.

use crate::native::{Answer, Call, Native};
use crate::value::Value;

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "addDrvOutputDependencies", arity: 1, run: text },
    Native { name: "appendContext", arity: 2, run: |call| call.string(0).map(Value::String) },
    Native { name: "getContext", arity: 1, run: context },
    Native { name: "hasContext", arity: 1, run: context },
    Native { name: "unsafeDiscardOutputDependency", arity: 1, run: text },
    Native { name: "unsafeDiscardStringContext", arity: 1, run: text },
];

fn text(call: &mut Call<'_, '_>) -> Answer {
    call.text(0).map(Value::String)
}

fn context(call: &mut Call<'_, '_>) -> Answer {
    call.string(0)?;
    Err(call.unknown("from which derivations a string is made is not followed"))
}
