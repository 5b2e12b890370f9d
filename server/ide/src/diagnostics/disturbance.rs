//! Which findings a syntax error leaves in doubt.

use syntax::ast::{AttrSet, AttrpathValue};
use syntax::{AstNode, Parse, SyntaxError, SyntaxNode, SyntaxToken, TextRange, TextSize};

/// May a syntax error hide what is in scope at a place, or which set the place belongs to? One within
/// a binding of a plain set costs that binding alone.
pub(super) fn is_disturbed(parse: &Parse, at: TextRange) -> bool {
    if parse.errors().is_empty() {
        return false;
    }
    let root = parse.syntax();
    // What is not paired may end far from where it was meant to.
    if parse.errors().iter().any(SyntaxError::leaves_something_unpaired) {
        return true;
    }
    !parse.errors().iter().all(|error| is_apart(&root, error.range.start(), at))
}

fn is_apart(root: &SyntaxNode, error: TextSize, at: TextRange) -> bool {
    let size = root.text_range().end();
    let tokens = root.token_at_offset(error.min(size));
    let mut around = tokens.flat_map(|token: SyntaxToken| token.parent_ancestors());
    around.any(|node| is_own_binding(&node) && !node.text_range().contains_range(at))
}

/// Is this a binding whose name nobody sees but by the set?
fn is_own_binding(node: &SyntaxNode) -> bool {
    let set = node.parent().and_then(AttrSet::cast);
    AttrpathValue::can_cast(node.kind()) && set.is_some_and(|set| set.rec_token().is_none())
}
