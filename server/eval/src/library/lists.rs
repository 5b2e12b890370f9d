//! `lib.lists`.

mod fold;
mod order;
mod part;
mod search;
mod sets;

use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};
use crate::value::{List, Value};

pub(super) use sets::Members;

pub(super) static SECTION: Section = Section {
    name: "lists",
    functions: &[
        FUNCTIONS,
        fold::FUNCTIONS,
        order::FUNCTIONS,
        part::FUNCTIONS,
        search::FUNCTIONS,
        sets::FUNCTIONS,
    ],
    builtins: &[
        "all",
        "any",
        "concatLists",
        "concatMap",
        "elem",
        "elemAt",
        "filter",
        "foldl'",
        "genList",
        "groupBy",
        "head",
        "isList",
        "length",
        "map",
        "partition",
        "sort",
        "tail",
    ],
    values: no_values,
    passes: Passes::AllBut(&["commonPrefix", "findFirstIndex", "hasPrefix", "removePrefix"]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "concatAttrValues", arity: 1, run: concat_attr_values },
    Native { name: "crossLists", arity: 2, run: cross_lists },
    Native { name: "flatten", arity: 1, run: flatten },
    Native { name: "forEach", arity: 2, run: for_each },
    Native { name: "imap0", arity: 2, run: |call| imap(call, 0) },
    Native { name: "imap1", arity: 2, run: |call| imap(call, 1) },
    Native { name: "optional", arity: 2, run: optional },
    Native { name: "optionals", arity: 2, run: optionals },
    Native { name: "range", arity: 2, run: range },
    Native { name: "replaceElemAt", arity: 3, run: replace_elem_at },
    Native { name: "replicate", arity: 2, run: replicate },
    Native { name: "reverseList", arity: 1, run: reverse_list },
    Native { name: "singleton", arity: 1, run: singleton },
    Native { name: "toList", arity: 1, run: to_list },
    Native { name: "zipLists", arity: 2, run: zip_lists },
    Native { name: "zipListsWith", arity: 3, run: zip_lists_with },
];

/// Longer lists are not made: nobody's fleet needs them, and each item costs memory.
const MAX_LENGTH: usize = 1_000_000;

impl Call<'_, '_> {
    /// A length, of which steps are taken.
    fn length(&mut self, number: i64) -> Result<usize, std::sync::Arc<crate::value::Unknown>> {
        let length = usize::try_from(number).map_err(|_| self.mismatch("a length"))?;
        if length > MAX_LENGTH {
            return Err(self.unknown("the list is too long"));
        }
        self.burn(length)?;
        Ok(length)
    }
}

fn singleton(call: &mut Call<'_, '_>) -> Answer {
    let items = vec![call.thunk(0)];
    Ok(List { items, open: None }.into())
}

fn for_each(call: &mut Call<'_, '_>) -> Answer {
    let (list, function) = (call.thunk(0), call.thunk(1));
    call.builtin("map", &[function, list])
}

/// Of an open list the number of no item is known.
fn imap(call: &mut Call<'_, '_>, first: i64) -> Answer {
    let (function, list) = (call.thunk(0), call.whole_list(1)?);
    call.burn(list.items.len())?;
    let items = list.items.iter().zip(first..).map(|(&item, number)| {
        let number = call.ready(number);
        call.later(function, vec![number, item])
    });
    Ok(List { items: items.collect(), open: None }.into())
}

fn flatten(call: &mut Call<'_, '_>) -> Answer {
    let value = call.thunk(0);
    let mut out = List::default();
    flatten_into(call, value, &mut out);
    match out.open {
        // Not even whether it is a list.
        Some(unknown) if out.items.is_empty() && call.ev.force(value).is_unknown() => Err(unknown),
        open => Ok(List { items: out.items, open }.into()),
    }
}

/// An item that is unknown may be a list as well: it leaves the result open.
fn flatten_into(call: &mut Call<'_, '_>, value: crate::value::ThunkId, out: &mut List) {
    let done = call.bounded(|call| {
        match call.force(value)? {
            Value::List(list) => {
                call.burn(list.items.len())?;
                for &item in &list.items {
                    flatten_into(call, item, out);
                }
                out.open = out.open.take().or_else(|| list.open.clone());
            }
            _ => out.items.push(value),
        }
        Ok(())
    });
    if let Err(unknown) = done {
        out.open = Some(unknown);
    }
}

