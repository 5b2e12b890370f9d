//! Names keep the places at which they are spelled, however they become attributes.

use crate::library::support::spelled;

#[track_caller]
fn check(expression: &str, attribute: &str, expected: &[&str]) {
    assert_eq!(spelled(expression, attribute), expected, "for {expression}");
}

#[test]
fn names_from_strings() {
    check(r#"lib.genAttrs [ "jon" "sara" ] (name: { })"#, "sara", &[r#""sara""#]);
    check(r#"lib.getAttrs [ "jon" ] { jon = 1; }"#, "jon", &[r#""jon""#]);
    check(r#"lib.genAttrs' [ 1 ] (n: lib.nameValuePair "jon" n)"#, "jon", &[r#""jon""#]);
    check(r#"lib.setAttrByPath [ "jon" ] 1"#, "jon", &[r#""jon""#]);
    check(r#"lib.zipAttrsWithNames [ "jon" ] (n: v: v) [ ]"#, "jon", &[r#""jon""#]);
    check(
        r#"lib.updateManyAttrsByPath [ { path = [ "jon" ]; update = old: 1; } ] { }"#,
        "jon",
        &[r#""jon""#],
    );
}

#[test]
fn names_from_sets() {
    check("lib.filterAttrs (n: v: v) { jon = true; }", "jon", &["jon"]);
    check("lib.filterAttrsRecursive (n: v: v) { jon = true; }", "jon", &["jon"]);
    check("lib.mapAttrs' lib.nameValuePair { jon = true; }", "jon", &["jon"]);
    check("lib.mapAttrsRecursive (p: v: v) { jon = true; }", "jon", &["jon"]);
    check("lib.overrideExisting { jon = 1; } { }", "jon", &["jon"]);
    check("lib.concatMapAttrs (n: v: { ${n} = v; }) { jon = true; }", "jon", &["n"]);
    check("lib.foldAttrs (a: b: a) 0 [ { jon = 1; } ]", "jon", &["jon"]);
    check("lib.mkOption { default = 1; }", "default", &["default"]);
}

#[test]
fn names_of_two_sets() {
    let merged = r#"lib.recursiveUpdate { "jon".a = 1; } { jon.b = 2; }"#;
    check(merged, "jon", &[r#""jon""#, "jon"]);
    check(r#"lib.mergeAttrsList [ { "jon" = 1; } { jon = 2; } ]"#, "jon", &["jon"]);
}
