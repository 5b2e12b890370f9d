//! The functions of `lib.attrsets` that go into sets of sets.

use std::sync::Arc;

use crate::attributes::{Attributes, by_name, name_of};
use crate::native::{Answer, Call, Native};
use crate::value::{Attr, Attrs, List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "collect", arity: 2, run: collect },
    Native { name: "filterAttrsRecursive", arity: 2, run: filter_attrs_recursive },
    Native { name: "mapAttrsRecursive", arity: 2, run: map_attrs_recursive },
    Native { name: "mapAttrsRecursiveCond", arity: 3, run: map_attrs_recursive_cond },
    Native { name: "mapAttrsToListRecursive", arity: 2, run: map_attrs_to_list_recursive },
    Native { name: "mapAttrsToListRecursiveCond", arity: 3, run: map_attrs_to_list_recursive_cond },
    Native { name: "matchAttrs", arity: 2, run: match_attrs },
];

/// A value as a set, if it is one.
fn as_set(call: &mut Call<'_, '_>, value: ThunkId) -> Result<Option<Arc<Attrs>>, Arc<Unknown>> {
    match call.force(value)? {
        Value::Attrs(set) => Ok(Some(set)),
        _ => Ok(None),
    }
}

fn filter_attrs_recursive(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, set) = (call.thunk(0), call.attrs(1)?);
    filter_below(call, predicate, &set)
}

fn filter_below(call: &mut Call<'_, '_>, predicate: ThunkId, set: &Attrs) -> Answer {
    let mut kept = Attributes::open_as(&set.open);
    for attr in by_name(set) {
        let (name, value) = (name_of(call, attr), attr.value);
        match call.test(predicate, &[name, value]) {
            Ok(true) => {
                let value = call.delay(move |call| match call.force(value)? {
                    Value::Attrs(set) => filter_below(call, predicate, &set),
                    other => Ok(other),
                });
                kept.add(Attr { value, ..attr.clone() });
            }
            Ok(false) => {}
            Err(unknown) => kept.open = Some(unknown),
        }
    }
    Ok(Attrs { literals: set.literals.clone(), ..kept.finish() }.into())
}

fn map_attrs_recursive(call: &mut Call<'_, '_>) -> Answer {
    let (function, set) = (call.thunk(0), call.attrs(1)?);
    map_below(call, None, function, &[], &set)
}

fn map_attrs_recursive_cond(call: &mut Call<'_, '_>) -> Answer {
    let (condition, function, set) = (call.thunk(0), call.thunk(1), call.attrs(2)?);
    map_below(call, Some(condition), function, &[], &set)
}

fn map_below(
    call: &mut Call<'_, '_>,
    condition: Option<ThunkId>,
    function: ThunkId,
    above: &[ThunkId],
    set: &Attrs,
) -> Answer {
    call.burn(set.entries.len())?;
    let entries = set.entries.iter().map(|attr| {
        let mut path = above.to_vec();
        path.push(name_of(call, attr));
        let value = attr.value;
        let value = call.delay(move |call| {
            if let Value::Attrs(set) = call.force(value)? {
                let goes_on = condition.map_or(Ok(true), |test| call.test(test, &[value]))?;
                if goes_on {
                    return map_below(call, condition, function, &path, &set);
                }
            }
            let path = call.ready(List { items: path, open: None });
            call.call(function, &[path, value])
        });
        Attr { value, ..attr.clone() }
    });
    Ok(Attrs::new(entries.collect(), set.open.clone(), Vec::new()).into())
}

fn map_attrs_to_list_recursive(call: &mut Call<'_, '_>) -> Answer {
    let (function, set) = (call.thunk(0), call.thunk(1));
    let mut leaves = Leaves { condition: None, function, out: List::default() };
    leaves.add_set(call, &[], set)?;
    Ok(leaves.out.into())
}

fn map_attrs_to_list_recursive_cond(call: &mut Call<'_, '_>) -> Answer {
    let (condition, function, set) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let mut leaves = Leaves { condition: Some(condition), function, out: List::default() };
    leaves.add_set(call, &[], set)?;
    Ok(leaves.out.into())
}

/// The list of what a function makes of all leaves.
struct Leaves {
    condition: Option<ThunkId>,
    function: ThunkId,
    out: List,
}

impl Leaves {
    fn add_set(
        &mut self,
        call: &mut Call<'_, '_>,
        above: &[ThunkId],
        set: ThunkId,
    ) -> Result<(), Arc<Unknown>> {
        let set = call.as_attrs(set)?;
        for attr in by_name(&set) {
            let mut path = above.to_vec();
            path.push(name_of(call, attr));
            if let Err(unknown) = call.bounded(|call| self.add(call, &path, attr.value)) {
                self.out.open = Some(unknown);
            }
        }
        self.out.open = self.out.open.take().or_else(|| set.open.clone());
        Ok(())
    }

    fn add(
        &mut self,
        call: &mut Call<'_, '_>,
        path: &[ThunkId],
        value: ThunkId,
    ) -> Result<(), Arc<Unknown>> {
        let names = call.ready(List { items: path.to_vec(), open: None });
        if as_set(call, value)?.is_some() {
            let goes_on = self.condition.map_or(Ok(true), |test| call.test(test, &[names, value]));
            if goes_on? {
                return self.add_set(call, path, value);
            }
        }
        self.out.items.push(call.later(self.function, vec![names, value]));
        Ok(())
    }
}

fn collect(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, value) = (call.thunk(0), call.thunk(1));
    let mut found = List::default();
    collect_below(call, predicate, value, &mut found);
    Ok(found.into())
}

fn collect_below(call: &mut Call<'_, '_>, predicate: ThunkId, value: ThunkId, found: &mut List) {
    let done = call.bounded(|call| {
        if call.test(predicate, &[value])? {
            found.items.push(value);
        } else if let Some(set) = as_set(call, value)? {
            for attr in by_name(&set) {
                collect_below(call, predicate, attr.value, found);
            }
            found.open = found.open.take().or_else(|| set.open.clone());
        }
        Ok(())
    });
    if let Err(unknown) = done {
        found.open = Some(unknown);
    }
}

fn match_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (pattern, value) = (call.attrs(0)?, call.thunk(1));
    matches(call, &pattern, value).map(Value::Bool)
}

/// Does a value hold all that a pattern does? Whatever is known to differ decides.
fn matches(call: &mut Call<'_, '_>, pattern: &Attrs, value: ThunkId) -> Result<bool, Arc<Unknown>> {
    let Some(set) = as_set(call, value)? else { return Ok(pattern.entries.is_empty()) };
    let mut unknown = pattern.open.clone();
    for attr in by_name(pattern) {
        let answer = match call.find(&set, &attr.name) {
            Ok(Some(value)) => call.bounded(|call| matches_one(call, attr.value, value)),
            Ok(None) => Ok(false),
            Err(unknown) => Err(unknown),
        };
        match answer {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(why) => unknown = Some(why),
        }
    }
    unknown.map_or(Ok(true), Err)
}

fn matches_one(
    call: &mut Call<'_, '_>,
    pattern: ThunkId,
    value: ThunkId,
) -> Result<bool, Arc<Unknown>> {
    match as_set(call, pattern)? {
        Some(pattern) if as_set(call, value)?.is_some() => matches(call, &pattern, value),
        Some(_) => Ok(false),
        None => call.ev.equal(pattern, value, call.at),
    }
}
