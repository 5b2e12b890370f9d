//! `lib.trivial`.

use std::cmp::Ordering;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::library::{Passes, Section};
use crate::native::{Answer, Call, Native, Partial};
use crate::value::{Attrs, List, ThunkId, Unknown, Value};

pub(super) static SECTION: Section = Section {
    name: "trivial",
    functions: &[FUNCTIONS],
    builtins: &[
        "add",
        "bitAnd",
        "bitOr",
        "bitXor",
        "ceil",
        "deepSeq",
        "div",
        "floor",
        "genericClosure",
        "isBool",
        "isFloat",
        "isInt",
        "lessThan",
        "mul",
        "pathExists",
        "readFile",
        "seq",
        "sub",
    ],
    values: |_| Vec::new(),
    passes: Passes::AllBut(&[]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "and", arity: 2, run: |call| logical(call, false) },
    Native { name: "bitNot", arity: 1, run: |call| Ok(Value::Int(!call.int(0)?)) },
    Native { name: "boolToString", arity: 1, run: |call| word(call, "true", "false") },
    Native { name: "boolToYesNo", arity: 1, run: |call| word(call, "yes", "no") },
    Native { name: "checkListOfEnum", arity: 4, run: check_list_of_enum },
    Native { name: "compare", arity: 2, run: compare },
    Native { name: "concat", arity: 2, run: concat },
    Native { name: "const", arity: 2, run: |call| call.value(0) },
    Native { name: "defaultTo", arity: 2, run: default_to },
    Native { name: "flip", arity: 3, run: flip },
    Native { name: "fromHexString", arity: 1, run: from_hex_string },
    Native { name: "functionArgs", arity: 1, run: function_args },
    Native { name: "id", arity: 1, run: |call| call.value(0) },
    Native { name: "importJSON", arity: 1, run: |call| import_data(call, "importJSON") },
    Native { name: "importTOML", arity: 1, run: |call| import_data(call, "importTOML") },
    Native { name: "info", arity: 2, run: |call| call.value(1) },
    Native { name: "isFunction", arity: 1, run: is_function },
    Native { name: "mapNullable", arity: 2, run: map_nullable },
    Native { name: "max", arity: 2, run: |call| extreme(call, Ordering::Greater) },
    Native { name: "mergeAttrs", arity: 2, run: merge_attrs },
    Native { name: "min", arity: 2, run: |call| extreme(call, Ordering::Less) },
    Native { name: "mirrorFunctionArgs", arity: 2, run: mirror_function_args },
    Native { name: "mod", arity: 2, run: modulo },
    Native { name: "or", arity: 2, run: |call| logical(call, true) },
    Native { name: "pipe", arity: 2, run: pipe },
    Native { name: "setFunctionArgs", arity: 2, run: set_function_args },
    Native { name: "showWarnings", arity: 2, run: |call| call.value(1) },
    Native { name: "splitByAndCompare", arity: 5, run: split_by_and_compare },
    Native { name: "throwIf", arity: 3, run: |call| throw_if(call, true) },
    Native { name: "throwIfNot", arity: 3, run: |call| throw_if(call, false) },
    Native { name: "toBaseDigits", arity: 2, run: to_base_digits },
    Native { name: "toFunction", arity: 1, run: to_function },
    Native { name: "toHexString", arity: 1, run: to_hex_string },
    Native { name: "warn", arity: 2, run: |call| call.value(1) },
    Native { name: "warnIf", arity: 3, run: |call| call.value(2) },
    Native { name: "warnIfNot", arity: 3, run: |call| call.value(2) },
    Native { name: "xor", arity: 2, run: |call| Ok((call.bool(0)? != call.bool(1)?).into()) },
];

/// `const`, with one argument: a function that always gives that.
pub(super) static CONST: Native = Native { name: "const", arity: 2, run: |call| call.value(0) };

