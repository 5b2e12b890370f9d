//! The functions of `lib.lists` that go through a list with a result so far.

use crate::attributes::by_name;
use crate::native::{Answer, Call, Native};
use crate::value::{Attr, Attrs, ThunkId, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "count", arity: 2, run: count },
    Native { name: "fold", arity: 3, run: foldr },
    Native { name: "foldl", arity: 3, run: foldl },
    Native { name: "foldr", arity: 3, run: foldr },
    Native { name: "groupBy'", arity: 4, run: group_by_folded },
];

fn foldr(call: &mut Call<'_, '_>) -> Answer {
    let (function, mut result, list) = (call.thunk(0), call.thunk(1), call.whole_list(2)?);
    for &item in list.items.iter().rev() {
        result = call.later(function, vec![item, result]);
    }
    call.force(result)
}

fn foldl(call: &mut Call<'_, '_>) -> Answer {
    let (function, start, list) = (call.thunk(0), call.thunk(1), call.whole_list(2)?);
    let result = folded(call, function, start, &list.items);
    call.force(result)
}

/// From the left, each step only when its result is asked for.
fn folded(
    call: &mut Call<'_, '_>,
    function: ThunkId,
    start: ThunkId,
    items: &[ThunkId],
) -> ThunkId {
    items.iter().fold(start, |result, &item| call.later(function, vec![result, item]))
}

fn count(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, list) = (call.thunk(0), call.whole_list(1)?);
    let mut count = 0;
    for &item in &list.items {
        count += i64::from(call.test(predicate, &[item])?);
    }
    Ok(count.into())
}

fn group_by_folded(call: &mut Call<'_, '_>) -> Answer {
    let (function, start, key, list) = (call.thunk(0), call.thunk(1), call.thunk(2), call.thunk(3));
    let Value::Attrs(groups) = call.builtin("groupBy", &[key, list])? else {
        return Err(call.mismatch("a list"));
    };
    let entries = by_name(&groups).into_iter().map(|attr| {
        let group = attr.value;
        let value = call.delay(move |call| {
            let group = call.as_list(group)?;
            let result = folded(call, function, start, &group.items);
            call.force(result)
        });
        Attr { value, ..attr.clone() }
    });
    Ok(Attrs::new(entries.collect(), groups.open.clone(), Vec::new()).into())
}
