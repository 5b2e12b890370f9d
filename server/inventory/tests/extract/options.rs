//! How options are declared.

use expect_test::expect;

use crate::support::{check, role};

#[test]
fn options_are_nested_by_their_names() {
    check(
        r#"{
            options.server.enable = lib.mkEnableOption "the server";
            options.server = { port = lib.mkOption { type = lib.types.port; }; };
        }"#,
        &expect![[r#"
              server.enable: boolean = false
              server.port: 16 bit unsigned integer; between 0 and 65535 (both inclusive), required
        "#]],
    );
}

#[test]
fn sets_of_options_are_put_together() {
    check(
        r#"let shared = { a = lib.mkOption { type = lib.types.str; }; };
           in { options = shared // { b = lib.mkOption { type = lib.types.int; default = 1; }; }; }"#,
        &expect![[r#"
              a: string, required
              b: signed integer = 1
        "#]],
    );
}

#[test]
fn names_of_lib_may_be_in_scope() {
    check(
        r#"with lib; { options.a = mkOption { type = with types; nullOr (listOf str); default = null; }; }"#,
        &expect![[r#"
              a: null or (list of string) = null
        "#]],
    );
}

#[test]
fn functions_may_make_options_and_types() {
    check(
        r#"let
             name = lib.types.strMatching "[a-z]+";
             flag = default: lib.mkOption { type = lib.types.bool; inherit default; };
             named = lib.genAttrs [ "x" "y" ] (it: lib.mkOption { type = name; default = it; });
           in { options = { on = flag true; } // named; }"#,
        &expect![[r#"
              on: boolean = true
              x: string matching the pattern [a-z]+ = "x"
              y: string matching the pattern [a-z]+ = "y"
        "#]],
    );
}

#[test]
fn an_interface_is_a_function_with_imports() {
    check(
        r#"{ lib, meta, ... }: {
             imports = [ ({ lib, ... }: { options.a = lib.mkOption { type = lib.types.str; }; }) ];
             options.domain = lib.mkOption { type = lib.types.str; default = meta.domain; };
           }"#,
        &expect![[r#"
              a: string, required
              domain: string = meta.domain
        "#]],
    );
}

#[test]
fn options_may_be_declared_twice() {
    check(
        r#"{
             imports = [ { options.a = lib.mkOption { default = 1; }; } ];
             options.a = lib.mkOption { type = lib.types.int; };
           }"#,
        &expect![[r#"
              a: signed integer = 1
        "#]],
    );
}

#[test]
fn options_that_are_not_for_users_are_told_apart() {
    check(
        r#"{ options = {
             gone = clanLib.mkRemovedOption "gone" "It is not needed.";
             inner = lib.mkOption { type = lib.types.str; internal = true; };
             quiet = lib.mkOption { type = lib.types.str; visible = false; };
           }; }"#,
        &expect![[r#"
            gone: raw value = null, hidden
            inner: string, defaultless, hidden
            quiet: string, required, hidden
        "#]],
    );
}

#[test]
fn options_that_went_elsewhere_leave_the_interface_closed() {
    check(
        r#"{
             imports = [
               (lib.mkRemovedOptionModule [ "gone" ] "It is not needed.")
               (lib.mkRenamedOptionModule [ "keep" "old" ] [ "keep" "days" ])
               (lib.mkRenamedOptionModuleWith { from = [ "time" ]; to = [ "keep" "days" ]; sinceRelease = 2505; })
               (lib.mkAliasOptionModule [ "days" ] [ "keep" "days" ])
               (lib.mkChangedOptionModule [ "hours" ] [ "keep" "days" ] (config: config.hours / 24))
               (lib.mkMergedOptionModule [ [ "a" "x" ] [ "a" "y" ] ] [ "keep" "days" ] (config: 1))
               (lib.doRename { from = [ "age" ]; to = [ "keep" "days" ]; visible = false; warn = true; use = x: x; })
             ];
             options.keep.days = lib.mkOption { type = lib.types.int; };
           }"#,
        &expect![[r#"
            a.x: unspecified value = "_mkMergedOptionModule", hidden
            a.y: unspecified value = "_mkMergedOptionModule", hidden
            age: signed integer, defaultless, hidden
            days: signed integer, defaultless
            gone: unspecified value, defaultless, hidden
            hours: unspecified value = "_mkMergedOptionModule", hidden
            keep.days: signed integer, defaultless
            keep.old: signed integer, defaultless, hidden
            time: signed integer, defaultless, hidden
        "#]],
    );
}

#[test]
fn what_the_interface_sets_itself_is_not_required() {
    check(
        r#"{ config, options, ... }: {
             options = {
               a = lib.mkOption { type = lib.types.str; };
               b.c = lib.mkOption { type = lib.types.str; };
               d = lib.mkOption { type = lib.types.str; };
               on = lib.mkEnableOption "it";
               server = lib.mkOption {
                 default = { port = 80; };
                 type = lib.types.submodule { options = {
                   port = lib.mkOption { type = lib.types.port; };
                   host = lib.mkOption { type = lib.types.str; };
                 }; };
               };
             };
             config = lib.mkMerge [ { a = "x"; } { b = lib.mkIf config.on { c = lib.mkForce "y"; }; } ];
           }"#,
        &expect![[r#"
            a: string, defaultless
            b.c: string, defaultless
            d: string, required
            on: boolean = false
            server: submodule = {
            port = 80;
            }
            server.host: string, required
            server.port: 16 bit unsigned integer; between 0 and 65535 (both inclusive), defaultless
        "#]],
    );
}

#[test]
fn another_name_leads_to_where_it_is_spelled() {
    let role = role(r#"{ imports = [ (lib.mkRenamedOptionModule [ "old" ] [ "new" ]) ]; }"#);
    let option = role.options.first().unwrap();
    assert_eq!(option.description.as_deref(), Some("Alias of {option}`new`."));
    let at = std::ops::Range::<usize>::from(option.declared.first().unwrap().range);
    let module = r#"{ lib, clanLib, ... }: { roles.r.interface = { imports = [ (lib.mkRenamedOptionModule [ "old""#;
    assert_eq!(at, module.len() - 5..module.len());
}

#[test]
fn an_option_that_becomes_something_else_may_be_required() {
    check(
        r#"let option = apply: lib.mkOption { type = lib.types.str; inherit apply; }; in { options = {
             strict = option (lib.removeSuffix "/");
             same = option (x: x);
             part = option (x: x.part);
             also = option (x: if x == "" then "none" else x);
             constant = option (x: "always");
           }; }"#,
        &expect![[r#"
            also: string, required
            constant: string, defaultless
            part: string, required
            same: string, required
            strict: string, required
        "#]],
    );
}

#[test]
fn other_settings_may_be_allowed() {
    for allowed in [
        "{ freeformType = lib.types.attrs; }",
        "{ _module.freeformType = lib.types.attrs; }",
        "{ config._module.freeformType = lib.types.attrs; }",
    ] {
        assert!(role(allowed).freeform, "{allowed}");
    }
    assert!(!role("{ options.a = lib.mkOption { }; }").freeform);
}

#[test]
fn an_option_has_a_description_and_a_place() {
    let role = role(r#"{ options.port = lib.mkOption { description = lib.mdDoc "Where to."; }; }"#);
    let option = role.options.first().unwrap();
    assert_eq!(option.description.as_deref(), Some("Where to."));
    let module = "{ lib, clanLib, ... }: { roles.r.interface = { options.port";
    let at = std::ops::Range::<usize>::from(option.declared.first().unwrap().range);
    assert_eq!(at, module.len() - "port".len()..module.len());
}
