//! `lib.generators`. What is expected here is what the real functions come to.

use crate::library::support::{check, check_unknown};

#[test]
fn single_lines() {
    check(r#"lib.generators.mkKeyValueDefault { } ":" "f:oo" "bar""#, r#""f\\:oo:bar""#);
    check(
        r#"lib.generators.mkKeyValueDefault { mkValueString = v: "<${toString v}>"; } "=" "a" 1"#,
        r#""a=<1>""#,
    );
    check(
        r#"map (lib.generators.mkValueStringDefault { }) [ 1 "a" true false null 1.5 ]"#,
        r#"[ "1" "a" "true" "false" "null" "1.500000" ]"#,
    );
    check_unknown("lib.generators.mkValueStringDefault { } [ 1 ]");
    check_unknown(r#"lib.generators.mkKeyValueDefault { } "" "a" 1"#);
}

#[test]
fn keys_and_values() {
    check(r#"lib.generators.toKeyValue { } { b = true; a = 1; }"#, r#""a=1\nb=true\n""#);
    check(
        r#"lib.generators.toKeyValue { indent = "  "; listsAsDuplicateKeys = true; } { a = [ 1 2 ]; b = 3; }"#,
        r#""  a=1\n  a=2\n  b=3\n""#,
    );
    check(
        r#"lib.generators.toKeyValue { mkKeyValue = k: v: "${k} ${v}"; } { a = "x"; }"#,
        r#""a x\n""#,
    );
    check("lib.generators.toKeyValue { } { }", r#""""#);
    check_unknown("lib.generators.toKeyValue { } { a = [ 1 2 ]; }");
    check_unknown("lib.generators.toKeyValue { } (what // { a = 1; })");
}

#[test]
fn sections() {
    check(
        r#"lib.generators.toINI { } { foo = { hi = "x"; ciao = "bar"; }; "b[a]z" = { "also, integers" = 42; }; }"#,
        r#""[b\\[a\\]z]\nalso, integers=42\n\n[foo]\nciao=bar\nhi=x\n""#,
    );
    check(
        r#"lib.generators.toINI { mkSectionName = lib.toUpper; } { foo = { }; }"#,
        r#""[FOO]\n""#,
    );
    check(
        r#"lib.generators.toINIWithGlobalSection { } { globalSection.a = 1; sections.s.b = 2; }"#,
        r#""a=1\n\n[s]\nb=2\n""#,
    );
    check(
        r#"lib.generators.toINIWithGlobalSection { } { globalSection = { }; sections.s.b = 2; }"#,
        r#""[s]\nb=2\n""#,
    );
    check("lib.generators.toINIWithGlobalSection { } { globalSection.a = 1; }", r#""a=1\n\n""#);
    check_unknown("lib.generators.toINI { } { a.b = what; }");
}

#[test]
fn json() {
    check("lib.generators.toJSON { } { a = [ 1 ]; }", r#""{\"a\":[1]}""#);
    check("lib.generators.toYAML { } null", r#""null""#);
}

#[test]
fn generators_that_we_do_not_have() {
    check_unknown("lib.generators.toLua { } { }");
}
