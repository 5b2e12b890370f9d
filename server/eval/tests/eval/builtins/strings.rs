//! Texts, and what they are made of.

use crate::builtins::{check, unknown};

#[test]
fn substring_counts_bytes() {
    check("substring 1 2 \"abcd\"", "\"bc\"");
    check("substring 1 (-1) \"abcd\"", "\"bcd\"");
    check("substring 9 1 \"abcd\"", "\"\"");
    check("substring 2 1 \"éa\"", "\"a\"");
    check("substring 0 2 { outPath = \"abc\"; }", "\"ab\"");
    unknown(&["substring 0 1 \"é\"", "substring (-1) 1 \"a\"", "substring 0 1 nope.x"]);
}

#[test]
fn string_length_counts_bytes() {
    check("map stringLength [ \"\" \"abc\" \"é\" ]", "[ 0 3 2 ]");
    unknown(&["stringLength 1", "stringLength ./a", "stringLength nope.x"]);
}

#[test]
fn concat_strings_sep() {
    check("concatStringsSep \", \" [ \"a\" \"b\" ]", "\"a, b\"");
    check("concatStringsSep \"x\" [ ]", "\"\"");
    check("concatStringsSep \"/\" [ ./a \"b\" ]", "\"/a/b\"");
    unknown(&[
        "concatStringsSep \",\" [ 1 ]",
        "concatStringsSep \",\" ([ \"a\" ] ++ nope.x)",
        "concatStringsSep \",\" [ \"a\" nope.x ]",
    ]);
}

#[test]
fn replace_strings_takes_the_first_that_fits() {
    check("replaceStrings [ \"a\" \"ab\" ] [ \"1\" \"2\" ] \"abab\"", "\"1b1b\"");
    check("replaceStrings [ \"ab\" \"a\" ] [ \"1\" \"2\" ] \"aba\"", "\"12\"");
    check("replaceStrings [ \"a\" ] [ \"aa\" ] \"aa\"", "\"aaaa\"");
    check("replaceStrings [ \"b\" ] [ nope.x ] \"a\"", "\"a\"");
    unknown(&[
        "replaceStrings [ \"a\" ] [ nope.x ] \"a\"",
        "replaceStrings [ nope.x ] [ \"a\" ] \"b\"",
        "replaceStrings [ \"a\" ] [ ] \"b\"",
    ]);
}

#[test]
fn replace_strings_with_an_empty_pattern() {
    check("replaceStrings [ \"\" ] [ \"x\" ] \"ab\"", "\"xaxbx\"");
    check("replaceStrings [ \"\" \"a\" ] [ \"x\" \"y\" ] \"ab\"", "\"xaxbx\"");
    check("replaceStrings [ \"a\" \"\" ] [ \"y\" \"x\" ] \"ab\"", "\"yxbx\"");
    check("replaceStrings [ \"\" ] [ \"x\" ] \"\"", "\"x\"");
    unknown(&["replaceStrings [ \"\" ] [ \"x\" ] \"é\""]);
}

#[test]
fn to_string() {
    check("map toString [ 1 true false null \"a\" ./b ]", r#"[ "1" "1" "" "" "a" "/b" ]"#);
    check(
        "map toString [ 0.5 (-1.25) 1.0e10 ]",
        r#"[ "0.500000" "-1.250000" "10000000000.000000" ]"#,
    );
    check("toString [ 1 [ ] [ 2 3 ] null \"\" 4 ]", "\"1 2 3   4\"");
    check("toString { __toString = self: self.n; n = 1; }", "\"1\"");
    check("toString { outPath = \"/a\"; }", "\"/a\"");
    unknown(&["toString { }", "toString (x: x)", "toString [ nope.x ]", "toString nope.x"]);
}

#[test]
fn of_a_context_only_the_text_is_known() {
    check("unsafeDiscardStringContext \"a\"", "\"a\"");
    check("unsafeDiscardOutputDependency \"a\"", "\"a\"");
    check("addDrvOutputDependencies \"a\"", "\"a\"");
    check("appendContext \"a\" nope.x", "\"a\"");
    unknown(&["hasContext \"a\"", "getContext \"a\""]);
}

#[test]
fn versions_are_split() {
    check("splitVersion \"1.2-rc3a..b\"", r#"[ "1" "2" "rc" "3" "a" "b" ]"#);
    check("splitVersion \"\"", "[  ]");
    check("parseDrvName \"nix-js-0.12pre-x\"", r#"{ name = "nix-js"; version = "0.12pre-x"; }"#);
    check("parseDrvName \"a-b-\"", r#"{ name = "a-b-"; version = ""; }"#);
    unknown(&["splitVersion nope.x", "parseDrvName \"a-é\""]);
}

#[test]
fn versions_are_compared() {
    let compared = [
        ("1.0", "2.3", -1),
        ("2.1", "2.3", -1),
        ("2.3", "2.3", 0),
        ("2.5", "2.3", 1),
        ("3.1", "2.3", 1),
        ("2.3.1", "2.3", 1),
        ("2.3.1", "2.3a", 1),
        ("2.3pre1", "2.3", -1),
        ("2.3pre3", "2.3pre12", -1),
        ("2.3a", "2.3c", -1),
        ("2.3pre1", "2.3c", -1),
        ("2.3pre1", "2.3q", -1),
        ("1.10", "1.9", 1),
        ("1.0", "1-0", 0),
    ];
    for (left, right, expected) in compared {
        check(&format!("compareVersions \"{left}\" \"{right}\""), &expected.to_string());
        check(&format!("compareVersions \"{right}\" \"{left}\""), &(-expected).to_string());
    }
}
