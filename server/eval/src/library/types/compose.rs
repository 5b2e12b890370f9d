//! The types that are made of others.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::library::strings::escape::identifier;
use crate::library::types::check::{self, given};
use crate::library::types::describe::{description, phrase};
use crate::library::types::make::{CLAUSE, COMPOSITE, CONJUNCTION, NOUN, Type};
use crate::library::types::{inherited, named, text_of};
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "attrListOf", arity: 1, run: attr_list_of },
    Native { name: "attrListWith", arity: 1, run: attr_list_with },
    Native { name: "attrTag", arity: 1, run: attr_tag },
    Native { name: "attrsOf", arity: 1, run: |call| attrs_of(call, false) },
    Native { name: "attrsWith", arity: 1, run: attrs_with },
    Native { name: "coercedTo", arity: 3, run: coerced_to },
    Native { name: "either", arity: 2, run: either },
    Native { name: "enum", arity: 1, run: enumeration },
    Native { name: "functionTo", arity: 1, run: function_to },
    Native { name: "lazyAttrsOf", arity: 1, run: |call| attrs_of(call, true) },
    Native { name: "listOf", arity: 1, run: list_of },
    Native { name: "loaOf", arity: 1, run: loa_of },
    Native { name: "nonEmptyListOf", arity: 1, run: non_empty_list_of },
    Native { name: "nullOr", arity: 1, run: null_or },
    Native { name: "oneOf", arity: 1, run: one_of },
    Native { name: "uniq", arity: 1, run: |call| unique(call, 0) },
    Native { name: "unique", arity: 2, run: |call| unique(call, 1) },
];

pub(super) static UNIQ: Native = Native { name: "uniq", arity: 1, run: |call| unique(call, 0) };
pub(super) static NULL_OR: Native = Native { name: "nullOr", arity: 1, run: null_or };
static LIST_OF: Native = Native { name: "listOf", arity: 1, run: list_of };
static EITHER: Native = Native { name: "either", arity: 2, run: either };
static NUMBER: Native = Native { name: "number", arity: 1, run: number };
static DATA: Native = Native { name: "data", arity: 1, run: data };

pub(super) fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let mut values = Vec::new();
    let nothing = ev.ready(Value::Null, None);
    values.push(("number", super::text::made(ev, &NUMBER, nothing)));
    for (name, words) in [("json", "JSON"), ("toml", "TOML")] {
        let words = ev.ready(SmolStr::new_static(words).into(), None);
        values.push((name, super::text::made(ev, &DATA, words)));
    }
    values
}

/// A type that has one other as its part.
fn around(call: &mut Call<'_, '_>, name: &'static str, check: Value, element: ThunkId) -> Type {
    let mut kind = call.new_type(name, check);
    let part = call.set([("elemType", element)]);
    kind.nested = call.ready(part);
    kind.payload = kind.nested;
    kind.modules = inherited(call, element, "getSubModules");
    kind
}

/// A description that names the element within it.
fn described(
    call: &mut Call<'_, '_>,
    before: &'static str,
    element: ThunkId,
    plain: &'static [&'static str],
) -> ThunkId {
    call.delay(move |call| {
        let element = phrase(call, element, plain)?;
        call.long(format!("{before}{element}"))
    })
}

/// `{ value }`
fn default(call: &mut Call<'_, '_>, value: Value) -> ThunkId {
    let value = call.ready(value);
    let set = call.set([("value", value)]);
    call.ready(set)
}

fn list_of(call: &mut Call<'_, '_>) -> Answer {
    let element = call.thunk(0);
    let mut kind = around(call, "listOf", check::LIST.value(), element);
    kind.description = described(call, "list of ", element, &[NOUN, COMPOSITE]);
    kind.class = call.type_name(COMPOSITE);
    kind.empty = default(call, List::default().into());
    call.finish_type(kind)
}

fn non_empty_list_of(call: &mut Call<'_, '_>) -> Answer {
    let list = list_of(call)?;
    let list = call.ready(list);
    let description = described(call, "non-empty ", list, &[NOUN]);
    let check = call.ready(given(&check::NON_EMPTY_LIST, vec![list]));
    let empty = call.ready(Attrs::default());
    call.over(list, [("check", check), ("description", description), ("emptyValue", empty)])
}

/// The element's type among the arguments of a function that takes a set of them.
fn element_of(call: &mut Call<'_, '_>) -> Result<ThunkId, Arc<Unknown>> {
    let arguments = call.attrs(0)?;
    let element = call.find(&arguments, "elemType")?;
    element.ok_or_else(|| call.mismatch("a set with `elemType`"))
}

