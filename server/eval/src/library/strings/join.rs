//! The functions of `lib.strings` that put strings together.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "concatImapStrings", arity: 2, run: |call| mapped(call, None, "imap1") },
    Native { name: "concatImapStringsSep", arity: 3, run: |call| mapped(call, Some(0), "imap1") },
    Native { name: "concatLines", arity: 1, run: concat_lines },
    Native { name: "concatMapAttrsStringSep", arity: 3, run: map_attrs },
    Native { name: "concatMapStrings", arity: 2, run: |call| mapped(call, None, "map") },
    Native { name: "concatMapStringsSep", arity: 3, run: |call| mapped(call, Some(0), "map") },
    Native { name: "concatStrings", arity: 1, run: concat_strings },
    Native { name: "concatStringsSep", arity: 2, run: concat_strings_sep },
    Native { name: "intersperse", arity: 2, run: intersperse },
    Native { name: "join", arity: 2, run: concat_strings_sep },
    Native { name: "makeSearchPath", arity: 2, run: make_search_path },
    Native { name: "optionalString", arity: 2, run: optional_string },
    Native { name: "replicate", arity: 2, run: replicate },
    Native { name: "stringAsChars", arity: 2, run: string_as_chars },
];

/// All of the items with something between them.
pub(super) fn joined(
    call: &mut Call<'_, '_>,
    separator: &str,
    items: &[ThunkId],
) -> Result<SmolStr, Arc<Unknown>> {
    let mut out = String::new();
    for (number, &item) in items.iter().enumerate() {
        if number > 0 {
            out.push_str(separator);
        }
        let value = call.force(item)?;
        let text = call.coerce(value)?;
        call.burn(1 + (text.len() + separator.len()) / crate::operator::BYTES_A_STEP)?;
        out.push_str(&text);
    }
    Ok(out.into())
}

fn concat_strings(call: &mut Call<'_, '_>) -> Answer {
    let list = call.whole_list(0)?;
    Ok(joined(call, "", &list.items)?.into())
}

fn concat_strings_sep(call: &mut Call<'_, '_>) -> Answer {
    let (separator, list) = (call.text(0)?, call.whole_list(1)?);
    Ok(joined(call, &separator, &list.items)?.into())
}

/// What a function makes of the items, put together. The arguments are the separator, if there is
/// one, the function and the list.
fn mapped(call: &mut Call<'_, '_>, separator: Option<usize>, how: &str) -> Answer {
    let first = separator.map_or(0, |number| number + 1);
    let text = separator.map_or(Ok(SmolStr::default()), |number| call.text(number))?;
    let (function, list) = (call.thunk(first), call.whole_list(first + 1)?);
    let items = list.items.iter().zip(1_i64..).map(|(&item, number)| match how {
        "map" => call.later(function, vec![item]),
        _ => {
            let number = call.ready(number);
            call.later(function, vec![number, item])
        }
    });
    let items: Vec<ThunkId> = items.collect();
    Ok(joined(call, &text, &items)?.into())
}

fn map_attrs(call: &mut Call<'_, '_>) -> Answer {
    let (separator, function, set) = (call.text(0)?, call.thunk(1), call.whole_attrs(2)?);
    let items: Vec<ThunkId> = crate::attributes::by_name(&set)
        .into_iter()
        .map(|attr| {
            let name = crate::attributes::name_of(call, attr);
            call.later(function, vec![name, attr.value])
        })
        .collect();
    Ok(joined(call, &separator, &items)?.into())
}

fn concat_lines(call: &mut Call<'_, '_>) -> Answer {
    let list = call.whole_list(0)?;
    if list.items.is_empty() {
        return Ok(SmolStr::default().into());
    }
    let text = joined(call, "\n", &list.items)?;
    call.long(format!("{text}\n"))
}

fn intersperse(call: &mut Call<'_, '_>) -> Answer {
    let (separator, list) = (call.thunk(0), call.whole_list(1)?);
    call.burn(list.items.len())?;
    let mut items = Vec::with_capacity(list.items.len() * 2);
    for &item in &list.items {
        if !items.is_empty() {
            items.push(separator);
        }
        items.push(item);
    }
    Ok(List { items, open: None }.into())
}

fn make_search_path(call: &mut Call<'_, '_>) -> Answer {
    let (folder, list) = (call.text(0)?, call.whole_list(1)?);
    let mut paths = Vec::new();
    for &item in &list.items {
        match call.force(item)? {
            Value::Null => {}
            value => paths.push(format!("{}/{folder}", call.coerce(value)?)),
        }
    }
    call.long(paths.join(":"))
}

fn optional_string(call: &mut Call<'_, '_>) -> Answer {
    match call.bool(0)? {
        true => call.value(1),
        false => Ok(SmolStr::default().into()),
    }
}

fn replicate(call: &mut Call<'_, '_>) -> Answer {
    let (times, text) = (call.int(0)?, call.text(1)?);
    let times = usize::try_from(times).map_err(|_| call.mismatch("how often"))?;
    let bytes = text.len().saturating_mul(times);
    call.burn(times.saturating_add(bytes / crate::operator::BYTES_A_STEP))?;
    Ok(SmolStr::from(text.repeat(times)).into())
}

fn string_as_chars(call: &mut Call<'_, '_>) -> Answer {
    let (function, text) = (call.thunk(0), call.text(1)?);
    let characters = super::part::characters(call, &text)?;
    let items: Vec<ThunkId> =
        characters.into_iter().map(|character| call.later(function, vec![character])).collect();
    Ok(joined(call, "", &items)?.into())
}
