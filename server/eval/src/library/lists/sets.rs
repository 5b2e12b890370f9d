//! The functions of `lib.lists` that take lists for sets.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "allUnique", arity: 1, run: all_unique },
    Native { name: "intersectLists", arity: 2, run: intersect_lists },
    Native { name: "mutuallyExclusive", arity: 2, run: mutually_exclusive },
    Native { name: "remove", arity: 2, run: remove },
    Native { name: "subtractLists", arity: 2, run: subtract_lists },
    Native { name: "unique", arity: 1, run: unique },
    Native { name: "uniqueStrings", arity: 1, run: unique_strings },
];

/// Values that are asked for. Most are strings, of which there may be many.
#[derive(Default)]
pub(in crate::library) struct Members {
    strings: FxHashSet<SmolStr>,
    others: Vec<ThunkId>,
    unknown: Option<Arc<Unknown>>,
}

impl Members {
    /// The items of a list.
    pub(in crate::library) fn of(call: &mut Call<'_, '_>, list: &List) -> Members {
        let mut members = Members { unknown: list.open.clone(), ..Members::default() };
        for &item in &list.items {
            members.add(call, item);
        }
        members
    }

    fn add(&mut self, call: &mut Call<'_, '_>, item: ThunkId) {
        match call.force(item) {
            Ok(Value::String(text)) => {
                self.strings.insert(text);
            }
            Ok(_) => self.others.push(item),
            Err(unknown) => self.unknown = Some(unknown),
        }
    }

    /// Is a value among them? One that is decides, whatever the unknown ones are.
    pub(in crate::library) fn has(
        &self,
        call: &mut Call<'_, '_>,
        wanted: ThunkId,
    ) -> Result<bool, Arc<Unknown>> {
        match self.has_known(call, wanted)? {
            true => Ok(true),
            false => self.unknown.clone().map_or(Ok(false), Err),
        }
    }

    /// Is a value among the known ones?
    fn has_known(&self, call: &mut Call<'_, '_>, wanted: ThunkId) -> Result<bool, Arc<Unknown>> {
        call.burn(1)?;
        let wanted_value = call.force(wanted)?;
        if let Value::String(text) = &wanted_value {
            return Ok(self.strings.contains(text));
        }
        let mut unknown = None;
        for &other in &self.others {
            match call.ev.equal(wanted, other, call.at) {
                Ok(true) => return Ok(true),
                Ok(false) => {}
                Err(why) => unknown = Some(why),
            }
        }
        unknown.map_or(Ok(false), Err)
    }
}

/// The first of each of the items that are equal, and whether some were left out.
fn deduplicated(call: &mut Call<'_, '_>, list: &List) -> (List, bool) {
    let mut members = Members::default();
    let mut kept = List { items: Vec::new(), open: list.open.clone() };
    let mut repeated = false;
    for &item in &list.items {
        match members.has_known(call, item) {
            Ok(true) => repeated = true,
            Ok(false) => {
                members.add(call, item);
                kept.items.push(item);
            }
            Err(unknown) => kept.open = Some(unknown),
        }
    }
    (kept, repeated)
}

fn unique(call: &mut Call<'_, '_>) -> Answer {
    let list = call.list(0)?;
    Ok(deduplicated(call, &list).0.into())
}

fn all_unique(call: &mut Call<'_, '_>) -> Answer {
    let list = call.list(0)?;
    match deduplicated(call, &list) {
        (_, true) => Ok(false.into()),
        (List { open: Some(unknown), .. }, _) => Err(unknown),
        _ => Ok(true.into()),
    }
}

fn unique_strings(call: &mut Call<'_, '_>) -> Answer {
    let list = call.list(0)?;
    let mut open = list.open.clone();
    let mut texts = std::collections::BTreeMap::new();
    for &item in &list.items {
        match call.as_string(item) {
            Ok(text) => {
                texts.entry(text).or_insert(item);
            }
            Err(unknown) => open = Some(unknown),
        }
    }
    Ok(List { items: texts.into_values().collect(), open }.into())
}

/// The items that are members (`wanted`), or those that are not.
fn filtered(call: &mut Call<'_, '_>, wanted: bool) -> Answer {
    let (members, list) = (call.list(0)?, call.list(1)?);
    let members = Members::of(call, &members);
    let mut kept = List { items: Vec::new(), open: list.open.clone() };
    for &item in &list.items {
        match members.has(call, item) {
            Ok(answer) if answer == wanted => kept.items.push(item),
            Ok(_) => {}
            Err(unknown) => kept.open = Some(unknown),
        }
    }
    Ok(kept.into())
}

fn intersect_lists(call: &mut Call<'_, '_>) -> Answer {
    filtered(call, true)
}

fn subtract_lists(call: &mut Call<'_, '_>) -> Answer {
    filtered(call, false)
}

fn remove(call: &mut Call<'_, '_>) -> Answer {
    let (unwanted, list) = (call.thunk(0), call.list(1)?);
    let mut kept = List { items: Vec::new(), open: list.open.clone() };
    for &item in &list.items {
        match call.ev.equal(item, unwanted, call.at) {
            Ok(true) => {}
            Ok(false) => kept.items.push(item),
            Err(unknown) => kept.open = Some(unknown),
        }
    }
    Ok(kept.into())
}

fn mutually_exclusive(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.list(0)?, call.list(1)?);
    let members = Members::of(call, &right);
    let mut unknown = left.open.clone();
    for &item in &left.items {
        match members.has(call, item) {
            Ok(true) => return Ok(false.into()),
            Ok(false) => {}
            Err(why) => unknown = Some(why),
        }
    }
    unknown.map_or(Ok(true.into()), Err)
}
