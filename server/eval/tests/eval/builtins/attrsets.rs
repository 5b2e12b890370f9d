//! Sets.

use crate::builtins::{check, unknown};

#[test]
fn names_and_values_come_in_the_order_of_the_names() {
    check("attrNames { b = 1; a = 2; }", r#"[ "a" "b" ]"#);
    check("attrValues { b = 1; a = 2; }", "[ 2 1 ]");
    check("attrNames ({ b = 1; a = 2; } // nope.x)", r#"[ "a" "b" …? ]"#);
    check("mapAttrs (n: v: n + v) { b = \"1\"; }", r#"{ b = "b1"; }"#);
    unknown(&["attrNames nope.x", "attrNames 1"]);
}

#[test]
fn single_attributes() {
    check("[ (hasAttr \"a\" { a = 1; }) (hasAttr \"b\" { a = 1; }) ]", "[ true false ]");
    check("getAttr \"a\" ({ b = 1; } // { a = 2; })", "2");
    check("hasAttr \"a\" ({ a = 1; } // nope.x)", "true");
    unknown(&["hasAttr \"b\" ({ a = 1; } // nope.x)", "getAttr \"b\" { }", "hasAttr nope.x { }"]);
}

#[test]
fn of_pairs_with_one_name_the_first_counts() {
    check(
        "listToAttrs [ { name = \"a\"; value = 1; } { name = \"a\"; value = 2; } ]",
        "{ a = 1; }",
    );
    check("listToAttrs [ { name = \"a\"; value = 1; } nope.x ]", "{ a = 1; …? }");
    check(
        "listToAttrs [ nope.x { name = \"a\"; value = 1; } ]",
        "{ a = ?(this builtin is not followed); …? }",
    );
    check(
        "listToAttrs ([ { name = \"a\"; value = 1; } ] ++ nope.x)",
        "{ a = ?(this builtin is not followed); …? }",
    );
    unknown(&["listToAttrs [ (throw \"x\") ]", "listToAttrs nope.x"]);
}

#[test]
fn choosing_attributes() {
    check("removeAttrs { a = 1; b = 2; } [ \"a\" \"c\" ]", "{ b = 2; }");
    check("intersectAttrs { a = 1; } { a = 2; b = 3; }", "{ a = 2; }");
    check("intersectAttrs ({ a = 1; } // nope.x) { a = 2; b = 3; }", "{ a = 2; …? }");
    check("catAttrs \"a\" [ { a = 1; } { } { a = 2; } nope.x ]", "[ 1 2 …? ]");
    unknown(&["removeAttrs { a = 1; } [ nope.x ]", "intersectAttrs { } nope.x"]);
}

#[test]
fn zipping() {
    check("zipAttrsWith (n: v: v) [ { a = 1; } { b = 2; a = 3; } ]", "{ a = [ 1 3 ]; b = [ 2 ]; }");
    unknown(&["zipAttrsWith (n: v: v) [ { a = 1; } nope.x ]", "zipAttrsWith (n: v: v) nope.x"]);
}

#[test]
fn arguments_of_functions() {
    check("functionArgs ({ a, b ? 1 }: a)", "{ a = false; b = true; }");
    check("[ (functionArgs (x: x)) (functionArgs map) ]", "[ {  } {  } ]");
    unknown(&["functionArgs 1", "functionArgs { __functor = s: x: x; }", "functionArgs nope.x"]);
}

#[test]
fn a_name_in_whose_making_evaluation_ends_ends_the_set() {
    check("(tryEval { ${throw \"x\"} = 1; a = 2; }).success", "false");
}
