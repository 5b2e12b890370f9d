//! `builtins` that take or make lists.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::builtins::doubt;
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "all", arity: 2, run: all },
    Native { name: "any", arity: 2, run: any },
    Native { name: "concatLists", arity: 1, run: concat_lists },
    Native { name: "concatMap", arity: 2, run: concat_map },
    Native { name: "elem", arity: 2, run: elem },
    Native { name: "elemAt", arity: 2, run: elem_at },
    Native { name: "filter", arity: 2, run: filter },
    Native { name: "foldl'", arity: 3, run: foldl },
    Native { name: "genList", arity: 2, run: gen_list },
    Native { name: "genericClosure", arity: 1, run: generic_closure },
    Native { name: "groupBy", arity: 2, run: group_by },
    Native { name: "head", arity: 1, run: head },
    Native { name: "length", arity: 1, run: length },
    Native { name: "map", arity: 2, run: map },
    Native { name: "partition", arity: 2, run: partition },
    Native { name: "sort", arity: 2, run: sort },
    Native { name: "tail", arity: 1, run: tail },
];

/// Longer lists are not made: nobody's fleet needs them, and each item costs memory.
const MAX_LENGTH: usize = 1_000_000;

fn map(call: &mut Call<'_, '_>) -> Answer {
    let (function, list) = (call.thunk(0), call.list(1)?);
    call.burn(list.items.len())?;
    let items = list.items.iter().map(|&item| call.later(function, vec![item])).collect();
    Ok(List { items, open: list.open.clone() }.into())
}

/// An item of which it can't be told whether it stays leaves the list open.
fn filter(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, list) = (call.thunk(0), call.list(1)?);
    let mut kept = List { items: Vec::new(), open: list.open.clone() };
    for &item in &list.items {
        match call.test(predicate, &[item]) {
            Ok(true) => kept.items.push(item),
            Ok(false) => {}
            Err(unknown) => kept.open = Some(doubt(unknown)?),
        }
    }
    Ok(kept.into())
}

fn partition(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, list) = (call.thunk(0), call.list(1)?);
    let mut right = List { items: Vec::new(), open: list.open.clone() };
    let mut wrong = right.clone();
    for &item in &list.items {
        match call.test(predicate, &[item]) {
            Ok(true) => right.items.push(item),
            Ok(false) => wrong.items.push(item),
            Err(unknown) => {
                let unknown = doubt(unknown)?;
                right.open = Some(unknown.clone());
                wrong.open = Some(unknown);
            }
        }
    }
    let (right, wrong) = (call.ready(right), call.ready(wrong));
    let attrs =
        vec![call.attr("right".into(), right, None), call.attr("wrong".into(), wrong, None)];
    Ok(Attrs::new(attrs, None, Vec::new()).into())
}

fn any(call: &mut Call<'_, '_>) -> Answer {
    decide(call, true)
}

fn all(call: &mut Call<'_, '_>) -> Answer {
    decide(call, false)
}

/// Does some item satisfy the predicate (`decisive` is true), or does some item not (false)? One
/// that does decides, whatever the unknown ones are.
fn decide(call: &mut Call<'_, '_>, decisive: bool) -> Answer {
    let (predicate, list) = (call.thunk(0), call.list(1)?);
    let mut unknown: Option<Arc<Unknown>> = None;
    for &item in &list.items {
        match call.test(predicate, &[item]) {
            Ok(answer) if answer == decisive => return Ok(decisive.into()),
            Ok(_) => {}
            Err(why) if unknown.is_none() => unknown = Some(doubt(why)?),
            Err(_) => {}
        }
    }
    match unknown.or_else(|| list.open.clone()) {
        Some(unknown) => Err(unknown),
        None => Ok((!decisive).into()),
    }
}

fn elem(call: &mut Call<'_, '_>) -> Answer {
    let (wanted, list) = (call.thunk(0), call.list(1)?);
    let mut unknown = list.open.clone();
    for &item in &list.items {
        match call.ev.equal(wanted, item, call.at) {
            Ok(true) => return Ok(true.into()),
            Ok(false) => {}
            Err(why) if unknown.is_none() => unknown = Some(doubt(why)?),
            Err(_) => {}
        }
    }
    unknown.map_or(Ok(false.into()), Err)
}

