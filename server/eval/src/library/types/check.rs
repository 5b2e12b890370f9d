//! The predicates of types.

use std::sync::Arc;

use crate::library::attrsets::derivation;
use crate::library::options;
use crate::library::strings::{store_path, string_like};
use crate::library::trivial::callable;
use crate::native::{Answer, Call, Native, Partial};
use crate::value::{ThunkId, Unknown, Value};

/// A predicate that a value's outermost shape answers.
macro_rules! shape {
    ($pattern:pat $(if $guard:expr)?) => {
        Native {
            name: "check",
            arity: 1,
            run: |call| Ok(matches!(call.value(0)?, $pattern $(if $guard)?).into()),
        }
    };
}

/// A predicate that is a function of ours over the value.
macro_rules! asked {
    ($test:expr) => {
        Native {
            name: "check",
            arity: 1,
            run: |call| {
                let value = call.value(0)?;
                $test(call, &value).map(Value::Bool)
            },
        }
    };
}

pub(super) static ANYTHING: Native =
    Native { name: "check", arity: 1, run: |_| Ok(Value::Bool(true)) };
pub(super) static ATTRS: Native = shape!(Value::Attrs(_));
pub(super) static BOOL: Native = shape!(Value::Bool(_));
pub(super) static FLOAT: Native = shape!(Value::Float(_));
pub(super) static INT: Native = shape!(Value::Int(_));
pub(super) static LIST: Native = shape!(Value::List(_));
pub(super) static LIST_OR_ATTRS: Native = shape!(Value::List(_) | Value::Attrs(_));
pub(super) static STRING: Native = shape!(Value::String(_));
pub(super) static UNSIGNED: Native = shape!(Value::Int(0..));
pub(super) static POSITIVE: Native = shape!(Value::Int(1..));
pub(super) static NOT_NEGATIVE: Native =
    shape!(ref value if crate::compare::as_float(value).is_some_and(|number| number >= 0.0));
pub(super) static ABOVE_ZERO: Native =
    shape!(ref value if crate::compare::as_float(value).is_some_and(|number| number > 0.0));
pub(super) static NON_EMPTY: Native =
    shape!(Value::String(text) if text.contains(|c| !matches!(c, ' ' | '\t' | '\n')));
pub(super) static SINGLE_LINE: Native = shape!(
    Value::String(text) if !text.strip_suffix('\n').unwrap_or(&text).contains(['\n', '\r'])
);
pub(super) static FUNCTION: Native = asked!(callable);
pub(super) static LUA: Native = asked!(|call, value| options::is_type(call, value, "lua-inline"));
pub(super) static MODULE: Native = asked!(module);
pub(super) static OPTION_DECLARATION: Native = asked!(option_declaration);
pub(super) static OPTION_TYPE: Native =
    asked!(|call, value| options::is_type(call, value, "option-type"));
pub(super) static PACKAGE: Native = asked!(package);
pub(super) static PKGS: Native = asked!(|call, value| options::is_type(call, value, "pkgs"));
pub(super) static SHELL_PACKAGE: Native = asked!(shell_package);
pub(super) static UNKNOWN: Native = Native {
    name: "check",
    arity: 1,
    run: |call| Err(call.unknown("what this type allows is not followed")),
};

fn package(call: &mut Call<'_, '_>, value: &Value) -> Result<bool, Arc<Unknown>> {
    Ok(derivation(call, value)? || store_path(call, value)?)
}

fn shell_package(call: &mut Call<'_, '_>, value: &Value) -> Result<bool, Arc<Unknown>> {
    let Value::Attrs(set) = value else { return Ok(false) };
    Ok(derivation(call, value)? && call.find(set, "shellPath")?.is_some())
}

fn module(call: &mut Call<'_, '_>, value: &Value) -> Result<bool, Arc<Unknown>> {
    match value {
        Value::Attrs(_) | Value::Lambda(_) | Value::Native(_) | Value::Path(_) => Ok(true),
        Value::String(text) => call.burn(0).map(|()| text.starts_with('/')),
        _ => Ok(false),
    }
}

fn option_declaration(call: &mut Call<'_, '_>, value: &Value) -> Result<bool, Arc<Unknown>> {
    let Value::Attrs(set) = value else { return Ok(false) };
    Ok(options::is_type(call, value, "option")? && call.find(set, "value")?.is_none())
}

/// What a type's own predicate says of a value.
pub(super) fn allows(
    call: &mut Call<'_, '_>,
    kind: ThunkId,
    value: ThunkId,
) -> Result<bool, Arc<Unknown>> {
    let kind = call.as_attrs(kind)?;
    match call.find(&kind, "check")? {
        Some(check) => call.test(check, &[value]),
        None => Err(call.mismatch("a type")),
    }
}

/// A predicate of ours with what it depends on; the value comes last.
pub(super) fn given(native: &'static Native, arguments: Vec<ThunkId>) -> Value {
    Partial::value(native, arguments)
}

pub(super) static BETWEEN: Native = Native {
    name: "check",
    arity: 3,
    run: |call| match call.value(2)? {
        Value::Int(_) => between(call),
        _ => Ok(false.into()),
    },
};

pub(super) static NUMBER_BETWEEN: Native = Native {
    name: "check",
    arity: 3,
    run: |call| match call.value(2)? {
        Value::Int(_) | Value::Float(_) => between(call),
        _ => Ok(false.into()),
    },
};

