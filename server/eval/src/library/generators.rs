//! `lib.generators`, of which there are here those that write lines of keys and values, and JSON.
//!
//! They take settings first, in which functions may be given that write a part.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::attributes::{by_name, name_of};
use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native, Partial};
use crate::value::{Attrs, ThunkId, Unknown, Value};

pub(super) static SECTION: Section = Section {
    name: "generators",
    functions: &[FUNCTIONS],
    builtins: &[],
    values: no_values,
    passes: Passes::Only(&[]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "mkKeyValueDefault", arity: 4, run: key_value },
    Native { name: "mkValueStringDefault", arity: 2, run: value_string },
    Native { name: "toINI", arity: 2, run: to_ini },
    Native { name: "toINIWithGlobalSection", arity: 2, run: to_ini_with_global_section },
    Native { name: "toJSON", arity: 2, run: to_json },
    Native { name: "toKeyValue", arity: 2, run: to_key_value },
    Native { name: "toYAML", arity: 2, run: to_json },
];

static KEY_VALUE: Native = Native { name: "mkKeyValueDefault", arity: 4, run: key_value };
static VALUE_STRING: Native = Native { name: "mkValueStringDefault", arity: 2, run: value_string };
static SECTION_NAME: Native = Native { name: "mkSectionName", arity: 1, run: section_name };

/// How the lines of a section are written.
struct Lines {
    key_value: ThunkId,
    lists_as_duplicate_keys: bool,
    indent: SmolStr,
}

impl Lines {
    fn of(call: &mut Call<'_, '_>, settings: &Attrs) -> Result<Lines, Arc<Unknown>> {
        let key_value = match call.find(settings, "mkKeyValue")? {
            Some(function) => function,
            None => {
                let (nothing, separator) = (call.ready(Attrs::default()), call.type_name("="));
                call.ready(Partial::value(&KEY_VALUE, vec![nothing, separator]))
            }
        };
        let lists_as_duplicate_keys = match call.find(settings, "listsAsDuplicateKeys")? {
            Some(whether) => call.as_bool(whether)?,
            None => false,
        };
        let indent = match call.find(settings, "indent")? {
            Some(indent) => call.as_string(indent)?,
            None => SmolStr::default(),
        };
        Ok(Lines { key_value, lists_as_duplicate_keys, indent })
    }

    fn write(
        &self,
        call: &mut Call<'_, '_>,
        values: ThunkId,
        out: &mut String,
    ) -> Result<(), Arc<Unknown>> {
        let values = whole(call, values)?;
        for attr in by_name(&values) {
            let name = name_of(call, attr);
            let items = match call.force(attr.value)? {
                Value::List(list) if self.lists_as_duplicate_keys => match &list.open {
                    Some(open) => return Err(open.clone()),
                    None => list.items.clone(),
                },
                _ => vec![attr.value],
            };
            for item in items {
                let line = call.call(self.key_value, &[name, item])?;
                out.push_str(&self.indent);
                out.push_str(&call.coerce(line)?);
                out.push('\n');
                call.burn(1)?;
            }
        }
        Ok(())
    }
}

fn whole(call: &mut Call<'_, '_>, set: ThunkId) -> Result<Arc<Attrs>, Arc<Unknown>> {
    let set = call.as_attrs(set)?;
    match &set.open {
        Some(open) => Err(open.clone()),
        None => Ok(set),
    }
}

fn to_key_value(call: &mut Call<'_, '_>) -> Answer {
    let (settings, values) = (call.attrs(0)?, call.thunk(1));
    let lines = Lines::of(call, &settings)?;
    let mut out = String::new();
    lines.write(call, values, &mut out)?;
    call.long(out)
}

fn to_ini(call: &mut Call<'_, '_>) -> Answer {
    let (settings, sections) = (call.attrs(0)?, call.thunk(1));
    let lines = Lines::of(call, &settings)?;
    let mut out = String::new();
    write_sections(call, &settings, &lines, sections, &mut out)?;
    call.long(out)
}

fn to_ini_with_global_section(call: &mut Call<'_, '_>) -> Answer {
    let (settings, parts) = (call.attrs(0)?, call.attrs(1)?);
    let lines = Lines::of(call, &settings)?;
    let Some(global) = call.find(&parts, "globalSection")? else {
        return Err(call.mismatch("a set with `globalSection`"));
    };
    let mut out = String::new();
    lines.write(call, global, &mut out)?;
    if !whole(call, global)?.entries.is_empty() {
        out.push('\n');
    }
    if let Some(sections) = call.find(&parts, "sections")? {
        write_sections(call, &settings, &lines, sections, &mut out)?;
    }
    call.long(out)
}

fn write_sections(
    call: &mut Call<'_, '_>,
    settings: &Attrs,
    lines: &Lines,
    sections: ThunkId,
    out: &mut String,
) -> Result<(), Arc<Unknown>> {
    let heading = match call.find(settings, "mkSectionName")? {
        Some(function) => function,
        None => call.ready(SECTION_NAME.value()),
    };
    let sections = whole(call, sections)?;
    for (number, attr) in by_name(&sections).into_iter().enumerate() {
        let name = name_of(call, attr);
        let name = call.call(heading, &[name])?;
        let name = call.coerce(name)?;
        out.push_str(if number > 0 { "\n" } else { "" });
        out.push_str(&format!("[{name}]\n"));
        lines.write(call, attr.value, out)?;
    }
    Ok(())
}

fn section_name(call: &mut Call<'_, '_>) -> Answer {
    let name = call.string(0)?;
    call.long(name.replace('[', "\\[").replace(']', "\\]"))
}

fn key_value(call: &mut Call<'_, '_>) -> Answer {
    let settings = call.attrs(0)?;
    let (separator, key, value) = (call.string(1)?, call.string(2)?, call.thunk(3));
    let value = match call.find(&settings, "mkValueString")? {
        Some(function) => call.call(function, &[value])?,
        None => {
            let nothing = call.ready(Attrs::default());
            call.run(&VALUE_STRING, &[nothing, value])?
        }
    };
    let value = call.coerce(value)?;
    if separator.is_empty() {
        return Err(call.unknown("how an empty separator is escaped is not followed"));
    }
    let key = key.replace(separator.as_str(), &format!("\\{separator}"));
    call.long(format!("{key}{separator}{value}"))
}

/// A value as most configuration files have it; lists, sets and functions have no such form.
fn value_string(call: &mut Call<'_, '_>) -> Answer {
    match call.value(1)? {
        Value::String(text) => Ok(text.into()),
        Value::Bool(bool) => call.long(bool.to_string()),
        Value::Null => call.long("null"),
        Value::Int(int) => call.long(int.to_string()),
        Value::Float(_) => call.shown(1).map(Value::String),
        _ => Err(call.mismatch("a single value")),
    }
}

fn to_json(call: &mut Call<'_, '_>) -> Answer {
    let value = call.thunk(1);
    call.builtin("toJSON", &[value])
}
