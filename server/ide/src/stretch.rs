//! What stands in a range of a tree, without a look at the rest of it.

use std::ops::Range;

use syntax::{NodeOrToken, SyntaxNode, SyntaxToken, TextRange};

/// The text there.
pub(crate) fn text(root: &SyntaxNode, range: TextRange) -> String {
    let mut text = String::new();
    each_piece(root, range, |piece| {
        text.push_str(piece);
        true
    });
    text
}

/// Does a line end there?
pub(crate) fn holds_line_break(root: &SyntaxNode, range: TextRange) -> bool {
    let mut holds = false;
    each_piece(root, range, |piece| {
        holds = piece.contains('\n');
        !holds
    });
    holds
}

/// The innermost node that holds a range; `None` where that reaches beyond the text.
pub(crate) fn node_around(root: &SyntaxNode, range: TextRange) -> Option<SyntaxNode> {
    if !root.text_range().contains_range(range) {
        return None;
    }
    match root.covering_element(range) {
        NodeOrToken::Node(node) => Some(node),
        NodeOrToken::Token(token) => token.parent(),
    }
}

/// Shows what each token has there, in order, for as long as it is wanted.
fn each_piece(root: &SyntaxNode, range: TextRange, mut show: impl FnMut(&str) -> bool) {
    let first = root.token_at_offset(range.start()).right_biased();
    let tokens = std::iter::successors(first, SyntaxToken::next_token);
    for token in tokens.take_while(|token| token.text_range().start() < range.end()) {
        let Some(within) = range.intersect(token.text_range()) else { continue };
        let within = Range::<usize>::from(within - token.text_range().start());
        if token.text().get(within).is_some_and(|piece| !show(piece)) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_in_the_range_counts() {
        let root = syntax::parse("{ a = 1;\n b = \"c\"; }").syntax();
        let range = |start: u32, end: u32| TextRange::new(start.into(), end.into());
        assert_eq!(text(&root, range(2, 7)), "a = 1");
        assert_eq!(text(&root, range(15, 16)), "c");
        assert!(holds_line_break(&root, range(2, 10)));
        assert!(!holds_line_break(&root, range(2, 8)));
    }
}