impl Value {
    fn is_unknown(&self) -> bool {
        matches!(self, Value::Unknown(_))
    }
}

fn optional(call: &mut Call<'_, '_>) -> Answer {
    let item = call.thunk(1);
    Ok(match call.bool(0) {
        Ok(true) => List { items: vec![item], open: None },
        Ok(false) => List::default(),
        Err(unknown) => List { items: Vec::new(), open: Some(unknown) },
    }
    .into())
}

fn optionals(call: &mut Call<'_, '_>) -> Answer {
    match call.bool(0) {
        Ok(true) => call.value(1),
        Ok(false) => Ok(List::default().into()),
        Err(unknown) => Ok(List { items: Vec::new(), open: Some(unknown) }.into()),
    }
}

fn to_list(call: &mut Call<'_, '_>) -> Answer {
    match call.value(0)? {
        Value::List(list) => Ok(Value::List(list)),
        _ => singleton(call),
    }
}

fn range(call: &mut Call<'_, '_>) -> Answer {
    let (first, last) = (call.int(0)?, call.int(1)?);
    if first > last {
        return Ok(List::default().into());
    }
    call.length(last.saturating_sub(first).saturating_add(1))?;
    let items = (first..=last).map(|number| call.ready(number)).collect();
    Ok(List { items, open: None }.into())
}

fn replicate(call: &mut Call<'_, '_>) -> Answer {
    let (times, item) = (call.int(0)?, call.thunk(1));
    let items = vec![item; call.length(times)?];
    Ok(List { items, open: None }.into())
}

fn replace_elem_at(call: &mut Call<'_, '_>) -> Answer {
    let (list, index, item) = (call.whole_list(0)?, call.int(1)?, call.thunk(2));
    call.burn(list.items.len())?;
    let mut items = list.items.clone();
    match usize::try_from(index).ok().and_then(|index| items.get_mut(index)) {
        Some(place) => *place = item,
        None => return Err(call.unknown("the list is shorter than that")),
    }
    Ok(List { items, open: None }.into())
}

fn reverse_list(call: &mut Call<'_, '_>) -> Answer {
    let list = call.list(0)?;
    call.burn(list.items.len())?;
    let items = list.items.iter().rev().copied().collect();
    Ok(List { items, open: list.open.clone() }.into())
}

fn zip_lists_with(call: &mut Call<'_, '_>) -> Answer {
    let (function, left, right) = (call.thunk(0), call.whole_list(1)?, call.whole_list(2)?);
    call.burn(left.items.len().min(right.items.len()))?;
    let pairs = left.items.iter().zip(&right.items);
    let items = pairs.map(|(&left, &right)| call.later(function, vec![left, right])).collect();
    Ok(List { items, open: None }.into())
}

fn zip_lists(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.whole_list(0)?, call.whole_list(1)?);
    call.burn(left.items.len().min(right.items.len()))?;
    let pairs = left.items.iter().zip(&right.items).map(|(&fst, &snd)| {
        let pair = call.set([("fst", fst), ("snd", snd)]);
        call.ready(pair)
    });
    Ok(List { items: pairs.collect(), open: None }.into())
}

fn concat_attr_values(call: &mut Call<'_, '_>) -> Answer {
    let values = call.thunk(0);
    let lists = call.builtin("attrValues", &[values])?;
    let lists = call.ready(lists);
    call.builtin("concatLists", &[lists])
}

/// Every choice of one item of each list, given to a function.
fn cross_lists(call: &mut Call<'_, '_>) -> Answer {
    let (function, lists) = (call.thunk(0), call.whole_list(1)?);
    let mut results = List { items: vec![function], open: None };
    for &list in &lists.items {
        let list = call.as_list(list)?;
        call.burn(results.items.len().saturating_mul(list.items.len()))?;
        let mut next = List { items: Vec::new(), open: results.open.or_else(|| list.open.clone()) };
        for function in results.items {
            next.items.extend(list.items.iter().map(|&item| call.later(function, vec![item])));
        }
        results = next;
    }
    Ok(results.into())
}
