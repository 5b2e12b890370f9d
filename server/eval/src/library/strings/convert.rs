//! The functions of `lib.strings` that turn strings into other strings, and into numbers.

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::value::{List, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "charToInt", arity: 1, run: char_to_int },
    Native { name: "fixedWidthNumber", arity: 2, run: fixed_width_number },
    Native { name: "fixedWidthString", arity: 3, run: fixed_width_string },
    Native { name: "floatToString", arity: 1, run: |call| call.shown(0).map(Value::String) },
    Native { name: "isConvertibleWithToString", arity: 1, run: is_convertible },
    Native { name: "isStringLike", arity: 1, run: is_string_like },
    Native { name: "toCamelCase", arity: 1, run: to_camel_case },
    Native { name: "toInt", arity: 1, run: to_int },
    Native { name: "toIntBase10", arity: 1, run: to_int_base10 },
    Native { name: "toLower", arity: 1, run: to_lower },
    Native { name: "toSentenceCase", arity: 1, run: to_sentence_case },
    Native { name: "toUpper", arity: 1, run: to_upper },
];

fn to_lower(call: &mut Call<'_, '_>) -> Answer {
    let text = call.no_path(0)?;
    call.long(text.to_ascii_lowercase())
}

fn to_upper(call: &mut Call<'_, '_>) -> Answer {
    let text = call.no_path(0)?;
    call.long(text.to_ascii_uppercase())
}

fn sentence_case(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => {
            format!("{}{}", first.to_ascii_uppercase(), characters.as_str().to_ascii_lowercase())
        }
        None => String::new(),
    }
}

fn to_sentence_case(call: &mut Call<'_, '_>) -> Answer {
    let text = call.string(0)?;
    call.long(sentence_case(&text))
}

/// Words end at `-`, `_`, a space, and before a capital letter that follows a small one.
fn to_camel_case(call: &mut Call<'_, '_>) -> Answer {
    let text = call.string(0)?;
    let mut words = Vec::new();
    for part in text.split(['-', '_', ' ']) {
        let mut word = String::new();
        for character in part.chars() {
            let after_small = word.ends_with(|c: char| c.is_ascii_lowercase());
            if after_small && character.is_ascii_uppercase() {
                words.push(std::mem::take(&mut word));
            }
            word.push(character);
        }
        words.push(word);
    }
    let mut words = words.into_iter();
    let mut out = words.next().unwrap_or_default().to_ascii_lowercase();
    words.for_each(|word| out.push_str(&sentence_case(&word)));
    call.long(out)
}

fn char_to_int(call: &mut Call<'_, '_>) -> Answer {
    match call.string(0)?.as_bytes() {
        [byte @ (b'\t' | b'\n' | b'\r' | b' '..=b'~')] => Ok(Value::Int(i64::from(*byte))),
        _ => Err(call.mismatch("a printable character")),
    }
}

fn fixed_width_string(call: &mut Call<'_, '_>) -> Answer {
    let (width, filler, text) = (call.int(0)?, call.text(1)?, call.text(2)?);
    widened(call, width, &filler, &text)
}

fn fixed_width_number(call: &mut Call<'_, '_>) -> Answer {
    let (width, text) = (call.int(0)?, call.shown(1)?);
    widened(call, width, "0", &text)
}

fn widened(call: &mut Call<'_, '_>, width: i64, filler: &str, text: &str) -> Answer {
    let width = usize::try_from(width).map_err(|_| call.mismatch("a width"))?;
    let missing = width.checked_sub(text.len());
    let missing = missing.ok_or_else(|| call.unknown("the string is longer than that"))?;
    let times = match (missing, filler.len()) {
        (0, _) => 0,
        (_, 0) => return Err(call.mismatch("something to fill with")),
        (missing, length) if missing % length == 0 => missing / length,
        _ => return Err(call.unknown("what it is filled with does not fit")),
    };
    call.burn(missing / crate::operator::BYTES_A_STEP)?;
    Ok(SmolStr::from(format!("{}{text}", filler.repeat(times))).into())
}

/// A number as it is written, spaces around it left out.
fn digits(text: &str) -> Option<(&str, bool)> {
    let text = text.trim_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    let number = text.strip_prefix('-').unwrap_or(text);
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    plain.then_some((text, number.len() > 1 && number.starts_with('0')))
}

fn to_int(call: &mut Call<'_, '_>) -> Answer {
    let text = call.text(0)?;
    match digits(&text) {
        Some((number, false)) => number.parse().map(Value::Int).map_err(|_| no_number(call)),
        _ => Err(no_number(call)),
    }
}

fn to_int_base10(call: &mut Call<'_, '_>) -> Answer {
    let text = call.text(0)?;
    match digits(&text) {
        Some((number, zeros)) if !(zeros && number.starts_with('-')) => {
            number.parse().map(Value::Int).map_err(|_| no_number(call))
        }
        _ => Err(no_number(call)),
    }
}

fn no_number(call: &Call<'_, '_>) -> std::sync::Arc<crate::value::Unknown> {
    call.unknown("this string is no number")
}

fn is_string_like(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    string_like(call, &value).map(Value::Bool)
}

/// Can a value stand for a string?
pub(in crate::library) fn string_like(
    call: &mut Call<'_, '_>,
    value: &Value,
) -> Result<bool, std::sync::Arc<crate::value::Unknown>> {
    match value {
        Value::String(_) | Value::Path(_) => Ok(true),
        Value::Attrs(set) => {
            let stands = |name| set.get(name).is_some();
            match (stands("outPath") || stands("__toString"), &set.open) {
                (false, Some(open)) => Err(open.clone()),
                (stands, _) => Ok(stands),
            }
        }
        _ => {
            call.burn(0)?;
            Ok(false)
        }
    }
}

fn is_convertible(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    convertible(call, &value).map(Value::Bool)
}

fn convertible(
    call: &mut Call<'_, '_>,
    value: &Value,
) -> Result<bool, std::sync::Arc<crate::value::Unknown>> {
    match value {
        Value::Null | Value::Int(_) | Value::Float(_) | Value::Bool(_) => Ok(true),
        Value::List(list) => all_convertible(call, list),
        value => string_like(call, value),
    }
}

fn all_convertible(
    call: &mut Call<'_, '_>,
    list: &List,
) -> Result<bool, std::sync::Arc<crate::value::Unknown>> {
    let mut unknown = list.open.clone();
    for &item in &list.items {
        let answer = call.bounded(|call| {
            let item = call.force(item)?;
            convertible(call, &item)
        });
        match answer {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(why) => unknown = Some(why),
        }
    }
    unknown.map_or(Ok(true), Err)
}
