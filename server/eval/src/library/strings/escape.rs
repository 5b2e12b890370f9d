//! The functions of `lib.strings` that escape and replace.

use std::fmt::Write as _;

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::value::{ThunkId, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "escape", arity: 2, run: escape },
    Native { name: "escapeC", arity: 2, run: escape_c },
    Native { name: "escapeNixIdentifier", arity: 1, run: escape_nix_identifier },
    Native { name: "escapeNixString", arity: 1, run: escape_nix_string },
    Native { name: "escapeRegex", arity: 1, run: escape_regex },
    Native { name: "escapeURL", arity: 1, run: escape_url },
    Native { name: "escapeXML", arity: 1, run: escape_xml },
    Native { name: "replaceString", arity: 3, run: replace_string },
];

const KEYWORDS: [&str; 10] =
    ["assert", "else", "if", "in", "inherit", "let", "or", "rec", "then", "with"];

/// What is special in a regular expression.
const REGEX: &str = "\\[{()^$?*+|.";

/// An attribute's name as Nix reads it: with quotes where it needs them.
pub(in crate::library) fn identifier(name: &str) -> SmolStr {
    let mut characters = name.chars();
    let starts = characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_');
    let simple = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '\'' | '-');
    if starts && characters.all(simple) && !KEYWORDS.contains(&name) {
        return name.into();
    }
    nix_string(name)
}

/// A string as Nix reads it.
pub(in crate::library) fn nix_string(text: &str) -> SmolStr {
    json_string(text).replace('$', "\\$").into()
}

/// A string as JSON.
pub(in crate::library) fn json_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            // Writing to a string does not fail.
            c if c < ' ' => _ = write!(out, "\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text in which each of `from`, sought from left to right, stands as `to` has it.
pub(super) fn replace(text: &str, pairs: &[(SmolStr, SmolStr)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let found = pairs.iter().find(|(from, _)| rest.starts_with(from.as_str()));
        let skipped = match found {
            Some((from, to)) => {
                out.push_str(to);
                from.len()
            }
            None => 0,
        };
        if skipped > 0 {
            rest = rest.get(skipped..).unwrap_or_default();
            // Behind the last character the empty text is sought as well.
            continue;
        }
        let mut characters = rest.chars();
        match characters.next() {
            Some(character) => out.push(character),
            None => return out,
        }
        rest = characters.as_str();
    }
}

fn replace_string(call: &mut Call<'_, '_>) -> Answer {
    let (from, to, text) = (call.string(0)?, call.string(1)?, call.no_path(2)?);
    if from.is_empty() && !text.is_ascii() {
        return Err(call.unknown("a piece of a character is not followed"));
    }
    call.burn(text.len() / crate::operator::BYTES_A_STEP)?;
    call.long(replace(&text, &[(from, to)]))
}

/// Those of the first argument escaped in the second.
fn escaped(call: &mut Call<'_, '_>, how: impl Fn(&str) -> Option<String>) -> Answer {
    let (special, text) = (call.strings(0)?, call.no_path(1)?);
    if !text.is_ascii() && special.iter().any(SmolStr::is_empty) {
        return Err(call.unknown("a piece of a character is not followed"));
    }
    call.burn(special.len().saturating_mul(text.len()) / crate::operator::BYTES_A_STEP)?;
    let pairs: Option<Vec<(SmolStr, SmolStr)>> =
        special.into_iter().map(|from| Some((from.clone(), how(&from)?.into()))).collect();
    match pairs {
        Some(pairs) => call.long(replace(&text, &pairs)),
        None => Err(call.mismatch("characters")),
    }
}

fn escape(call: &mut Call<'_, '_>) -> Answer {
    escaped(call, |special| Some(format!("\\{special}")))
}

fn escape_c(call: &mut Call<'_, '_>) -> Answer {
    escaped(call, |special| match special.as_bytes() {
        [byte] => Some(format!("\\x{byte:02x}")),
        _ => None,
    })
}

/// A text with a function applied to each of its characters.
fn each(text: &str, mut to: impl FnMut(char, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|character| to(character, &mut out));
    out
}

fn escape_regex(call: &mut Call<'_, '_>) -> Answer {
    let text = call.no_path(0)?;
    call.long(each(&text, |c, out| {
        if REGEX.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }))
}

fn escape_url(call: &mut Call<'_, '_>) -> Answer {
    let text = call.no_path(0)?;
    call.long(each(&text, |c, out| {
        let printable = matches!(c, '\t' | '\n' | '\r' | ' '..='~');
        if printable && !c.is_ascii_alphanumeric() && !"-_.~".contains(c) {
            // Writing to a string does not fail.
            _ = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }))
}

fn escape_xml(call: &mut Call<'_, '_>) -> Answer {
    let text = call.no_path(0)?;
    call.long(each(&text, |c, out| match c {
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&apos;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        c => out.push(c),
    }))
}

fn escape_nix_string(call: &mut Call<'_, '_>) -> Answer {
    match call.value(0)? {
        Value::String(text) => call.long(nix_string(&text)),
        _ => {
            let value: ThunkId = call.thunk(0);
            match call.builtin("toJSON", &[value])? {
                Value::String(text) => call.long(text.replace('$', "\\$")),
                _ => Err(call.mismatch("a string")),
            }
        }
    }
}

fn escape_nix_identifier(call: &mut Call<'_, '_>) -> Answer {
    let text = call.string(0)?;
    call.long(identifier(&text))
}