fn attr_list_of(call: &mut Call<'_, '_>) -> Answer {
    let element = call.thunk(0);
    attr_list(call, element)
}

fn attr_list_with(call: &mut Call<'_, '_>) -> Answer {
    let element = element_of(call)?;
    attr_list(call, element)
}

fn attr_list(call: &mut Call<'_, '_>, element: ThunkId) -> Answer {
    let mut kind = around(call, "attrListOf", check::LIST_OR_ATTRS.value(), element);
    kind.description = described(call, "attribute list of ", element, &[NOUN, COMPOSITE]);
    kind.class = call.type_name(COMPOSITE);
    call.finish_type(kind)
}

fn attrs_of(call: &mut Call<'_, '_>, lazy: bool) -> Answer {
    let element = call.thunk(0);
    let placeholder = call.type_name("name");
    attrs(call, element, lazy, placeholder)
}

fn attrs_with(call: &mut Call<'_, '_>) -> Answer {
    let element = element_of(call)?;
    let arguments = call.attrs(0)?;
    let lazy = match call.find(&arguments, "lazy")? {
        Some(lazy) => call.as_bool(lazy)?,
        None => false,
    };
    let placeholder = match call.find(&arguments, "placeholder")? {
        Some(placeholder) => placeholder,
        None => call.type_name("name"),
    };
    attrs(call, element, lazy, placeholder)
}

