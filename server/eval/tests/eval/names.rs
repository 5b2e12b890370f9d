//! Which names of a text nothing binds, and which it gives twice.

use std::path::{Path, PathBuf};

use eval::Repeat;
use proptest::prelude::*;
use syntax::TextRange;

use crate::parts::source;
use crate::parts::texts::set;

/// The names of a text that nothing binds, in order.
fn undefined(text: &str) -> Vec<String> {
    let found = source(text).part.undefined().into_iter();
    found.map(|it| format!("{}@{}", it.name, u32::from(it.at.start()))).collect()
}

#[track_caller]
fn lacks(text: &str, names: &str) {
    assert_eq!(undefined(text).join(" "), names, "{text}");
}

#[test]
fn what_nothing_binds_is_undefined() {
    lacks("a", "a@0");
    lacks("[ a { b = c; } ]", "a@2 c@10");
    lacks("x: y: [ x y z ]", "z@12");
    lacks("{ a, b ? c }: a", "c@9");
    lacks("let a = 1; in b", "b@14");
    lacks("{ a = 1; b = a; }", "a@13");
    lacks("\"${a}\" + ./${b}", "a@3 b@13");
    lacks("{ ${a} = 1; }.${b} or c", "a@4 b@16 c@22");
    lacks("{ inherit a; }", "a@10");
    lacks("rec { inherit a; }", "a@14");
    lacks("{ inherit (a) b c; }", "a@11");
    lacks("if a then assert b; c else !d", "a@3 b@17 c@20 d@28");
}

#[test]
fn what_something_binds_is_not() {
    for text in [
        "x: x",
        "{ a, b ? a, ... }@all: [ a b all ]",
        "let a = b; b = 1; in a",
        "rec { a = b; b = 1; }",
        "let { body = a; a = 1; }",
        "let a.b = 1; in { inherit a; }",
        "let inherit (x) a; x = { }; in a",
        "rec { \"a\" = 1; b = a; }",
        "builtins.map import [ true false null __curPos __nixPath ]",
        "[ toString throw abort derivation fetchTarball baseNameOf removeAttrs ]",
        "https://example.org/a",
    ] {
        lacks(text, "");
    }
}

#[test]
fn a_with_may_bind_any_name() {
    lacks("with x; a", "x@5");
    lacks("x: with x; [ a (y: b) { c = d; } ]", "");
    lacks("x: [ (with x; a) a ]", "a@17");
    lacks(
        "x: { a = with x; { long = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; }; }",
        "",
    );
}

#[test]
fn names_deep_in_parts_are_found() {
    let filling = format!("description = \"{}\";", "a".repeat(60));
    let text = format!(
        "{{ lib, ... }}: {{ a.b = {{ {filling} x = lib; y = {{ {filling} z = lbi; }}; }}; }}"
    );
    lacks(&text, &format!("lbi@{}", text.find("lbi").unwrap()));
    let found = source(&text).part.undefined();
    assert!(found.iter().all(|it| it.in_scope.first().is_some_and(|name| name == "lib")));
}

/// What a text gives twice: the earlier path, and the later one.
fn repeats(text: &str) -> Vec<String> {
    let at = |range: TextRange| text.get(std::ops::Range::<usize>::from(range)).unwrap_or_default();
    let pair = |it: Repeat| format!("{}/{}", at(it.first), at(it.later));
    source(text).part.repeats().into_iter().map(pair).collect()
}

#[track_caller]
fn repeats_are(text: &str, pairs: &str) {
    assert_eq!(repeats(text).join(" "), pairs, "{text}");
}

#[test]
fn a_leaf_is_given_once() {
    repeats_are("{ a = 1; a = 2; }", "a/a");
    repeats_are("{ a.b = 1; \"a\".b = 2; a.c = 3; }", "a.b/\"a\".b");
    repeats_are("{ a.b = 1; a = { c = 2; b = 3; }; }", "a.b/b");
    repeats_are("{ a = { b = 1; }; a.b.c = 2; }", "b/a.b.c");
    repeats_are("{ a = x; a.b = 1; }", "a/a.b");
    repeats_are("{ a.b = 1; a = x; }", "a.b/a");
    repeats_are("{ a = 1; a = 2; a = 3; }", "a/a a/a");
    repeats_are("rec { a = 1; b = { c = 1; c = 2; }; }", "c/c");
    repeats_are("let a = 1; a = 2; in a", "a/a");
    repeats_are("let { a = 1; a = 2; body = 1; }", "a/a");
}

#[test]
fn inherited_names_are_leaves() {
    repeats_are("{ inherit a; a = 1; }", "a/a");
    repeats_are("{ a.b = 1; inherit a; }", "a.b/a");
    repeats_are("{ inherit a b a; }", "a/a");
    repeats_are("{ inherit (x) a; inherit (y) \"a\"; }", "a/\"a\"");
}

#[test]
fn literal_sets_are_joined() {
    for text in [
        "{ a = { b = 1; }; a = { c = 2; }; }",
        "{ a = { b = 1; }; a.c = 2; }",
        "{ a.b.c = 1; a.b = { d = 2; }; a = rec { e = 3; }; }",
        "{ a = ({ b = 1; }); a.c = 2; }",
        "{ a = { }; a = { }; }",
        "let a.b = 1; a.c = 2; in a",
    ] {
        repeats_are(text, "");
    }
}

#[test]
fn computed_names_may_differ() {
    for text in [
        "{ ${a} = 1; ${a} = 2; }",
        "{ \"${a}\" = 1; \"${a}\" = 2; }",
        "{ ${a}.b = 1; ${a}.b = 2; }",
        "{ a.${b} = 1; a.${b} = 2; }",
    ] {
        repeats_are(text, "");
    }
}

proptest! {
    #[test]
    fn places_are_those_of_the_names(text in set()) {
        let part = source(&text).part;
        let written =
            |at: TextRange| text.get(std::ops::Range::<usize>::from(at)).unwrap_or_default();
        for undefined in part.undefined() {
            prop_assert_eq!(written(undefined.at).trim_matches('"'), undefined.name.as_str());
        }
        for Repeat { first, later } in part.repeats() {
            prop_assert!(first.end() <= later.start(), "{} {}", written(first), written(later));
        }
    }
}

/// The Nix files below a folder.
fn nix_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            nix_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "nix") {
            found.push(path);
        }
    }
}

/// In Nix files that work, below the folders that `NIX_SOURCES` names, everything is bound, once.
#[test]
fn working_nix_is_left_in_peace() {
    let folders = std::env::var_os("NIX_SOURCES").unwrap_or_default();
    let mut files = Vec::new();
    std::env::split_paths(&folders).for_each(|folder| nix_files(&folder, &mut files));
    let mut complaints = Vec::new();
    for file in &files {
        let Ok(text) = std::fs::read_to_string(file) else { continue };
        let found = undefined(&text).into_iter().chain(repeats(&text));
        complaints.extend(found.map(|it| format!("{}: {it}", file.display())));
    }
    println!("{} files", files.len());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
