//! The functions of `lib.lists` that cut pieces out of lists. Of an open list no piece is known.

use std::sync::Arc;

use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "commonPrefix", arity: 2, run: common_prefix },
    Native { name: "drop", arity: 2, run: drop },
    Native { name: "dropEnd", arity: 2, run: drop_end },
    Native { name: "hasPrefix", arity: 2, run: has_prefix },
    Native { name: "init", arity: 1, run: init },
    Native { name: "last", arity: 1, run: last },
    Native { name: "removePrefix", arity: 2, run: remove_prefix },
    Native { name: "sublist", arity: 3, run: sublist },
    Native { name: "take", arity: 2, run: take },
    Native { name: "takeEnd", arity: 2, run: take_end },
];

/// `count` items from the one numbered `start` on, or as many as there are.
fn cut(call: &mut Call<'_, '_>, list: &List, start: i64, count: i64) -> Answer {
    let start = usize::try_from(start).map_err(|_| call.mismatch("where to start"))?;
    let rest = list.items.get(start..).unwrap_or_default();
    let count = match usize::try_from(count) {
        Ok(count) => count.min(rest.len()),
        Err(_) if rest.is_empty() => 0,
        Err(_) => return Err(call.mismatch("how many")),
    };
    call.burn(count / 8)?;
    let items = rest.get(..count).unwrap_or_default().to_vec();
    Ok(List { items, open: None }.into())
}

fn length(list: &List) -> i64 {
    i64::try_from(list.items.len()).unwrap_or(i64::MAX)
}

fn take(call: &mut Call<'_, '_>) -> Answer {
    let (count, list) = (call.int(0)?, call.whole_list(1)?);
    cut(call, &list, 0, count)
}

fn drop(call: &mut Call<'_, '_>) -> Answer {
    let (count, list) = (call.int(0)?, call.whole_list(1)?);
    cut(call, &list, count, i64::MAX)
}

fn take_end(call: &mut Call<'_, '_>) -> Answer {
    let (count, list) = (call.int(0)?, call.whole_list(1)?);
    cut(call, &list, length(&list).saturating_sub(count).max(0), i64::MAX)
}

fn drop_end(call: &mut Call<'_, '_>) -> Answer {
    let (count, list) = (call.int(0)?, call.whole_list(1)?);
    cut(call, &list, 0, length(&list).saturating_sub(count).max(0))
}

fn sublist(call: &mut Call<'_, '_>) -> Answer {
    let (start, count, list) = (call.int(0)?, call.int(1)?, call.whole_list(2)?);
    cut(call, &list, start, count)
}

fn last(call: &mut Call<'_, '_>) -> Answer {
    match call.whole_list(0)?.items.last() {
        Some(&item) => call.force(item),
        None => Err(call.unknown("the list is empty")),
    }
}

fn init(call: &mut Call<'_, '_>) -> Answer {
    match call.whole_list(0)?.items.split_last() {
        Some((_, items)) => Ok(List { items: items.to_vec(), open: None }.into()),
        None => Err(call.unknown("the list is empty")),
    }
}

/// Does the second list begin with the first? Then what follows it.
fn after_prefix(call: &mut Call<'_, '_>) -> Result<Option<Vec<ThunkId>>, Arc<Unknown>> {
    let (prefix, list) = (call.whole_list(0)?, call.whole_list(1)?);
    let Some((start, rest)) = list.items.split_at_checked(prefix.items.len()) else {
        return Ok(None);
    };
    let mut unknown = None;
    for (&left, &right) in start.iter().zip(&prefix.items) {
        match call.ev.equal(left, right, call.at) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(why) => unknown = Some(why),
        }
    }
    unknown.map_or(Ok(Some(rest.to_vec())), Err)
}

fn has_prefix(call: &mut Call<'_, '_>) -> Answer {
    Ok(after_prefix(call)?.is_some().into())
}

fn remove_prefix(call: &mut Call<'_, '_>) -> Answer {
    match after_prefix(call)? {
        Some(items) => Ok(List { items, open: None }.into()),
        None => Err(call.unknown("the list does not begin so")),
    }
}

fn common_prefix(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.whole_list(0)?, call.whole_list(1)?);
    let mut items = Vec::new();
    for (&left, &right) in left.items.iter().zip(&right.items) {
        if !call.ev.equal(left, right, call.at)? {
            break;
        }
        items.push(left);
    }
    Ok(List { items, open: None }.into())
}
