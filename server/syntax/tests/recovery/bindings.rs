//! Mistakes in bindings cost the binding they are in and nothing else.

use rowan::ast::AstNode as _;
use syntax::{SyntaxKind, ast};

use crate::told::{bindings, errors, fixed};

#[test]
fn a_missing_assign_is_told_once_and_mended() {
    let text = "{\n  roles.client.machines.\"jon\" {};\n  a = 1;\n}\n";
    assert_eq!(errors(text), ["\": missing `=` after `roles.client.machines.\"jon\"`"]);
    assert_eq!(fixed(text), text.replace("\"jon\"", "\"jon\" ="));
    assert_eq!(bindings(text), ["roles.client.machines.\"jon\"={}", "a=1"]);
    let binding = syntax::parse(text).syntax().descendants().find_map(ast::AttrpathValue::cast);
    assert!(binding.is_some_and(|binding| binding.assign_token().is_none()));
}

#[test]
fn a_missing_semicolon_ends_the_binding_at_the_next() {
    let text = "{\n  a.b = [ \"x\" ]\n  c = f x\n  inherit d\n  \"e\".f = 1\n}\n";
    let told = errors(text);
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!(told[0], "]: missing `;` after `[ \"x\" ]`");
    assert_eq!(bindings(text), ["a.b=[ \"x\" ]", "c=f x", "\"e\".f=1"]);
    assert_eq!(fixed("{ a = 1 }"), "{ a = 1; }");
    assert_eq!(fixed("{ a = 1 b = 2; }"), "{ a = 1; b = 2; }");
    assert_eq!(fixed("let a = 1 in a"), "let a = 1; in a");
}

#[test]
fn half_typed_bindings_harm_nothing_behind_them() {
    for (typed, path) in [
        ("roles.", "roles."),
        ("roles.client.machines.", "roles.client.machines."),
        ("module.name = ", "module.name"),
        ("foo", "foo"),
        ("\"foo\"", "\"foo\""),
        ("foo;", "foo"),
        ("foo =;", "foo"),
    ] {
        for text in [
            format!("{{\n  {typed}\n  a.b = 1;\n  inherit c;\n}}\n"),
            format!("{{\n  a.b = 1;\n  {typed}\n}}\n"),
            format!("{{\n  {typed}\n  \"a\".b = 1;\n}}\n"),
        ] {
            assert_eq!(errors(&text).len(), 1, "{text}: {:?}", errors(&text));
            let kept = bindings(&text);
            assert!(kept.contains(&format!("{path}=")), "{text}: {kept:?}");
            assert!(kept.iter().any(|binding| binding.ends_with("b=1")), "{text}: {kept:?}");
        }
    }
}

#[test]
fn what_has_no_place_stands_in_an_error_node_of_its_set() {
    for junk in [")", "]", ";", ":", "1", ", @", "$", "*"] {
        let text = format!("{{ a = 1; {junk} b = {{ c = 2; {junk} d = 3; }}; }}");
        let told = errors(&text);
        assert_eq!(told.len(), 2, "{text}: {told:?}");
        assert_eq!(bindings(&text).len(), 4, "{text}");
        let parse = syntax::parse(&text);
        let nodes = parse.syntax().descendants();
        let wrapped = nodes.filter(|node| node.kind() == SyntaxKind::NODE_ERROR).count();
        assert!(wrapped >= 2, "{text}");
    }
}

#[test]
fn junk_in_a_value_costs_that_value() {
    for value in ["1 )", "f @ x", "= 2", "a b , c", "x ]", "[ 1 ) 2 ]", "1 = 2"] {
        let text = format!("{{ a = {value}; b = {{ c = 2; }}; }}");
        let told = errors(&text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(bindings(&text).contains(&"c=2".to_owned()), "{text}");
        assert!(bindings(&text).contains(&"b={ c = 2; }".to_owned()), "{text}");
    }
}

#[test]
fn an_unfinished_operation_ends_with_its_binding() {
    for value in ["1 +", "a.", "a ? ", "f (x", "[ a", "if a then", "with a;", "!", "x:", "assert b"]
    {
        let text = format!("{{\n  a = {value}\n  b = 2;\n}}\n");
        let told = errors(&text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(bindings(&text).contains(&"b=2".to_owned()), "{text}");
    }
}

#[test]
fn an_empty_file_has_one_error() {
    assert_eq!(errors(""), [": expected an expression: the file holds none"]);
    assert_eq!(errors("# nothing\n").len(), 1);
}

#[test]
fn one_mistake_is_one_error() {
    for text in [
        "a b ; c",
        "{ a, b }",
        "{ lib pkgs, ... }: lib",
        "{ lib, , pkgs }: lib",
        "let a = 1; b",
        "if a then b",
        "[ 1 - 2 ]",
        "a == b == c",
        "[ let a = 1; in a ]",
        "f let a = 1; in a",
        "{ a = 1; } }",
        "\u{feff}{ a = 1; }",
        "{ = 1; }",
        "{ a..b = 1; }",
        "{ .b = 1; }",
    ] {
        let told = errors(text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
    }
}
