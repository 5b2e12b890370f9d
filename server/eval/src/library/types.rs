//! `lib.types`: the types of options. Each says its name and, as documentation words it, what it
//! is; keeps the types it is made of; and has a predicate for values. How definitions are merged
//! is not in there: evaluation has its own module system.

mod basic;
mod check;
mod compose;
mod describe;
mod make;
mod number;
mod submodule;
mod text;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::library::{Passes, Section};
use crate::native::{Answer, Call, Native};
use crate::value::{ThunkId, Value};

pub(super) static SECTION: Section = Section {
    name: "types",
    functions: &[FUNCTIONS, compose::FUNCTIONS, submodule::FUNCTIONS, text::FUNCTIONS],
    builtins: &[],
    values,
    passes: Passes::Only(&["isOptionType", "isType", "mkOptionType", "setType"]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "addCheck", arity: 2, run: check::add_check },
    Native { name: "isOptionType", arity: 1, run: is_option_type },
    Native { name: "isType", arity: 2, run: is_type },
    Native { name: "mkOptionType", arity: 1, run: make::mk_option_type },
    Native { name: "optionDescriptionPhrase", arity: 2, run: describe::option_description_phrase },
    Native { name: "setType", arity: 2, run: set_type },
];

fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let mut values = basic::values(ev);
    values.extend(number::values(ev));
    values.extend(text::values(ev));
    values.extend(compose::values(ev));
    values.extend(submodule::values(ev));
    values
}

/// A type of this section, when somebody asks for it.
pub(super) fn named(call: &mut Call<'_, '_>, name: &'static str) -> ThunkId {
    call.delay(move |call| {
        let library = call.ev.library();
        let library = call.as_attrs(library)?;
        let types = call.find(&library, "types")?;
        let types = types.ok_or_else(|| call.mismatch("types"))?;
        let types = call.as_attrs(types)?;
        match call.find(&types, name)? {
            Some(found) => call.force(found),
            None => Err(call.mismatch("types")),
        }
    })
}

/// `nullOr` of a type, when somebody asks for it.
pub(super) fn null_or(call: &mut Call<'_, '_>, element: ThunkId) -> ThunkId {
    call.delay(move |call| call.run(&compose::NULL_OR, &[element]))
}

fn is_type(call: &mut Call<'_, '_>) -> Answer {
    let (name, value) = (call.string(0)?, call.value(1)?);
    super::options::is_type(call, &value, &name).map(Value::Bool)
}

fn is_option_type(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    super::options::is_type(call, &value, "option-type").map(Value::Bool)
}

fn set_type(call: &mut Call<'_, '_>) -> Answer {
    let (name, set) = (call.thunk(0), call.thunk(1));
    let mark = call.set([("_type", name)]);
    let mark = call.ready(mark);
    call.update(set, mark)
}

/// An attribute of a type, or of anything: `None` when it is not there or `null`.
fn text_of(
    call: &mut Call<'_, '_>,
    kind: ThunkId,
    name: &str,
) -> Result<Option<SmolStr>, std::sync::Arc<crate::value::Unknown>> {
    let kind = call.as_attrs(kind)?;
    let Some(value) = call.find(&kind, name)? else { return Ok(None) };
    match call.force(value)? {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        _ => Err(call.mismatch("a type")),
    }
}

/// An attribute of a type, when somebody asks for it.
fn inherited(call: &mut Call<'_, '_>, kind: ThunkId, name: &'static str) -> ThunkId {
    call.delay(move |call| {
        let kind = call.as_attrs(kind)?;
        match call.find(&kind, name)? {
            Some(value) => call.force(value),
            None => Err(call.mismatch("a type")),
        }
    })
}
