//! Nesting that no stack could follow.

const LEVELS: usize = 20_000;

/// Parses `text`, walks its tree and drops both.
fn survives(text: &str) -> usize {
    let parse = syntax::parse(text);
    assert_eq!(parse.text(), text);
    parse.errors().len()
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    for (open, middle, close) in [
        ("[", "1", "]"),
        ("(", "1", ")"),
        ("{a=", "1", ";}"),
        ("a: ", "1", ""),
        ("{a}: ", "1", ""),
        ("f (", "1", ")"),
        ("!", "1", ""),
        ("\"${", "1", "}\""),
        ("a ++ ", "1", ""),
        ("if a then b else ", "1", ""),
        ("with a; ", "1", ""),
        ("let a = 1; in ", "1", ""),
        ("let a = ", "1", "; in a"),
        ("{ ${", "a", "} = 1; }"),
        ("{ a ? ", "1", " }: 1"),
        ("x: [ (a.b or (f { a = ", "1", "; })) ]"),
    ] {
        let text = open.repeat(LEVELS) + middle + &close.repeat(LEVELS);
        assert!(survives(&text) >= 1, "{open}");
        survives(&open.repeat(LEVELS));
        survives(&close.repeat(LEVELS));
    }
}

#[test]
fn long_chains_neither() {
    for link in ["a + ", "a ", "a ? b ", "a == ", "a // "] {
        let text = link.repeat(LEVELS) + "a";
        survives(&text);
    }
}

#[test]
fn deep_nesting_within_reason_is_read() {
    for (open, close) in [("[", "]"), ("(", ")"), ("{a=", ";}"), ("\"${", "}\""), ("x: f (", ")")] {
        let text = open.repeat(900) + "1" + &close.repeat(900);
        let parse = syntax::parse(&text);
        assert_eq!(parse.errors(), [], "{open}");
    }
}
