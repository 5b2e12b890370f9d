//! Programs that a machine makes up.

use proptest::prelude::*;

use crate::compare::difference;

/// White space and comments of all kinds.
fn gap() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(" ".to_owned()),
        2 => Just("\n  ".to_owned()),
        1 => Just("\r\n".to_owned()),
        1 => Just(" # é\n".to_owned()),
        1 => Just("/* c */ ".to_owned()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-d]", Just("x-y'".to_owned())]
}

fn operator() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "+", "-", "*", "/", "++", "//", "&&", "||", "->", "==", "!=", "<", ">", "<=", ">=", "|>",
        "<|",
    ])
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => name(),
        1 => Just("1".to_owned()),
        1 => Just("2.5".to_owned()),
        1 => Just("\"s\"".to_owned()),
        1 => Just("''\n  t\n''".to_owned()),
        1 => Just("./p/q".to_owned()),
        1 => Just("<n/m>".to_owned()),
        1 => Just("http://u.v".to_owned()),
        1 => Just("__curPos".to_owned()),
    ]
}

fn expr() -> impl Strategy<Value = String> {
    leaf().prop_recursive(6, 64, 4, |inner| {
        let e = || inner.clone();
        prop_oneof![
            (e(), gap(), operator(), gap(), e()).prop_map(|(a, g, o, h, b)| a + &g + o + &h + &b),
            (e(), gap(), e()).prop_map(|(f, g, a)| f + &g + &a),
            (e(), gap(), e()).prop_map(|(f, g, a)| format!("{f}{g}({a})")),
            (gap(), e()).prop_map(|(g, a)| format!("({g}{a})")),
            (e(), name(), gap()).prop_map(|(a, n, g)| format!("({a}){g}.{n}")),
            (name(), name(), e()).prop_map(|(a, n, d)| format!("{a}.{n} or ({d})")),
            (e(), name()).prop_map(|(a, n)| format!("({a}) ? {n}.\"b\"")),
            e().prop_map(|a| format!("-{a}")),
            e().prop_map(|a| format!("!{a}")),
            (prop::collection::vec(e(), 0..3), gap())
                .prop_map(|(items, g)| format!("[{g}({}) ]", items.join(&format!("){g}(")))),
            (name(), gap(), e()).prop_map(|(n, g, a)| format!("{n}:{g}{a}")),
            (name(), name(), e(), gap())
                .prop_map(|(m, n, a, g)| format!("{{ {m},{g}{n} ? {a}, ... }}@all:{g}{a}")),
            (e(), e(), e(), gap())
                .prop_map(|(a, b, c, g)| format!("if{g}{a}{g}then {b} else{g}{c}")),
            (e(), e()).prop_map(|(a, b)| format!("with {a}; {b}")),
            (e(), e()).prop_map(|(a, b)| format!("assert {a}; {b}")),
            (name(), e(), e(), gap()).prop_map(|(n, a, b, g)| format!("let{g}{n} = {a};{g}in {b}")),
            (name(), e(), gap(), e())
                .prop_map(|(n, a, g, b)| format!("rec {{{g}{n}.${{{a}}}.\"s\" = {b};{g}}}")),
            (name(), e(), gap())
                .prop_map(|(n, a, g)| format!("{{ inherit{g}({a}) {n} or; inherit; {n}={a}; }}")),
            (e(), e(), gap()).prop_map(|(a, b, g)| format!("\"x${{{a}}}y${{{g}{b}}}\"")),
            (e(), gap()).prop_map(|(a, g)| format!("''\n  x${{{a}}}''${{{g}''")),
            e().prop_map(|a| format!("./p${{{a}}}/q")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn trees_of_made_up_programs(before in gap(), program in expr(), after in gap()) {
        let text = before + &program + &after;
        prop_assert_eq!(difference(&text), None, "{}", text);
    }

    /// Whatever the text, the tree holds it all.
    #[test]
    fn no_text_is_lost(text in "[ab=;.{}()\\[\\]\"'$\\\\:@?,#/*<>|&+!~ \n-]{0,60}") {
        let parse = syntax::parse(&text);
        prop_assert_eq!(parse.text(), text);
        // A walk from token to token ends at a node without any.
        let mut inner = parse.syntax().descendants().skip(1);
        prop_assert!(inner.all(|node| !node.text_range().is_empty()));
    }
}

/// The generator is worth something only if most of what it makes up is valid.
#[test]
fn most_made_up_programs_are_valid() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let programs = (0..200).filter_map(|_| expr().new_tree(&mut runner).ok());
    let valid = programs
        .filter(|tree| {
            use proptest::strategy::ValueTree;
            rnix::Root::parse(&tree.current()).errors().is_empty()
        })
        .count();
    assert!(valid > 100, "only {valid} of 200 are valid");
}
