//! `builtins` that take or make sets. Nix keeps attributes by name; so do these where order shows.

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::attributes::{Attributes, by_name, name_of, overridden, read_pair, spelled};
use crate::builtins::doubt;
use crate::hir::{Expr, Param};
use crate::native::{Answer, Call, Native};
use crate::value::{Attr, Attrs, List, Origin, ThunkId, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "attrNames", arity: 1, run: attr_names },
    Native { name: "attrValues", arity: 1, run: attr_values },
    Native { name: "catAttrs", arity: 2, run: cat_attrs },
    Native { name: "functionArgs", arity: 1, run: function_args },
    Native { name: "getAttr", arity: 2, run: get_attr },
    Native { name: "hasAttr", arity: 2, run: has_attr },
    Native { name: "intersectAttrs", arity: 2, run: intersect_attrs },
    Native { name: "listToAttrs", arity: 1, run: list_to_attrs },
    Native { name: "mapAttrs", arity: 2, run: map_attrs },
    Native { name: "removeAttrs", arity: 2, run: remove_attrs },
    Native { name: "unsafeGetAttrPos", arity: 2, run: attr_pos },
    Native { name: "zipAttrsWith", arity: 2, run: zip_attrs_with },
];

fn attr_names(call: &mut Call<'_, '_>) -> Answer {
    let attrs = call.attrs(0)?;
    call.burn(attrs.entries.len())?;
    let items = by_name(&attrs).into_iter().map(|attr| name_of(call, attr)).collect();
    Ok(List { items, open: attrs.open.clone() }.into())
}

fn attr_values(call: &mut Call<'_, '_>) -> Answer {
    let attrs = call.attrs(0)?;
    call.burn(attrs.entries.len())?;
    let items = by_name(&attrs).into_iter().map(|attr| attr.value).collect();
    Ok(List { items, open: attrs.open.clone() }.into())
}

fn get_attr(call: &mut Call<'_, '_>) -> Answer {
    let (name, attrs) = (call.string(0)?, call.attrs(1)?);
    match (attrs.get(&name), &attrs.open) {
        (Some(attr), _) => call.force(attr.value),
        (None, Some(open)) => Err(open.clone()),
        (None, None) => Err(call.unknown(format!("there is no attribute `{name}`"))),
    }
}

fn has_attr(call: &mut Call<'_, '_>) -> Answer {
    let (name, attrs) = (call.string(0)?, call.attrs(1)?);
    match (attrs.get(&name), &attrs.open) {
        (Some(_), _) => Ok(true.into()),
        (None, Some(open)) => Err(open.clone()),
        (None, None) => Ok(false.into()),
    }
}

fn map_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (function, attrs) = (call.thunk(0), call.attrs(1)?);
    call.burn(attrs.entries.len())?;
    let entries = attrs.entries.iter().map(|attr| {
        let name = name_of(call, attr);
        let value = call.later(function, vec![name, attr.value]);
        Attr { value, ..attr.clone() }
    });
    Ok(Attrs::new(entries.collect(), attrs.open.clone(), Vec::new()).into())
}

/// Of what comes after a pair that can't be told only the names are known: that pair may be any of
/// them, and would count.
fn list_to_attrs(call: &mut Call<'_, '_>) -> Answer {
    let list = call.list(0)?;
    call.burn(list.items.len())?;
    let mut attrs = Attributes::open_as(&list.open);
    for &item in &list.items {
        match read_pair(call, item) {
            Ok(attr) => {
                let value = match &attrs.open {
                    Some(open) => overridden(call, &attr, open),
                    None => attr.value,
                };
                attrs.add(Attr { value, ..attr });
            }
            Err(unknown) => attrs.open = Some(doubt(unknown)?),
        }
    }
    Ok(attrs.finish().into())
}

/// What may be taken away by a name that is unknown can't be kept.
fn remove_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (attrs, names) = (call.attrs(0)?, call.list(1)?);
    call.burn(attrs.entries.len() + names.items.len())?;
    let mut removed = FxHashSet::default();
    let mut unknown = names.open.clone();
    for &name in &names.items {
        match call.as_string(name) {
            Ok(name) => {
                removed.insert(name);
            }
            Err(why) => unknown = unknown.or(Some(why)),
        }
    }
    if let Some(unknown) = unknown {
        return Err(unknown);
    }
    let kept = attrs.entries.iter().filter(|attr| !removed.contains(&attr.name)).cloned();
    Ok(Attrs::new(kept.collect(), attrs.open.clone(), attrs.literals.clone()).into())
}

fn intersect_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (names, values) = (call.attrs(0)?, call.attrs(1)?);
    call.burn(values.entries.len())?;
    let common = values.entries.iter().filter(|attr| names.get(&attr.name).is_some()).cloned();
    let open = values.open.clone().or_else(|| names.open.clone());
    Ok(Attrs::new(common.collect(), open, Vec::new()).into())
}

fn cat_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (name, list) = (call.string(0)?, call.list(1)?);
    call.burn(list.items.len())?;
    let mut values = List { items: Vec::new(), open: list.open.clone() };
    for &item in &list.items {
        match call.as_attrs(item) {
            Ok(attrs) => match (attrs.get(&name), &attrs.open) {
                (Some(attr), _) => values.items.push(attr.value),
                (None, Some(open)) => values.open = Some(open.clone()),
                (None, None) => {}
            },
            Err(unknown) => values.open = Some(doubt(unknown)?),
        }
    }
    Ok(values.into())
}

fn zip_attrs_with(call: &mut Call<'_, '_>) -> Answer {
    let (function, list) = (call.thunk(0), call.whole_list(1)?);
    let mut names: indexmap::IndexMap<SmolStr, (Option<Origin>, Vec<ThunkId>)> = Default::default();
    for &item in &list.items {
        let attrs = call.as_attrs(item)?;
        if let Some(open) = &attrs.open {
            return Err(open.clone());
        }
        call.burn(attrs.entries.len())?;
        for attr in &attrs.entries {
            let entry = names.entry(attr.name.clone()).or_default();
            entry.0 = entry.0.or_else(|| spelled(attr));
            entry.1.push(attr.value);
        }
    }
    names.sort_unstable_keys();
    let entries = names.into_iter().map(|(name, (site, items))| {
        let at = site.unwrap_or(call.at);
        let text = call.ev.ready(Value::String(name.clone()), Some(at));
        let values = call.ready(List { items, open: None });
        let value = call.later(function, vec![text, values]);
        call.attr(name, value, site)
    });
    Ok(Attrs::new(entries.collect(), None, Vec::new()).into())
}

/// Which arguments a function names, and whether each has a default.
fn function_args(call: &mut Call<'_, '_>) -> Answer {
    let closure = match call.value(0)? {
        Value::Lambda(closure) => closure,
        Value::Native(_) => return Ok(Attrs::default().into()),
        _ => return Err(call.mismatch("a function")),
    };
    let Expr::Lambda { param: Param::Pattern { fields, .. }, .. } =
        closure.occurrence.part.expr(closure.lambda)
    else {
        return Ok(Attrs::default().into());
    };
    let entries = fields.iter().map(|(name, default)| {
        let has_default = call.ready(default.is_some());
        call.attr(name.clone(), has_default, None)
    });
    Ok(Attrs::new(entries.collect(), None, Vec::new()).into())
}

/// Positions are of no use to what a clan comes to, and not worth a dependency on them.
fn attr_pos(call: &mut Call<'_, '_>) -> Answer {
    Err(call.unknown("the position of an attribute is not followed"))
}
