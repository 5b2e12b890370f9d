//! Lists.

use crate::builtins::{check, unknown};

#[test]
fn items() {
    check("[ (head [ 1 2 ]) (elemAt [ 1 2 ] 1) (length [ 1 2 ]) ]", "[ 1 2 2 ]");
    check("tail [ 1 2 ]", "[ 2 ]");
    check("head ([ 1 ] ++ [ nope.x ])", "1");
    unknown(&[
        "head [ ]",
        "tail [ ]",
        "elemAt [ 1 ] 1",
        "elemAt [ 1 ] (-1)",
        "length ([ 1 ] ++ nope.x)",
        "head (nope.x ++ [ 1 ])",
    ]);
}

#[test]
fn mapping_and_filtering() {
    check("map (x: x + 1) [ 1 2 ]", "[ 2 3 ]");
    check("filter (x: x > 1) ([ 1 2 ] ++ nope.x)", "[ 2 …? ]");
    check("filter (x: x == nope.x) [ 1 ]", "[ …? ]");
    check("concatMap (x: [ x x ]) [ 1 2 ]", "[ 1 1 2 2 ]");
    check("concatLists [ [ 1 ] nope.x [ 2 ] ]", "[ 1 2 …? ]");
    check("(partition (x: x > 1) [ 1 2 3 ]).right", "[ 2 3 ]");
    check("genList (x: x * x) 3", "[ 0 1 4 ]");
    unknown(&["genList (x: x) (-1)", "map (x: x) nope.x", "filter (x: throw \"x\") [ 1 ]"]);
}

#[test]
fn questions() {
    check("elem 2 [ 1 nope.x 2 ]", "true");
    check("any (x: x) [ nope.x true ]", "true");
    check("all (x: x) ([ false ] ++ nope.x)", "false");
    unknown(&[
        "elem 2 ([ 1 ] ++ nope.x)",
        "any (x: x) [ nope.x false ]",
        "all (x: x) [ true nope.x ]",
    ]);
}

#[test]
fn folding() {
    check("foldl' (s: x: s + x) 0 [ 1 2 3 ]", "6");
    check(
        "foldl' (s: x: s // x) { } [ { a = 1; } nope.x { b = 2; } ]",
        "{ a = ?(this builtin is not followed); b = 2; …? }",
    );
    check("foldl' (s: x: x) (throw \"x\") [ 1 ]", "1");
    unknown(&[
        "foldl' (s: x: if x == 1 then throw \"x\" else x) 0 [ 1 2 ]",
        "foldl' (s: x: x) 0 nope.x",
    ]);
}

#[test]
fn sorting_keeps_the_order_of_equals() {
    check("sort lessThan [ 3 1 2 ]", "[ 1 2 3 ]");
    check(
        "map (x: x.b) (sort (x: y: x.a < y.a) [ { a = 1; b = 1; } { a = 0; b = 2; } { a = 1; b = 3; } ])",
        "[ 2 1 3 ]",
    );
    unknown(&[
        "sort lessThan [ 1 nope.x ]",
        "sort lessThan ([ 1 ] ++ nope.x)",
        "sort lessThan [ 1 \"a\" ]",
    ]);
}

#[test]
fn an_order_that_contradicts_itself_is_not_followed() {
    check("sort (x: y: x <= y) [ 2 1 ]", "[ 1 2 ]");
    unknown(&[
        "sort (x: y: true) [ 1 2 ]",
        "sort (x: y: x <= y) [ 1 2 1 ]",
        "sort (x: y: x == 1 && y == 2) [ 2 3 1 ]",
    ]);
}

#[test]
fn grouping() {
    check("groupBy (x: if x > 1 then \"b\" else \"a\") [ 2 1 3 ]", "{ a = [ 1 ]; b = [ 2 3 ]; }");
    check(
        "map (x: x.key) (genericClosure { startSet = [ { key = 1; } ]; operator = x: if x.key > 3 then [ ] else [ { key = x.key * 2; } { key = 1; } ]; })",
        "[ 1 2 4 ]",
    );
    unknown(&[
        "groupBy (x: nope.x) [ 1 ]",
        "genericClosure { startSet = nope.x; operator = x: [ ]; }",
    ]);
}
