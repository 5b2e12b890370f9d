//! The types of strings and paths.

use smol_str::{SmolStr, format_smolstr};

use crate::evaluator::Evaluator;
use crate::library::plain;
use crate::library::strings::escape::{json_string, nix_string};
use crate::library::types::check::{self, given};
use crate::library::types::describe::phrase;
use crate::library::types::make::{CLAUSE, NOUN};
use crate::library::types::text_of;
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, ThunkId, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "passwdEntry", arity: 1, run: passwd_entry },
    Native { name: "pathWith", arity: 1, run: path_with },
    Native { name: "separatedString", arity: 1, run: separated_string },
    Native { name: "strMatching", arity: 1, run: str_matching },
];

static SEPARATED: Native = Native { name: "separatedString", arity: 1, run: separated_string };
static PATH_WITH: Native = Native { name: "pathWith", arity: 1, run: path_with };

pub(super) fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let mut values = Vec::new();
    for (name, separator) in [("commas", ","), ("envVar", ":"), ("lines", "\n")] {
        let separator = ev.ready(SmolStr::new_static(separator).into(), None);
        values.push((name, made(ev, &SEPARATED, separator)));
    }
    let paths: [(&'static str, &[(&'static str, bool)]); 3] = [
        ("externalPath", &[("absolute", true), ("inStore", false)]),
        ("path", &[("absolute", true)]),
        ("pathInStore", &[("inStore", true)]),
    ];
    for (name, demands) in paths {
        let demands =
            demands.iter().map(|&(name, demanded)| plain(name, ev.ready(demanded.into(), None)));
        let demands = Attrs::new(demands.collect(), None, Vec::new());
        let demands = ev.ready(demands.into(), None);
        values.push((name, made(ev, &PATH_WITH, demands)));
    }
    values
}

/// What a function of ours makes of an argument, when somebody asks for it.
pub(super) fn made(ev: &mut Evaluator<'_>, native: &'static Native, argument: ThunkId) -> ThunkId {
    ev.defer(None, move |ev| ev.run_native(native, &[argument]))
}

fn separated_string(call: &mut Call<'_, '_>) -> Answer {
    let separator = call.thunk(0);
    let mut kind = call.new_type("separatedString", check::STRING.value());
    kind.class = call.type_name(NOUN);
    kind.description = call.delay(|call| {
        let separator = call.string(0)?;
        call.long(format!("strings concatenated with {}", json_string(&separator)))
    });
    let payload = call.set([("sep", separator)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}

fn str_matching(call: &mut Call<'_, '_>) -> Answer {
    let pattern = call.thunk(0);
    let mut kind = call.new_type("strMatching", given(&check::MATCHING, vec![pattern]));
    kind.name = call.delay(|call| {
        let pattern = call.string(0)?;
        call.long(format!("strMatching {}", nix_string(&pattern)))
    });
    kind.class = call.type_name(NOUN);
    kind.description = call.delay(|call| {
        let pattern = call.string(0)?;
        call.long(format!("string matching the pattern {pattern}"))
    });
    let payload = call.set([("pattern", pattern)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}

fn passwd_entry(call: &mut Call<'_, '_>) -> Answer {
    let element = call.thunk(0);
    let name = call.delay(move |call| {
        let name = text_of(call, element, "name")?.unwrap_or_default();
        call.long(format!("passwdEntry {name}"))
    });
    let description = call.delay(move |call| {
        let element = phrase(call, element, &[NOUN])?;
        call.long(format!("{element}, not containing newlines or colons"))
    });
    let class = call.type_name(CLAUSE);
    let check = call.ready(given(&check::PASSWD_ENTRY, vec![element]));
    call.over(
        element,
        [
            ("check", check),
            ("description", description),
            ("descriptionClass", class),
            ("name", name),
        ],
    )
}

fn path_with(call: &mut Call<'_, '_>) -> Answer {
    let demands = call.attrs(0)?;
    let null = call.ready(Value::Null);
    let in_store = call.find(&demands, "inStore")?.unwrap_or(null);
    let absolute = call.find(&demands, "absolute")?.unwrap_or(null);
    let mut kind = call.new_type("path", given(&check::PATH, vec![in_store, absolute]));
    kind.class = call.type_name(NOUN);
    kind.description = call.delay(move |call| {
        let before = match call.force(absolute)? {
            Value::Bool(true) => "absolute ",
            Value::Bool(false) => "relative ",
            _ => "",
        };
        let behind = match call.force(in_store)? {
            Value::Bool(true) => " in the Nix store",
            Value::Bool(false) => " not in the Nix store",
            _ => "",
        };
        Ok(format_smolstr!("{before}path{behind}").into())
    });
    let payload = call.set([("absolute", absolute), ("inStore", in_store)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}
