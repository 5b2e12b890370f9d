//! Types, the order of evaluation, and what reaches outside.

use crate::builtins::{check, unknown};
use crate::support::value_of;

#[test]
fn types() {
    check(
        "map typeOf [ 1 1.0 true null \"\" ./a [ ] { } (x: x) map ]",
        r#"[ "int" "float" "bool" "null" "string" "path" "list" "set" "lambda" "lambda" ]"#,
    );
    check(
        "[ (isFunction { __functor = s: s; }) (isFunction (map 1)) (isNull null) ]",
        "[ false true true ]",
    );
    check("isFunction fetchTarball", "true");
    unknown(&["typeOf nope.x", "isString nope.x"]);
}

#[test]
fn try_eval_catches_what_nix_does() {
    check("tryEval 1", "{ success = true; value = 1; }");
    check("tryEval (throw \"x\")", "{ success = false; value = false; }");
    check("tryEval (assert false; 1)", "{ success = false; value = false; }");
    check("(tryEval (deepSeq [ { a = throw \"x\"; } ] 1)).success", "false");
    check("(tryEval (seq (throw \"x\") 1)).success", "false");
    check("(tryEval (seq [ (throw \"x\") ] 1)).success", "true");
    check(
        "(tryEval ({ ... }: 1) (throw \"x\")).success or 2",
        "?(a call of something that is not a function)",
    );
    check("(tryEval (({ ... }: 1) (throw \"x\"))).success", "false");
    check("(tryEval (throw \"x\" // { a = 1; })).success", "false");
    check("(tryEval [ (throw \"x\") ]).success", "true");
    check("(tryEval ([ (throw \"x\") 1 ] == [ 1 2 ])).success", "false");
    unknown(&[
        "tryEval (abort \"x\")",
        "tryEval (1 + \"a\")",
        "tryEval nope.x",
        "tryEval (throw 1)",
    ]);
}

#[test]
fn what_is_evaluated_first_is_taken_not_to_fail() {
    check("seq nope.x 1", "1");
    check("deepSeq { a = nope.x; } 1", "1");
    check("trace nope.x 1", "1");
    check("assert nope.x; 1", "1");
    check("let x = { inherit x; }; in deepSeq x 1", "1");
}

#[test]
fn equality() {
    check("{ a = 1; } == { a = 1; b = 2; }", "false");
    check("[ nope.x 1 ] == [ 1 2 ]", "false");
    check("nope.x // { a = 1; } == nope.x // { a = 2; }", "?(these sets may be derivations)");
    check(
        "{ type = \"derivation\"; outPath = 1; a = 1; } == { type = \"derivation\"; outPath = 1; }",
        "true",
    );
    check("[ 1 ] == [ 1.0 ]", "true");
    unknown(&["(x: x) == (x: x)", "nope.x == 1", "[ nope.x ] == [ 1 ]"]);
}

#[test]
fn a_name_is_there_whatever_its_value() {
    check("{ a = throw \"x\"; } ? a", "true");
    check("{ a.b = nope.x; } ? a.b", "true");
    check("({ a = 1; } // nope.x) ? a", "true");
    check("({ a = 1; } // nope.x) ? b", "?(this builtin is not followed)");
}

#[test]
fn what_reaches_outside_says_why() {
    for call in [
        "fetchTarball \"x\"",
        "fetchGit { }",
        "fetchurl \"x\"",
        "fetchTree { }",
        "getFlake \"x\"",
        "getEnv \"HOME\"",
        "findFile [ ] \"x\"",
        "derivation { }",
        "storePath ./a",
        "toFile \"a\" \"b\"",
        "scopedImport { } ./a",
        "nixPath",
        "nixVersion",
        "currentSystem",
        "currentTime",
        "<nixpkgs>",
    ] {
        let value = value_of(&[("/main.nix", &format!("with builtins; {call}"))]);
        assert!(value.starts_with("?("), "{call} is {value}");
        assert!(!value.contains("is not known here"), "{call} is {value}");
    }
}

#[test]
fn names_that_need_no_prefix() {
    check(
        "[ (isFunction fetchTarball) (isFunction derivation) (isFunction break) ]",
        "[ true true true ]",
    );
    assert_eq!(value_of(&[("/main.nix", "with { map = 1; }; map (x: x) [ 1 ]")]), "[ 1 ]");
    assert_eq!(value_of(&[("/main.nix", "__add 1 2")]), "3");
    assert_eq!(
        value_of(&[("/main.nix", "builtins ? currentSystem")]),
        "?(this builtin is not followed)"
    );
}
