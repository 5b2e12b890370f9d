//! What can't be told is open, and says why.

use expect_test::expect;

use crate::support::{check, check_service};

#[test]
fn a_type_of_an_unknown_function_is_unknown() {
    check(
        r#"{ options.a = lib.mkOption { type = lib.types.fancy 3; default = 1; };
             options.b = lib.mkOption { type = lib.types.listOf (lib.types.fancy 3); }; }"#,
        &expect![[r#"
            a: ? = 1
            b: ?, defaultless
            a.…: this function of `lib` is not followed
            b.…: this function of `lib` is not followed
        "#]],
    );
}

#[test]
fn an_option_of_an_unknown_function_is_there() {
    check(
        r#"{ inputs, ... }: { options.a = inputs.other.mkFancyOption "a"; options.b = lib.mkOption { }; }"#,
        &expect![[r#"
            a: ?, defaultless
            b: unspecified value, required
            a.…: `inputs` is not known here: it is an argument that Clan gives to interfaces
        "#]],
    );
}

#[test]
fn unknown_options_leave_their_set_open() {
    check(
        r#"{ inputs, ... }: { options.net = inputs.other.options // { b = lib.mkOption { }; }; options.c = lib.mkOption { }; }"#,
        &expect![[r#"
              c: unspecified value, required
              net.b: unspecified value, required
              net.…: `inputs` is not known here: it is an argument that Clan gives to interfaces
        "#]],
    );
}

#[test]
fn unknown_imports_leave_the_interface_open() {
    check(
        r#"{ imports = [ ./gone.nix ]; options.a = lib.mkOption { type = lib.types.str; }; }"#,
        &expect![[r#"
            a: string, defaultless
            …: `/gone.nix` can't be read: no such file
        "#]],
    );
}

#[test]
fn an_unknown_interface_is_open() {
    check(
        "./gone.nix",
        &expect![[r#"
              …: `/gone.nix` can't be read: no such file
        "#]],
    );
    check(
        "lib.fancyInterface { }",
        &expect![[r#"
              …: this function of `lib` is not followed
        "#]],
    );
    check(
        "17",
        &expect![[r#"
              …: something stands here that is no module
        "#]],
    );
}

#[test]
fn what_is_added_to_an_option_may_be_its_default() {
    check(
        r#"{ inputs, ... }: { options.a = lib.mkOption ({ type = lib.types.str; } // inputs.other.extra); }"#,
        &expect![[r#"
            a: ?, defaultless
            a.…: `inputs` is not known here: it is an argument that Clan gives to interfaces
        "#]],
    );
}

#[test]
fn an_unknown_submodule_is_open() {
    check(
        r#"{ options.a = lib.mkOption { type = lib.types.attrsOf (lib.types.submodule ./gone.nix); }; }"#,
        &expect![[r#"
            a: ?, defaultless
            a.…: `/gone.nix` can't be read: no such file
            a.<name>.…: `/gone.nix` can't be read: no such file
        "#]],
    );
}

#[test]
fn unknown_roles_leave_the_service_open() {
    check_service(
        &[(
            "/module.nix",
            r#"{ lib, inputs, ... }: { manifest.name = "x"; roles = inputs.other.roles // { a = { }; }; }"#,
        )],
        &expect![[r#"
            x: 
              roles.…: `inputs` is not known here: it is an argument that Clan gives to services [inputs]
            role a: 
              …: `inputs` is not known here: it is an argument that Clan gives to services [inputs]
        "#]],
    );
}

#[test]
fn no_module_is_an_open_service() {
    check_service(
        &[("/module.nix", "17")],
        &expect![[r#"
        : 
          …: something stands here that is no module
    "#]],
    );
    check_service(
        &[("/module.nix", r#"throw "moved away""#)],
        &expect![[r#"
        : 
          …: evaluation ends here: moved away [throw "moved away"]
    "#]],
    );
    check_service(
        &[],
        &expect![[r#"
        : 
          …: `/module.nix` can't be read: no such file
    "#]],
    );
}

#[test]
fn half_written_text_loses_no_more_than_it_must() {
    check_service(
        &[(
            "/module.nix",
            "{ lib, ... }: {\n  manifest.name = \"x\";\n  roles.a.interface.options = {\n    p = lib.mkOption { type = lib.types.; };\n    q = lib.mkOption { type = lib.types.str; };\n  };\n}\n",
        )],
        &expect![[r#"
            x: 
            role a: 
              p: ?, defaultless
              q: string, required
              p.…: what stands here as a type is none
        "#]],
    );
}
