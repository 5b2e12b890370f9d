//! `builtins.toJSON` and `builtins.fromJSON`.

mod float;
mod write;

use std::sync::Arc;

use jsonc_parser::ast::{Object, ObjectPropName, StringLit, Value as Json};
use jsonc_parser::{CollectOptions, parse_to_ast};
use smol_str::SmolStr;

use self::write::write;
use crate::attributes::Attributes;
use crate::json::STRICT;
use crate::native::{Answer, Call, Native};
use crate::operator::BYTES_A_STEP;
use crate::value::{Attrs, List, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "fromJSON", arity: 1, run: from_json },
    Native { name: "toJSON", arity: 1, run: to_json },
];

fn to_json(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    let mut out = String::new();
    write(call.ev, value, call.at, &mut out)?;
    Ok(Value::String(out.into()))
}

fn from_json(call: &mut Call<'_, '_>) -> Answer {
    let text = call.string(0)?;
    call.burn(text.len() / BYTES_A_STEP)?;
    match parse_to_ast(&text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => match parsed.value {
            Some(value) => Reader { text: &text }.value(call, &value),
            None => Err(call.unknown("the JSON can't be read: it is empty")),
        },
        Err(error) => Err(call.unknown(format!("the JSON can't be read: {}", error.kind()))),
    }
}

/// Reads what the parser made of a text. That limits how deep it may nest.
struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn value(&self, call: &mut Call<'_, '_>, value: &Json<'_>) -> Answer {
        match value {
            Json::NullKeyword(_) => Ok(Value::Null),
            Json::BooleanLit(bool) => Ok(Value::Bool(bool.value)),
            Json::NumberLit(number) => of_number(call, number.value),
            Json::StringLit(string) => self.string(call, string).map(Value::String),
            Json::Array(array) => {
                call.burn(array.elements.len())?;
                let mut items = Vec::with_capacity(array.elements.len());
                for element in &array.elements {
                    let item = self.value(call, element)?;
                    items.push(call.ready(item));
                }
                Ok(List { items, open: None }.into())
            }
            Json::Object(object) => self.object(call, object),
        }
    }

    /// Of properties with one name the last counts.
    fn object(&self, call: &mut Call<'_, '_>, object: &Object<'_>) -> Answer {
        call.burn(object.properties.len())?;
        let mut attrs = Attributes::default();
        for property in object.properties.iter().rev() {
            let name = match &property.name {
                ObjectPropName::String(string) => self.string(call, string)?,
                ObjectPropName::Word(word) => SmolStr::new(word.value),
            };
            let value = self.value(call, &property.value)?;
            let value = call.ready(value);
            attrs.add(call.attr(name, value, None));
        }
        let mut entries = attrs.finish().entries;
        entries.reverse();
        Ok(Attrs::new(entries, None, Vec::new()).into())
    }

    /// A text that JSON and Nix can hold: the parser also takes line ends, Nix no zero byte.
    fn string(&self, call: &Call<'_, '_>, string: &StringLit<'_>) -> Result<SmolStr, Arc<Unknown>> {
        let written = self.text.get(string.range.start..string.range.end).unwrap_or_default();
        if written.contains(|char: char| char < ' ') || string.value.contains('\0') {
            return Err(call.unknown("the JSON can't be read: a text holds such a character"));
        }
        Ok(SmolStr::new(&string.value))
    }
}

fn of_number(call: &Call<'_, '_>, text: &str) -> Answer {
    let whole = !text.contains(['.', 'e', 'E']);
    match (text.parse(), text.parse()) {
        (Ok(int), _) if whole => Ok(Value::Int(int)),
        // Some versions of Nix refuse these, others take them for negative numbers.
        _ if whole && text.parse::<u64>().is_ok() => Err(call.unknown("the number is too large")),
        (_, Ok(float)) if f64::is_finite(float) => Ok(Value::Float(float)),
        _ => Err(call.unknown("the number is too large")),
    }
}
