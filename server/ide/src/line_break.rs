//! Where lines end, in a part of a tree.

use std::ops::Range;

use syntax::{SyntaxNode, SyntaxToken, TextRange};

/// Does a line end within a range? Only the tokens there are looked at.
pub(crate) fn holds_line_break(root: &SyntaxNode, range: TextRange) -> bool {
    let first = root.token_at_offset(range.start()).right_biased();
    let tokens = std::iter::successors(first, SyntaxToken::next_token);
    let mut tokens = tokens.take_while(|token| token.text_range().start() < range.end());
    tokens.any(|token| {
        let Some(within) = range.intersect(token.text_range()) else { return false };
        let within = Range::<usize>::from(within - token.text_range().start());
        token.text().get(within).is_some_and(|text| text.contains('\n'))
    })
}
