//! What expressions evaluate to.

use crate::support::value_of;
use proptest::prelude::*;

fn check(text: &str, expected: &str) {
    assert_eq!(value_of(&[("/main.nix", text)]), expected, "for {text}");
}

#[test]
fn dotted_paths_of_one_set_are_nested_sets() {
    check("{ a.b = 1; a.\"c\" = 2; }", "{ a = { b = 1; c = 2; }; }");
    check("{ a = { b = 1; }; a.c = 2; }", "{ a = { b = 1; c = 2; }; }");
    check("{ a.c = 2; a = { b = 1; }; }", "{ a = { c = 2; b = 1; }; }");
}

#[test]
fn of_a_name_bound_twice_the_first_value_counts() {
    check("{ a = 1; a = 2; }", "{ a = 1; }");
    check("{ a = 1; a.b = 2; }", "{ a = 1; }");
}

#[test]
fn computed_names() {
    check("let x = \"n\"; in { ${x} = 1; \"a-${x}\" = 2; ${null} = 3; }", "{ n = 1; a-n = 2; }");
    check("{ ${nope} = 1; b = 2; }", "{ b = 2; …? }");
}

#[test]
fn scopes() {
    check("let a = b; b = 1; in a", "1");
    check("rec { a = b; b = 1; }", "{ a = 1; b = 1; }");
    check("let a = 1; in { inherit a; }", "{ a = 1; }");
    check("let s = { a = 1; }; in { inherit (s) a; }", "{ a = 1; }");
    check("with { a = 1; b = 2; }; let a = 3; in [ a b ]", "[ 3 2 ]");
    check("with { a = 1; }; with { a = 2; }; a", "2");
    check("let { a = 1; body = a; }", "1");
}

#[test]
fn a_rec_set_may_hide_what_it_inherits() {
    check("let a = 1; in rec { inherit a; b = a; }", "{ a = 1; b = 1; }");
}

#[test]
fn calls() {
    check("(x: [ x x ]) 1", "[ 1 1 ]");
    check("({ a, b ? a, ... }@all: [ a b all.c ]) { a = 1; c = 3; }", "[ 1 1 3 ]");
    check("(a: b: b) 1 2", "2");
    check("2 |> (x: [ x ])", "[ 2 ]");
}

#[test]
fn selection() {
    check("{ a.b = 1; }.a.b", "1");
    check("{ }.a or 2", "2");
    check("{ a = { }; } ? a.b", "false");
    check("{ a = 1; } ? a", "true");
}

#[test]
fn operators() {
    check("{ a = 1; b = 1; } // { b = 2; }", "{ a = 1; b = 2; }");
    check("[ 1 ] ++ [ 2 ]", "[ 1 2 ]");
    check("\"a\" + \"b\"", "\"ab\"");
    check("if 1 < 2 && !false then -1 else 0", "-1");
    check("7 / 2 * 2 - 1", "5");
    check("1 / 0", "?(a division by zero)");
    check("9223372036854775807 + 1", "?(the number is too large)");
}

#[test]
fn strings() {
    check(r#""a\n\"${"b"}\${c}""#, r#""a\n\"b${c}""#);
    check("''\n    a\n      b\n  ''", r#""a\n  b\n""#);
    check("''a ''${b} '''c''", r#""a ${b} ''c""#);
    check("https://clan.lol", r#""https://clan.lol""#);
}

#[test]
fn paths_are_seen_from_their_file() {
    let files =
        [("/main.nix", "import ./a"), ("/a/default.nix", "[ ./b.nix ../c (./d + \"/e\") ]")];
    assert_eq!(value_of(&files), "[ /a/b.nix /c /a/d/e ]");
}

#[test]
fn what_is_not_known_spreads_no_further_than_it_must() {
    check("{ a = lib.x; b = 1; }", "{ a = ?(`lib` is not known here); b = 1; }");
    check("[ 1 ] ++ lib.x", "[ 1 …? ]");
    check("lib.x // { a = 1; }", "{ a = 1; …? }");
    check("{ a = 1; } // lib.x", "{ a = ?(`lib` is not known here); …? }");
    check("(lib.x // { a = 1; }).b or 2", "?(`lib` is not known here)");
    check("with lib; { a = b; }", "{ a = ?(`lib` is not known here); }");
}

#[test]
fn half_typed_text() {
    check(
        "{ a = 1; b = ; c = 2; }",
        "{ a = 1; b = ?(nothing readable is written here yet); c = 2; }",
    );
    check("{ a = 1; b }", "{ a = 1; }");
}

#[test]
fn what_depends_on_itself_is_unknown() {
    check("let a = a; in a", "?(this value depends on itself)");
    check("let f = x: f x; in f 1", "?(evaluation goes too deep)");
}

#[test]
fn what_takes_too_long_or_grows_too_large_is_unknown() {
    let doubled = |first: &str, twice: fn(u32) -> String| {
        let doubled: String = (1..40).map(|n| format!("x{n} = {}; ", twice(n - 1))).collect();
        check(&format!("let x0 = {first}; {doubled} in x39"), "?(evaluation takes too long)");
    };
    doubled("[ 1 ]", |n| format!("x{n} ++ x{n}"));
    doubled("\"a\"", |n| format!("x{n} + x{n}"));
    doubled("\"a\"", |n| format!("\"${{x{n}}}${{x{n}}}\""));
    check(
        "let f = n: if n == 0 then 0 else f (n - 1) + f (n - 1); in f 40",
        "?(evaluation takes too long)",
    );
}

#[test]
fn imports_may_meet_in_a_circle() {
    let files =
        [("/main.nix", "{ a = 1; b = import ./b.nix; }"), ("/b.nix", "(import ./main.nix).a")];
    assert_eq!(value_of(&files), "{ a = 1; b = 1; }");
    assert_eq!(value_of(&[("/main.nix", "import ./main.nix")]), "?(this value depends on itself)");
}

#[test]
fn json() {
    let files = [
        ("/main.nix", "import ./a.json"),
        ("/a.json", r#"{ "a": [1, true, null, "x"], "a": 2.5 }"#),
    ];
    assert_eq!(value_of(&files), "{ a = 2.5; }");
    let broken = [("/main.nix", "import ./a.json"), ("/a.json", "{ \"a\": }")];
    assert!(value_of(&broken).starts_with("?(the JSON can't be read"), "{}", value_of(&broken));
}

#[test]
fn deep_nesting_is_a_hole_not_a_crash() {
    for (open, close) in [("[", "]"), ("{a=", ";}"), ("(", ")"), ("a.", "a=1"), ("x: ", "x")] {
        let text = format!("{}{}", open.repeat(3_000), close.repeat(3_000));
        value_of(&[("/main.nix", &text)]);
    }
}

proptest! {
    #[test]
    fn no_text_makes_evaluation_panic(text in "[a-c{}=;.\\[\\]()\" :?@,/+'$\n]{0,60}") {
        value_of(&[("/main.nix", &text)]);
    }
}
