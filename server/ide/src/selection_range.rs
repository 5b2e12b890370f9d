//! The ever larger texts around a place: the name, the string, the attribute path, the binding, what
//! stands between the braces, the set, and on to the whole file.

use eval::FilePosition;
use syntax::{NodeOrToken, SyntaxKind, SyntaxNode, SyntaxToken, TextRange};

use crate::Analysis;
use crate::place::token_at;

/// The ranges around a place, the smallest first; each is larger than the one before.
pub(crate) fn selection_ranges(analysis: &Analysis, at: FilePosition) -> Option<Vec<TextRange>> {
    let root = analysis.parse(at.file)?.syntax();
    let mut ranges: Vec<TextRange> = Vec::new();
    let mut add = |range: TextRange| {
        if ranges.last().is_none_or(|last| *last != range && range.contains_range(*last)) {
            ranges.push(range);
        }
    };
    let token = token_at(&root, at.offset);
    if let Some(token) = token.as_ref().filter(|token| is_something(token)) {
        add(token.text_range());
    }
    let nodes = token.iter().flat_map(SyntaxToken::parent_ancestors);
    for node in nodes {
        if let Some(inside) = inside(&node).filter(|it| it.contains_inclusive(at.offset)) {
            add(inside);
        }
        add(node.text_range());
    }
    add(root.text_range());
    Some(ranges)
}

/// Is it more than blanks, and than one half of a pair?
fn is_something(token: &SyntaxToken) -> bool {
    let halves = [SyntaxKind::TOKEN_STRING_START, SyntaxKind::TOKEN_STRING_END];
    token.kind() != SyntaxKind::TOKEN_WHITESPACE && !halves.contains(&token.kind())
}

/// What stands between the brackets or the quotes of a node, without the blanks at both ends.
fn inside(node: &SyntaxNode) -> Option<TextRange> {
    let is_pair = matches!(
        node.kind(),
        SyntaxKind::NODE_ATTR_SET
            | SyntaxKind::NODE_LIST
            | SyntaxKind::NODE_PAREN
            | SyntaxKind::NODE_PATTERN
            | SyntaxKind::NODE_STRING
    );
    if !is_pair {
        return None;
    }
    let (first, last) = (node.first_child_or_token()?, node.last_child_or_token()?);
    let blank = |kind| kind == SyntaxKind::TOKEN_WHITESPACE;
    let mut begin = first.next_sibling_or_token()?;
    while blank(begin.kind()) {
        begin = begin.next_sibling_or_token()?;
    }
    let mut end = last.clone();
    // What is not closed yet goes on to its end.
    if matches!(&last, NodeOrToken::Token(token) if closes(token.kind())) {
        end = last.prev_sibling_or_token()?;
    }
    while blank(end.kind()) {
        end = end.prev_sibling_or_token()?;
    }
    let (start, end) = (begin.text_range().start(), end.text_range().end());
    (start < end).then(|| TextRange::new(start, end))
}

fn closes(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        SyntaxKind::TOKEN_R_BRACE
            | SyntaxKind::TOKEN_R_BRACK
            | SyntaxKind::TOKEN_R_PAREN
            | SyntaxKind::TOKEN_STRING_END
    )
}
