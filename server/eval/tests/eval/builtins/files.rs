//! Files and paths.

use crate::builtins::{check, unknown};
use crate::support::value_of;

fn with_files(text: &str, expected: &str) {
    let files = [
        ("/main.nix", text),
        ("/a.json", r#"{ "a": [ 1.5 ] }"#),
        ("/a.toml", "a = 1"),
        ("/text", "abc"),
        ("/dir/default.nix", "x: { y = x; }"),
    ];
    assert_eq!(value_of(&files), expected, "for {text}");
}

#[test]
fn reading() {
    with_files("builtins.readFile ./text", "\"abc\"");
    with_files("builtins.readFile (toString ./. + \"/text\")", "\"abc\"");
    with_files("builtins.fromJSON (builtins.readFile ./a.json)", "{ a = [ 1.5 ]; }");
    with_files("builtins.fromTOML (builtins.readFile ./a.toml)", "{ a = 1; }");
    with_files("builtins.hashFile \"md5\" ./text", "\"900150983cd24fb0d6963f7d28e17f72\"");
    with_files("builtins.readFile ./none", "?(`/none` can't be read: no such file)");
    with_files("import ./dir 1", "{ y = 1; }");
}

#[test]
fn looking() {
    with_files("map builtins.pathExists [ ./text ./dir ./none ]", "[ true true false ]");
    with_files("map builtins.readFileType [ ./text ./dir ]", r#"[ "regular" "directory" ]"#);
    unknown(&["pathExists nope.x", "readFileType ./none", "readDir ./none", "pathExists \"a\""]);
}

#[test]
fn parts_of_paths() {
    check(
        "map baseNameOf [ \"/a/b\" \"a/b/\" \"b\" \"/\" \"\" ./c ]",
        r#"[ "b" "b" "b" "" "" "c" ]"#,
    );
    check("map dirOf [ \"/a/b\" \"/a\" \"a\" \"a/b/\" ]", r#"[ "/a" "/" "." "a/b" ]"#);
    check("dirOf ./a/b", "/a");
    check("toPath \"/a/../b\"", "\"/b\"");
    unknown(&["toPath \"a\"", "baseNameOf 1", "dirOf nope.x"]);
}

#[test]
fn copies_are_where_they_come_from() {
    check("path { path = ./a; name = \"x\"; }", "/a");
    check("filterSource (path: type: true) ./a", "/a");
}
