//! Values as JSON, in the form that Nix writes: without blanks, names in the order of their bytes.

use std::fmt::Write;
use std::sync::Arc;

use super::float;
use crate::attributes::by_name;
use crate::evaluator::Evaluator;
use crate::operator::BYTES_A_STEP;
use crate::value::{Attrs, Origin, Unknown, Value};

type Written = Result<(), Arc<Unknown>>;

/// Writes a value at the end of `out`.
///
/// # Errors
/// Why it, or a part of it, can't be told.
pub(super) fn write(ev: &mut Evaluator<'_>, value: Value, at: Origin, out: &mut String) -> Written {
    let unknown = |why: &str| Err(Arc::new(Unknown::new(why, Some(at))));
    ev.burn(1);
    match value {
        Value::Unknown(unknown) => return Err(unknown),
        Value::Null => out.push_str("null"),
        Value::Bool(bool) => out.push_str(if bool { "true" } else { "false" }),
        // Writing to a string does not fail.
        Value::Int(int) => drop(write!(out, "{int}")),
        Value::Float(float) => match float::written(float) {
            Some(text) => out.push_str(&text),
            None => return unknown("how Nix writes this number is not certain"),
        },
        Value::String(text) => {
            ev.burn(text.len() / BYTES_A_STEP);
            write_text(&text, out);
        }
        Value::Path(_) => return unknown("the name of a copy in the store is not known"),
        Value::List(list) => {
            if let Some(open) = &list.open {
                return Err(open.clone());
            }
            return ev.bounded(at, |ev| {
                out.push('[');
                for (index, &item) in list.items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    let item = ev.force(item);
                    write(ev, item, at, out)?;
                }
                out.push(']');
                Ok(())
            });
        }
        Value::Attrs(attrs) => return ev.bounded(at, |ev| write_set(ev, &attrs, at, out)),
        Value::Lambda(_) | Value::Native(_) => return unknown("a function can't be JSON"),
    }
    ev.exhausted(Some(at)).map_or(Ok(()), Err)
}

fn write_set(ev: &mut Evaluator<'_>, attrs: &Arc<Attrs>, at: Origin, out: &mut String) -> Written {
    if let Some(open) = &attrs.open {
        return Err(open.clone());
    }
    if attrs.get("__toString").is_some() {
        let text = ev.interpolate(Value::Attrs(attrs.clone()), at);
        return write(ev, text, at, out);
    }
    if let Some(folder) = attrs.get("outPath") {
        let folder = ev.force(folder.value);
        return write(ev, folder, at, out);
    }
    out.push('{');
    for (index, attr) in by_name(attrs).into_iter().enumerate() {
        out.push_str(if index > 0 { "," } else { "" });
        write_text(&attr.name, out);
        out.push(':');
        let value = ev.force(attr.value);
        write(ev, value, at, out)?;
    }
    out.push('}');
    Ok(())
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..'\u{20}' => drop(write!(out, "\\u{:04x}", u32::from(char))),
            _ => out.push(char),
        }
    }
    out.push('"');
}
