//! The functions of `lib.attrsets` that put sets together.

use std::sync::Arc;

use crate::attributes::{
    Attributes, both_literals, both_sites, by_name, merge, name_of, overridden,
};
use crate::native::{Answer, Call, Native};
use crate::value::{Attr, Attrs, List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "dontRecurseIntoAttrs", arity: 1, run: |call| recurse_into(call, false) },
    Native { name: "mergeAttrsList", arity: 1, run: merge_attrs_list },
    Native { name: "overrideExisting", arity: 2, run: override_existing },
    Native { name: "recurseIntoAttrs", arity: 1, run: |call| recurse_into(call, true) },
    Native { name: "recursiveUpdate", arity: 2, run: recursive_update },
    Native { name: "recursiveUpdateUntil", arity: 3, run: recursive_update_until },
    Native { name: "unionOfDisjoint", arity: 2, run: union_of_disjoint },
    Native { name: "updateManyAttrsByPath", arity: 2, run: update_many_attrs_by_path },
];

/// `recursiveUpdate`, for others.
pub(in crate::library) static RECURSIVE_UPDATE: Native =
    Native { name: "recursiveUpdate", arity: 2, run: recursive_update };

fn merge_attrs_list(call: &mut Call<'_, '_>) -> Answer {
    let sets = call.list(0)?;
    if sets.items.is_empty() && sets.open.is_none() {
        return Ok(Attrs::default().into());
    }
    merge(call, &sets)
}

fn recurse_into(call: &mut Call<'_, '_>, whether: bool) -> Answer {
    let set = call.thunk(0);
    let whether = call.ready(whether);
    let mark = call.set([("recurseForDerivations", whether)]);
    let mark = call.ready(mark);
    call.update(set, mark)
}

fn recursive_update(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    let (left, right) = (open_set(call, left)?, open_set(call, right)?);
    match (&left.open, &right.open) {
        (Some(why), Some(_)) if left.entries.is_empty() && right.entries.is_empty() => {
            Err(why.clone())
        }
        _ => merged(call, None, &[], &left, &right),
    }
}

fn recursive_update_until(call: &mut Call<'_, '_>) -> Answer {
    let (until, left, right) = (call.thunk(0), call.attrs(1)?, call.attrs(2)?);
    merged(call, Some(until), &[], &left, &right)
}

/// A value as a set; when it is unknown, as one of which nothing is known.
fn open_set(call: &mut Call<'_, '_>, value: ThunkId) -> Result<Arc<Attrs>, Arc<Unknown>> {
    match call.ev.force(value) {
        Value::Attrs(set) => Ok(set),
        Value::Unknown(unknown) => Ok(Arc::new(Attrs::new(Vec::new(), Some(unknown), Vec::new()))),
        _ => Err(call.mismatch("sets")),
    }
}

/// Two sets in one. Whether what both have is merged as well is only asked for with the value:
/// either way the name stands at the places of both.
fn merged(
    call: &mut Call<'_, '_>,
    until: Option<ThunkId>,
    above: &[ThunkId],
    left: &Attrs,
    right: &Attrs,
) -> Answer {
    call.burn(left.entries.len() + right.entries.len())?;
    let mut entries = Vec::with_capacity(left.entries.len() + right.entries.len());
    for attr in &left.entries {
        entries.push(match (right.get(&attr.name), &right.open) {
            (Some(other), _) => {
                let mut path = above.to_vec();
                path.push(name_of(call, other));
                let (left, right) = (attr.value, other.value);
                let value = call.delay(move |call| both(call, until, &path, left, right));
                Attr { name: attr.name.clone(), value, sites: both_sites(attr, other) }
            }
            (None, Some(open)) => Attr { value: overridden(call, attr, open), ..attr.clone() },
            (None, None) => attr.clone(),
        });
    }
    for attr in right.entries.iter().filter(|attr| left.get(&attr.name).is_none()) {
        let mut attr = attr.clone();
        if let Some(open) = &left.open {
            // The left set may have it too, and then both are merged.
            let (open, right) = (open.clone(), attr.value);
            let mut path = above.to_vec();
            path.push(name_of(call, &attr));
            attr.value = call.delay(move |call| {
                let left = call.ready(Value::Unknown(open));
                both(call, until, &path, left, right)
            });
        }
        entries.push(attr);
    }
    let open = right.open.clone().or_else(|| left.open.clone());
    Ok(Attrs::new(entries, open, both_literals(left, right)).into())
}

/// What an attribute of both sets comes to.
fn both(
    call: &mut Call<'_, '_>,
    until: Option<ThunkId>,
    path: &[ThunkId],
    left: ThunkId,
    right: ThunkId,
) -> Answer {
    if let Some(until) = until {
        let names = call.ready(List { items: path.to_vec(), open: None });
        if call.test(until, &[names, left, right])? {
            return call.force(right);
        }
        let (left, right) = (call.as_attrs(left)?, call.as_attrs(right)?);
        return merged(call, Some(until), path, &left, &right);
    }
    let Value::Attrs(right) = call.force(right)? else { return call.force(right) };
    match call.ev.force(left) {
        Value::Attrs(left) => merged(call, None, path, &left, &right),
        // Of the right set nothing is lost, whatever is on the left.
        Value::Unknown(unknown) => {
            let left = Attrs::new(Vec::new(), Some(unknown), Vec::new());
            merged(call, None, path, &left, &right)
        }
        _ => Ok(Value::Attrs(right)),
    }
}

