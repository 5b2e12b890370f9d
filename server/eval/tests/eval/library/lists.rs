//! `lib.lists`. What is expected here is what the real functions come to.

use crate::library::support::check;

#[test]
fn made_lists() {
    check("lib.singleton 1", "[ 1 ]");
    check("lib.toList 1", "[ 1 ]");
    check("lib.toList [ 1 ]", "[ 1 ]");
    check("lib.optional true 1", "[ 1 ]");
    check(r#"lib.optional false (throw "nobody asks")"#, "[  ]");
    check("lib.optionals true [ 1 2 ]", "[ 1 2 ]");
    check(r#"lib.optionals false (throw "nobody asks")"#, "[  ]");
    check("lib.range 2 5", "[ 2 3 4 5 ]");
    check("lib.range 5 2", "[  ]");
    check(r#"lib.replicate 3 "a""#, r#"[ "a" "a" "a" ]"#);
    check("lib.genList (number: number * number) 3", "[ 0 1 4 ]");
}

#[test]
fn mapped_lists() {
    check("lib.forEach [ 1 2 ] (number: number + 1)", "[ 2 3 ]");
    check(
        r#"lib.imap0 (number: name: "${name}${toString number}") [ "a" "b" ]"#,
        r#"[ "a0" "b1" ]"#,
    );
    check(
        r#"lib.imap1 (number: name: "${name}${toString number}") [ "a" "b" ]"#,
        r#"[ "a1" "b2" ]"#,
    );
    check("lib.concatMap (number: [ number number ]) [ 1 2 ]", "[ 1 1 2 2 ]");
    check("lib.flatten [ 1 [ 2 [ ] [ 3 ] ] ]", "[ 1 2 3 ]");
    check(r#"lib.flatten "a""#, r#"[ "a" ]"#);
    check("lib.reverseList [ 1 2 3 ]", "[ 3 2 1 ]");
    check(
        r#"lib.zipLists [ 1 2 3 ] [ "a" "b" ]"#,
        r#"[ { fst = 1; snd = "a"; } { fst = 2; snd = "b"; } ]"#,
    );
    check("lib.zipListsWith (a: b: a + b) [ 1 2 ] [ 10 20 30 ]", "[ 11 22 ]");
    check("lib.crossLists (a: b: a + b) [ [ 1 2 ] [ 10 20 ] ]", "[ 11 21 12 22 ]");
    check("lib.concatAttrValues { b = [ 3 ]; a = [ 1 2 ]; }", "[ 1 2 3 ]");
    check(r#"lib.replaceElemAt [ 1 2 3 ] 1 "b""#, r#"[ 1 "b" 3 ]"#);
}

#[test]
fn folds() {
    check(r#"lib.foldr (item: rest: "${item}(${rest})") "" [ "a" "b" ]"#, r#""a(b())""#);
    check(
        r#"lib.foldr (item: rest: if item == 2 then item else rest) 0 [ 1 2 (throw "nobody asks") ]"#,
        "2",
    );
    check(r#"lib.foldl (so_far: item: "(${so_far})${item}") "" [ "a" "b" ]"#, r#""(()a)b""#);
    check("lib.foldl' (sum: item: sum + item) 0 [ 1 2 3 ]", "6");
    check("lib.count (number: number > 1) [ 1 2 3 ]", "2");
    check(
        r#"lib.groupBy' (sum: item: sum + item) 0 (item: if item > 2 then "many" else "few") [ 1 2 3 4 ]"#,
        "{ few = 3; many = 7; }",
    );
}

#[test]
fn found_items() {
    check(r#"lib.findFirst (number: number > 1) 0 [ 1 2 (throw "nobody asks") ]"#, "2");
    check("lib.findFirst (number: number > 9) 0 [ 1 2 ]", "0");
    check("lib.lists.findFirstIndex (number: number > 1) null [ 1 2 3 ]", "1");
    check(r#"lib.findSingle (number: number > 1) "none" "many" [ 1 2 ]"#, "2");
    check(r#"lib.findSingle (number: number > 1) "none" "many" [ 1 2 3 ]"#, r#""many""#);
    check(r#"lib.findSingle (number: number > 9) "none" "many" [ 1 2 3 ]"#, r#""none""#);
    check(r#"lib.ifilter0 (number: name: number != 1) [ "a" "b" "c" ]"#, r#"[ "a" "c" ]"#);
    check("lib.remove 1 [ 1 2 1 ]", "[ 2 ]");
}

#[test]
fn pieces_of_lists() {
    check("lib.take 2 [ 1 2 3 ]", "[ 1 2 ]");
    check("lib.take 9 [ 1 ]", "[ 1 ]");
    check("lib.takeEnd 2 [ 1 2 3 ]", "[ 2 3 ]");
    check("lib.drop 2 [ 1 2 3 ]", "[ 3 ]");
    check("lib.dropEnd 2 [ 1 2 3 ]", "[ 1 ]");
    check("lib.sublist 1 2 [ 1 2 3 4 ]", "[ 2 3 ]");
    check("lib.sublist 9 2 [ 1 ]", "[  ]");
    check("lib.init [ 1 2 3 ]", "[ 1 2 ]");
    check("lib.last [ 1 2 3 ]", "3");
    check("lib.lists.hasPrefix [ 1 ] [ 1 2 ]", "true");
    check("lib.lists.hasPrefix [ 1 2 ] [ 1 ]", "false");
    check("lib.lists.removePrefix [ 1 ] [ 1 2 ]", "[ 2 ]");
    check("lib.lists.commonPrefix [ 1 2 3 ] [ 1 2 4 ]", "[ 1 2 ]");
}

#[test]
fn ordered_lists() {
    check("lib.sort (a: b: a > b) [ 1 3 2 ]", "[ 3 2 1 ]");
    check(
        r#"lib.sortOn (machine: machine.age) [ { age = 2; name = "a"; } { age = 1; name = "b"; } { age = 2; name = "c"; } ]"#,
        r#"[ { age = 1; name = "b"; } { age = 2; name = "a"; } { age = 2; name = "c"; } ]"#,
    );
    check(r#"lib.naturalSort [ "m10" "m9" "m1a" "m" ]"#, r#"[ "m" "m1a" "m9" "m10" ]"#);
    check("lib.compareLists lib.compare [ 1 2 ] [ 1 3 ]", "-1");
    check("lib.compareLists lib.compare [ 1 2 ] [ 1 ]", "1");
    check("lib.toposort (a: b: a < b) [ 3 1 2 ]", "{ result = [ 1 2 3 ]; }");
    check("lib.toposort (a: b: a != b) [ 1 2 ]", "{ cycle = [ 1 2 ]; loops = [ 1 ]; }");
    check(
        "lib.listDfs true (a: b: a < b) [ 3 1 2 ]",
        "{ minimal = 1; rest = [ 2 ]; visited = [ 3 ]; }",
    );
}

#[test]
fn lists_as_sets() {
    check(r#"lib.unique [ 1 2 1 "a" "a" { b = 1; } { b = 1; } ]"#, r#"[ 1 2 "a" { b = 1; } ]"#);
    check(r#"lib.uniqueStrings [ "b" "a" "b" ]"#, r#"[ "a" "b" ]"#);
    check("lib.allUnique [ 1 2 1 ]", "false");
    check("lib.allUnique [ 1 2 ]", "true");
    check("lib.intersectLists [ 1 2 3 ] [ 3 2 5 ]", "[ 3 2 ]");
    check("lib.subtractLists [ 1 2 ] [ 3 2 5 ]", "[ 3 5 ]");
    check("lib.mutuallyExclusive [ 1 2 ] [ 3 ]", "true");
    check("lib.mutuallyExclusive [ 1 2 ] [ 2 ]", "false");
}
