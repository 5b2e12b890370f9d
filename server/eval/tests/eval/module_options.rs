//! `options` as modules read it, and modules that say where an option went. What is expected here is
//! what nixpkgs' module system comes to.

use std::path::Path;

use eval::{Context, Definitions, Evaluator, OptionPath};

use crate::support::{Memory, show};

/// What an expression comes to in a module beside others, which see `lib`.
#[track_caller]
fn check(modules: &str, expression: &str, expected: &str) {
    let text = format!(
        "{{ lib, config, options, ... }}: {{ imports = [ {modules} ]; config.seen = {expression}; }}"
    );
    let memory = Memory::new(&[("/main.nix", &text)]);
    let mut ev = Evaluator::new(&memory);
    let main = ev.import(Path::new("/main.nix"), None);
    let found = ev.submodule(&Definitions::of(main), &OptionPath::ROOT, &Context::default());
    let seen = ev.children(&found, &OptionPath::ROOT).take("seen");
    let seen: Vec<String> = seen.items.iter().map(|seen| show(&mut ev, seen.value)).collect();
    assert_eq!(seen, [expected], "for {expression} among {modules}");
}

const PORT: &str = "{ options.net.port = lib.mkOption { type = lib.types.int; default = 80; }; }";

#[test]
fn an_option_says_what_is_declared_and_what_becomes_of_it() {
    check(PORT, "options.net.port.type.description", r#""signed integer""#);
    check(
        PORT,
        "with options.net.port; [ default isDefined highestPrio value ]",
        "[ 80 true 1500 80 ]",
    );
    let set = format!("{PORT} {{ config.net.port = lib.mkForce 22; }}");
    check(&set, "with options.net.port; [ definitions highestPrio value ]", "[ [ 22 ] 50 22 ]");
    let bare = "{ options.a = lib.mkOption { }; }";
    check(bare, "[ options.a.isDefined options.a.type.name ]", r#"[ false "unspecified" ]"#);
}

#[test]
fn other_modules_may_declare_more() {
    check(PORT, "options ? net.port", "true");
    check(PORT, "options ? warnings", "?(other modules may declare it)");
    check("./gone.nix", "options ? a.b", "?(`/gone.nix` can't be read: no such file)");
    check(PORT, "options.net.port.files", "?(this part of an option is not followed)");
}

#[test]
fn what_the_imports_depend_on_is_not_known_yet() {
    check(
        "(if options ? a then { } else { })",
        "options ? a",
        "?(`options` is asked for before the imports are known)",
    );
}

/// The option `new`, and `old` as another name of it.
const RENAMED: &str = r#"{ options.s.new = lib.mkOption { type = lib.types.int; }; }
    (lib.mkRenamedOptionModule [ "s" "old" ] [ "s" "new" ])"#;

#[test]
fn a_renamed_option_is_hidden_and_has_the_type_of_the_new_one() {
    check(
        RENAMED,
        "with options.s.old; [ visible type.description description isDefined ]",
        r#"[ false "signed integer" "Alias of {option}`s.new`." false ]"#,
    );
    check(RENAMED, "options.s.new.isDefined", "false");
    let alias = r#"(lib.mkAliasOptionModule [ "old" ] [ "net" "port" ])"#;
    check(
        &format!("{PORT} {alias}"),
        "with options.old; [ visible type.description (apply 3) ]",
        r#"[ true "signed integer" 80 ]"#,
    );
}

#[test]
fn definitions_of_a_renamed_option_are_those_of_the_new_one() {
    check(&format!("{RENAMED} {{ s.old = 3; }}"), "config.s.new", "3");
    check(
        &format!("{RENAMED} {{ s.old = lib.mkForce 3; }} {{ s.new = 4; }}"),
        "[ config.s.new options.s.new.highestPrio ]",
        "[ 3 50 ]",
    );
    let with = r#"(lib.mkRenamedOptionModuleWith { from = [ "old" ]; to = [ "net" "port" ]; sinceRelease = 2505; })"#;
    check(&format!("{PORT} {with} {{ old = 3; }}"), "config.net.port", "3");
    check(&format!("{PORT} {with}"), "config.net.port", "80");
}

#[test]
fn a_renamed_option_makes_no_entry_that_nobody_defines() {
    let entries = r#"{ options.set = lib.mkOption { type = lib.types.attrsOf (lib.types.attrsOf lib.types.int); }; }
        (lib.mkRenamedOptionModule [ "old" ] [ "set" "jon" "x" ])"#;
    check(entries, "options.set.isDefined", "false");
    check(&format!("{entries} {{ old = 1; }}"), "config.set.jon", "{ x = 1; …? }");
}

#[test]
fn a_rename_may_depend_on_more() {
    let rename = |settings: &str| {
        format!(
            r#"{PORT} (lib.doRename {{ from = [ "old" ]; to = [ "net" "port" ]; visible = true;
               warn = false; use = x: x + 1; {settings} }}) {{ old = lib.mkForce 3; }}"#
        )
    };
    check(&rename(""), "[ config.net.port (options.old.apply 0) ]", "[ 3 4 ]");
    check(&rename("condition = false;"), "config.net.port", "80");
    check(&rename("withPriority = false;"), "options.net.port.highestPrio", "100");
}

#[test]
fn a_removed_option_ends_whoever_reads_it() {
    let gone = r#"(lib.mkRemovedOptionModule [ "s" "old" ] "Use another.")"#;
    check(gone, "options.s.old.visible", "false");
    check(
        gone,
        "options.s.old.apply 1",
        "?(evaluation ends here: The option `s.old' can no longer be used since it's been removed. Use another.)",
    );
}

#[test]
fn an_option_may_be_made_of_others() {
    let changed = r#"{ options.new = lib.mkOption { type = lib.types.str; }; }
        (lib.mkChangedOptionModule [ "old" ] [ "new" ] (config: "v${toString config.old}"))"#;
    check(changed, "options.new.isDefined", "false");
    check(&format!("{changed} {{ old = 3; }}"), "config.new", r#""v3""#);
    let merged =
        r#"(lib.mkMergedOptionModule [ [ "a" "x" ] [ "a" "y" ] ] [ "new" ] (config: config.a.y))"#;
    check(&format!("{merged} {{ a.y = 3; }}"), "config.new", "3");
    check(
        merged,
        "[ options.a.x.visible options.a.y.default ]",
        r#"[ false "_mkMergedOptionModule" ]"#,
    );
}
