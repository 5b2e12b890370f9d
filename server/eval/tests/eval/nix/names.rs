//! Names that Nix itself finds unbound, or given twice.

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::nix::oracle;
use crate::parts::source;

/// What Nix says of a text that it need not evaluate.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Undefined,
    Twice,
    SomethingElse,
}

fn ask(text: &str) -> Said {
    let mut nix = Command::new("nix-instantiate")
        .args(["--parse", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    nix.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = nix.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    match () {
        () if output.status.success() => Said::Nothing,
        () if said.contains("undefined variable") => Said::Undefined,
        () if said.contains("already defined") || said.contains("duplicate formal") => Said::Twice,
        () => Said::SomethingElse,
    }
}

/// Small texts full of scopes, some of whose names nobody binds, and some sets that say too much.
fn text() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec!["1", "a", "b", "c", "{ }", "free", "map"]);
    leaf.prop_map(str::to_owned).prop_recursive(4, 24, 4, |value| {
        prop_oneof![
            3 => bindings(value.clone()).prop_map(|it| format!("{{ {it}}}")),
            1 => bindings(value.clone()).prop_map(|it| format!("rec {{ {it}}}")),
            2 => (bindings(value.clone()), value.clone())
                .prop_map(|(it, body)| format!("(let {it}in {body})")),
            2 => (value.clone(), value.clone())
                .prop_map(|(default, body)| format!("({{ a, b ? {default}, c }}: {body})")),
            1 => value.clone().prop_map(|body| format!("(a@{{ b, ... }}: {body})")),
            1 => (value.clone(), value.clone()).prop_map(|(a, b)| format!("(with {a}; {b})")),
            1 => value.clone().prop_map(|it| format!("(x: \"${{{it}}}\" + ./${{x}})")),
            1 => (value.clone(), value).prop_map(|(a, b)| format!("({a}.b or {b})")),
        ]
    })
}

fn bindings(value: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = String> {
    let name =
        prop::sample::select(vec!["a", "b", "c", "d", "e", "\"a\"", "b.c", "d.e", "a.\"b\""]);
    let inherited = prop::sample::select(vec!["a", "b", "c d"]);
    let binding = prop_oneof![
        6 => (name, value.clone()).prop_map(|(name, value)| format!("{name} = {value}; ")),
        1 => inherited.clone().prop_map(|names| format!("inherit {names}; ")),
        1 => (inherited, value).prop_map(|(names, from)| format!("inherit ({from}) {names}; ")),
    ];
    prop::collection::vec(binding, 0..4).prop_map(|bindings| bindings.concat())
}

#[test]
fn names_are_bound_and_given_twice_where_nix_says_so() {
    if !oracle::is_there() {
        println!("skipped: there is no nix-instantiate");
        return;
    }
    let texts = text();
    let mut runner = TestRunner::deterministic();
    let mut met = [0; 3];
    for _ in 0..NUMBER {
        let text = texts.new_tree(&mut runner).unwrap().current();
        let part = source(&text).part;
        let (undefined, twice) = (part.undefined(), part.repeats());
        match ask(&text) {
            Said::Nothing => {
                met[0] += 1;
                assert!(undefined.is_empty() && twice.is_empty(), "{undefined:?} {twice:?} {text}");
            }
            Said::Undefined => {
                met[1] += 1;
                assert!(!undefined.is_empty() && twice.is_empty(), "{twice:?} {text}");
            }
            // Older versions of Nix join fewer sets.
            Said::Twice => met[2] += usize::from(!twice.is_empty()),
            Said::SomethingElse => {}
        }
    }
    println!(
        "{} accepted, {} with names that are not bound, {} given twice",
        met[0], met[1], met[2]
    );
    assert!(met.iter().all(|&met| met > NUMBER / 100), "{met:?}");
}

/// So many texts are compared.
const NUMBER: usize = 100;
