//! Nothing takes too long, grows too large or runs out of stack.

use std::path::Path;

use eval::{Evaluator, Value};

use crate::builtins::unknown;
use crate::support::Memory;

/// So many steps are enough to see that something takes more of them than there are.
const FEW_STEPS: u32 = 50_000;

#[test]
fn what_goes_in_circles_is_unknown() {
    unknown(&[
        "toString { __toString = self: self; }",
        "let s.outPath = s; in \"${s}\"",
        "let l = [ l ]; in toString l",
        "let l = [ l ]; in toJSON l",
        "let s = { inherit s; }; in toJSON s",
        "let l = [ l ]; m = [ m ]; in l == m",
        "let l = [ l l ]; m = [ m m ]; in l == m",
        "let l = [ l ]; m = [ m ]; in lessThan l m",
    ]);
}

#[test]
fn what_nests_too_deeply_is_unknown() {
    let nested = |open: &str, close: &str| {
        format!("fromJSON ''{}{}''", open.repeat(50_000), close.repeat(50_000))
    };
    let deep_toml = format!("fromTOML ''a = {}{}''", "[".repeat(50_000), "]".repeat(50_000));
    let deep_regex = format!("match \"{}a{}\" \"a\"", "(".repeat(50_000), ")".repeat(50_000));
    unknown(&[&nested("[", "]"), &nested("{\"a\":[", "]}"), &deep_toml, &deep_regex]);
}

#[test]
fn what_grows_too_large_is_unknown() {
    let doubled = |first: &str, twice: fn(u32) -> String| {
        let doubled: String = (1..40).map(|n| format!("x{n} = {}; ", twice(n - 1))).collect();
        let text = format!("with builtins; let x0 = {first}; {doubled} in x39");
        let memory = Memory::new(&[("/main.nix", &text)]);
        let mut ev = Evaluator::new(&memory);
        let main = ev.import(Path::new("/main.nix"), None);
        let value = ev.limited(FEW_STEPS, |ev| ev.force(main));
        let Value::Unknown(why) = value else { panic!("{text} is {value:?}") };
        assert_eq!(why.why, "evaluation takes too long", "{text}");
    };
    doubled("\"aa\"", |n| format!("replaceStrings [ \"a\" ] [ \"aa\" ] x{n}"));
    doubled("\"aa\"", |n| format!("replaceStrings [ \"\" ] [ x{n} ] x{n}"));
    doubled("\"a\"", |n| format!("concatStringsSep x{n} [ x{n} x{n} ]"));
    doubled("\"a\"", |n| format!("toJSON [ x{n} x{n} ]"));
    doubled("\"a\"", |n| format!("toString [ x{n} x{n} ]"));
    unknown(&["genList (x: x) 1000000000", "genList (x: x) 9223372036854775807"]);
}

#[test]
fn a_pattern_that_takes_other_engines_forever() {
    let text = "a".repeat(5_000);
    unknown(&[
        &format!("match \"(a|aa)+b\" \"{text}\" + nope.x"),
        "match \"(((a{1000}){1000}){1000}){1000}\" \"a\"",
        "match \"a{100000}\" \"a\"",
    ]);
}
