//! `lib.options`: what an option is declared by.

use smol_str::SmolStr;

use crate::library::modules::typed;
use crate::library::strings::escape::identifier;
use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, List, ThunkId, Value};

pub(super) static SECTION: Section = Section {
    name: "options",
    functions: &[FUNCTIONS],
    builtins: &[],
    values: no_values,
    passes: Passes::AllBut(&["literalCode", "showDefs", "renderOptionValue"]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "getFiles", arity: 1, run: |call| each(call, "file") },
    Native { name: "getValues", arity: 1, run: |call| each(call, "value") },
    Native { name: "isOption", arity: 1, run: is_option },
    Native { name: "literalExpression", arity: 1, run: |call| literal(call, "literalExpression") },
    Native { name: "literalMD", arity: 1, run: |call| literal(call, "literalMD") },
    Native { name: "mdDoc", arity: 1, run: |call| call.value(0) },
    Native { name: "mkEnableOption", arity: 1, run: mk_enable_option },
    Native { name: "mkOption", arity: 1, run: |call| typed(call, 0, "option") },
    Native { name: "mkPackageOption", arity: 3, run: mk_package_option },
    Native { name: "mkSinkUndeclaredOptions", arity: 1, run: mk_sink_undeclared_options },
    Native { name: "showFiles", arity: 1, run: show_files },
    Native { name: "showOption", arity: 1, run: show_option },
];

fn each(call: &mut Call<'_, '_>, name: &'static str) -> Answer {
    let definitions = call.list(0)?;
    let name = call.type_name(name);
    let items = definitions.items.iter();
    let items = items.map(|&item| super::attrsets::selected(call, name, item)).collect();
    Ok(List { items, open: definitions.open.clone() }.into())
}

fn is_option(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    is_type(call, &value, "option").map(Value::Bool)
}

/// Is a value a set that says it is of this type?
pub(super) fn is_type(
    call: &mut Call<'_, '_>,
    value: &Value,
    name: &str,
) -> Result<bool, std::sync::Arc<crate::value::Unknown>> {
    let Value::Attrs(set) = value else { return Ok(false) };
    match call.find(set, "_type")? {
        Some(kind) => Ok(matches!(call.force(kind)?, Value::String(kind) if kind == name)),
        None => Ok(false),
    }
}

fn literal(call: &mut Call<'_, '_>, kind: &'static str) -> Answer {
    let text = call.string(0)?;
    Ok(literal_of(call, kind, text))
}

fn literal_of(call: &mut Call<'_, '_>, kind: &'static str, text: SmolStr) -> Value {
    let (kind, text) = (call.type_name(kind), call.ready(text));
    call.set([("_type", kind), ("text", text)])
}

fn mk_enable_option(call: &mut Call<'_, '_>) -> Answer {
    let (kind, default, example) = (call.type_name("option"), call.ready(false), call.ready(true));
    let kind_of_value = super::types::named(call, "bool");
    let description = call.delay(|call| {
        let name = call.text(0)?;
        call.long(format!("Whether to enable {name}."))
    });
    Ok(call.set([
        ("_type", kind),
        ("default", default),
        ("description", description),
        ("example", example),
        ("type", kind_of_value),
    ]))
}

fn mk_sink_undeclared_options(call: &mut Call<'_, '_>) -> Answer {
    let (kind, yes, no) = (call.type_name("option"), call.ready(true), call.ready(false));
    let description = call.type_name("Sink for option definitions.");
    let (sink, apply) = (super::types::named(call, "unspecified"), unreadable(call));
    let name = call.type_name("sink");
    let renamed = call.set([("name", name), ("description", name)]);
    let renamed = call.ready(renamed);
    let sink = call.update(sink, renamed)?;
    let sink = call.ready(sink);
    let option = call.set([
        ("_type", kind),
        ("internal", yes),
        ("visible", no),
        ("default", no),
        ("description", description),
        ("type", sink),
        ("apply", apply),
    ]);
    let (option, attrs) = (call.ready(option), call.thunk(0));
    call.update(option, attrs)
}

fn unreadable(call: &mut Call<'_, '_>) -> ThunkId {
    let unknown = call.unknown("the option is not declared");
    call.ready(Value::Unknown(unknown))
}

