//! The functions of `lib.lists` that put items in order.

use std::cmp::Ordering;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "compareLists", arity: 3, run: compare_lists },
    Native { name: "listDfs", arity: 3, run: list_dfs },
    Native { name: "naturalSort", arity: 1, run: natural_sort },
    Native { name: "sortOn", arity: 2, run: sort_on },
    Native { name: "toposort", arity: 2, run: toposort },
];

/// Does one item come before another?
type Less<'l, T> = dyn FnMut(&T, &T) -> Result<bool, Arc<Unknown>> + 'l;

/// Sorts by merging, so that an order that contradicts itself does no harm. Of equals the first
/// stays first.
fn merge_sort<T: Clone>(items: &[T], less: &mut Less<'_, T>) -> Result<Vec<T>, Arc<Unknown>> {
    if items.len() < 2 {
        return Ok(items.to_vec());
    }
    let (left, right) = items.split_at(items.len() / 2);
    let (left, right) = (merge_sort(left, less)?, merge_sort(right, less)?);
    let mut sorted = Vec::with_capacity(items.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        let next = if less(second, first)? { right.next() } else { left.next() };
        sorted.extend(next);
    }
    sorted.extend(left.chain(right));
    Ok(sorted)
}

fn sort_on(call: &mut Call<'_, '_>) -> Answer {
    let (key, list) = (call.thunk(0), call.whole_list(1)?);
    let keyed: Vec<(ThunkId, ThunkId)> =
        list.items.iter().map(|&item| (call.later(key, vec![item]), item)).collect();
    let sorted = merge_sort(&keyed, &mut |left, right| {
        Ok(call.ev.compare(left.0, right.0, call.at)? == Ordering::Less)
    })?;
    let items = sorted.into_iter().map(|(_, item)| item).collect();
    Ok(List { items, open: None }.into())
}

/// A piece of a string for natural order: text, or a number without leading zeros.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Text(SmolStr),
    Number(i64),
}

/// A string in pieces, text and numbers by turns. `None` if a number is too large.
fn natural_sort_key(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let Some((before, number, after)) = next_number(rest) else {
            pieces.push(Piece::Text(rest.into()));
            return Some(pieces);
        };
        pieces.push(Piece::Text(before.into()));
        pieces.push(Piece::Number(number.parse().ok()?));
        rest = after;
    }
}

/// The first number in a text: a zero alone, or digits that don't begin with one.
fn next_number(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (before, digits) = text.split_at_checked(start)?;
    let end = match digits.starts_with('0') {
        true => 1,
        false => digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len()),
    };
    let (number, after) = digits.split_at_checked(end)?;
    Some((before, number, after))
}

fn natural_sort(call: &mut Call<'_, '_>) -> Answer {
    let list = call.whole_list(0)?;
    let mut keyed = Vec::with_capacity(list.items.len());
    for &item in &list.items {
        let text = call.as_string(item)?;
        call.burn(1 + text.len() / 32)?;
        match natural_sort_key(&text) {
            Some(key) => keyed.push((key, item)),
            None => return Err(call.unknown("a number is too large")),
        }
    }
    keyed.sort_by(|left, right| left.0.cmp(&right.0));
    let items = keyed.into_iter().map(|(_, item)| item).collect();
    Ok(List { items, open: None }.into())
}

fn compare_lists(call: &mut Call<'_, '_>) -> Answer {
    let (function, left, right) = (call.thunk(0), call.whole_list(1)?, call.whole_list(2)?);
    for (&left, &right) in left.items.iter().zip(&right.items) {
        match call.call(function, &[left, right])? {
            Value::Int(0) => {}
            other => return Ok(other),
        }
    }
    let ordering = left.items.len().cmp(&right.items.len());
    Ok(Value::Int(ordering as i64))
}

/// A way against the order, from the first item on.
struct Walk {
    /// The item before which none was found, or which closes a circle.
    end: ThunkId,
    /// The items that `end` comes before although they were passed: the circle.
    loops: Vec<ThunkId>,
    visited: Vec<ThunkId>,
    rest: Vec<ThunkId>,
}

fn walk(
    call: &mut Call<'_, '_>,
    before: ThunkId,
    stop_on_cycles: bool,
    first: ThunkId,
    others: &[ThunkId],
) -> Result<Walk, Arc<Unknown>> {
    let mut walk =
        Walk { end: first, loops: Vec::new(), visited: Vec::new(), rest: others.to_vec() };
    loop {
        let end = walk.end;
        if stop_on_cycles {
            walk.loops = split(call, before, &walk.visited, end)?.0;
            if !walk.loops.is_empty() {
                return Ok(walk);
            }
        }
        let (earlier, later) = split(call, before, &walk.rest, end)?;
        let Some((&next, more)) = earlier.split_first() else { return Ok(walk) };
        walk.visited.insert(0, end);
        walk.rest = [more, later.as_slice()].concat();
        walk.end = next;
    }
}

/// Those of some items that come before one, and the others.
fn split(
    call: &mut Call<'_, '_>,
    before: ThunkId,
    items: &[ThunkId],
    end: ThunkId,
) -> Result<(Vec<ThunkId>, Vec<ThunkId>), Arc<Unknown>> {
    let (mut earlier, mut others) = (Vec::new(), Vec::new());
    for &item in items {
        match call.test(before, &[item, end])? {
            true => earlier.push(item),
            false => others.push(item),
        }
    }
    Ok((earlier, others))
}

fn list_of(call: &mut Call<'_, '_>, items: Vec<ThunkId>) -> ThunkId {
    call.ready(List { items, open: None })
}

fn list_dfs(call: &mut Call<'_, '_>) -> Answer {
    let (stop_on_cycles, before, list) = (call.bool(0)?, call.thunk(1), call.whole_list(2)?);
    let Some((&first, others)) = list.items.split_first() else {
        return Err(call.unknown("the list is empty"));
    };
    let walk = walk(call, before, stop_on_cycles, first, others)?;
    let (visited, rest) = (list_of(call, walk.visited), list_of(call, walk.rest));
    if walk.loops.is_empty() {
        return Ok(call.set([("minimal", walk.end), ("rest", rest), ("visited", visited)]));
    }
    let loops = list_of(call, walk.loops);
    Ok(call.set([("cycle", walk.end), ("loops", loops), ("rest", rest), ("visited", visited)]))
}

fn toposort(call: &mut Call<'_, '_>) -> Answer {
    let (before, list) = (call.thunk(0), call.whole_list(1)?);
    let mut items = list.items.clone();
    let mut result = Vec::with_capacity(items.len());
    while let [first, others @ ..] = items.as_slice() {
        if others.is_empty() {
            result.push(*first);
            break;
        }
        let walk = walk(call, before, true, *first, others)?;
        if !walk.loops.is_empty() {
            let mut cycle = vec![walk.end];
            cycle.extend(&walk.visited);
            cycle.reverse();
            let (cycle, loops) = (list_of(call, cycle), list_of(call, walk.loops));
            return Ok(call.set([("cycle", cycle), ("loops", loops)]));
        }
        result.push(walk.end);
        items = [walk.visited.as_slice(), walk.rest.as_slice()].concat();
    }
    let result = list_of(call, result);
    Ok(call.set([("result", result)]))
}
