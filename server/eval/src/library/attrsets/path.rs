//! The functions of `lib.attrsets` that look attributes up, by name or by path.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::attributes::named;
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "attrByPath", arity: 3, run: attr_by_path },
    Native { name: "attrVals", arity: 2, run: attr_vals },
    Native { name: "getAttrFromPath", arity: 2, run: get_attr_from_path },
    Native { name: "hasAttrByPath", arity: 2, run: has_attr_by_path },
    Native { name: "longestValidPathPrefix", arity: 2, run: longest_valid_path_prefix },
    Native { name: "setAttrByPath", arity: 2, run: set_attr_by_path },
    Native { name: "showAttrPath", arity: 1, run: show_attr_path },
];

/// `set.${name}`, when somebody asks for it.
pub(in crate::library) fn selected(
    call: &mut Call<'_, '_>,
    name: ThunkId,
    set: ThunkId,
) -> ThunkId {
    call.delay(move |call| {
        let (name, set) = (call.as_string(name)?, call.as_attrs(set)?);
        match call.find(&set, &name)? {
            Some(value) => call.force(value),
            None => Err(call.unknown(format!("there is no attribute `{name}`"))),
        }
    })
}

/// How far a path leads into a value: past how many names, and to which value if past all.
fn walk(
    call: &mut Call<'_, '_>,
    path: &[ThunkId],
    start: ThunkId,
) -> Result<(usize, Option<ThunkId>), Arc<Unknown>> {
    let mut value = start;
    for (depth, &name) in path.iter().enumerate() {
        let set = call.force(value)?;
        let name = call.as_string(name)?;
        let Value::Attrs(set) = set else { return Ok((depth, None)) };
        match call.find(&set, &name)? {
            Some(next) => value = next,
            None => return Ok((depth, None)),
        }
    }
    Ok((path.len(), Some(value)))
}

/// The value at a path below another.
pub(in crate::library) fn at_path(
    call: &mut Call<'_, '_>,
    path: &[ThunkId],
    start: ThunkId,
) -> Result<Option<ThunkId>, Arc<Unknown>> {
    Ok(walk(call, path, start)?.1)
}

fn attr_by_path(call: &mut Call<'_, '_>) -> Answer {
    let (path, default, set) = (call.whole_list(0)?, call.thunk(1), call.thunk(2));
    let found = at_path(call, &path.items, set)?;
    call.force(found.unwrap_or(default))
}

fn get_attr_from_path(call: &mut Call<'_, '_>) -> Answer {
    let (path, set) = (call.whole_list(0)?, call.thunk(1));
    match at_path(call, &path.items, set)? {
        Some(value) => call.force(value),
        None => Err(call.unknown("there is no such attribute")),
    }
}

fn has_attr_by_path(call: &mut Call<'_, '_>) -> Answer {
    let (path, set) = (call.whole_list(0)?, call.thunk(1));
    // Whether the last name is there tells nothing of its value.
    Ok(at_path(call, &path.items, set)?.is_some().into())
}

fn longest_valid_path_prefix(call: &mut Call<'_, '_>) -> Answer {
    let (path, set) = (call.whole_list(0)?, call.thunk(1));
    let (depth, _) = walk(call, &path.items, set)?;
    let items = path.items.iter().take(depth).copied().collect();
    Ok(List { items, open: None }.into())
}

fn set_attr_by_path(call: &mut Call<'_, '_>) -> Answer {
    let (path, value) = (call.whole_list(0)?, call.thunk(1));
    nested(call, &path.items, value)
}

/// A value below the names of a path. The outermost set is made first: it needs no other name.
pub(in crate::library) fn nested(
    call: &mut Call<'_, '_>,
    path: &[ThunkId],
    value: ThunkId,
) -> Answer {
    let Some((&name, rest)) = path.split_first() else { return call.force(value) };
    let rest = rest.to_vec();
    let value = match rest.is_empty() {
        true => value,
        false => call.delay(move |call| nested(call, &rest, value)),
    };
    let attr = named(call, name, value)?;
    Ok(Attrs::new(vec![attr], None, Vec::new()).into())
}

fn attr_vals(call: &mut Call<'_, '_>) -> Answer {
    let (names, set) = (call.list(0)?, call.thunk(1));
    let items = names.items.iter().map(|&name| selected(call, name, set)).collect();
    Ok(List { items, open: names.open.clone() }.into())
}

fn show_attr_path(call: &mut Call<'_, '_>) -> Answer {
    let path = call.strings(0)?;
    if path.is_empty() {
        return Ok(SmolStr::new_static("<root attribute path>").into());
    }
    let names: Vec<SmolStr> =
        path.iter().map(|name| crate::library::strings::escape::identifier(name)).collect();
    Ok(SmolStr::from(names.join(".")).into())
}
