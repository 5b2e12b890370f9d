//! What an edit leaves alone keeps its green nodes.

use syntax::{Parse, SyntaxNode};

use crate::check::replaced;

/// Whether the node whose text is `text` is the very same one in both trees.
fn same_node(before: &Parse, after: &Parse, text: &str) -> bool {
    let find = |parse: &Parse| {
        let mut nodes = parse.syntax().descendants();
        nodes.find(|node: &SyntaxNode| node.text() == text).expect("the node")
    };
    std::ptr::eq(find(before).green(), find(after).green())
}

const SET: &str = "{
  a = { b = \"c█\"; };
  d.e = [ 1 2 ];
  f = { g = 1; };
}
";

#[test]
fn a_character_in_a_string() {
    let (before, after) = replaced(SET, "x");
    assert!(same_node(&before, &after, "d.e = [ 1 2 ];"));
    assert!(same_node(&before, &after, "{ g = 1; }"));
}

#[test]
fn a_character_in_a_name_in_a_list_of_names() {
    let (before, after) = replaced("[ foo bar█ (baz) ]", "x");
    assert!(same_node(&before, &after, "(baz)"));
}

#[test]
fn a_comment_at_the_end() {
    let (before, after) = replaced("{ a = 1; } # x█", "y z");
    assert!(same_node(&before, &after, "{ a = 1; }"));
}

#[test]
fn a_binding_more() {
    let (before, after) = replaced("{\n  a = 1;█\n  b = { };\n}", "\n  c = 3;");
    assert!(same_node(&before, &after, "a = 1;"));
    assert!(same_node(&before, &after, "b = { };"));
}

#[test]
fn a_binding_less() {
    let (before, after) = replaced("{\n  a = 1;█\n  c = 3;█\n  b = { };\n}", "");
    assert!(same_node(&before, &after, "a = 1;"));
    assert!(same_node(&before, &after, "b = { };"));
}

#[test]
fn a_binding_of_a_let() {
    let (before, after) = replaced("let\n  a = 1;\n  b = █2█;\nin { c = a; }", "[ a ]");
    assert!(same_node(&before, &after, "a = 1;"));
    assert!(same_node(&before, &after, "{ c = a; }"));
}

/// The first mistake needs a full parse. From then on, half-typed text costs no more than the rest.
#[test]
fn a_binding_that_is_typed() {
    let (_, mut before) = replaced("{\n  a = { };\n  r█\n  b = { };\n}", "o");
    let mut text = before.text();
    for typed in ["l", "e", "s", ".", "c", " ", "=", " ", "[", "]", ";"] {
        let at = text.find("\n  b").unwrap();
        let (head, tail) = text.split_at(at);
        let marked = format!("{head}█{tail}");
        let edit = syntax::TextEdit {
            delete: syntax::TextRange::empty(u32::try_from(at).unwrap().into()),
            insert: typed.to_owned(),
        };
        let after = before.edit(&edit);
        let (_, full) = replaced(&marked, typed);
        assert_eq!(after.errors(), full.errors(), "{marked}");
        assert_eq!(after.green(), full.green(), "{marked}");
        text = after.text();
        if typed != "[" && typed != "]" {
            assert!(same_node(&before, &after, "a = { };"), "{marked}");
            assert!(same_node(&before, &after, "b = { };"), "{marked}");
        }
        before = after;
    }
    assert_eq!(before.errors(), []);
}

/// Errors far from the edit stay, at their new place.
#[test]
fn errors_are_carried_along() {
    let (_, before) = replaced("{\n  a = { b = 1; };\n  c = 2;\n  d█\n  e = 3;\n}", "d");
    assert_eq!(before.errors().len(), 1);
    let at = u32::try_from(before.text().find("1;").unwrap()).unwrap();
    let edit = syntax::TextEdit {
        delete: syntax::TextRange::empty(at.into()),
        insert: "{ long = \"long\"; }.long or ".to_owned(),
    };
    let after = before.edit(&edit);
    let full = syntax::parse(&after.text());
    assert_eq!(after.errors(), full.errors());
    assert_eq!(after.green(), full.green());
    assert!(same_node(&before, &after, "e = 3;"));
}