/// `mkPackageOption pkgs name { … }`: the package is looked up by its path in the first argument.
fn mk_package_option(call: &mut Call<'_, '_>) -> Answer {
    let settings = call.attrs(2)?;
    let setting = |call: &mut Call<'_, '_>, name: &str| match call.find(&settings, name)? {
        Some(value) => call.force(value).map(Some),
        None => Ok(None),
    };
    let nullable = matches!(setting(call, "nullable")?, Some(Value::Bool(true)));
    let pkgs_text = match setting(call, "pkgsText")? {
        Some(text) => call.coerce(text)?,
        None => SmolStr::new_static("pkgs"),
    };
    let mut option: Vec<(&'static str, ThunkId)> = vec![("_type", call.type_name("option"))];
    let default = match call.find(&settings, "default")? {
        Some(default) => default,
        None => call.thunk(1),
    };
    match call.force(default)? {
        Value::Null if nullable => option.push(("default", call.ready(Value::Null))),
        Value::Null => {}
        value => {
            let path = names(call, value, default)?;
            let text = shown(call, &pkgs_text, &path)?;
            let text = literal_of(call, "literalExpression", text);
            option.push(("defaultText", call.ready(text)));
            option.push(("default", package(call, path)));
        }
    }
    option.push(("description", call.delay(package_description)));
    let kind = super::types::named(call, "package");
    let kind = match nullable {
        true => super::types::null_or(call, kind),
        false => kind,
    };
    option.push(("type", kind));
    match setting(call, "example")? {
        None | Some(Value::Null) => {}
        Some(Value::List(list)) => {
            let text = shown(call, &pkgs_text, &list.items)?;
            let text = literal_of(call, "literalExpression", text);
            option.push(("example", call.ready(text)));
        }
        Some(other) => {
            let text = call.coerce(other)?;
            let text = literal_of(call, "literalExpression", text);
            option.push(("example", call.ready(text)));
        }
    }
    let entries = option.into_iter().map(|(name, value)| super::plain(name, value)).collect();
    Ok(Attrs::new(entries, None, Vec::new()).into())
}

/// The names of a path, which may be given as a single one.
fn names(
    call: &mut Call<'_, '_>,
    value: Value,
    thunk: ThunkId,
) -> Result<Vec<ThunkId>, std::sync::Arc<crate::value::Unknown>> {
    match value {
        Value::List(list) => match &list.open {
            Some(open) => Err(open.clone()),
            None => Ok(list.items.clone()),
        },
        _ => call.burn(0).map(|()| vec![thunk]),
    }
}

fn shown(
    call: &mut Call<'_, '_>,
    pkgs_text: &str,
    path: &[ThunkId],
) -> Result<SmolStr, std::sync::Arc<crate::value::Unknown>> {
    let names: Result<Vec<_>, _> =
        path.iter().map(|&name| call.as_string(name).map(|name| identifier(&name))).collect();
    Ok(format!("{pkgs_text}.{}", names?.join(".")).into())
}

fn package(call: &mut Call<'_, '_>, path: Vec<ThunkId>) -> ThunkId {
    call.delay(move |call| {
        let pkgs = call.thunk(0);
        match super::attrsets::at_path(call, &path, pkgs)? {
            Some(package) => call.force(package),
            None => Err(call.unknown("there is no such package")),
        }
    })
}

fn package_description(call: &mut Call<'_, '_>) -> Answer {
    let name = match call.value(1)? {
        Value::List(list) => match list.items.last() {
            Some(&name) if list.open.is_none() => call.as_string(name)?,
            _ => return Err(call.mismatch("the name of a package")),
        },
        name => call.coerce(name)?,
    };
    let settings = call.attrs(2)?;
    let extra = match call.find(&settings, "extraDescription")? {
        Some(extra) => call.as_string(extra)?,
        None => SmolStr::default(),
    };
    let space = if extra.is_empty() { "" } else { " " };
    call.long(format!("The {name} package to use.{space}{extra}"))
}

fn show_option(call: &mut Call<'_, '_>) -> Answer {
    let path = call.thunk(0);
    let text = path_text(call, path)?;
    call.long(text)
}

/// The path of an option as a person reads it.
pub(super) fn path_text(
    call: &mut Call<'_, '_>,
    path: ThunkId,
) -> Result<String, std::sync::Arc<crate::value::Unknown>> {
    let placeholder = |part: &str| part == "*" || (part.starts_with('<') && part.ends_with('>'));
    let path = call.as_list(path)?;
    if let Some(open) = &path.open {
        return Err(open.clone());
    }
    let mut parts = Vec::with_capacity(path.items.len());
    for &part in &path.items {
        let part = call.as_string(part)?;
        parts.push(if placeholder(&part) { part } else { identifier(&part) });
    }
    Ok(parts.join("."))
}

fn show_files(call: &mut Call<'_, '_>) -> Answer {
    let list = call.whole_list(0)?;
    let mut files = Vec::new();
    for &file in &list.items {
        let file = call.force(file)?;
        files.push(format!("`{}'", call.coerce(file)?));
    }
    call.long(files.join(" and "))
}
