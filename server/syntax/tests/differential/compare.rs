//! Our tree against rnix's.

use rnix::SyntaxNode;

/// How a tree is shown and compared: each node and token with its kind and text, indented.
fn outline(root: &SyntaxNode) -> String {
    format!("{root:#?}")
}

/// The first line in which our tree of `text` differs from rnix's. `None` when they are equal, or
/// when rnix finds a mistake in `text`.
pub(crate) fn difference(text: &str) -> Option<String> {
    let theirs = rnix::Root::parse(text);
    if !theirs.errors().is_empty() {
        return None;
    }
    let ours = syntax::parse(text);
    if *ours.green() == theirs.syntax().green().to_owned() {
        return None;
    }
    let (ours, theirs) = (outline(&ours.syntax()), outline(&theirs.syntax()));
    let differs = ours.lines().zip(theirs.lines()).find(|(ours, theirs)| ours != theirs);
    Some(differs.map_or_else(
        || "one tree ends before the other".to_owned(),
        |(ours, theirs)| format!("ours:  {ours}\nrnix's:{theirs}"),
    ))
}

/// Fails with the place of the difference unless the trees of `text` are equal and rnix has
/// nothing against it.
pub(crate) fn assert_same(text: &str) {
    assert_eq!(rnix::Root::parse(text).errors(), [], "not valid Nix: {text}");
    assert_eq!(difference(text), None, "{text}");
}

#[test]
fn a_difference_is_seen() {
    let (ours, theirs) = (syntax::parse("a + b"), rnix::Root::parse("a - b"));
    assert_ne!(*ours.green(), theirs.syntax().green().to_owned());
}
