//! Numbers.

use crate::builtins::{check, unknown};

#[test]
fn arithmetic() {
    check("[ (add 1 2) (sub 1 2) (mul 2 3) (div 7 2) (div (-7) 2) ]", "[ 3 -1 6 3 -3 ]");
    check("[ (add 1 0.5) (div 1 2.0) ]", "[ 1.5 0.5 ]");
    check("[ (bitAnd 6 3) (bitOr 6 3) (bitXor 6 3) ]", "[ 2 7 5 ]");
    unknown(&["add 1 \"a\"", "add nope.x 1", "bitAnd 1.0 1"]);
}

#[test]
fn what_nix_refuses_to_count_is_unknown() {
    unknown(&[
        "9223372036854775807 + 1",
        "mul 9223372036854775807 2",
        "(-9223372036854775807 - 1) / (-1)",
        "div 1 0",
        "1.5 / 0",
    ]);
}

#[test]
fn rounding() {
    check("map ceil [ 1.2 (-1.2) 3 ]", "[ 2 -1 3 ]");
    check("map floor [ 1.2 (-1.2) 3 ]", "[ 1 -2 3 ]");
    unknown(&["floor 1.0e30", "ceil 9223372036854775807", "ceil \"1\"", "ceil nope.x"]);
}

#[test]
fn order() {
    check("[ (lessThan 1 2) (lessThan 2 1.5) (lessThan \"a\" \"b\") ]", "[ true false true ]");
    check(
        "[ (lessThan [ 1 2 ] [ 1 3 ]) (lessThan [ ] [ 1 ]) (lessThan \"Z\" \"a\") ]",
        "[ true true true ]",
    );
    unknown(&["lessThan 1 \"a\"", "lessThan { } { }", "lessThan nope.x 1", "lessThan null null"]);
}

#[test]
fn a_minus_makes_no_negative_zero() {
    check("toString (-0.0)", "\"0.000000\"");
}
