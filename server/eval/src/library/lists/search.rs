//! The functions of `lib.lists` that look for items.

use std::sync::Arc;

use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "findFirst", arity: 3, run: find_first },
    Native { name: "findFirstIndex", arity: 3, run: find_first_index },
    Native { name: "findSingle", arity: 4, run: find_single },
    Native { name: "ifilter0", arity: 2, run: ifilter },
];

/// The first item that a predicate holds of, and its number. Something unknown before it may be
/// that item instead.
fn first(call: &mut Call<'_, '_>) -> Result<Option<(i64, ThunkId)>, Arc<Unknown>> {
    let (predicate, list) = (call.thunk(0), call.whole_list(2)?);
    for (&item, number) in list.items.iter().zip(0..) {
        if call.test(predicate, &[item])? {
            return Ok(Some((number, item)));
        }
    }
    Ok(None)
}

fn find_first(call: &mut Call<'_, '_>) -> Answer {
    let default = call.thunk(1);
    let found = first(call)?.map_or(default, |(_, item)| item);
    call.force(found)
}

fn find_first_index(call: &mut Call<'_, '_>) -> Answer {
    match first(call)? {
        Some((number, _)) => Ok(number.into()),
        None => call.value(1),
    }
}

/// Two that are found decide, whatever the unknown ones are.
fn find_single(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, none, multiple) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let list = call.list(3)?;
    let mut found = Vec::new();
    let mut unknown = list.open.clone();
    for &item in &list.items {
        match call.test(predicate, &[item]) {
            Ok(true) => found.push(item),
            Ok(false) => {}
            Err(why) => unknown = Some(why),
        }
    }
    match (found.as_slice(), unknown) {
        ([_, _, ..], _) => call.force(multiple),
        (_, Some(unknown)) => Err(unknown),
        ([item], None) => call.force(*item),
        ([], None) => call.force(none),
    }
}

fn ifilter(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, list) = (call.thunk(0), call.whole_list(1)?);
    let mut kept = List::default();
    for (&item, number) in list.items.iter().zip(0_i64..) {
        let number = call.ready(number);
        match call.test(predicate, &[number, item]) {
            Ok(true) => kept.items.push(item),
            Ok(false) => {}
            Err(unknown) => kept.open = Some(unknown),
        }
    }
    Ok(kept.into())
}
