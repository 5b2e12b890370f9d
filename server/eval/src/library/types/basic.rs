//! The types that are made of nothing.

use crate::evaluator::Evaluator;
use crate::library::types::check;
use crate::library::types::make::{NOUN, Type, known};
use crate::native::Native;
use crate::value::{Attrs, ThunkId};

/// By name: description and predicate. All are nouns.
static BASIC: [(&str, &str, &Native); 14] = [
    ("anything", "anything", &check::ANYTHING),
    ("bool", "boolean", &check::BOOL),
    ("boolByOr", "boolean (merged using or)", &check::BOOL),
    ("fileset", "fileset", &check::UNKNOWN),
    ("float", "floating point number", &check::FLOAT),
    ("luaInline", "inline lua", &check::LUA),
    ("nonEmptyStr", "non-empty string", &check::NON_EMPTY),
    ("optionDeclaration", "option declaration", &check::OPTION_DECLARATION),
    ("optionType", "optionType", &check::OPTION_TYPE),
    ("package", "package", &check::PACKAGE),
    ("raw", "raw value", &check::ANYTHING),
    ("singleLineStr", "(optionally newline-terminated) single-line string", &check::SINGLE_LINE),
    ("str", "string", &check::STRING),
    ("unspecified", "unspecified value", &check::ANYTHING),
];

pub(super) fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let basic = BASIC
        .iter()
        .map(|&(name, description, check)| (name, known(ev, (name, description, NOUN, check))));
    let mut values: Vec<_> = basic.collect();
    values.push(("attrs", attrs(ev)));
    let shell = known(ev, ("package", "package", NOUN, &check::SHELL_PACKAGE));
    values.push(("shellPackage", shell));
    let nothing = ev.ready(crate::value::Value::Null, None);
    values.push(("pkgs", super::text::made(ev, &PKGS, nothing)));
    values
}

/// Package sets, of which there is one definition only.
static PKGS: Native = Native {
    name: "pkgs",
    arity: 1,
    run: |call| {
        let attrs = super::named(call, "attrs");
        let unique = call.run(&super::compose::UNIQ, &[attrs])?;
        let (unique, check) = (call.ready(unique), call.ready(check::PKGS.value()));
        let attributes = [
            ("check", check),
            ("description", call.type_name("Nixpkgs package set")),
            ("descriptionClass", call.type_name(NOUN)),
            ("name", call.type_name("pkgs")),
        ];
        call.over(unique, attributes)
    },
};

/// Any set. It is of no class.
fn attrs(ev: &mut Evaluator<'_>) -> ThunkId {
    ev.defer(None, |ev| {
        let check = ev.ready(check::ATTRS.value(), None);
        let mut kind = Type::new(ev, None, "attrs", check);
        kind.description = ev.ready(smol_str::SmolStr::new_static("attribute set").into(), None);
        let empty = ev.ready(Attrs::default().into(), None);
        let empty = vec![crate::library::plain("value", empty)];
        kind.empty = ev.ready(Attrs::new(empty, None, Vec::new()).into(), None);
        kind.finish(ev, None)
    })
}
