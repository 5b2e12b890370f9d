//! Defaults as text.

use expect_test::expect;

use crate::support::{check, role};

/// The default of an option that is declared with these attributes.
fn default(attributes: &str) -> String {
    let role =
        role(&format!("{{ config, ... }}: {{ options.x = lib.mkOption {{ {attributes} }}; }}"));
    let default = role.options.first().and_then(|option| option.default.clone());
    default.map_or("none".to_owned(), Into::into)
}

#[test]
fn single_values_are_printed_as_source() {
    assert_eq!(default("default = null;"), "null");
    assert_eq!(default("default = 1 + 1;"), "2");
    assert_eq!(default(r#"default = "a \"b\" \${c}";"#), r#""a \"b\" \${c}""#);
    assert_eq!(default("default = ./x;"), "/x");
}

#[test]
fn sets_and_lists_take_a_line_for_each_part() {
    assert_eq!(default("default = { };"), "{ }");
    assert_eq!(
        default(r#"default = [ "a" { b.c = 1; } ];"#),
        "[\n  \"a\"\n  {\n    b = {\n      c = 1;\n    };\n  }\n]"
    );
    assert_eq!(default(r#"default."a b" = 1;"#), "{\n  \"a b\" = 1;\n}");
}

#[test]
fn texts_of_several_lines_are_indented() {
    assert_eq!(default(r#"default = "a\nb";"#), "''\n  a\n  b''");
    assert_eq!(default(r#"default = "a\n";"#), "''\n  a\n''");
}

#[test]
fn what_is_written_for_people_counts_first() {
    assert_eq!(default(r#"default = 1; defaultText = lib.literalExpression "one";"#), "one");
    assert_eq!(default(r#"defaultText = "one";"#), "\"one\"");
}

#[test]
fn what_depends_on_the_unknown_is_the_expression() {
    assert_eq!(
        default("default = config.other.port or elsewhere.port;"),
        "config.other.port or elsewhere.port"
    );
    assert_eq!(default("default = a: a;"), "a: a");
}

#[test]
fn a_default_without_end_is_none() {
    assert_eq!(default("default = let a = { inherit a; }; in a;"), "let a = { inherit a; }; in a");
    assert_eq!(default("default = lib.genList (n: n) 10000;"), "lib.genList (n: n) 10000");
}

#[test]
fn some_types_have_an_empty_value() {
    check(
        r#"with lib.types; { options = {
             list = lib.mkOption { type = listOf str; };
             set = lib.mkOption { type = attrsOf int; };
             nothing = lib.mkOption { type = nullOr str; };
             entries = lib.mkOption { type = attrsOf (submodule { }); };
           }; }"#,
        &expect![[r#"
              entries: attribute set of (submodule), required
              list: list of string = [ ]
              nothing: null or string = null
              set: attribute set of signed integer = { }
        "#]],
    );
}