fn attrs(call: &mut Call<'_, '_>, element: ThunkId, lazy: bool, placeholder: ThunkId) -> Answer {
    let (name, words) = match lazy {
        true => ("lazyAttrsOf", "lazy attribute set of "),
        false => ("attrsOf", "attribute set of "),
    };
    let mut kind = around(call, name, check::ATTRS.value(), element);
    kind.description = described(call, words, element, &[NOUN, COMPOSITE]);
    kind.class = call.type_name(COMPOSITE);
    kind.empty = default(call, Attrs::default().into());
    kind.maker = call.type_name("attrsWith");
    let lazy = call.ready(lazy);
    let payload = call.set([("elemType", element), ("lazy", lazy), ("placeholder", placeholder)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}

fn loa_of(call: &mut Call<'_, '_>) -> Answer {
    let kind = attrs_of(call, false)?;
    let (kind, name) = (call.ready(kind), call.type_name("loaOf"));
    let message = call.type_name("lists with attribute values are no longer possible");
    call.over(kind, [("deprecationMessage", message), ("name", name)])
}

fn null_or(call: &mut Call<'_, '_>) -> Answer {
    let element = call.thunk(0);
    let mut kind = around(call, "nullOr", given(&check::NULL_OR, vec![element]), element);
    kind.description = described(call, "null or ", element, &[NOUN, CONJUNCTION]);
    kind.class = call.type_name(CONJUNCTION);
    kind.empty = default(call, Value::Null);
    call.finish_type(kind)
}

fn function_to(call: &mut Call<'_, '_>) -> Answer {
    let element = call.thunk(0);
    let mut kind = around(call, "functionTo", check::FUNCTION.value(), element);
    let words = "function that evaluates to a(n) ";
    kind.description = described(call, words, element, &[NOUN, COMPOSITE]);
    kind.class = call.type_name(COMPOSITE);
    call.finish_type(kind)
}

/// A type of which there may be one definition only. Everywhere else it is the type itself.
fn unique(call: &mut Call<'_, '_>, argument: usize) -> Answer {
    let element = call.thunk(argument);
    let mut kind = around(call, "unique", Value::Null, element);
    kind.check = inherited(call, element, "check");
    kind.description = inherited(call, element, "description");
    kind.class = inherited(call, element, "descriptionClass");
    kind.empty = inherited(call, element, "emptyValue");
    call.finish_type(kind)
}

fn either(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    let mut kind = call.new_type("either", given(&check::EITHER, vec![left, right]));
    kind.description = call.delay(move |call| {
        let class = text_of(call, left, "descriptionClass")?;
        if class.is_some_and(|class| class == CLAUSE) {
            let left = description(call, left)?;
            let right = phrase(call, right, &[NOUN, CONJUNCTION])?;
            return call.long(format!("{left}, or {right}"));
        }
        let left = phrase(call, left, &[NOUN, CONJUNCTION])?;
        let right = phrase(call, right, &[NOUN, CONJUNCTION, COMPOSITE])?;
        call.long(format!("{left} or {right}"))
    });
    kind.class = call.type_name(CONJUNCTION);
    let parts = call.set([("left", left), ("right", right)]);
    kind.nested = call.ready(parts);
    let both = call.ready(List { items: vec![left, right], open: None });
    let payload = call.set([("elemType", both)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}

fn one_of(call: &mut Call<'_, '_>) -> Answer {
    let types = call.whole_list(0)?;
    let Some((&first, others)) = types.items.split_first() else {
        return Err(call.mismatch("at least one type"));
    };
    let mut kind = first;
    for &other in others {
        let either = call.run(&EITHER, &[kind, other])?;
        kind = call.ready(either);
    }
    call.force(kind)
}

fn number(call: &mut Call<'_, '_>) -> Answer {
    let (int, float) = (named(call, "int"), named(call, "float"));
    call.run(&EITHER, &[int, float])
}

fn coerced_to(call: &mut Call<'_, '_>) -> Answer {
    let (from, function, to) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let mut kind = call.new_type("coercedTo", given(&check::COERCED, vec![from, function, to]));
    kind.description = call.delay(move |call| {
        let (to, from) = (phrase(call, to, &[NOUN])?, phrase(call, from, &[NOUN])?);
        call.long(format!("{to} or {from} convertible to it"))
    });
    let parts = call.set([("coercedType", from), ("finalType", to)]);
    kind.nested = call.ready(parts);
    kind.empty = inherited(call, to, "emptyValue");
    kind.modules = inherited(call, to, "getSubModules");
    call.finish_type(kind)
}

fn enumeration(call: &mut Call<'_, '_>) -> Answer {
    let values = call.thunk(0);
    let mut kind = call.new_type("enum", given(&check::ENUM, vec![values]));
    kind.description = call.delay(|call| {
        let values = call.whole_list(0)?;
        let mut texts = Vec::with_capacity(values.items.len());
        for &value in &values.items {
            texts.push(enumerated(call, value)?);
        }
        match texts.as_slice() {
            [] => call.long("impossible (empty enum)"),
            [only] => call.long(format!("value {only} (singular enum)")),
            texts => call.long(format!("one of {}", texts.join(", "))),
        }
    });
    kind.class = call.delay(|call| {
        let few = call.whole_list(0)?.items.len() < 2;
        Ok(SmolStr::new_static(if few { NOUN } else { CONJUNCTION }).into())
    });
    let payload = call.set([("values", values)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}

/// A value of an enumeration as its description has it.
fn enumerated(call: &mut Call<'_, '_>, value: ThunkId) -> Result<SmolStr, Arc<Unknown>> {
    call.burn(1)?;
    match call.force(value)? {
        Value::String(text) => Ok(format!("\"{text}\"").into()),
        Value::Int(int) => Ok(int.to_string().into()),
        Value::Bool(bool) => Ok(bool.to_string().into()),
        _ => match call.builtin("typeOf", &[value])? {
            Value::String(name) => Ok(format!("<{name}>").into()),
            _ => Err(call.mismatch("a value")),
        },
    }
}

fn attr_tag(call: &mut Call<'_, '_>) -> Answer {
    let tags = call.thunk(0);
    let mut kind = call.new_type("attrTag", given(&check::TAGGED, vec![tags]));
    kind.description = call.delay(|call| {
        let tags = call.whole_attrs(0)?;
        let names = crate::attributes::by_name(&tags).into_iter();
        let names: Vec<SmolStr> = names.map(|attr| identifier(&attr.name)).collect();
        call.long(format!("attribute-tagged union with choices: {}", names.join(", ")))
    });
    kind.class = call.type_name(NOUN);
    kind.nested = tags;
    let payload = call.set([("tags", tags)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}

/// What can be written as JSON or TOML, by the format's name. TOML has no `null`.
fn data(call: &mut Call<'_, '_>) -> Answer {
    let format = call.string(0)?;
    let itself = if format == "JSON" { "json" } else { "toml" };
    let element = named(call, itself);
    let attrs = call.delay(move |call| {
        let placeholder = call.type_name("name");
        attrs(call, element, false, placeholder)
    });
    let list = call.delay(move |call| call.run(&LIST_OF, &[element]));
    let mut kind = named(call, "bool");
    for part in ["int", "float", "str", "path"] {
        let part = named(call, part);
        let either = call.run(&EITHER, &[kind, part])?;
        kind = call.ready(either);
    }
    for part in [attrs, list] {
        let either = call.run(&EITHER, &[kind, part])?;
        kind = call.ready(either);
    }
    if format == "JSON" {
        let nullable = call.run(&NULL_OR, &[kind])?;
        kind = call.ready(nullable);
    }
    let description = call.text_of(format!("{format} value"));
    // Its values are such values again: what it says of itself is known before its parts are.
    let modules = call.ready(Value::Null);
    call.over(kind, [("description", description), ("getSubModules", modules)])
}
