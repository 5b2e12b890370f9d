//! `lib.attrsets`.

mod nested;
mod path;
mod update;

use crate::attributes::{Attributes, by_name, merge, name_of, named};
use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};
use crate::value::{Attr, Attrs, List, ThunkId, Value};

pub(super) use path::{at_path, nested, selected};
pub(super) use update::RECURSIVE_UPDATE;

pub(super) static SECTION: Section = Section {
    name: "attrsets",
    functions: &[FUNCTIONS, nested::FUNCTIONS, path::FUNCTIONS, update::FUNCTIONS],
    builtins: &[
        "attrNames",
        "attrValues",
        "catAttrs",
        "getAttr",
        "hasAttr",
        "intersectAttrs",
        "isAttrs",
        "listToAttrs",
        "mapAttrs",
        "removeAttrs",
        "zipAttrsWith",
    ],
    values: no_values,
    passes: Passes::AllBut(&["longestValidPathPrefix", "unionOfDisjoint"]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "attrsToList", arity: 1, run: attrs_to_list },
    Native { name: "cartesianProduct", arity: 1, run: cartesian_product },
    Native { name: "cartesianProductOfSets", arity: 1, run: cartesian_product },
    Native { name: "concatMapAttrs", arity: 2, run: concat_map_attrs },
    Native { name: "filterAttrs", arity: 2, run: filter_attrs },
    Native { name: "foldAttrs", arity: 3, run: fold_attrs },
    Native { name: "foldlAttrs", arity: 3, run: foldl_attrs },
    Native { name: "genAttrs", arity: 2, run: gen_attrs },
    Native { name: "genAttrs'", arity: 2, run: gen_attrs_of_pairs },
    Native { name: "getAttrs", arity: 2, run: get_attrs },
    Native { name: "isDerivation", arity: 1, run: is_derivation },
    Native { name: "mapAttrs'", arity: 2, run: map_attrs_to_pairs },
    Native { name: "mapAttrsToList", arity: 2, run: map_attrs_to_list },
    Native { name: "mapCartesianProduct", arity: 2, run: map_cartesian_product },
    Native { name: "nameValuePair", arity: 2, run: name_value_pair },
    Native { name: "optionalAttrs", arity: 2, run: optional_attrs },
    Native { name: "zipAttrs", arity: 1, run: zip_attrs },
    Native { name: "zipAttrsWithNames", arity: 3, run: zip_attrs_with_names },
];

static SECOND: Native = Native { name: "zipAttrs", arity: 2, run: |call| call.value(1) };

fn gen_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (names, function) = (call.list(0)?, call.thunk(1));
    let mut attrs = Attributes::open_as(&names.open);
    for &name in &names.items {
        let value = call.later(function, vec![name]);
        attrs.add_known(named(call, name, value));
    }
    Ok(attrs.finish().into())
}

fn gen_attrs_of_pairs(call: &mut Call<'_, '_>) -> Answer {
    let (list, function) = (call.list(0)?, call.thunk(1));
    let mut attrs = Attributes::open_as(&list.open);
    for &item in &list.items {
        let pair = call.later(function, vec![item]);
        attrs.add_pair(call, pair);
    }
    Ok(attrs.finish().into())
}

fn get_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (names, set) = (call.list(0)?, call.thunk(1));
    let mut attrs = Attributes::open_as(&names.open);
    for &name in &names.items {
        let value = path::selected(call, name, set);
        attrs.add_known(named(call, name, value));
    }
    Ok(attrs.finish().into())
}

fn map_attrs_to_pairs(call: &mut Call<'_, '_>) -> Answer {
    let (function, set) = (call.thunk(0), call.attrs(1)?);
    let mut attrs = Attributes::open_as(&set.open);
    for attr in by_name(&set) {
        let name = name_of(call, attr);
        let pair = call.later(function, vec![name, attr.value]);
        attrs.add_pair(call, pair);
    }
    Ok(attrs.finish().into())
}

/// What a function makes of each attribute, by name.
fn mapped(call: &mut Call<'_, '_>, function: ThunkId, set: &Attrs) -> List {
    let items = by_name(set).into_iter().map(|attr| {
        let name = name_of(call, attr);
        call.later(function, vec![name, attr.value])
    });
    List { items: items.collect(), open: set.open.clone() }
}

fn map_attrs_to_list(call: &mut Call<'_, '_>) -> Answer {
    let (function, set) = (call.thunk(0), call.attrs(1)?);
    call.burn(set.entries.len())?;
    Ok(mapped(call, function, &set).into())
}

/// Attributes that are not known only leave the result open: a name of theirs that is known here
/// as well would be a collision that nobody means.
fn concat_map_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (function, set) = (call.thunk(0), call.attrs(1)?);
    let items = mapped(call, function, &set).items;
    let empty = call.ready(Attrs::default());
    let items = std::iter::once(empty).chain(items).collect();
    match merge(call, &List { items, open: None })? {
        Value::Attrs(merged) if set.open.is_some() && merged.open.is_none() => {
            let merged = Attrs::clone(&merged);
            Ok(Attrs { open: set.open.clone(), ..merged }.into())
        }
        merged => Ok(merged),
    }
}

