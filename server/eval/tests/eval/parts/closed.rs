//! Which parts mean the same everywhere.

use std::path::Path;
use std::sync::Arc;

use eval::{Evaluator, Value};

use crate::parts::{part, source};
use crate::support::Memory;

/// Is `jon`, bound to this, closed?
fn is_closed(value: &str) -> bool {
    let filling = format!("description = \"{}\";", "a".repeat(60));
    let source = source(&format!("{{ jon = {{ {filling} x = {value}; }}; }}"));
    part(&source, "jon").is_some_and(|jon| jon.is_closed())
}

#[test]
fn closed_parts_name_nothing_outside() {
    for closed in [
        "1",
        "\"a\"",
        "[ true false null ]",
        "{ a.b = { }; }",
        "let a = 1; in a",
        "rec { a = 1; b = a; }",
        "x: x",
        "{ a, b ? a }@c: [ a b c ]",
        "/a/b",
        "let a = 1; in { inherit a; }",
        "let { body = 1; }",
    ] {
        assert!(is_closed(closed), "{closed}");
    }
    for open in [
        "a",
        "[ lib ]",
        "./a",
        "./${\"a\"}",
        "~/a",
        "<a>",
        "let a = b; in a",
        "rec { inherit a; }",
        "",
        "{ a = ; }",
        "with { a = 1; }; a",
        "{ inherit a; }",
        "{ ${a} = 1; }",
        "a: { b ? c }: a",
        "\"${a}\"",
        "__curPos",
        "(x: x) x",
    ] {
        assert!(!is_closed(open), "{open}");
    }
}

/// Where the closed part begins of the binding `name` in the set `text`; forced before, if so.
fn closed_at(text: &str, name: &str, is_forced: bool) -> Option<usize> {
    let memory = Memory::new(&[("/main.nix", text)]);
    let mut ev = Evaluator::new(&memory);
    let main = ev.import(Path::new("/main.nix"), None);
    let Value::Attrs(attrs) = ev.force(main) else { return None };
    let value = attrs.get(name)?.value;
    if is_forced {
        ev.force(value);
    }
    ev.closed(value).map(|(_, at)| at.offset.into())
}

fn long(name: &str) -> String {
    format!("{name} = {{ description = \"{}\"; }};", "a".repeat(60))
}

#[test]
fn a_delayed_value_leads_to_its_closed_part() {
    let text = format!("{{ x = 1;\n {} }}", long("jon"));
    assert_eq!(closed_at(&text, "jon", false), text.find("jon"));
    assert_eq!(closed_at(&text, "jon", true), None);
    assert_eq!(closed_at(&text, "x", false), None);
}

#[test]
fn nothing_is_closed_where_true_is_not_true() {
    let text = format!("rec {{ true = 1; {} }}", long("jon"));
    assert_eq!(closed_at(&text, "jon", false), None);
}

#[test]
fn what_is_left_with_a_part_is_found_again() {
    let source = source(&format!("{{ {} }}", long("jon")));
    let jon = part(&source, "jon").unwrap();
    assert!(jon.memo::<u32>().is_none());
    jon.remember(Arc::new(1u32));
    jon.remember(Arc::new("a"));
    jon.remember(Arc::new(2u32));
    assert_eq!(jon.memo::<u32>().as_deref(), Some(&1));
    assert_eq!(jon.memo::<&str>().as_deref(), Some(&"a"));
}
