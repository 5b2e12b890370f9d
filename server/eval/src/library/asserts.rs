//! `lib.asserts`.

use crate::library::lists::Members;
use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};

pub(super) static SECTION: Section = Section {
    name: "asserts",
    functions: &[FUNCTIONS],
    builtins: &[],
    values: no_values,
    passes: Passes::Only(&["assertMsg", "assertOneOf"]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "assertEachOneOf", arity: 3, run: assert_each_one_of },
    Native { name: "assertMsg", arity: 2, run: assert_msg },
    Native { name: "assertOneOf", arity: 3, run: assert_one_of },
];

fn assert_msg(call: &mut Call<'_, '_>) -> Answer {
    let message = call.thunk(1);
    match call.bool(0)? {
        true => Ok(true.into()),
        false => call.builtin("throw", &[message]),
    }
}

fn fail(call: &mut Call<'_, '_>) -> Answer {
    let name = call.text(0)?;
    let message = call.text_of(format!("{name} is none of those that are allowed"));
    call.builtin("throw", &[message])
}

fn assert_one_of(call: &mut Call<'_, '_>) -> Answer {
    let (value, allowed) = (call.thunk(1), call.list(2)?);
    let allowed = Members::of(call, &allowed);
    match allowed.has(call, value)? {
        true => Ok(true.into()),
        false => fail(call),
    }
}

fn assert_each_one_of(call: &mut Call<'_, '_>) -> Answer {
    let (values, allowed) = (call.list(1)?, call.list(2)?);
    let allowed = Members::of(call, &allowed);
    let mut unknown = values.open.clone();
    for &value in &values.items {
        match allowed.has(call, value) {
            Ok(true) => {}
            Ok(false) => return fail(call),
            Err(why) => unknown = Some(why),
        }
    }
    unknown.map_or(Ok(true.into()), Err)
}
