//! What can be folded away: sets, lists, strings, `let`, and comments, over several lines each.
//!
//! The tree is gone through from outside, level by level, and only where lines end: what a client
//! takes no more of is left out from the innermost on.

use std::collections::VecDeque;

use eval::FileId;
use syntax::{
    AstNode, NodeOrToken, SyntaxElement, SyntaxKind, SyntaxNode, SyntaxToken, TextRange, TextSize,
    ast,
};

use crate::Analysis;
use crate::place::attr_text;

/// A stretch that can be folded away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldingRange {
    /// What goes: between the brackets; of comments all but the first line.
    pub range: TextRange,
    /// What it is.
    pub kind: FoldingKind,
}

/// What is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldingKind {
    /// Between brackets, quotes, or `let` and `in`: the line of the second stays.
    Code,
    /// The same, of a list of `imports`.
    Imports,
    /// Lines of comments: all but the first go.
    Comment,
}

/// The first `most` stretches from outside, by place among those of one level.
pub(crate) fn folding_ranges(
    analysis: &Analysis,
    file: FileId,
    most: usize,
) -> Option<Vec<FoldingRange>> {
    let parse = analysis.parse(file)?;
    let text = parse.text();
    let mut folds = Folds { lines: line_ends(&text), text: &text, found: Vec::new() };
    let mut nodes = VecDeque::from([parse.syntax()]);
    while let Some(node) = nodes.pop_front().filter(|_| folds.found.len() < most) {
        folds.node(&node);
        folds.comments(&node);
        nodes.extend(node.children().filter(|child| folds.holds_line_end(child.text_range())));
    }
    folds.found.truncate(most);
    Some(folds.found)
}

fn line_ends(text: &str) -> Vec<TextSize> {
    let ends = text.match_indices('\n');
    ends.filter_map(|(at, _)| TextSize::try_from(at).ok()).collect()
}

struct Folds<'t> {
    text: &'t str,
    lines: Vec<TextSize>,
    found: Vec<FoldingRange>,
}

impl Folds<'_> {
    fn node(&mut self, node: &SyntaxNode) {
        let brackets = match node.kind() {
            SyntaxKind::NODE_ATTR_SET | SyntaxKind::NODE_LIST | SyntaxKind::NODE_PATTERN => {
                (first(node, is_open), last(node, is_close))
            }
            SyntaxKind::NODE_STRING => (node.first_token(), last(node, is_close)),
            SyntaxKind::NODE_LET_IN | SyntaxKind::NODE_LEGACY_LET => (
                first(node, |kind| kind == SyntaxKind::TOKEN_LET),
                last(node, |kind| kind == SyntaxKind::TOKEN_IN || is_close(kind)),
            ),
            _ => return,
        };
        let (Some(open), close) = brackets else { return };
        // What is not closed yet goes on to the last that is in it.
        let end = match close.filter(|close| *close != open) {
            Some(close) => close.text_range().start(),
            None => last_in(node).map_or(node.text_range().end(), |it| it.text_range().end()),
        };
        let kind = if is_imports(node) { FoldingKind::Imports } else { FoldingKind::Code };
        self.add(open.text_range().end(), end, kind);
    }

    /// The comments right in a node: those of lines that follow each other are one.
    fn comments(&mut self, node: &SyntaxNode) {
        let mut block: Option<TextRange> = None;
        for child in node.children_with_tokens() {
            let NodeOrToken::Token(token) = child else {
                self.block(block.take());
                continue;
            };
            match token.kind() {
                SyntaxKind::TOKEN_WHITESPACE if token.text().matches('\n').count() <= 1 => {}
                SyntaxKind::TOKEN_COMMENT if token.text().starts_with('#') => {
                    let begun = block.take().filter(|_| self.begins_line(&token));
                    block = match begun {
                        Some(begun) => Some(begun.cover(token.text_range())),
                        None => self.begins_line(&token).then(|| token.text_range()),
                    };
                }
                SyntaxKind::TOKEN_COMMENT => {
                    self.block(block.take());
                    self.block(Some(token.text_range()));
                }
                _ => self.block(block.take()),
            }
        }
        self.block(block);
    }

    fn block(&mut self, block: Option<TextRange>) {
        let Some(block) = block else { return };
        let next = self.lines.partition_point(|&at| at < block.start());
        if let Some(&first_line) = self.lines.get(next) {
            self.add(first_line, block.end(), FoldingKind::Comment);
        }
    }

    fn add(&mut self, start: TextSize, end: TextSize, kind: FoldingKind) {
        if start < end && self.holds_line_end(TextRange::new(start, end)) {
            self.found.push(FoldingRange { range: TextRange::new(start, end), kind });
        }
    }

    fn holds_line_end(&self, range: TextRange) -> bool {
        let next = self.lines.partition_point(|&at| at < range.start());
        self.lines.get(next).is_some_and(|&at| at < range.end())
    }

    fn begins_line(&self, token: &SyntaxToken) -> bool {
        let before = self.text.get(..usize::from(token.text_range().start())).unwrap_or_default();
        before.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|char| char == '\n')
    }
}

fn is_open(kind: SyntaxKind) -> bool {
    matches!(kind, SyntaxKind::TOKEN_L_BRACE | SyntaxKind::TOKEN_L_BRACK)
}

fn is_close(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        SyntaxKind::TOKEN_R_BRACE | SyntaxKind::TOKEN_R_BRACK | SyntaxKind::TOKEN_STRING_END
    )
}

fn first(node: &SyntaxNode, is: impl Fn(SyntaxKind) -> bool) -> Option<SyntaxToken> {
    let mut tokens = node.children_with_tokens().filter_map(NodeOrToken::into_token);
    tokens.find(|token| is(token.kind()))
}

fn last(node: &SyntaxNode, is: impl Fn(SyntaxKind) -> bool) -> Option<SyntaxToken> {
    let tokens =
        std::iter::successors(node.last_child_or_token(), SyntaxElement::prev_sibling_or_token);
    tokens.filter_map(NodeOrToken::into_token).find(|token| is(token.kind()))
}

/// The last token in a node that is no blank.
fn last_in(node: &SyntaxNode) -> Option<SyntaxToken> {
    let tokens = std::iter::successors(node.last_token(), SyntaxToken::prev_token);
    let mut tokens = tokens.take_while(|it| it.text_range().start() >= node.text_range().start());
    tokens.find(|token| token.kind() != SyntaxKind::TOKEN_WHITESPACE)
}

fn is_imports(node: &SyntaxNode) -> bool {
    let binding = node.parent().and_then(ast::AttrpathValue::cast);
    let attrs = binding.and_then(|binding| binding.attrpath()).map(|path| path.attrs());
    let last = attrs.and_then(Iterator::last).and_then(|attr| attr_text(&attr));
    node.kind() == SyntaxKind::NODE_LIST && last.is_some_and(|name| name == "imports")
}
