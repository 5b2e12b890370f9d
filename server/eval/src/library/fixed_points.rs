//! `lib.fixedPoints`: sets that see themselves, and overlays of them.

use std::cell::Cell;
use std::rc::Rc;

use smol_str::SmolStr;

use crate::library::trivial::{CONST, callable, nothing};
use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native, Partial};
use crate::value::{Attrs, ThunkId};

pub(super) static SECTION: Section = Section {
    name: "fixedPoints",
    functions: &[FUNCTIONS],
    builtins: &[],
    values: no_values,
    passes: Passes::AllBut(&[]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "composeExtensions", arity: 4, run: compose_extensions },
    Native { name: "composeManyExtensions", arity: 3, run: compose_many_extensions },
    Native { name: "converge", arity: 2, run: converge },
    Native { name: "extends", arity: 3, run: extends },
    Native { name: "fix", arity: 1, run: fix },
    Native { name: "fix'", arity: 1, run: fix_with_function },
    Native { name: "makeExtensible", arity: 1, run: make_extensible },
    Native { name: "makeExtensibleWithCustomName", arity: 2, run: make_with_custom_name },
    Native { name: "toExtension", arity: 3, run: to_extension },
];

/// An overlay over a function of the final set.
static EXTENDS: Native = Native { name: "extends", arity: 3, run: extends };

/// An extensible set by the name of its extender, its function, and one more overlay.
static EXTEND: Native = Native { name: "extend", arity: 3, run: extend };

/// A value that is made of itself.
fn knot(
    call: &mut Call<'_, '_>,
    work: impl FnOnce(&mut Call<'_, '_>, ThunkId) -> Answer + 'static,
) -> ThunkId {
    let itself: Rc<Cell<Option<ThunkId>>> = Rc::default();
    let known = itself.clone();
    let value = call.delay(move |call| match known.get() {
        Some(itself) => work(call, itself),
        None => Err(call.unknown("this value depends on itself")),
    });
    itself.set(Some(value));
    value
}

fn fix(call: &mut Call<'_, '_>) -> Answer {
    let function = call.thunk(0);
    let value = knot(call, move |call, itself| call.call(function, &[itself]));
    call.force(value)
}

fn fix_with_function(call: &mut Call<'_, '_>) -> Answer {
    let function = call.thunk(0);
    let value = knot(call, move |call, itself| {
        let set = call.later(function, vec![itself]);
        let mark = call.set([("__unfix__", function)]);
        let mark = call.ready(mark);
        call.update(set, mark)
    });
    call.force(value)
}

fn converge(call: &mut Call<'_, '_>) -> Answer {
    let (function, mut value) = (call.thunk(0), call.thunk(1));
    loop {
        let next = call.call(function, &[value])?;
        let next = call.ready(next);
        call.burn(1)?;
        if call.ev.equal(value, next, call.at)? {
            return call.force(value);
        }
        value = next;
    }
}

fn extends(call: &mut Call<'_, '_>) -> Answer {
    let (overlay, function, last) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let before = call.later(function, vec![last]);
    let over = call.later(overlay, vec![last, before]);
    call.update(before, over)
}

/// What overlays one after the other add to a set.
fn composed(
    call: &mut Call<'_, '_>,
    overlays: &[ThunkId],
    last: ThunkId,
    first: ThunkId,
) -> Answer {
    let (mut before, mut added) = (first, nothing(call));
    for (number, &overlay) in overlays.iter().enumerate() {
        let over = call.later(overlay, vec![last, before]);
        before = later_update(call, before, over);
        added = if number == 0 { over } else { later_update(call, added, over) };
    }
    call.force(added)
}

fn later_update(call: &mut Call<'_, '_>, left: ThunkId, right: ThunkId) -> ThunkId {
    call.delay(move |call| call.update(left, right))
}

fn compose_extensions(call: &mut Call<'_, '_>) -> Answer {
    let overlays = [call.thunk(0), call.thunk(1)];
    let (last, before) = (call.thunk(2), call.thunk(3));
    composed(call, &overlays, last, before)
}

fn compose_many_extensions(call: &mut Call<'_, '_>) -> Answer {
    let (overlays, last, before) = (call.whole_list(0)?, call.thunk(1), call.thunk(2));
    composed(call, &overlays.items, last, before)
}

fn make_extensible(call: &mut Call<'_, '_>) -> Answer {
    let (name, function) = (call.text_of("extend"), call.thunk(0));
    extensible(call, name, function)
}

fn make_with_custom_name(call: &mut Call<'_, '_>) -> Answer {
    let (name, function) = (call.thunk(0), call.thunk(1));
    extensible(call, name, function)
}

fn extensible(call: &mut Call<'_, '_>, name: ThunkId, function: ThunkId) -> Answer {
    let text: SmolStr = call.as_string(name)?;
    let value = knot(call, move |call, itself| {
        let set = call.later(function, vec![itself]);
        let extender = call.ready(Partial::value(&EXTEND, vec![name, function]));
        let extender = call.attr(text, extender, None);
        let original = super::plain("__unfix__", function);
        let marks = call.ready(Attrs::new(vec![extender, original], None, Vec::new()));
        call.update(set, marks)
    });
    call.force(value)
}

fn extend(call: &mut Call<'_, '_>) -> Answer {
    let (name, function, overlay) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let function = call.ready(Partial::value(&EXTENDS, vec![overlay, function]));
    extensible(call, name, function)
}

/// `lib.extend`: the library with an overlay, which may be extended again.
pub(super) static EXTEND_LIBRARY: Native = Native { name: "extend", arity: 1, run: extend_library };

fn extend_library(call: &mut Call<'_, '_>) -> Answer {
    let (library, overlay, name) = (call.ev.library(), call.thunk(0), call.text_of("extend"));
    let constant = call.ready(Partial::value(&CONST, vec![library]));
    call.run(&EXTEND, &[name, constant, overlay])
}

/// An overlay of a set, of a function of the set before, or of an overlay.
fn to_extension(call: &mut Call<'_, '_>) -> Answer {
    let (extension, last, before) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let value = call.force(extension)?;
    if !callable(call, &value)? {
        return Ok(value);
    }
    let of_before = call.call(extension, &[before])?;
    match callable(call, &of_before)? {
        true => call.call(extension, &[last, before]),
        false => Ok(of_before),
    }
}
