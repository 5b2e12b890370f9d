//! Regular expressions.

use crate::builtins::{check, unknown};

#[test]
fn a_match_is_of_the_whole_text() {
    check("match \"a\" \"ab\"", "null");
    check("match \"ab\" \"ab\"", "[  ]");
    check("match \"(.*)\\\\.nix\" \"a.b.nix\"", r#"[ "a.b" ]"#);
    check("match \"([a-z]+)-([0-9]+)\" \"web-12\"", r#"[ "web" "12" ]"#);
    check("match \".\" \"\\n\"", "[  ]");
    unknown(&["match nope.x \"a\"", "match \"a\" nope.x", "match \"a\" 1"]);
}

#[test]
fn a_group_that_was_not_met_is_null() {
    check("match \"(a)?(b)\" \"b\"", r#"[ null "b" ]"#);
    check("match \"(a)|(b)\" \"b\"", r#"[ null "b" ]"#);
    check("match \"((a)|b)c\" \"bc\"", r#"[ "b" null ]"#);
    check("match \"(a*)b\" \"b\"", r#"[ "" ]"#);
}

#[test]
fn brackets() {
    check("match \"[[:space:]]*([[:alnum:]]+)\" \" a1\"", r#"[ "a1" ]"#);
    check("match \"[]a]+\" \"]a\"", "[  ]");
    check("match \"[^]a]\" \"b\"", "[  ]");
    check("match \"[a-]+\" \"-a\"", "[  ]");
    check("match \"[\\\\.]\" \"\\\\\"", "[  ]");
    unknown(&[
        "match \"[[.a.]]\" \"a\"",
        "match \"[é]\" \"é\"",
        "match \"[b-a]\" \"a\"",
        "match \"[a\" \"a\"",
    ]);
}

#[test]
fn what_nix_refuses_is_unknown() {
    unknown(&[
        "match \"(\" \"a\"",
        "match \")\" \"a\"",
        "match \"*\" \"a\"",
        "match \"a{\" \"a\"",
        "match \"a{2,1}\" \"a\"",
        "match \"\\\\d\" \"d\"",
        "match \"(?:a)\" \"a\"",
    ]);
}

#[test]
fn what_depends_on_the_engine_is_unknown() {
    check("match \"(a|ab)(c|bcd)?\" \"ab\"", r#"[ "ab" null ]"#);
    unknown(&[
        "match \"(a|ab)(bc|c)\" \"abc\"",
        "match \"((a)|b)*\" \"ab\"",
        "match \"(a*)*\" \"b\"",
        "split \"a|ab\" \"ab\"",
        "split \"a*(ab)?\" \"aab\"",
    ]);
}

#[test]
fn split_gives_what_is_between_and_the_groups() {
    check("split \",\" \"a,b\"", r#"[ "a" [  ] "b" ]"#);
    check("split \"(a)b\" \"abc\"", r#"[ "" [ "a" ] "c" ]"#);
    check("split \"([ac])\" \"1abc3\"", r#"[ "1" [ "a" ] "b" [ "c" ] "3" ]"#);
    check("split \"(a)|b\" \"b\"", r#"[ "" [ null ] "" ]"#);
    check("split \"x\" \"\"", r#"[ "" ]"#);
    check("split \"^a\" \"aa\"", r#"[ "" [  ] "a" ]"#);
    check("split \"é\" \"aéb\"", r#"[ "a" [  ] "b" ]"#);
    unknown(&["split nope.x \"a\"", "split \"a\" nope.x"]);
}

#[test]
fn split_at_empty_matches() {
    check("split \"\" \"ab\"", r#"[ "" [  ] "a" [  ] "b" [  ] "" ]"#);
    check("split \"(a*)\" \"baab\"", r#"[ "" [ "" ] "b" [ "aa" ] "" [ "" ] "b" [ "" ] "" ]"#);
    unknown(&["split \"\" \"é\""]);
}
