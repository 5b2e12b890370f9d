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
              inner: string, hidden
              quiet: string, required, hidden
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
