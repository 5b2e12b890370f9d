//! `lib.attrsets`. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn attributes_by_path() {
    check(r#"lib.attrByPath [ "jon" "tags" ] [ ] { jon.tags = [ "laptop" ]; }"#, r#"[ "laptop" ]"#);
    check(r#"lib.attrByPath [ "jon" "tags" ] "none" { jon = "not a set"; }"#, r#""none""#);
    check(r#"lib.hasAttrByPath [ "jon" "tags" ] { jon.tags = throw "nobody asks"; }"#, "true");
    check(r#"lib.hasAttrByPath [ "jon" "tags" ] { jon = { }; }"#, "false");
    check("lib.hasAttrByPath [ ] 1", "true");
    check(r#"lib.getAttrFromPath [ "a" "b" ] { a.b = 3; }"#, "3");
    check(
        r#"lib.setAttrByPath [ "roles" "server" ] { tags = [ ]; }"#,
        "{ roles = { server = { tags = [  ]; }; }; }",
    );
    check("lib.setAttrByPath [ ] 3", "3");
    check(r#"lib.attrsets.longestValidPathPrefix [ "a" "b" "c" ] { a.b = 1; }"#, r#"[ "a" "b" ]"#);
    check(r#"lib.attrsets.longestValidPathPrefix [ "z" ] { }"#, "[  ]");
    check(r#"lib.showAttrPath [ "jon" "2nd" "if" "a-b" ]"#, r#""jon.\"2nd\".\"if\".a-b""#);
    check("lib.showAttrPath [ ]", r#""<root attribute path>""#);
}

#[test]
fn chosen_attributes() {
    check(r#"lib.attrVals [ "b" "a" ] { a = 1; b = 2; c = 3; }"#, "[ 2 1 ]");
    check(r#"lib.getAttrs [ "b" "a" ] { a = 1; b = 2; c = 3; }"#, "{ b = 2; a = 1; }");
    check(
        "lib.filterAttrs (name: machine: machine.on) { jon.on = true; sara.on = false; }",
        "{ jon = { on = true; }; }",
    );
    check(
        "lib.filterAttrsRecursive (name: value: value != null) { a = null; b = { c = null; d = 1; }; }",
        "{ b = { d = 1; }; }",
    );
    check(r#"lib.catAttrs "a" [ { a = 1; } { } { a = 2; } ]"#, "[ 1 2 ]");
    check("lib.overrideExisting { a = 1; b = 2; } { b = 3; c = 4; }", "{ a = 1; b = 3; }");
    check("lib.matchAttrs { a.b = 1; } { a = { b = 1; c = 2; }; }", "true");
    check("lib.matchAttrs { a.b = 1; } { a = 1; }", "false");
    check("lib.matchAttrs { a = { }; } { }", "false");
}

#[test]
fn sets_of_names() {
    check(
        r#"lib.genAttrs [ "jon" "sara" "jon" ] (name: "${name}.local")"#,
        r#"{ jon = "jon.local"; sara = "sara.local"; }"#,
    );
    check(
        r#"lib.genAttrs' [ 1 2 ] (number: lib.nameValuePair "m${toString number}" number)"#,
        "{ m1 = 1; m2 = 2; }",
    );
    check(
        r#"lib.mapAttrs' (name: value: lib.nameValuePair "${name}-x" (value + 1)) { a = 1; b = 2; }"#,
        "{ a-x = 2; b-x = 3; }",
    );
    check(
        r#"lib.mapAttrs' (name: value: lib.nameValuePair "same" value) { b = 2; a = 1; }"#,
        "{ same = 1; }",
    );
    check(
        r#"lib.concatMapAttrs (name: value: { ${name} = value; "${name}2" = value; }) { a = 1; b = 2; }"#,
        "{ a = 1; a2 = 1; b = 2; b2 = 2; }",
    );
    check(
        "lib.concatMapAttrs (name: value: { same = name; }) { b = 2; a = 1; }",
        r#"{ same = "b"; }"#,
    );
    check(r#"lib.nameValuePair "a" 1"#, r#"{ name = "a"; value = 1; }"#);
    check(
        "lib.attrsToList { b = 1; a = 2; }",
        r#"[ { name = "a"; value = 2; } { name = "b"; value = 1; } ]"#,
    );
    check(
        r#"lib.mapAttrsToList (name: value: "${name}=${value}") { b = "1"; a = "2"; }"#,
        r#"[ "a=2" "b=1" ]"#,
    );
}

#[test]
fn folds_over_sets() {
    check("lib.foldlAttrs (sum: name: value: sum + value) 0 { a = 1; b = 2; }", "3");
    check(
        "lib.foldlAttrs (names: name: value: names ++ [ name ]) [ ] { b = 2; a = 1; }",
        r#"[ "a" "b" ]"#,
    );
    check(
        "lib.foldAttrs (item: rest: [ item ] ++ rest) [ ] [ { a = 1; } { a = 2; b = 3; } ]",
        "{ a = [ 1 2 ]; b = [ 3 ]; }",
    );
    check("lib.collect lib.isList { b = [ 1 ]; a.c = [ 2 ]; d = 3; }", "[ [ 2 ] [ 1 ] ]");
    check("lib.collect lib.isInt 7", "[ 7 ]");
}

#[test]
fn sets_of_sets() {
    check(
        r#"lib.mapAttrsRecursive (path: value: "${lib.concatStringsSep "." path}=${toString value}") { a = { b = 1; }; c = 2; }"#,
        r#"{ a = { b = "a.b=1"; }; c = "c=2"; }"#,
    );
    check(
        "lib.mapAttrsRecursiveCond (set: !set ? stop) (path: value: path) { a.stop = true; b.c = 1; }",
        r#"{ a = [ "a" ]; b = { c = [ "b" "c" ]; }; }"#,
    );
    check(
        "lib.mapAttrsToListRecursive (path: value: path) { a = { b = 1; }; c = 2; }",
        r#"[ [ "a" "b" ] [ "c" ] ]"#,
    );
    check(
        r#"lib.mapAttrsToListRecursiveCond (path: set: path != [ "a" ]) (path: value: path) { a = { b = 1; }; c.d = 2; }"#,
        r#"[ [ "a" ] [ "c" "d" ] ]"#,
    );
    check(
        r#"lib.updateManyAttrsByPath [ { path = [ "a" "b" ]; update = old: old + 1; } { path = [ "c" "d" ]; update = old: "new"; } ] { a.b = 1; a.x = 2; }"#,
        r#"{ a = { b = 2; x = 2; }; c = { d = "new"; }; }"#,
    );
    check(
        r#"lib.updateManyAttrsByPath [ { path = [ "a" ]; update = old: old * 10; } { path = [ "a" ]; update = old: old + 1; } ] { a = 1; }"#,
        "{ a = 11; }",
    );
}

#[test]
fn sets_in_one() {
    check(
        r#"lib.recursiveUpdate { jon = { tags = [ "a" ]; on = true; }; } { jon.tags = [ "b" ]; sara = { }; }"#,
        r#"{ jon = { tags = [ "b" ]; on = true; }; sara = {  }; }"#,
    );
    check(
        "lib.recursiveUpdate { a = 1; b.c = 2; } { a.x = 2; b = 3; }",
        "{ a = { x = 2; }; b = 3; }",
    );
    check(
        r#"lib.recursiveUpdateUntil (path: left: right: path == [ "a" ]) { a.x = 1; } { a.y = 2; b = 3; }"#,
        "{ a = { y = 2; }; b = 3; }",
    );
    check(
        "lib.mergeAttrsList [ { a = 1; b = 1; } { b = 2; } { c = 3; } ]",
        "{ a = 1; b = 2; c = 3; }",
    );
    check("lib.mergeAttrsList [ ]", "{  }");
    check("lib.attrsets.unionOfDisjoint { a = 1; } { b = 2; }", "{ a = 1; b = 2; }");
    check("lib.recurseIntoAttrs { a = 1; }", "{ a = 1; recurseForDerivations = true; }");
    check("lib.dontRecurseIntoAttrs { a = 1; }", "{ a = 1; recurseForDerivations = false; }");
    check("lib.zipAttrs [ { a = 1; } { a = 2; b = 3; } ]", "{ a = [ 1 2 ]; b = [ 3 ]; }");
    check(
        r#"lib.zipAttrsWithNames [ "a" ] (name: values: [ name values ]) [ { a = 1; } { a = 2; b = 3; } ]"#,
        r#"{ a = [ "a" [ 1 2 ] ]; }"#,
    );
}

#[test]
fn choices_of_items() {
    check(
        "lib.cartesianProduct { a = [ 1 2 ]; b = [ 3 4 ]; }",
        "[ { a = 1; b = 3; } { a = 1; b = 4; } { a = 2; b = 3; } { a = 2; b = 4; } ]",
    );
    check("lib.cartesianProduct { a = [ 1 ]; b = [ ]; }", "[  ]");
    check(
        "lib.mapCartesianProduct (choice: choice.a + choice.b) { a = [ 1 2 ]; b = [ 10 20 ]; }",
        "[ 11 21 12 22 ]",
    );
}

#[test]
fn conditions_and_packages() {
    check("lib.optionalAttrs true { a = 1; }", "{ a = 1; }");
    check(r#"lib.optionalAttrs false (throw "nobody asks")"#, "{  }");
    check(r#"lib.isDerivation { type = "derivation"; }"#, "true");
    check(r#"lib.isDerivation { type = "other"; }"#, "false");
    check("lib.isDerivation 1", "false");
}
