//! The functions of `lib.strings` that look at pieces of strings.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "addContextFrom", arity: 2, run: |call| call.text(1).map(Value::String) },
    Native { name: "fileContents", arity: 1, run: file_contents },
    Native { name: "hasInfix", arity: 2, run: has_infix },
    Native { name: "hasPrefix", arity: 2, run: has_prefix },
    Native { name: "hasSuffix", arity: 2, run: has_suffix },
    Native { name: "normalizePath", arity: 1, run: normalize_path },
    Native { name: "removePrefix", arity: 2, run: remove_prefix },
    Native { name: "removeSuffix", arity: 2, run: remove_suffix },
    Native { name: "splitString", arity: 2, run: split_string },
    Native { name: "splitStringBy", arity: 3, run: split_string_by },
    Native { name: "stringToCharacters", arity: 1, run: string_to_characters },
    Native { name: "trim", arity: 1, run: trim },
    Native { name: "trimWith", arity: 2, run: trim_with },
];

/// What `trim` takes away.
const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

/// Each byte as a string; those of which several make a character are unknown.
pub(super) fn characters(
    call: &mut Call<'_, '_>,
    text: &str,
) -> Result<Vec<ThunkId>, Arc<Unknown>> {
    call.burn(text.len())?;
    let mut items = Vec::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii() {
            items.push(call.text_of(character.encode_utf8(&mut [0; 4]) as &str));
        } else {
            let unknown = call.unknown("a piece of a character is not followed");
            let piece = call.ready(Value::Unknown(unknown));
            items.extend(std::iter::repeat_n(piece, character.len_utf8()));
        }
    }
    Ok(items)
}

fn string_to_characters(call: &mut Call<'_, '_>) -> Answer {
    let text = call.text(0)?;
    let items = characters(call, &text)?;
    Ok(List { items, open: None }.into())
}

/// Is an argument a path? Those that compare strings find that no string equals one.
fn is_path(call: &mut Call<'_, '_>, number: usize) -> Result<bool, Arc<Unknown>> {
    Ok(matches!(call.value(number)?, Value::Path(_)))
}

fn has_prefix(call: &mut Call<'_, '_>) -> Answer {
    if is_path(call, 0)? {
        return Ok(false.into());
    }
    let (prefix, text) = (call.string(0)?, call.no_path(1)?);
    Ok(text.starts_with(prefix.as_str()).into())
}

/// A path keeps its last name in the store: its end can be told.
fn has_suffix(call: &mut Call<'_, '_>) -> Answer {
    if is_path(call, 0)? {
        return Ok(false.into());
    }
    let suffix = call.string(0)?;
    match call.value(1)? {
        Value::Path(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            match name.len() >= suffix.len() {
                true => Ok(name.ends_with(suffix.as_str()).into()),
                false => call.no_path(1).map(Value::String),
            }
        }
        value => Ok(call.coerce(value)?.ends_with(suffix.as_str()).into()),
    }
}

fn has_infix(call: &mut Call<'_, '_>) -> Answer {
    let (infix, content) = (call.no_path(0)?, call.value(1)?);
    if let Value::Path(path) = &content {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        return match name.contains(infix.as_str()) {
            true => Ok(true.into()),
            false => call.no_path(1).map(Value::String),
        };
    }
    Ok(call.coerce(content)?.contains(infix.as_str()).into())
}

fn remove_prefix(call: &mut Call<'_, '_>) -> Answer {
    let (prefix, text) = (call.string(0)?, call.no_path(1)?);
    call.long(text.strip_prefix(prefix.as_str()).unwrap_or(&text))
}

fn remove_suffix(call: &mut Call<'_, '_>) -> Answer {
    let (suffix, text) = (call.string(0)?, call.no_path(1)?);
    call.long(text.strip_suffix(suffix.as_str()).unwrap_or(&text))
}

/// A text in pieces: what stands between the separators.
fn split<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    text.split(separator).collect()
}

fn split_string(call: &mut Call<'_, '_>) -> Answer {
    let (separator, text) = (call.shown(0)?, call.shown(1)?);
    if separator.is_empty() && !text.is_ascii() {
        return Err(call.unknown("a piece of a character is not followed"));
    }
    call.burn(text.len() / crate::operator::BYTES_A_STEP)?;
    call.texts(split(&text, &separator))
}

fn split_string_by(call: &mut Call<'_, '_>) -> Answer {
    let (predicate, keep, text) = (call.thunk(0), call.bool(1)?, call.string(2)?);
    let characters = characters(call, &text)?;
    let mut parts = vec![String::new()];
    let mut before = call.text_of("");
    for (character, current) in text.chars().zip(characters) {
        // A character of several bytes is met as its first, of which nothing is known.
        let split = call.test(predicate, &[before, current])?;
        if split {
            parts.push(String::new());
        }
        if let (true, Some(part)) = (keep || !split, parts.last_mut()) {
            part.push(character);
        }
        before = current;
    }
    call.texts(parts)
}

fn trimmed(text: &str, start: bool, end: bool) -> &str {
    let text = if start { text.trim_start_matches(BLANK) } else { text };
    if end { text.trim_end_matches(BLANK) } else { text }
}

fn trim(call: &mut Call<'_, '_>) -> Answer {
    let text = call.no_path(0)?;
    call.long(trimmed(&text, true, true))
}

fn trim_with(call: &mut Call<'_, '_>) -> Answer {
    let (options, text) = (call.attrs(0)?, call.no_path(1)?);
    let mut side = |name| match call.find(&options, name)? {
        Some(value) => call.as_bool(value),
        None => Ok(false),
    };
    let (start, end) = (side("start")?, side("end")?);
    call.long(trimmed(&text, start, end))
}

fn file_contents(call: &mut Call<'_, '_>) -> Answer {
    let file = call.thunk(0);
    match call.builtin("readFile", &[file])? {
        Value::String(text) => call.long(text.strip_suffix('\n').unwrap_or(&text)),
        _ => Err(call.mismatch("a file")),
    }
}

fn normalize_path(call: &mut Call<'_, '_>) -> Answer {
    let text = call.no_path(0)?;
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character != '/' || !out.ends_with('/') {
            out.push(character);
        }
    }
    Ok(SmolStr::from(out).into())
}