fn elem_at(call: &mut Call<'_, '_>) -> Answer {
    let (list, index) = (call.whole_list(0)?, call.int(1)?);
    match usize::try_from(index).ok().and_then(|index| list.items.get(index)) {
        Some(&item) => call.force(item),
        None => Err(call.unknown("the list is shorter than that")),
    }
}

fn head(call: &mut Call<'_, '_>) -> Answer {
    match call.whole_list(0)?.items.first() {
        Some(&item) => call.force(item),
        None => Err(call.unknown("the list is empty")),
    }
}

fn tail(call: &mut Call<'_, '_>) -> Answer {
    match call.whole_list(0)?.items.split_first() {
        Some((_, rest)) => Ok(List { items: rest.to_vec(), open: None }.into()),
        None => Err(call.unknown("the list is empty")),
    }
}

fn length(call: &mut Call<'_, '_>) -> Answer {
    let length = call.whole_list(0)?.items.len();
    Ok(Value::Int(i64::try_from(length).unwrap_or(i64::MAX)))
}

fn gen_list(call: &mut Call<'_, '_>) -> Answer {
    let (generator, length) = (call.thunk(0), call.int(1)?);
    let length = usize::try_from(length).map_err(|_| call.mismatch("a length"))?;
    if length > MAX_LENGTH {
        return Err(call.unknown("the list is too long"));
    }
    call.burn(length)?;
    let numbers = 0_i64..i64::try_from(length).unwrap_or(0);
    let items = numbers.map(|number| {
        let number = call.ready(number);
        call.later(generator, vec![number])
    });
    Ok(List { items: items.collect(), open: None }.into())
}

fn foldl(call: &mut Call<'_, '_>) -> Answer {
    let (function, start, list) = (call.thunk(0), call.thunk(1), call.whole_list(2)?);
    let mut result = start;
    for &item in &list.items {
        // What one step can't tell, a later one may: `known // unknown` keeps its names.
        let value = call.ev.call(function, &[result, item], call.at);
        call.burn(1)?;
        if let Value::Unknown(unknown) = &value {
            doubt(unknown.clone())?;
        }
        result = call.ready(value);
    }
    call.force(result)
}

fn concat_lists(call: &mut Call<'_, '_>) -> Answer {
    let lists = call.list(0)?;
    concat(call, &lists)
}

fn concat_map(call: &mut Call<'_, '_>) -> Answer {
    let (function, list) = (call.thunk(0), call.list(1)?);
    let items = list.items.iter().map(|&item| call.later(function, vec![item])).collect();
    concat(call, &List { items, open: list.open.clone() })
}

/// The items of all lists. One that is unknown leaves the result open.
fn concat(call: &mut Call<'_, '_>, lists: &List) -> Answer {
    let mut all = List { items: Vec::new(), open: lists.open.clone() };
    for &list in &lists.items {
        match call.as_list(list) {
            Ok(list) => {
                call.burn(list.items.len())?;
                all.items.extend_from_slice(&list.items);
                all.open = all.open.or_else(|| list.open.clone());
            }
            Err(unknown) => all.open = Some(doubt(unknown)?),
        }
    }
    Ok(all.into())
}

fn group_by(call: &mut Call<'_, '_>) -> Answer {
    let (function, list) = (call.thunk(0), call.whole_list(1)?);
    let mut groups: indexmap::IndexMap<smol_str::SmolStr, Vec<ThunkId>> = Default::default();
    for &item in &list.items {
        match call.call(function, &[item])? {
            Value::String(group) => groups.entry(group).or_default().push(item),
            _ => return Err(call.mismatch("a function that gives strings")),
        }
    }
    groups.sort_unstable_keys();
    let attrs = groups.into_iter().map(|(name, items)| {
        let items = call.ready(List { items, open: None });
        call.attr(name, items, None)
    });
    Ok(Attrs::new(attrs.collect(), None, Vec::new()).into())
}

