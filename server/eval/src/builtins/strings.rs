//! `builtins` about strings. To Nix these are bytes: where a piece would begin or end amid a
//! character, it is unknown.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::operator::BYTES_A_STEP;
use crate::value::{Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "concatStringsSep", arity: 2, run: concat_strings_sep },
    Native { name: "replaceStrings", arity: 3, run: replace_strings },
    Native { name: "stringLength", arity: 1, run: string_length },
    Native { name: "substring", arity: 3, run: substring },
];

fn concat_strings_sep(call: &mut Call<'_, '_>) -> Answer {
    let (separator, list) = (call.string(0)?, call.whole_list(1)?);
    let mut out = String::new();
    for (index, &item) in list.items.iter().enumerate() {
        if index > 0 {
            out.push_str(&separator);
        }
        let item = call.force(item)?;
        let text = call.coerce(item)?;
        call.burn(1 + (separator.len() + text.len()) / BYTES_A_STEP)?;
        out.push_str(&text);
    }
    Ok(Value::String(out.into()))
}

/// An argument's text. Nix copies a path to the store first, so how long that is can't be told.
fn measurable(call: &mut Call<'_, '_>, number: usize) -> Result<SmolStr, Arc<Unknown>> {
    let value = call.value(number)?;
    match call.ev.as_folder(value) {
        Value::Path(_) => Err(call.unknown("the name of a copy in the store is not known")),
        value => call.coerce(value),
    }
}

fn string_length(call: &mut Call<'_, '_>) -> Answer {
    let length = measurable(call, 0)?.len();
    Ok(Value::Int(i64::try_from(length).unwrap_or(i64::MAX)))
}

/// A length below zero means: up to the end.
fn substring(call: &mut Call<'_, '_>) -> Answer {
    let (start, length) = (call.int(0)?, call.int(1)?);
    let text = measurable(call, 2)?;
    let start =
        usize::try_from(start).map_err(|_| call.mismatch("a start that is not negative"))?;
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let end = start.saturating_add(length).min(text.len());
    call.burn(end.saturating_sub(start) / BYTES_A_STEP)?;
    if start >= end {
        return Ok(Value::String(SmolStr::default()));
    }
    match text.get(start..end) {
        Some(piece) => Ok(Value::String(piece.into())),
        None => Err(call.unknown("the piece begins or ends amid a character")),
    }
}

/// At each place the first pattern that fits is replaced. An empty one fits everywhere, also at the
/// end; the character that stands there stays.
fn replace_strings(call: &mut Call<'_, '_>) -> Answer {
    let (from, to) = (call.strings(0)?, call.whole_list(1)?);
    let text = call.string(2)?;
    if from.len() != to.items.len() {
        return Err(call.mismatch("as many texts to put in as to look for"));
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    loop {
        call.burn(1 + from.len() / 4)?;
        let found = from.iter().zip(&to.items).find(|(from, _)| rest.starts_with(from.as_bytes()));
        let mut passed = 0;
        if let Some((from, &to)) = found {
            let to = call.as_string(to)?;
            call.burn(to.len() / BYTES_A_STEP)?;
            out.extend_from_slice(to.as_bytes());
            passed = from.len();
        }
        if passed == 0 {
            let Some((&byte, after)) = rest.split_first() else { break };
            out.push(byte);
            rest = after;
        } else {
            rest = rest.get(passed..).unwrap_or_default();
        }
    }
    match String::from_utf8(out) {
        Ok(text) => Ok(Value::String(text.into())),
        Err(_) => Err(call.unknown("a text is put in amid a character")),
    }
}
