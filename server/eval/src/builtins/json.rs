//! `builtins.toJSON` and `builtins.fromJSON`.

mod float;
mod write;

use jsonc_parser::ast::{ObjectPropName, Value as Json};
use jsonc_parser::{CollectOptions, parse_to_ast};
use smol_str::SmolStr;

use self::write::write;
use crate::builtins::attrsets::Attributes;
use crate::json::STRICT;
use crate::native::{Answer, Call, Native};
use crate::operator::BYTES_A_STEP;
use crate::value::{List, Value};

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
            Some(value) => of_json(call, &value),
            None => Err(call.unknown("the JSON can't be read: it is empty")),
        },
        Err(error) => Err(call.unknown(format!("the JSON can't be read: {}", error.kind()))),
    }
}

/// The parser limits how deep a text may nest.
fn of_json(call: &mut Call<'_, '_>, value: &Json<'_>) -> Answer {
    match value {
        Json::NullKeyword(_) => Ok(Value::Null),
        Json::BooleanLit(bool) => Ok(Value::Bool(bool.value)),
        Json::NumberLit(number) => of_number(call, number.value),
        Json::StringLit(string) => of_string(call, &string.value).map(Value::String),
        Json::Array(array) => {
            let mut items = Vec::with_capacity(array.elements.len());
            for element in &array.elements {
                let item = of_json(call, element)?;
                items.push(call.ready(item));
            }
            call.burn(items.len())?;
            Ok(List { items, open: None }.into())
        }
        Json::Object(object) => {
            let mut attrs = Attributes::default();
            // Of properties with one name the last counts.
            for property in object.properties.iter().rev() {
                let name = match &property.name {
                    ObjectPropName::String(string) => of_string(call, &string.value)?,
                    ObjectPropName::Word(word) => SmolStr::new(word.value),
                };
                let value = of_json(call, &property.value)?;
                let value = call.ready(value);
                attrs.add(call.attr(name, value, None));
            }
            call.burn(object.properties.len())?;
            let mut attrs = attrs.finish().entries;
            attrs.reverse();
            Ok(crate::value::Attrs::new(attrs, None, Vec::new()).into())
        }
    }
}

/// A text that Nix can hold.
fn of_string(call: &Call<'_, '_>, text: &str) -> Result<SmolStr, std::sync::Arc<crate::Unknown>> {
    match text.contains('\0') {
        true => Err(call.unknown("Nix has no text with a zero byte")),
        false => Ok(SmolStr::new(text)),
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
