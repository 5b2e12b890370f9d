//! Where a JSON file goes wrong.

use std::path::Path;
use std::sync::Arc;

use eval::{FileId, Source};

/// The text at the mistake in a JSON text, and what it is.
fn mistake(text: &str) -> Option<(String, String)> {
    let path = Arc::from(Path::new("/inventory.json"));
    let error = Source::json(FileId(0), path, text).json_error?;
    let at = text.get(std::ops::Range::<usize>::from(error.range)).unwrap_or_default();
    Some((at.to_owned(), error.message))
}

#[track_caller]
fn goes_wrong(text: &str, at: &str, message: &str) {
    assert_eq!(mistake(text), Some((at.to_owned(), message.to_owned())), "{text}");
}

#[test]
fn a_mistake_has_a_place() {
    goes_wrong("{ \"a\": {}, }", ",", "trailing commas are not allowed");
    goes_wrong("{ \"a\": [ 1 2 ] }", "", "expected comma");
    goes_wrong("{ a: 1 }", "a", "expected string for object property");
    goes_wrong("", "", "there is no value in it");
    goes_wrong(" ", " ", "there is no value in it");
}

#[test]
fn what_is_never_closed_begins_somewhere() {
    goes_wrong("{\n  \"a\": {\n    \"b\": 1\n}\n", "{", "unterminated object");
}

#[test]
fn json_is_left_in_peace() {
    for text in ["{ }", "[ 1e5, -0.5, \"\\u00e4\" ]", "null", "\u{feff}{ \"a\": 1 }"] {
        assert_eq!(mistake(text), None, "{text}");
    }
}
