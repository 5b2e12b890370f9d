//! The values that types take, by their descriptions.

use inventory::Catalogue;
use inventory::catalogue::{EnumValue, Kind};

use crate::support::role;

/// A type as text: as short as a test needs it.
fn shown(kind: &Kind) -> String {
    let bound = |bound: &Option<i64>| bound.map(|it| it.to_string()).unwrap_or_default();
    match kind {
        Kind::Int { least, greatest } => format!("int {}..{}", bound(least), bound(greatest)),
        Kind::Matching(pattern) => format!("/{pattern}/"),
        Kind::Enum(values) => {
            let values = values.iter().map(|value| match value {
                EnumValue::Text(text) => format!("{text:?}"),
                EnumValue::Int(int) => int.to_string(),
                EnumValue::Bool(bool) => bool.to_string(),
                EnumValue::Other => "?".to_owned(),
            });
            values.collect::<Vec<_>>().join("|")
        }
        Kind::List(element) => format!("[{}]", shown(element)),
        Kind::Set(element) => format!("{{{}}}", shown(element)),
        Kind::OneOf(kinds) => kinds.iter().map(shown).collect::<Vec<_>>().join(" or "),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// What is read of the description that nixpkgs gives to a type.
#[track_caller]
fn check(ty: &str, expected: &str) {
    let interface = format!("with lib.types; {{ options.x = lib.mkOption {{ type = {ty}; }}; }}");
    let kind = role(&interface).options.first().unwrap().kind();
    assert_eq!(shown(&kind), expected, "{ty}");
}

#[test]
fn single_types() {
    check("str", "text");
    check("singleLineStr", "text");
    check("lines", "text");
    check("bool", "bool");
    check("int", "int ..");
    check("port", "int 0..65535");
    check("ints.between 1 9", "int 1..9");
    check("ints.positive", "int 1..");
    check("path", "path");
    check("attrs", "anyset");
    check("raw", "any");
    check("submodule { }", "submodule");
    check(r#"strMatching "[a-z]+""#, "/[a-z]+/");
    check(r#"enum [ "a" "b, c" 1 true null ]"#, r#""a"|"b, c"|1|true|?"#);
    check(r#"enum [ "a" ]"#, r#""a""#);
}

#[test]
fn composed_types() {
    check("listOf str", "[text]");
    check("nonEmptyListOf str", "[text]");
    check("attrsOf (listOf int)", "{[int ..]}");
    check("lazyAttrsOf attrs", "{anyset}");
    check("nullOr (submodule { })", "null or submodule");
    check("nullOr (either str port)", "null or text or int 0..65535");
    check("either ints.positive str", "int 1.. or text");
    check(r#"either (enum [ "a or b" "c" ]) (listOf str)"#, r#""a or b"|"c" or [text]"#);
    check("either (listOf str) (attrsOf str)", "[text] or {text}");
    check("attrsOf (oneOf [ str int bool ])", "{text or int .. or bool}");
    check("coercedTo int toString str", "text or int ..");
    check(r#"listOf (strMatching "(a|b)")"#, "[/(a|b)/]");
    check(r#"nullOr (listOf (strMatching "(a|b)"))"#, "null or [/(a|b)/]");
}

#[test]
fn what_reads_two_ways_takes_anything() {
    check(r#"either (strMatching "a") int"#, "any");
    check("numbers.positive", "any");
    check("number", "int .. or float");
    check(r#"str // { description = "something of mine"; }"#, "any");
    check("functionTo str", "any");
    check("listOf (functionTo str)", "[any]");
    check("lib.types.fancy", "any");
}

#[test]
fn no_description_is_too_deep() {
    let deep = format!("{}string{}", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(Kind::of_description(&deep), Kind::Any);
}

#[test]
fn nearly_all_types_of_clan_core_are_known() {
    let services = Catalogue::embedded().services();
    let roles = services.flat_map(|(_, service)| service.roles.values());
    let any = roles.flat_map(|role| &role.options).filter(|option| option.kind() == Kind::Any);
    let mut any: Vec<&str> = any.map(|option| option.ty.as_str()).collect();
    any.dedup();
    assert_eq!(any, ["raw value", "unspecified value"]);
}
