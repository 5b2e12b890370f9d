//! clan-core's `clanLib`, as far as the options of services are made by it.

use crate::evaluator::Evaluator;
use crate::native::{Answer, Call, Native};
use crate::value::{ThunkId, Value};

use super::plain;

static REMOVED: Native = Native { name: "mkRemovedOption", arity: 2, run: removed_option };

impl Evaluator<'_> {
    /// The library that services are given.
    pub(super) fn clan_lib(&mut self) -> ThunkId {
        let removed = self.ready(REMOVED.value(), None);
        let functions = vec![plain("mkRemovedOption", removed)];
        self.open_set(functions, "this function of `clanLib` is not followed")
    }
}

/// An option that is only there to say that it is gone.
fn removed_option(call: &mut Call<'_, '_>) -> Answer {
    let kind = crate::library::named_type(call, "raw");
    let mark = call.text_of("option");
    let (null, no) = (call.ready(Value::Null), call.ready(false));
    let gone = call.unknown("the option was removed");
    let apply = call.ready(Value::Unknown(gone));
    Ok(call.set([
        ("_type", mark),
        ("apply", apply),
        ("default", null),
        ("type", kind),
        ("visible", no),
    ]))
}
