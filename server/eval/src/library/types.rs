//! `lib.types`.

use crate::library::{Passes, Section, no_values};
use crate::native::{Call, Native};
use crate::value::{ThunkId, Value};

pub(super) static SECTION: Section = Section {
    name: "types",
    functions: &[FUNCTIONS],
    builtins: &[],
    values: no_values,
    passes: Passes::Only(&["isOptionType", "isType", "mkOptionType", "setType"]),
};

static FUNCTIONS: &[Native] = &[];

/// A type of this section.
pub(super) fn named(call: &mut Call<'_, '_>, name: &'static str) -> ThunkId {
    call.delay(move |call| {
        let library = call.ev.library();
        let mut set = call.as_attrs(library)?;
        for name in ["types", name] {
            match call.find(&set, name)? {
                Some(value) if name == "types" => set = call.as_attrs(value)?,
                Some(value) => return call.force(value),
                None => break,
            }
        }
        Err(call.unknown("this type is not followed"))
    })
}

pub(super) fn null_or(call: &mut Call<'_, '_>, kind: ThunkId) -> ThunkId {
    let _ = kind;
    let unknown = call.unknown("this type is not followed");
    call.ready(Value::Unknown(unknown))
}
