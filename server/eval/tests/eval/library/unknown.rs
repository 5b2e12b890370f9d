//! What functions tell when not all is known: `what` is a name that nobody gives a value. They tell
//! what holds whatever that turns out to be.

use crate::library::support::{check, check_unknown};

#[test]
fn names_of_open_lists_and_sets_are_kept() {
    check(r#"lib.genAttrs ([ "jon" ] ++ what) (name: 1)"#, "{ jon = 1; …? }");
    check(r#"lib.genAttrs [ "jon" what ] (name: 1)"#, "{ jon = 1; …? }");
    check("lib.mapAttrs' lib.nameValuePair (what // { a = 1; })", "{ a = 1; …? }");
    check("lib.mapAttrsToList (name: value: name) (what // { a = 1; })", r#"[ "a" …? ]"#);
    check(
        "lib.concatMapAttrs (name: value: { ${name} = 1; }) (what // { a = 1; })",
        "{ a = 1; …? }",
    );
    check("lib.attrsToList (what // { a = 1; })", r#"[ { name = "a"; value = 1; } …? ]"#);
    check("lib.mapAttrsRecursive (path: value: 1) (what // { a = 2; })", "{ a = 1; …? }");
}

#[test]
fn what_may_be_filtered_out_is_not_told() {
    check(
        "lib.filterAttrs (name: value: value) { a = true; b = what; c = false; }",
        "{ a = true; …? }",
    );
    check(
        "lib.filterAttrsRecursive (name: value: value != 1) { a = what; b = 2; }",
        "{ b = 2; …? }",
    );
    check("lib.remove what [ 1 2 ]", "[ …? ]");
    check("lib.remove 1 [ 1 2 what ]", "[ 2 …? ]");
    check("lib.subtractLists [ 1 what ] [ 1 2 ]", "[ …? ]");
    check("lib.intersectLists [ 1 what ] [ 1 2 ]", "[ 1 …? ]");
    check("lib.unique [ 1 what 1 2 ]", "[ 1 2 …? ]");
    check("lib.ifilter0 (number: item: item) [ true what ]", "[ true …? ]");
}

#[test]
fn conditions_that_are_not_known() {
    check("lib.optional what 1", "[ …? ]");
    check("[ 1 ] ++ lib.optionals what [ 2 ]", "[ 1 …? ]");
    check("lib.optionalAttrs what { a = 1; }", "{ …? }");
    check(
        "{ a = 1; } // lib.optionalAttrs (!what) { b = 1; }",
        "{ a = ?(`what` is not known here); …? }",
    );
    check_unknown(r#"lib.optionalString what "a""#);
}

#[test]
fn sets_that_something_unknown_may_override() {
    check(
        "lib.mergeAttrsList [ { a = 1; } what { b = 2; } ]",
        "{ a = ?(`what` is not known here); b = 2; …? }",
    );
    check(
        "lib.recursiveUpdate { a.b = 1; c = 2; } { a = what; }",
        "{ a = ?(`what` is not known here); c = 2; }",
    );
    check("lib.recursiveUpdate { a = what; } { a.b = 1; }", "{ a = { b = 1; …? }; }");
    check("lib.recursiveUpdate what { a.b = 1; c = 2; }", "{ a = { b = 1; …? }; c = 2; …? }");
    check("lib.recursiveUpdate { a = 1; } what", "{ a = ?(`what` is not known here); …? }");
    check("lib.overrideExisting { a = 1; } (what // { a = 2; })", "{ a = 2; }");
    check("lib.overrideExisting { a = 1; } what", "{ a = ?(`what` is not known here); }");
    check_unknown("lib.recursiveUpdate what what");
}

#[test]
fn paths_into_open_sets() {
    check("lib.attrByPath [ \"a\" ] 0 (what // { a = 1; })", "1");
    check_unknown("lib.attrByPath [ \"b\" ] 0 (what // { a = 1; })");
    check("lib.hasAttrByPath [ \"a\" ] { a = what; }", "true");
    check_unknown("lib.hasAttrByPath [ \"a\" \"b\" ] { a = what; }");
    check("lib.matchAttrs { a = 1; b = 2; } { a = what; b = 3; }", "false");
    check_unknown("lib.matchAttrs { a = 1; b = 2; } { a = what; b = 2; }");
}

#[test]
fn items_that_decide_whatever_the_others_are() {
    check(r#"lib.findSingle (x: x == 1) "none" "many" [ 1 what 1 ]"#, r#""many""#);
    check_unknown(r#"lib.findSingle (x: x == 1) "none" "many" [ 1 what ]"#);
    check("lib.findFirst (x: x == 1) 0 [ 1 what ]", "1");
    check_unknown("lib.findFirst (x: x == 1) 0 [ what 1 ]");
    check("lib.allUnique [ 1 what 1 ]", "false");
    check_unknown("lib.allUnique [ 1 what ]");
    check("lib.mutuallyExclusive [ 1 what ] [ 1 ]", "false");
    check_unknown("lib.mutuallyExclusive [ 1 what ] [ 2 ]");
}

#[test]
fn places_in_open_lists_are_not_known() {
    for call in ["take 1", "drop 1", "last", "init", "imap0 (n: x: x)", "zipLists [ 1 ]"] {
        check_unknown(&format!("lib.{call} ([ 1 2 ] ++ what)"));
    }
    check("lib.reverseList ([ 1 2 ] ++ what)", "[ 2 1 …? ]");
    check("lib.flatten [ 1 [ 2 ] what ]", "[ 1 2 …? ]");
}

#[test]
fn folds_need_every_item_but_not_every_step() {
    check_unknown("lib.foldr (a: b: a + b) 0 ([ 1 ] ++ what)");
    check(
        "lib.foldl' (a: b: a // b) { } [ { a = 1; } what ]",
        "{ a = ?(`what` is not known here); …? }",
    );
    check("lib.foldr (a: b: a // b) { } [ what { a = 1; } ]", "{ a = 1; …? }");
    check("lib.collect lib.isInt (what // { a = 1; b.c = 2; })", "[ 1 2 …? ]");
}

#[test]
fn strings_are_known_whole_or_not_at_all() {
    check_unknown(r#"lib.concatStringsSep "," [ "a" what ]"#);
    check_unknown(r#"lib.concatMapStrings (x: x) ([ "a" ] ++ what)"#);
    check_unknown(r#"lib.splitString "." what"#);
    check(r#"lib.length (lib.stringToCharacters "ä")"#, "2");
    check_unknown(r#"lib.head (lib.stringToCharacters "ä")"#);
}

#[test]
fn paths_in_the_store_have_other_names() {
    check("lib.hasSuffix \".nix\" ./clan.nix", "true");
    check_unknown("lib.hasPrefix \"/nix\" ./clan.nix");
    check_unknown("lib.removeSuffix \".nix\" ./clan.nix");
    check_unknown("lib.hasInfix ./clan.nix \"/clan.nix\"");
    check("lib.removeSuffix \".nix\" (toString ./clan.nix)", r#""/clan""#);
}

#[test]
fn wrapped_definitions_keep_what_they_wrap() {
    check(
        "lib.mkIf what { a = 1; }",
        r#"{ _type = "if"; condition = ?(`what` is not known here); content = { a = 1; }; }"#,
    );
    check("lib.throwIf what \"no\" 1", "1");
    check("lib.warnIf what \"no\" 1", "1");
    check_unknown("lib.throwIf true \"no\" 1");
}

#[test]
fn functions_that_we_do_not_have() {
    check_unknown("lib.somethingNew 1");
    check_unknown("lib.evalModules { modules = [ ]; }");
    check_unknown("lib.types.somethingNew");
    check("(lib.extend (final: prev: { mine = 1; })).mine", "1");
    check_unknown("(lib.extend (final: prev: { mine = 1; })).somethingNew");
}

#[test]
fn types_of_unknown_types() {
    check_unknown("(lib.types.nullOr what).description");
    check("(lib.types.nullOr what).name", r#""nullOr""#);
    check("(lib.types.nullOr what).check null", "true");
    check("(lib.types.either lib.types.str what).check \"a\"", "true");
    check_unknown("(lib.types.either lib.types.str what).check 1");
    check_unknown("(lib.types.submodule what).description");
    check_unknown("(lib.types.submodule { imports = [ what ]; }).description");
    check_unknown("(lib.types.enum [ \"a\" what ]).check \"b\"");
    check("(lib.types.enum [ \"a\" what ]).check \"a\"", "true");
    check_unknown("lib.types.pathInStore.check ./a");
}

#[test]
fn what_goes_on_for_ever_is_unknown() {
    check("lib.attrNames (lib.fix (self: { a = self.a; }))", r#"[ "a" ]"#);
    check_unknown("lib.fix (self: self)");
    check_unknown("lib.converge (x: x + 1) 0");
    check_unknown("lib.range 0 9999999999");
    check_unknown("lib.strings.replicate 9999999999 \"a\"");
    check("lib.flatten (let a = [ a ]; in a)", "[ …? ]");
    check("lib.collect lib.isInt (let a = { b = a; }; in a)", "[ …? ]");
    check_unknown("lib.toBaseDigits 1 5");
    check_unknown("lib.mod 1 0");
}