fn between(call: &mut Call<'_, '_>) -> Answer {
    let (lowest, highest, value) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let at = call.at;
    let above = call.ev.compare(value, lowest, at)?.is_ge();
    Ok((above && call.ev.compare(value, highest, at)?.is_le()).into())
}

/// The value is of a type, and another predicate holds of it.
static BOTH: Native = Native {
    name: "check",
    arity: 3,
    run: |call| {
        let (kind, check, value) = (call.thunk(0), call.thunk(1), call.thunk(2));
        Ok((allows(call, kind, value)? && call.test(check, &[value])?).into())
    },
};

/// A type with a predicate added.
pub(super) fn add_check(call: &mut Call<'_, '_>) -> Answer {
    let (kind, check) = (call.thunk(0), call.thunk(1));
    let check = call.ready(given(&BOTH, vec![kind, check]));
    call.over(kind, [("check", check)])
}

/// Of two types one allows the value; one that does decides.
pub(super) static EITHER: Native = Native {
    name: "check",
    arity: 3,
    run: |call| {
        let (left, right, value) = (call.thunk(0), call.thunk(1), call.thunk(2));
        match (allows(call, left, value), allows(call, right, value)) {
            (Ok(true), _) | (_, Ok(true)) => Ok(true.into()),
            (Err(unknown), _) | (_, Err(unknown)) => Err(unknown),
            _ => Ok(false.into()),
        }
    },
};

pub(super) static NULL_OR: Native = Native {
    name: "check",
    arity: 2,
    run: |call| {
        let (kind, value) = (call.thunk(0), call.thunk(1));
        match call.force(value)? {
            Value::Null => Ok(true.into()),
            _ => allows(call, kind, value).map(Value::Bool),
        }
    },
};

pub(super) static COERCED: Native = Native {
    name: "check",
    arity: 4,
    run: |call| {
        let (from, function, to) = (call.thunk(0), call.thunk(1), call.thunk(2));
        let value = call.thunk(3);
        if let Ok(true) = allows(call, to, value) {
            return Ok(true.into());
        }
        let coerced = call.later(function, vec![value]);
        let by_coercion = allows(call, from, value)? && allows(call, to, coerced)?;
        Ok((by_coercion || allows(call, to, value)?).into())
    },
};

pub(super) static NON_EMPTY_LIST: Native = Native {
    name: "check",
    arity: 2,
    run: |call| match call.value(1)? {
        Value::List(list) => match (list.items.is_empty(), &list.open) {
            (true, Some(open)) => Err(open.clone()),
            (empty, _) => Ok((!empty).into()),
        },
        _ => Ok(false.into()),
    },
};

/// One of these values.
pub(super) static ENUM: Native = Native {
    name: "check",
    arity: 2,
    run: |call| {
        let (values, value) = (call.thunk(0), call.thunk(1));
        call.builtin("elem", &[value, values])
    },
};

pub(super) static MATCHING: Native = Native {
    name: "check",
    arity: 2,
    run: |call| {
        let (pattern, value) = (call.thunk(0), call.thunk(1));
        match call.force(value)? {
            Value::String(_) => {
                let found = call.builtin("match", &[pattern, value])?;
                Ok((!matches!(found, Value::Null)).into())
            }
            _ => Ok(false.into()),
        }
    },
};

/// A set with exactly one attribute, whose name is one of these.
pub(super) static TAGGED: Native = Native {
    name: "check",
    arity: 2,
    run: |call| {
        let (tags, value) = (call.attrs(0)?, call.value(1)?);
        let Value::Attrs(value) = value else { return Ok(false.into()) };
        match (value.entries.as_slice(), &value.open) {
            ([_, _, ..], _) => Ok(false.into()),
            (_, Some(open)) => Err(open.clone()),
            ([attr], None) => Ok(call.find(&tags, &attr.name)?.is_some().into()),
            ([], None) => Ok(false.into()),
        }
    },
};

/// A text without line ends and colons.
pub(super) static PASSWD_ENTRY: Native = Native {
    name: "check",
    arity: 2,
    run: |call| {
        let (kind, value) = (call.thunk(0), call.thunk(1));
        if !allows(call, kind, value)? {
            return Ok(false.into());
        }
        let text = call.text(1)?;
        Ok((!text.contains([':', '\n'])).into())
    },
};

/// A path that must or must not be absolute, and lie in the store; `null` for either.
pub(super) static PATH: Native = Native {
    name: "check",
    arity: 3,
    run: |call| {
        let (in_store, absolute) = (demanded(call, 0)?, demanded(call, 1)?);
        let value = call.value(2)?;
        let expected = match in_store {
            // A path as such may yet be copied to the store.
            Some(false) => matches!(value, Value::String(_)),
            _ => string_like(call, &value)?,
        };
        if !expected {
            return Ok(false.into());
        }
        if in_store.is_some() && !matches!(value, Value::String(_)) {
            return Err(call.unknown("where the store keeps a path is not known"));
        }
        let text = call.shown(2)?;
        let fits = |wanted: Option<bool>, found: bool| wanted.is_none_or(|wanted| wanted == found);
        let stored = crate::library::path::in_store(std::path::Path::new(text.as_str()));
        Ok((fits(in_store, stored) && fits(absolute, text.starts_with('/'))).into())
    },
};

fn demanded(call: &mut Call<'_, '_>, number: usize) -> Result<Option<bool>, Arc<Unknown>> {
    match call.value(number)? {
        Value::Null => Ok(None),
        Value::Bool(demanded) => Ok(Some(demanded)),
        _ => Err(call.mismatch("`true`, `false` or `null`")),
    }
}