/// `&&` and `||`: when the left side is `decisive` the right one does not count.
fn logical(call: &mut Call<'_, '_>, decisive: bool) -> Answer {
    match call.bool(0)? {
        left if left == decisive => Ok(decisive.into()),
        _ => call.bool(1).map(Value::Bool),
    }
}

fn word(call: &mut Call<'_, '_>, yes: &'static str, no: &'static str) -> Answer {
    Ok(SmolStr::new_static(if call.bool(0)? { yes } else { no }).into())
}

fn pipe(call: &mut Call<'_, '_>) -> Answer {
    let (mut value, functions) = (call.thunk(0), call.whole_list(1)?);
    for &function in &functions.items {
        value = call.later(function, vec![value]);
    }
    call.force(value)
}

fn concat(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    call.ev.binary(syntax::ast::BinOpKind::Concat, left, right, call.at).into()
}

fn merge_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    call.update(left, right)
}

fn flip(call: &mut Call<'_, '_>) -> Answer {
    let (function, first, second) = (call.thunk(0), call.thunk(1), call.thunk(2));
    call.call(function, &[second, first])
}

fn default_to(call: &mut Call<'_, '_>) -> Answer {
    match call.value(1)? {
        Value::Null => call.value(0),
        value => Ok(value),
    }
}

fn map_nullable(call: &mut Call<'_, '_>) -> Answer {
    let (function, value) = (call.thunk(0), call.thunk(1));
    match call.force(value)? {
        Value::Null => Ok(Value::Null),
        _ => call.call(function, &[value]),
    }
}

/// The first argument if it compares so to the second, else the second.
fn extreme(call: &mut Call<'_, '_>, wanted: Ordering) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    let found = call.ev.compare(left, right, call.at)?;
    call.force(if found == wanted { left } else { right })
}

fn modulo(call: &mut Call<'_, '_>) -> Answer {
    let (base, divisor) = (call.int(0)?, call.int(1)?);
    base.checked_rem(divisor).map(Value::Int).ok_or_else(|| call.mismatch("a divisor"))
}

fn compare(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    Ok(Value::Int(call.ev.compare(left, right, call.at)? as i64))
}

fn split_by_and_compare(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, left, right) = (call.thunk(0), call.thunk(3), call.thunk(4));
    let function = match (call.test(predicate, &[left])?, call.test(predicate, &[right])?) {
        (true, true) => call.thunk(1),
        (true, false) => return Ok(Value::Int(-1)),
        (false, true) => return Ok(Value::Int(1)),
        (false, false) => call.thunk(2),
    };
    call.call(function, &[left, right])
}

/// What a file of data says. JSON is read as a file of ours, so that its values know their places.
pub(super) fn import_data(call: &mut Call<'_, '_>, how: &str) -> Answer {
    let file = call.thunk(0);
    let json = how == "importJSON";
    let path = call.path(0)?;
    if json && path.extension().is_some_and(|extension| extension == "json") {
        return call.builtin("import", &[file]);
    }
    let text = call.builtin("readFile", &[file])?;
    let text = call.ready(text);
    call.builtin(if json { "fromJSON" } else { "fromTOML" }, &[text])
}

/// A condition that can't be told is the user's own, not ours to judge: like a failed assertion.
fn throw_if(call: &mut Call<'_, '_>, thrown: bool) -> Answer {
    match call.bool(0) {
        Ok(condition) if condition == thrown => {
            let message = call.thunk(1);
            call.builtin("throw", &[message])
        }
        _ => call.value(2),
    }
}

fn check_list_of_enum(call: &mut Call<'_, '_>) -> Answer {
    let (valid, given) = (call.list(1)?, call.list(2)?);
    let valid = super::lists::Members::of(call, &valid);
    for &item in &given.items {
        if let Ok(false) = valid.has(call, item) {
            let message = call.thunk(0);
            return call.builtin("throw", &[message]);
        }
    }
    call.value(3)
}

