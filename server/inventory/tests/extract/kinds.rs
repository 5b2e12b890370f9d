//! Types, and the options that they bring along.

use expect_test::expect;

use crate::support::check;

#[test]
fn entries_and_items_have_options() {
    check(
        r#"let entry = lib.types.submodule { options.port = lib.mkOption { type = lib.types.port; }; };
           in { options.byName = lib.mkOption { type = lib.types.attrsOf entry; };
                options.many = lib.mkOption { type = lib.types.listOf entry; };
                options.one = lib.mkOption { type = entry; };
                options.perhaps = lib.mkOption { type = lib.types.nullOr entry; default = null; }; }"#,
        &expect![[r#"
              byName: attribute set of (submodule), required
              byName.<name>.port: 16 bit unsigned integer; between 0 and 65535 (both inclusive), required, conditional
              many: list of (submodule), required
              many.*.port: 16 bit unsigned integer; between 0 and 65535 (both inclusive), required, conditional
              one: submodule, required
              one.port: 16 bit unsigned integer; between 0 and 65535 (both inclusive), required
              perhaps: null or (submodule) = null
              perhaps.port: 16 bit unsigned integer; between 0 and 65535 (both inclusive), required, conditional
        "#]],
    );
}

#[test]
fn the_name_of_an_entry_is_an_argument() {
    check(
        r#"{ options.users = lib.mkOption { type = lib.types.attrsOf (lib.types.submodule (
               { name, config, ... }: { options = {
                 name = lib.mkOption { type = lib.types.str; default = name; };
                 home = lib.mkOption { type = lib.types.str; default = "/home/${config.name}"; };
               }; })); default = { }; }; }"#,
        &expect![[r#"
              users: attribute set of (submodule) = { }
              users.<name>.home: string = "/home/‹name›", conditional
              users.<name>.name: string = "‹name›", conditional
        "#]],
    );
}

#[test]
fn alternatives_bring_the_options_of_each() {
    check(
        r#"let entry = lib.types.submodule { options.a = lib.mkOption { type = lib.types.str; }; };
           in { options.short = lib.mkOption { type = lib.types.either lib.types.str entry; };
                options.coerced = lib.mkOption { type = lib.types.coercedTo lib.types.str (a: { inherit a; }) entry; };
                options.loose = lib.mkOption { type = lib.types.either lib.types.attrs entry; }; }"#,
        &expect![[r#"
              coerced: (submodule) or string convertible to it, required
              coerced.a: string, required
              loose: (attribute set) or (submodule), required
              loose.a: string, required, conditional
              short: string or (submodule), required
              short.a: string, required, conditional
              loose.…: a value of another type may stand here
        "#]],
    );
}

#[test]
fn tagged_alternatives_are_options() {
    check(
        r#"{ options.to = lib.mkOption { type = lib.types.attrTag {
               disk = lib.mkOption { type = lib.types.path; };
               host = lib.mkOption { type = lib.types.str; };
           }; }; }"#,
        &expect![[r#"
              to: attribute-tagged union with choices: disk, host, required
              to.disk: absolute path, required, conditional
              to.host: string, required, conditional
        "#]],
    );
}

#[test]
fn modules_are_values_without_options() {
    check(
        r#"{ options.extra = lib.mkOption { type = lib.types.deferredModule; default = { }; };
             options.any = lib.mkOption { type = lib.types.raw; };
             options.which = lib.mkOption { type = lib.types.enum [ "a" "b" ]; }; }"#,
        &expect![[r#"
              any: raw value, required
              extra: module = { }
              which: one of "a", "b", required
        "#]],
    );
}

#[test]
fn submodules_may_allow_other_settings() {
    check(
        r#"{ options.x = lib.mkOption { type = lib.types.attrsOf (lib.types.submodule {
               freeformType = lib.types.attrsOf lib.types.str;
               options.a = lib.mkOption { type = lib.types.str; };
           }); }; }"#,
        &expect![[r#"
              x: attribute set of (open submodule of attribute set of string), required
              x.<name>.a: string, required, conditional
              x.<name>: any other
        "#]],
    );
}

#[test]
fn submodules_are_given_special_arguments() {
    check(
        r#"{ options.x = lib.mkOption { type = lib.types.submoduleWith {
               specialArgs.port = 22;
               modules = [ ({ lib, port, ... }: { options.p = lib.mkOption { default = port; }; }) ];
           }; }; }"#,
        &expect![[r#"
              x: submodule, required
              x.p: unspecified value = 22
        "#]],
    );
}

#[test]
fn alternatives_with_one_name_agree_or_are_unknown() {
    check(
        r#"let
             entry = type: lib.types.submodule { options.a = lib.mkOption { inherit type; }; };
             optional = lib.types.submodule { options.a = lib.mkOption { type = lib.types.str; default = ""; }; };
           in { options.differ = lib.mkOption { type = lib.types.either (entry lib.types.str) (entry lib.types.int); };
                options.either = lib.mkOption { type = lib.types.either (entry lib.types.str) optional; }; }"#,
        &expect![[r#"
            differ: (submodule) or (submodule), required
            differ.a: ?, required, conditional
            either: (submodule) or (submodule), required
            either.a: string = "", conditional
            differ.a.…: its declarations are of different types
        "#]],
    );
}

#[test]
fn submodules_may_be_declared_in_pieces() {
    check(
        r#"let piece = options: { options.x = lib.mkOption { type = lib.types.submodule { inherit options; }; }; };
           in { imports = [
             (piece { a = lib.mkOption { type = lib.types.str; }; })
             (piece { a = lib.mkOption { default = "it"; }; b = lib.mkOption { type = lib.types.int; }; })
           ]; }"#,
        &expect![[r#"
            x: submodule, required
            x.a: string = "it"
            x.b: signed integer, required
        "#]],
    );
}