fn attrs_to_list(call: &mut Call<'_, '_>) -> Answer {
    let set = call.attrs(0)?;
    call.burn(set.entries.len())?;
    let pairs = by_name(&set).into_iter().map(|attr| {
        let name = name_of(call, attr);
        let pair = call.set([("name", name), ("value", attr.value)]);
        call.ready(pair)
    });
    Ok(List { items: pairs.collect(), open: set.open.clone() }.into())
}

fn name_value_pair(call: &mut Call<'_, '_>) -> Answer {
    let (name, value) = (call.thunk(0), call.thunk(1));
    Ok(call.set([("name", name), ("value", value)]))
}

/// An attribute of which it can't be told whether it stays leaves the set open.
fn filter_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, set) = (call.thunk(0), call.attrs(1)?);
    let mut kept = Attributes::open_as(&set.open);
    for attr in &set.entries {
        let name = name_of(call, attr);
        match call.test(predicate, &[name, attr.value]) {
            Ok(true) => kept.add(attr.clone()),
            Ok(false) => {}
            Err(unknown) => kept.open = Some(unknown),
        }
    }
    Ok(Attrs { literals: set.literals.clone(), ..kept.finish() }.into())
}

fn foldl_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (function, mut result, set) = (call.thunk(0), call.thunk(1), call.whole_attrs(2)?);
    for attr in by_name(&set) {
        let name = name_of(call, attr);
        // What one step can't tell, a later one may.
        let value = call.ev.call(function, &[result, name, attr.value], call.at);
        call.burn(1)?;
        result = call.ready(value);
    }
    call.force(result)
}

fn fold_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (function, start, sets) = (call.thunk(0), call.thunk(1), call.whole_list(2)?);
    let mut results: indexmap::IndexMap<_, Attr> = indexmap::IndexMap::new();
    for &set in sets.items.iter().rev() {
        let set = call.as_attrs(set)?;
        if let Some(open) = &set.open {
            return Err(open.clone());
        }
        for attr in &set.entries {
            let so_far = results.get(&attr.name).map_or(start, |result| result.value);
            let value = call.later(function, vec![attr.value, so_far]);
            results.insert(attr.name.clone(), Attr { value, ..attr.clone() });
        }
    }
    results.sort_unstable_keys();
    Ok(Attrs::new(results.into_values().collect(), None, Vec::new()).into())
}

fn optional_attrs(call: &mut Call<'_, '_>) -> Answer {
    match call.bool(0) {
        Ok(true) => call.value(1),
        Ok(false) => Ok(Attrs::default().into()),
        // It is a set, whatever is in it.
        Err(unknown) => Ok(Attrs::new(Vec::new(), Some(unknown), Vec::new()).into()),
    }
}

fn is_derivation(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    derivation(call, &value).map(Value::Bool)
}

/// Is a value a derivation?
pub(super) fn derivation(
    call: &mut Call<'_, '_>,
    value: &Value,
) -> Result<bool, std::sync::Arc<crate::value::Unknown>> {
    let Value::Attrs(set) = value else { return Ok(false) };
    match call.find(set, "type")? {
        Some(kind) => Ok(matches!(call.force(kind)?, Value::String(kind) if kind == "derivation")),
        None => Ok(false),
    }
}

fn zip_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (values, sets) = (call.ready(SECOND.value()), call.thunk(0));
    call.builtin("zipAttrsWith", &[values, sets])
}

fn zip_attrs_with_names(call: &mut Call<'_, '_>) -> Answer {
    let (names, function, sets) = (call.list(0)?, call.thunk(1), call.thunk(2));
    let mut attrs = Attributes::open_as(&names.open);
    for &name in &names.items {
        let values = call.delay(move |call| call.builtin("catAttrs", &[name, sets]));
        let value = call.later(function, vec![name, values]);
        attrs.add_known(named(call, name, value));
    }
    Ok(attrs.finish().into())
}

fn cartesian_product(call: &mut Call<'_, '_>) -> Answer {
    let set = call.whole_attrs(0)?;
    product(call, &set).map(Value::from)
}

fn map_cartesian_product(call: &mut Call<'_, '_>) -> Answer {
    let (function, set) = (call.thunk(0), call.whole_attrs(1)?);
    let sets = product(call, &set)?;
    let items = sets.items.iter().map(|&set| call.later(function, vec![set])).collect();
    Ok(List { items, open: sets.open }.into())
}

/// Every choice of one item of each list, the first list's choice changing last.
fn product(
    call: &mut Call<'_, '_>,
    lists: &Attrs,
) -> Result<List, std::sync::Arc<crate::value::Unknown>> {
    let mut open = None;
    let mut rows: Vec<Vec<Attr>> = vec![Vec::new()];
    for attr in by_name(lists) {
        let list = call.as_list(attr.value)?;
        open = open.or_else(|| list.open.clone());
        let size = rows.len().saturating_mul(list.items.len()).saturating_mul(lists.entries.len());
        call.burn(size)?;
        let mut longer = Vec::new();
        for row in &rows {
            for &value in &list.items {
                let mut row = row.clone();
                row.push(Attr { value, ..attr.clone() });
                longer.push(row);
            }
        }
        rows = longer;
    }
    let items = rows.into_iter().map(|row| call.ready(Attrs::new(row, None, Vec::new())));
    Ok(List { items: items.collect(), open })
}
