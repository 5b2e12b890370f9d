//! JSON and TOML.

use crate::builtins::{check, unknown};

#[test]
fn values_as_json() {
    check("toJSON { b = [ 1 true null ]; a = \"x\"; }", r#""{\"a\":\"x\",\"b\":[1,true,null]}""#);
    check("toJSON { }", "\"{}\"");
    check("toJSON { a = { outPath = \"/x\"; b = 1; }; }", r#""{\"a\":\"/x\"}""#);
    check("toJSON { __toString = self: \"s\"; }", r#""\"s\"""#);
    unknown(&[
        "toJSON ./a",
        "toJSON (x: x)",
        "toJSON { a = nope.x; }",
        "toJSON ([ 1 ] ++ nope.x)",
        "toJSON ({ a = 1; } // nope.x)",
    ]);
}

#[test]
fn texts_as_json() {
    check(r#"toJSON "a\"\\/é\n\t""#, r#""\"a\\\"\\\\/é\\n\\t\"""#);
    check(
        "toJSON (fromJSON ''\"\\u0001\\u001f\\u007f\\b\\f\"'')",
        "\"\\\"\\\\u0001\\\\u001f\u{7f}\\\\b\\\\f\\\"\"".replace('\u{7f}', "\\u{7f}").as_str(),
    );
}

#[test]
fn floats_as_json() {
    for (float, expected) in [
        ("1.0", "1.0"),
        ("(-1.5)", "-1.5"),
        ("0.1", "0.1"),
        ("(0 * -1.0)", "-0.0"),
        ("1.0e14", "100000000000000.0"),
        ("1.0e15", "1e+15"),
        ("123456.789", "123456.789"),
        ("0.0001", "0.0001"),
        ("1.0e-5", "1e-05"),
        ("1.25e-7", "1.25e-07"),
    ] {
        check(&format!("toJSON {float}"), &format!("{expected:?}"));
    }
    // So many digits, or so large: a library may write these in another way.
    unknown(&["toJSON (1.0 / 3)", "toJSON 1.1e300"]);
}

#[test]
fn json_as_values() {
    check(
        r#"fromJSON ''{"a": [1, -2, 1.5, 1e2], "b": null}''"#,
        "{ a = [ 1 -2 1.5 100 ]; b = null; }",
    );
    check(r#"fromJSON ''{"a": 1, "b": 2, "a": 3}''"#, "{ b = 2; a = 3; }");
    check(r#"fromJSON ''"\u00e9\ud83d\ude00"''"#, "\"é😀\"");
    check("fromJSON \" 9223372036854775807 \"", "9223372036854775807");
    check("fromJSON \"-0\"", "0");
    check("isFloat (fromJSON \"100000000000000000000\")", "true");
    unknown(&["fromJSON \"9223372036854775808\"", "fromJSON \"1e999\"", "fromJSON nope.x"]);
}

#[test]
fn what_is_not_json_is_unknown() {
    unknown(&[
        "fromJSON \"\"",
        "fromJSON \"{\"",
        "fromJSON \"[1,]\"",
        "fromJSON \"01\"",
        "fromJSON \"+1\"",
        "fromJSON \"1.\"",
        "fromJSON \".5\"",
        "fromJSON \"nul\"",
        "fromJSON \"1 2\"",
        "fromJSON \"[1] // x\"",
        "fromJSON ''\"\\u0000\"''",
        "fromJSON ''\"\\ud800\"''",
        "fromJSON ''\"\\x\"''",
        "fromJSON \"'a'\"",
        "fromJSON \"{a:1}\"",
        "fromJSON \"\\\"\\n\\\"\"",
    ]);
}

#[test]
fn toml_as_values() {
    check("fromTOML \"a.b = 1\\nc = [ 0x1f, 1_000 ]\"", "{ a = { b = 1; }; c = [ 31 1000 ]; }");
    check(
        "fromTOML \"[[x]]\\ny = 'é'\\n[[x]]\\ny = true\"",
        "{ x = [ { y = \"é\"; } { y = true; } ]; }",
    );
    check("fromTOML \"a = -1.5\"", "{ a = -1.5; }");
    check("fromTOML \"\"", "{  }");
    unknown(&[
        "fromTOML \"a\"",
        "fromTOML \"a = 1\\na = 2\"",
        "fromTOML \"a = 1979-05-27\"",
        "fromTOML \"a = inf\"",
        "fromTOML \"a = 9223372036854775808\"",
        "fromTOML nope.x",
    ]);
}