fn override_existing(call: &mut Call<'_, '_>) -> Answer {
    let (old, new) = (call.attrs(0)?, call.thunk(1));
    call.burn(old.entries.len())?;
    let entries = old.entries.iter().map(|attr| {
        let (name, value) = (attr.name.clone(), attr.value);
        let value = call.delay(move |call| match call.force(new)? {
            Value::Attrs(new) => {
                let found = call.find(&new, &name)?;
                call.force(found.unwrap_or(value))
            }
            _ => call.force(value),
        });
        Attr { value, ..attr.clone() }
    });
    Ok(Attrs::new(entries.collect(), old.open.clone(), Vec::new()).into())
}

/// A name of both sets has no value: the real one is a failure.
fn union_of_disjoint(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.attrs(0)?, call.attrs(1)?);
    let mut union = Attributes::open_as(&left.open.clone().or_else(|| right.open.clone()));
    for attr in left.entries.iter().chain(&right.entries) {
        let mut attr = attr.clone();
        let open = match (left.get(&attr.name), right.get(&attr.name)) {
            (Some(_), Some(_)) => Some(call.unknown("both sets have this attribute")),
            (Some(_), None) => right.open.clone(),
            _ => left.open.clone(),
        };
        if let Some(open) = open {
            attr.value = overridden(call, &attr, &open);
        }
        union.add(attr);
    }
    Ok(Attrs { literals: both_literals(&left, &right), ..union.finish() }.into())
}

/// One of the updates of `updateManyAttrsByPath`.
#[derive(Clone)]
struct Update {
    path: Vec<ThunkId>,
    function: ThunkId,
}

fn update_many_attrs_by_path(call: &mut Call<'_, '_>) -> Answer {
    let (list, value) = (call.whole_list(0)?, call.thunk(1));
    let mut updates = Vec::with_capacity(list.items.len());
    for &item in &list.items {
        let item = call.as_attrs(item)?;
        let (Some(path), Some(function)) = (call.find(&item, "path")?, call.find(&item, "update")?)
        else {
            return Err(call.mismatch("items with `path` and `update`"));
        };
        let path = call.as_list(path)?;
        if let Some(open) = &path.open {
            return Err(open.clone());
        }
        updates.push(Update { path: path.items.clone(), function });
    }
    updated(call, 0, Some(value), updates)
}

/// A value after the updates of it and of what is below it, the deeper ones first.
fn updated(
    call: &mut Call<'_, '_>,
    depth: usize,
    value: Option<ThunkId>,
    updates: Vec<Update>,
) -> Answer {
    let (here, below): (Vec<_>, Vec<_>) =
        updates.into_iter().partition(|update| update.path.len() == depth);
    let mut result = match below.is_empty() {
        true => match value {
            Some(value) => value,
            None => {
                let missing = call.unknown("the value to be updated does not exist");
                call.ready(Value::Unknown(missing))
            }
        },
        false => {
            let below = update_below(call, depth, value, below)?;
            call.ready(below)
        }
    };
    for update in here {
        result = call.later(update.function, vec![result]);
    }
    call.force(result)
}

fn update_below(
    call: &mut Call<'_, '_>,
    depth: usize,
    value: Option<ThunkId>,
    updates: Vec<Update>,
) -> Answer {
    let mut groups: indexmap::IndexMap<_, (ThunkId, Vec<Update>)> = indexmap::IndexMap::new();
    for update in updates {
        let Some(&name) = update.path.get(depth) else { continue };
        let text = call.as_string(name)?;
        groups.entry(text).or_insert_with(|| (name, Vec::new())).1.push(update);
    }
    let old = match value {
        Some(value) => call.as_attrs(value)?,
        None => Arc::new(Attrs::default()),
    };
    let mut new = Attributes::default();
    for (text, (name, updates)) in groups {
        let found = old.get(&text).cloned();
        // Whether an attribute of an open set is there can't be told, nor then what it becomes.
        let attr = match (&found, &old.open) {
            (None, Some(open)) => {
                let unknown = call.ready(Value::Unknown(open.clone()));
                call.attr(text, unknown, call.ev.origin(name))
            }
            _ => {
                let before = found.as_ref().map(|attr| attr.value);
                let value = call.delay(move |call| updated(call, depth + 1, before, updates));
                match found {
                    Some(attr) => Attr { value, ..attr },
                    None => call.attr(text, value, call.ev.origin(name)),
                }
            }
        };
        new.add(attr);
    }
    for attr in by_name(&old) {
        new.add(attr.clone());
    }
    Ok(Attrs { open: old.open.clone(), literals: old.literals.clone(), ..new.finish() }.into())
}
