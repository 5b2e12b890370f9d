//! `lib.trivial`, `lib.asserts`, `lib.debug` and `lib.versions`. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn functions_of_functions() {
    check("lib.id 1", "1");
    check(r#"lib.const 1 (throw "nobody asks")"#, "1");
    check("lib.pipe 1 [ (x: x + 1) (x: [ x ]) ]", "[ 2 ]");
    check("lib.flip (a: b: [ a b ]) 1 2", "[ 2 1 ]");
    check("lib.isFunction { __functor = self: x: x; }", "true");
    check("lib.isFunction { }", "false");
    check("lib.functionArgs ({ a, b ? 1 }: a)", "{ a = false; b = true; }");
    check("lib.functionArgs (lib.setFunctionArgs (x: x) { a = true; })", "{ a = true; }");
    check("lib.mirrorFunctionArgs ({ a }: a) (x: x + 1) 1", "2");
    check("lib.toFunction 1 2", "1");
}

#[test]
fn truth() {
    check("lib.and true false", "false");
    check(r#"lib.or true (throw "nobody asks")"#, "true");
    check("lib.xor true true", "false");
    check("lib.boolToString true", r#""true""#);
    check("lib.boolToYesNo false", r#""no""#);
    check("lib.defaultTo 1 null", "1");
    check("lib.mapNullable (x: x + 1) null", "null");
    check("lib.mapNullable (x: x + 1) 1", "2");
}

#[test]
fn numbers() {
    check("lib.min 1 2", "1");
    check("lib.max 1 2.5", "2.5");
    check("lib.mod 7 3", "1");
    check(r#"lib.compare "a" "b""#, "-1");
    check(r#"lib.splitByAndCompare (x: x < 3) lib.compare (a: b: "both") 5 6"#, r#""both""#);
    check(r#"lib.splitByAndCompare (x: x < 3) lib.compare (a: b: "both") 5 1"#, "1");
    check("lib.toHexString 254", r#""FE""#);
    check(r#"lib.fromHexString "0xFE""#, "254");
    check("lib.toBaseDigits 2 6", "[ 1 1 0 ]");
    check("lib.bitNot 0", "-1");
}

#[test]
fn sums_of_sets_and_lists() {
    check("lib.concat [ 1 ] [ 2 ]", "[ 1 2 ]");
    check("lib.mergeAttrs { a = 1; } { a = 2; }", "{ a = 2; }");
}

#[test]
fn warnings_and_failures() {
    check(r#"lib.warnIf true "careful" 1"#, "1");
    check(r#"lib.throwIf false "no" 1"#, "1");
    check(
        r#"builtins.tryEval (lib.throwIfNot false "no" 1)"#,
        "{ success = false; value = false; }",
    );
    check(r#"lib.checkListOfEnum "colours" [ "red" "blue" ] [ "red" ] 1"#, "1");
    check(r#"lib.info "a" 1"#, "1");
    check("lib.traceVal 1", "1");
    check(r#"lib.traceValFn (x: "is ${toString x}") 1"#, "1");
    check("lib.traceSeqN 1 { } 2", "2");
    check(r#"lib.traceFnSeqN 1 "f" (x: x + 1) 2"#, "3");
    check(r#"lib.assertMsg true "no""#, "true");
    check(r#"lib.assertOneOf "colour" "red" [ "red" "blue" ]"#, "true");
}

#[test]
fn versions() {
    check(r#"lib.versions.major "25.11.3""#, r#""25""#);
    check(r#"lib.versions.minor "25.11.3""#, r#""11""#);
    check(r#"lib.versions.patch "25.11.3""#, r#""3""#);
    check(r#"lib.versions.majorMinor "25.11.3""#, r#""25.11""#);
    check(r#"lib.versions.splitVersion "1.2pre3-4""#, r#"[ "1" "2" "pre" "3" "4" ]"#);
    check(r#"lib.versions.pad 4 "1.2-rc1""#, r#""1.2.0.0-rc1""#);
    check(r#"lib.versions.pad 2 "1.2.3""#, r#""1.2""#);
}
