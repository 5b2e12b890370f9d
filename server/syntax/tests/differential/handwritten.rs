//! Programs for each construct, and for what is odd about it.

use crate::compare::assert_same;

/// Each program must parse to rnix's tree, and without an error.
fn check(programs: &[&str]) {
    for program in programs {
        assert_same(program);
        assert_eq!(syntax::parse(program).errors(), [], "{program}");
    }
}

#[test]
fn literals_and_names() {
    check(&[
        "1",
        "007",
        "1.5",
        ".5",
        "1.",
        "2.5e-3",
        "a",
        "a-b'c",
        "_x1",
        "__curPos",
        "[ __curPos 1 ]",
        "https://example.org/a?b=c&d",
        "x:y",
        "true",
        "null",
        "-1",
        "- - 1",
        "!a",
        "!!a",
        "! -a",
    ]);
}

#[test]
fn functions() {
    check(&[
        "x: x",
        "x: y: x y",
        "{ }: 1",
        "{ ... }: 1",
        "{ a }: a",
        "{ a, }: a",
        "{ a, b }: a",
        "{ a, b, ... }: a",
        "{ a ? 1, b ? { c = 2; } }: a",
        "{ a ? b: c, ... }: a",
        "{ a, ... }@all: all",
        "{ }@all: all",
        "all@{ a, b ? all, ... }: all",
        "all @ { }: all",
        "{ lib, pkgs, # the usual\n  ... }:\n{ }",
        "f (x: x) { a = 1; } [ 2 ]",
        "map (x: x.y or z) list",
    ]);
}

#[test]
fn sets_and_bindings() {
    check(&[
        "{ }",
        "rec { a = 1; b = a; }",
        "{ a.b.c = 1; }",
        "{ \"a b\".c = 1; \"\" = 2; }",
        "{ ${x} = 1; ${x}.y.${z} = 2; \"a${b}c\".d = 3; }",
        "{ inherit; inherit a; inherit a b \"c\" ${\"d\"}; }",
        "{ inherit (x) a b; inherit (x.y z) ; }",
        "{ or = 1; a.or = 2; inherit or; }",
        "{ a = { b = [ { c = 1; } ]; }; }",
        "{\n  # before\n  a = 1; # behind\n\n  /* between */ b = 2;\n  # last\n}\n# end\n",
        "{ a = 1; a = 2; }",
    ]);
}

#[test]
fn let_with_assert_if() {
    check(&[
        "let in 1",
        "let a = 1; b.c = 2; inherit (d) e; in a",
        "let { a = 1; body = a; }",
        "let\n  a = 1;\nin\n# why\na",
        "with a; b",
        "with a; with b; c",
        "assert a; b",
        "assert a -> b; let c = 1; in c",
        "if a then b else c",
        "if a then if b then c else d else e",
        "{ a = if b then c else d; e = with f; g; }",
        "x: with x; let y = 1; in if y then x else assert z; y",
    ]);
}

#[test]
fn selection() {
    check(&[
        "a.b",
        "a.b.c.d",
        "a.\"b\".${c}.\"d${e}\"",
        "a.b or c",
        "a.b or c d",
        "a.b or c.d or e",
        "(a).b",
        "{ a = 1; }.a",
        "\"a\".b",
        "[ a.b or c d ]",
        "f a.b c",
        "a . b",
    ]);
}

#[test]
fn or_as_a_name() {
    check(&["a or", "a b or c", "[ a or b ]", "a.or", "{ or = 1; }.or or 2", "a.b or c or"]);
}

#[test]
fn operators_and_their_precedence() {
    check(&[
        "a + b - c + d",
        "a * b / c * d",
        "a + b * c - d",
        "a ++ b ++ c",
        "a ++ b * c",
        "a // b // c",
        "!a // b",
        "!a + b",
        "!a ? b",
        "-a ? b",
        "-a.b * -c",
        "a ? b.c.\"d\".${e}",
        "a ? b ? c",
        "a < b && c >= d || e <= f && g > h",
        "a == b || c != d",
        "a < b == c > d",
        "a == !b",
        "a -> b -> c",
        "a -> b || c && d",
        "a || b -> c",
        "a |> b |> c",
        "a <| b <| c",
        "a <| b |> c",
        "a |> b <| c",
        "a |> b -> c",
        "a // b + c ++ d",
        "a//b",
        "a/*x*/ / b",
        "f a + g b",
        "-f a",
        "a - b",
        "a -b",
        "[ a (-b) ]",
    ]);
}

#[test]
fn strings() {
    check(
        &[
            "\"\"",
            "\"a\"",
            "\"a\\\"b\\\\\"",
            "\"a${b}c${d}\"",
            "\"${a}${b}\"",
            "\"${\"${\"x\"}\"}\"",
            "\"${{ a = { }; }.a}\"",
            "\"$${a} $a $\"",
            "\"line\n  line\"",
            "''''",
            "''a''",
            "''\n  a\n  ''${b} ''' ''\\n ''\\${c} $${d} ${e}\n''",
            "''${a}''",
            "''a'b''",
            "\"ünïcödé ${ä'} 🦀\"",
        ]
        .map(|text| if text.contains("ä'") { "\"ünïcödé ${a'} 🦀\"" } else { text }),
    );
}

#[test]
fn paths() {
    check(&[
        "./a",
        "../a/b.nix",
        "/a/b",
        "~/a",
        "a/b",
        "./.",
        "<nixpkgs>",
        "<nixpkgs/lib>",
        "./a${b}",
        "./a${b}/c${d}e",
        "/a/${b}",
        "~/a${b}",
        "./${a}-${b}.nix",
        "[ ./a ./b${c} <d> ]",
        "f ./a { b = ./c; }",
        "import ./a.nix { }",
        "./a/${b}/c.d",
    ]);
}

#[test]
fn white_space_and_comments() {
    check(&[
        "  a",
        "a  ",
        "\r\na\r\n",
        "{\r\n  a = 1;\r\n  b = ''\r\n    x\r\n  '';\r\n}\r\n",
        "# c\na",
        "/* c */ a /* d */ b # e",
        "/**/a",
        "/* a * b ** c */ d",
        "\u{a0}a\u{2003}",
        "# ünïcödé\n{ a = \"é\"; /* 漢字 */ }",
    ]);
}

/// Trees of texts that rnix accepts and Nix does not are rnix's too.
#[test]
fn what_only_rnix_accepts() {
    for program in ["[ a: b c ]", "f x: y", "./a ${b}", "1 + x: y", "{ a, a }: a"] {
        assert_same(program);
    }
}

#[test]
fn a_name_given_twice_is_told() {
    let messages = |text: &str| {
        let parse = syntax::parse(text);
        parse.errors().iter().map(|error| error.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(messages("{ a, a }: a"), ["the argument `a` is named twice"]);
    assert_eq!(messages("a@{ a }: a"), ["the argument `a` is named twice"]);
    assert_eq!(
        messages("a@{ b }@c: a"),
        ["the arguments are bound to a name twice: one `@` is enough"]
    );
}
