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
fn numbers_are_read_as_nix_reads_them() {
    check("[ 1.5e3 1.5E-1 .5e2 1. 1.e3 007 ]", "[ 1500 0.15 50 1 1000 7 ]");
    check("[1.2.3 .5.5 00.5 08.5]", "[ 1.2 0.3 0.5 0.5 0 0.5 8 0.5 ]");
    check("[ 0.0 0.0e-999 2.3e-300 ] == [ .0 0.0 23.0e-301 ]", "true");
    // Only what has a dot is one number with its exponent.
    check("let e3 = 2; E3 = 3; in [1e3 1E3 100e3]", "[ 1 2 1 3 100 2 ]");
    check("map typeOf [ 1.0e3 1000 ]", "[ \"float\" \"int\" ]");
    check("map (text: typeOf (fromJSON text)) [ \"1e3\" \"1000\" ]", "[ \"float\" \"int\" ]");
}

#[test]
fn numbers_that_nix_does_not_read_are_unknown() {
    unknown(&[
        "1e3",
        "0.",
        "0.e1",
        "9223372036854775808",
        "99999999999999999999",
        "1.0e400",
        "1.0e-400",
        "5.0e-324",
        "1.7976931348623159e308",
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
