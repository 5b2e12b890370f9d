//! `builtins.fromTOML`.

use std::sync::Arc;

use smol_str::SmolStr;
use toml::de::{DeTable, DeValue};

use crate::native::{Answer, Call, Native};
use crate::operator::BYTES_A_STEP;
use crate::value::{Attrs, List, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[Native { name: "fromTOML", arity: 1, run: from_toml }];

fn from_toml(call: &mut Call<'_, '_>) -> Answer {
    let text = call.string(0)?;
    call.burn(text.len() / BYTES_A_STEP)?;
    match DeTable::parse(&text) {
        Ok(table) => Ok(of_table(call, table.get_ref())?.into()),
        Err(error) => Err(call.unknown(format!("the TOML can't be read: {}", error.message()))),
    }
}

fn of_table(call: &mut Call<'_, '_>, table: &DeTable<'_>) -> Result<Attrs, Arc<Unknown>> {
    let mut entries = Vec::with_capacity(table.len());
    for (name, value) in table {
        let name = plain(call, name.get_ref())?;
        let value = of_value(call, value.get_ref())?;
        let value = call.ready(value);
        entries.push(call.attr(name, value, None));
    }
    call.burn(entries.len())?;
    Ok(Attrs::new(entries, None, Vec::new()))
}

fn of_value(call: &mut Call<'_, '_>, value: &DeValue<'_>) -> Answer {
    let unread = |call: &Call<'_, '_>| call.unknown("this number of the TOML is not followed");
    match value {
        DeValue::String(text) => plain(call, text).map(Value::String),
        DeValue::Boolean(bool) => Ok(Value::Bool(*bool)),
        DeValue::Integer(int) => match i64::from_str_radix(int.as_str(), int.radix()) {
            Ok(int) => Ok(Value::Int(int)),
            Err(_) => Err(unread(call)),
        },
        DeValue::Float(float) => match float.as_str().parse() {
            Ok(float) if f64::is_finite(float) => Ok(Value::Float(float)),
            _ => Err(unread(call)),
        },
        // By its settings Nix refuses these, or gives them in a form of its own.
        DeValue::Datetime(_) => Err(call.unknown("a time in TOML is not followed")),
        DeValue::Array(array) => {
            let mut items = Vec::with_capacity(array.len());
            for item in array {
                let item = of_value(call, item.get_ref())?;
                items.push(call.ready(item));
            }
            Ok(List { items, open: None }.into())
        }
        DeValue::Table(table) => Ok(of_table(call, table)?.into()),
    }
}

/// A text that Nix can hold.
fn plain(call: &Call<'_, '_>, text: &str) -> Result<SmolStr, Arc<Unknown>> {
    match text.contains('\0') {
        true => Err(call.unknown("Nix has no text with a zero byte")),
        false => Ok(SmolStr::new(text)),
    }
}
