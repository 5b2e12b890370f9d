//! `lib.modules` and `lib.options`. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn wrapped_definitions() {
    check(
        r#"lib.mkIf false { a = throw "nobody asks"; } // { content = 1; }"#,
        r#"{ _type = "if"; condition = false; content = 1; }"#,
    );
    check("lib.mkMerge [ 1 2 ]", r#"{ _type = "merge"; contents = [ 1 2 ]; }"#);
    check("lib.mkOverride 7 1", r#"{ _type = "override"; priority = 7; content = 1; }"#);
    check("lib.mkForce 1", r#"{ _type = "override"; priority = 50; content = 1; }"#);
    check("lib.mkDefault 1", r#"{ _type = "override"; priority = 1000; content = 1; }"#);
    check("lib.mkOptionDefault 1", r#"{ _type = "override"; priority = 1500; content = 1; }"#);
    check("lib.mkImageMediaOverride 1", r#"{ _type = "override"; priority = 60; content = 1; }"#);
    check("lib.mkVMOverride 1", r#"{ _type = "override"; priority = 10; content = 1; }"#);
    check("lib.mkOrder 7 [ ]", r#"{ _type = "order"; priority = 7; content = [  ]; }"#);
    check("lib.mkBefore [ ]", r#"{ _type = "order"; priority = 500; content = [  ]; }"#);
    check("lib.mkAfter [ ]", r#"{ _type = "order"; priority = 1500; content = [  ]; }"#);
    check(r#"lib.mkAssert true "no" 1"#, r#"{ _type = "if"; condition = true; content = 1; }"#);
    check("lib.mkFixStrictness 1", "1");
    check(
        r#"lib.mkDefinition { file = "a.nix"; value = 1; }"#,
        r#"{ file = "a.nix"; value = 1; _type = "definition"; }"#,
    );
    check(
        "lib.mkAliasDefinitions { isDefined = true; definitions = [ 1 ]; }",
        r#"{ _type = "if"; condition = true; content = { _type = "merge"; contents = [ 1 ]; }; }"#,
    );
    check(
        "lib.mkAliasAndWrapDefinitions (value: { inner = value; }) { isDefined = false; definitions = [ ]; }",
        r#"{ _type = "if"; condition = false; content = { inner = { _type = "merge"; contents = [  ]; }; }; }"#,
    );
    check(
        "lib.mkDerivedConfig { highestPrio = 7; value = 1; } (value: value + 1)",
        r#"{ _type = "override"; priority = 7; content = 2; }"#,
    );
    check(
        "lib.mkDerivedConfig { value = 1; } (value: value + 1)",
        r#"{ _type = "override"; priority = 100; content = 2; }"#,
    );
    check(
        r#"lib.setDefaultModuleLocation "a.nix" { b = 1; }"#,
        r#"{ _file = "a.nix"; imports = [ { b = 1; } ]; }"#,
    );
}

#[test]
fn options() {
    check("lib.mkOption { default = 1; }", r#"{ default = 1; _type = "option"; }"#);
    check(
        r#"removeAttrs (lib.mkEnableOption "backups") [ "type" ]"#,
        r#"{ _type = "option"; default = false; description = "Whether to enable backups."; example = true; }"#,
    );
    check(r#"(lib.mkEnableOption "backups").type.description"#, r#""boolean""#);
    check(
        r#"(lib.mkPackageOption { tools.saw = 1; } "saw" { default = [ "tools" "saw" ]; }).default"#,
        "1",
    );
    check(
        r#"(lib.mkPackageOption { tools.saw = 1; } "saw" { default = [ "tools" "saw" ]; }).defaultText.text"#,
        r#""pkgs.tools.saw""#,
    );
    check(
        r#"(lib.mkPackageOption { } "saw" { nullable = true; extraDescription = "It cuts."; }).description"#,
        r#""The saw package to use. It cuts.""#,
    );
    check(
        r#"(lib.mkPackageOption { } "saw" { nullable = true; }).type.description"#,
        r#""null or package""#,
    );
    check(
        r#"removeAttrs (lib.mkPackageOption { } "saw" { default = null; nullable = true; example = [ "x" "y z" ]; }) [ "type" ]"#,
        r#"{ _type = "option"; default = null; description = "The saw package to use."; example = { _type = "literalExpression"; text = "pkgs.x.\"y z\""; }; }"#,
    );
    check("(lib.mkSinkUndeclaredOptions { }).type.name", r#""sink""#);
    check(
        r#"lib.literalExpression "pkgs.saw""#,
        r#"{ _type = "literalExpression"; text = "pkgs.saw"; }"#,
    );
    check(r#"lib.literalMD "*saw*""#, r#"{ _type = "literalMD"; text = "*saw*"; }"#);
    check("lib.isOption (lib.mkOption { })", "true");
    check("lib.isOption { }", "false");
    check(r#"lib.showOption [ "services" "a.b" "<name>" "*" ]"#, r#""services.\"a.b\".<name>.*""#);
    check(r#"lib.showFiles [ "a.nix" "b.nix" ]"#, r#""`a.nix' and `b.nix'""#);
    check(r#"lib.getValues [ { value = 1; file = "a"; } ]"#, "[ 1 ]");
    check(r#"lib.getFiles [ { value = 1; file = "a"; } ]"#, r#"[ "a" ]"#);
}