/// Is a value a function, or a set that can be called?
pub(super) fn callable(call: &mut Call<'_, '_>, value: &Value) -> Result<bool, Arc<Unknown>> {
    match value {
        Value::Lambda(_) | Value::Native(_) => Ok(true),
        Value::Attrs(set) => match call.find(set, "__functor")? {
            Some(functor) => {
                let set = call.ready(value.clone());
                let function = call.call(functor, &[set])?;
                call.bounded(|call| callable(call, &function))
            }
            None => Ok(false),
        },
        _ => Ok(false),
    }
}

fn is_function(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    callable(call, &value).map(Value::Bool)
}

fn to_function(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    if callable(call, &value)? {
        return Ok(value);
    }
    let value = call.thunk(0);
    Ok(Partial::value(&CONST, vec![value]))
}

fn function_args(call: &mut Call<'_, '_>) -> Answer {
    let function = call.thunk(0);
    arguments_of(call, function)
}

fn arguments_of(call: &mut Call<'_, '_>, function: ThunkId) -> Answer {
    let Value::Attrs(set) = call.force(function)? else {
        return call.builtin("functionArgs", &[function]);
    };
    let functor = call.find(&set, "__functor")?;
    if let (Some(_), Some(arguments)) = (functor, call.find(&set, "__functionArgs")?) {
        return call.force(arguments);
    }
    match functor {
        Some(functor) => {
            let inner = call.later(functor, vec![function]);
            call.bounded(|call| call.builtin("functionArgs", &[inner]))
        }
        None => Err(call.mismatch("a function")),
    }
}

/// A set that is called like a function and says which arguments it takes.
fn with_arguments(call: &mut Call<'_, '_>, function: ThunkId, arguments: ThunkId) -> Value {
    let functor = call.ready(Partial::value(&CONST, vec![function]));
    call.set([("__functionArgs", arguments), ("__functor", functor)])
}

fn set_function_args(call: &mut Call<'_, '_>) -> Answer {
    let (function, arguments) = (call.thunk(0), call.thunk(1));
    Ok(with_arguments(call, function, arguments))
}

fn mirror_function_args(call: &mut Call<'_, '_>) -> Answer {
    let function = call.thunk(1);
    let arguments = call.delay(|call| {
        let model = call.thunk(0);
        arguments_of(call, model)
    });
    Ok(with_arguments(call, function, arguments))
}

/// The digits of a number, the first one first.
fn digits(call: &Call<'_, '_>, base: i64, number: i64) -> Result<Vec<i64>, Arc<Unknown>> {
    if base < 2 || number < 0 {
        return Err(call.mismatch("a base and a number that is not negative"));
    }
    let mut digits = vec![number % base];
    let mut rest = number / base;
    while rest > 0 {
        digits.push(rest % base);
        rest /= base;
    }
    digits.reverse();
    Ok(digits)
}

fn to_base_digits(call: &mut Call<'_, '_>) -> Answer {
    let (base, number) = (call.int(0)?, call.int(1)?);
    let items = digits(call, base, number)?.into_iter().map(|digit| call.ready(digit)).collect();
    Ok(List { items, open: None }.into())
}

fn to_hex_string(call: &mut Call<'_, '_>) -> Answer {
    let number = call.int(0)?;
    match number < 0 {
        true => Err(call.mismatch("a number that is not negative")),
        false => Ok(SmolStr::from(format!("{number:X}")).into()),
    }
}

fn from_hex_string(call: &mut Call<'_, '_>) -> Answer {
    let text = call.string(0)?;
    let digits = text.strip_prefix("0x").unwrap_or(&text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    match i64::from_str_radix(digits, 16) {
        Ok(number) if plain => Ok(number.into()),
        _ => Err(call.mismatch("a hexadecimal number")),
    }
}

/// An empty set.
pub(super) fn nothing(call: &mut Call<'_, '_>) -> ThunkId {
    call.ready(Attrs::default())
}