/// Sorts by merging, so that an order that contradicts itself does no harm. What Nix makes of such
/// an order is its own affair, so that is unknown.
fn sort(call: &mut Call<'_, '_>) -> Answer {
    let (less, list) = (call.thunk(0), call.whole_list(1)?);
    let items = merge_sort(call, less, &list.items)?;
    let native = matches!(call.ev.force(less), Value::Native(_));
    if !native && !is_ordered(call, less, &items)? {
        return Err(call.unknown("the order that `sort` is given contradicts itself"));
    }
    Ok(List { items, open: None }.into())
}

/// So many items are compared each with each, of longer lists neighbours alone: an order that
/// contradicts itself is a mistake that shows in short lists as well.
const COMPARED_WHOLLY: usize = 16;

/// Does the order hold within what was sorted by it? Items that are before none of each other must
/// stand together.
fn is_ordered(
    call: &mut Call<'_, '_>,
    less: ThunkId,
    items: &[ThunkId],
) -> Result<bool, Arc<Unknown>> {
    let reach = if items.len() > COMPARED_WHOLLY { 1 } else { items.len() };
    let mut steps = Vec::with_capacity(items.len());
    for pair in items.windows(2) {
        let [first, second] = pair else { continue };
        steps.push(call.test(less, &[*first, *second])?);
    }
    for (left, &first) in items.iter().enumerate() {
        let mut differs = false;
        let after = steps.iter().zip(items.iter().skip(1)).skip(left).take(reach);
        for (&step, &second) in after {
            differs = differs || step;
            if call.test(less, &[second, first])? {
                return Ok(false);
            }
            if reach > 1 && call.test(less, &[first, second])? != differs {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

pub(crate) fn merge_sort(
    call: &mut Call<'_, '_>,
    less: ThunkId,
    items: &[ThunkId],
) -> Result<Vec<ThunkId>, Arc<Unknown>> {
    if items.len() < 2 {
        return Ok(items.to_vec());
    }
    let (left, right) = items.split_at(items.len() / 2);
    let (left, right) = (merge_sort(call, less, left)?, merge_sort(call, less, right)?);
    let mut sorted = Vec::with_capacity(items.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(&first), Some(&second)) = (left.peek(), right.peek()) {
        // Of equals the left one comes first: the order is stable, as Nix's is.
        let next = if call.test(less, &[second, first])? { right.next() } else { left.next() };
        sorted.extend(next);
    }
    sorted.extend(left.chain(right));
    Ok(sorted)
}

fn generic_closure(call: &mut Call<'_, '_>) -> Answer {
    let arguments = call.attrs(0)?;
    let (Some(start), Some(operator)) = (arguments.get("startSet"), arguments.get("operator"))
    else {
        return Err(call.mismatch("a set with `startSet` and `operator`"));
    };
    let mut pending: std::collections::VecDeque<ThunkId> = whole(call, start.value)?.into();
    let (mut keys, mut items): (Vec<ThunkId>, Vec<ThunkId>) = (Vec::new(), Vec::new());
    while let Some(item) = pending.pop_front() {
        let attrs = call.as_attrs(item)?;
        let key = attrs.get("key").map(|attr| attr.value);
        let key = key.ok_or_else(|| call.mismatch("items with a `key`"))?;
        let mut known = false;
        for &other in &keys {
            known = known || call.ev.compare(key, other, call.at)? == Ordering::Equal;
        }
        if !known {
            call.burn(keys.len() + 1)?;
            keys.push(key);
            items.push(item);
            let next = call.later(operator.value, vec![item]);
            pending.extend(whole(call, next)?);
        }
    }
    Ok(List { items, open: None }.into())
}

fn whole(call: &mut Call<'_, '_>, list: ThunkId) -> Result<Vec<ThunkId>, Arc<Unknown>> {
    let list = call.as_list(list)?;
    match &list.open {
        Some(open) => Err(open.clone()),
        None => Ok(list.items.clone()),
    }
}
