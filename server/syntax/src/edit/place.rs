//! Where an edit happens, and the lines around it.

use rnix::{SyntaxElement, SyntaxNode, SyntaxToken};
use rowan::{NodeOrToken, TextRange, TextSize};

use crate::{Parse, TextEdit, reading::Damage, recovery::leading_space};

/// Further than so many tokens nobody looks for the beginning or the end of a line.
const LINE: usize = 256;

/// An edit of a tree.
pub(super) struct Place<'p> {
    pub(super) parse: &'p Parse,
    pub(super) insert: &'p str,
    /// What is deleted.
    pub(super) range: TextRange,
    /// What has to be read anew at least: also a damaged part, if the edit may change what that is.
    pub(super) reach: TextRange,
    /// The smallest element that holds it.
    pub(super) element: SyntaxElement,
}

impl<'p> Place<'p> {
    /// `None` where the edit reaches beyond the text or into a character.
    pub(super) fn new(parse: &'p Parse, edit: &'p TextEdit) -> Option<Self> {
        let root = parse.syntax();
        let range = edit.delete;
        if !root.text_range().contains_range(range) {
            return None;
        }
        let element = root.covering_element(range);
        let touched = parse.damage().filter(|damage| damage.is_touched(range));
        let reach = touched.map_or(range, |damage| damage.range.cover(range));
        let place = Self { parse, insert: &edit.insert, range, reach, element };
        (place.is_boundary(range.start()) && place.is_boundary(range.end())).then_some(place)
    }

    fn is_boundary(&self, offset: TextSize) -> bool {
        let token = token_before(&self.parse.syntax(), offset);
        token.is_none_or(|token| {
            let inside = offset - token.text_range().start();
            token.text().is_char_boundary(inside.into())
        })
    }

    /// The nodes around what has to be read anew, from the innermost on.
    pub(super) fn nodes(&self) -> impl Iterator<Item = SyntaxNode> {
        let innermost = match self.parse.syntax().covering_element(self.reach) {
            NodeOrToken::Node(node) => Some(node),
            NodeOrToken::Token(token) => token.parent(),
        };
        innermost.into_iter().flat_map(|node| node.ancestors())
    }

    /// An offset behind the edit, in the new text.
    pub(super) fn shifted(&self, offset: TextSize) -> TextSize {
        offset - self.range.len() + TextSize::of(self.insert)
    }

    /// A damaged part that the edit does not touch, in the new text.
    pub(super) fn moved(&self, damage: Damage) -> Damage {
        if damage.looked < self.range.start() {
            return damage;
        }
        let new = |offset| self.shifted(offset);
        let range = TextRange::new(new(damage.range.start()), new(damage.range.end()));
        Damage { range, looked: new(damage.looked), ..damage }
    }

    /// The lines that the edit touches, without the line end behind them.
    pub(super) fn lines(&self) -> Option<TextRange> {
        let root = self.parse.syntax();
        let start = line_start(&root, self.range.start())?;
        let end = line_end(&root, self.range.end())?;
        Some(TextRange::new(start, end))
    }

    /// Whether what stands at `next` and behind has the same indentation on each line as before:
    /// either a line ends between the edit and `next`, or the edit happens within a line, behind
    /// its indentation.
    pub(super) fn keeps_indents(&self, next: TextSize) -> Option<bool> {
        let root = self.parse.syntax();
        if slice(&root, TextRange::new(self.range.end(), next)).contains('\n') {
            return Some(true);
        }
        let start = line_start(&root, self.range.start())?;
        let indented = slice(&root, TextRange::new(start, self.range.start()));
        let within = !self.insert.contains('\n') && !slice(&root, self.range).contains('\n');
        Some(within && indented.contains(|c: char| !c.is_whitespace()))
    }
}

/// The token that ends at `offset` or holds it; the first one, at the beginning.
pub(super) fn token_before(root: &SyntaxNode, offset: TextSize) -> Option<SyntaxToken> {
    match root.covering_element(TextRange::empty(offset)) {
        NodeOrToken::Token(token) => Some(token),
        NodeOrToken::Node(node) => node.first_token(),
    }
}

/// The text in `range`, which is within the tree and on character boundaries.
pub(super) fn slice(root: &SyntaxNode, range: TextRange) -> String {
    let mut text = String::new();
    let mut token = token_before(root, range.start());
    while let Some(current) = token.filter(|token| token.text_range().start() < range.end()) {
        let bounds = current.text_range();
        if let Some(shared) = bounds.intersect(range) {
            let shared = shared - bounds.start();
            let (start, end) = (usize::from(shared.start()), usize::from(shared.end()));
            text.push_str(current.text().get(start..end).unwrap_or_default());
        }
        token = current.next_token();
    }
    text
}

/// Where the line of `offset` begins, unless that is far.
pub(super) fn line_start(root: &SyntaxNode, offset: TextSize) -> Option<TextSize> {
    let mut token = token_before(root, offset);
    for _ in 0..LINE {
        let Some(current) = token else { return Some(TextSize::new(0)) };
        let start = current.text_range().start();
        let before = usize::from(offset - start).min(current.text().len());
        if let Some(newline) = current.text().get(..before)?.rfind('\n') {
            return Some(start + TextSize::of(current.text().get(..=newline)?));
        }
        token = current.prev_token();
    }
    None
}

/// How many blanks begin the line of `offset`, unless that is far.
pub(super) fn indent(root: &SyntaxNode, offset: TextSize) -> Option<u32> {
    Some(leading_space(&slice(root, TextRange::new(line_start(root, offset)?, offset))))
}

/// Where the line of `offset` ends, unless that is far.
fn line_end(root: &SyntaxNode, offset: TextSize) -> Option<TextSize> {
    let mut token = token_before(root, offset);
    for _ in 0..LINE {
        let Some(current) = token else { return Some(root.text_range().end()) };
        let start = current.text_range().start();
        let passed = usize::from(offset.checked_sub(start).unwrap_or_default());
        let rest = current.text().get(passed..)?;
        if let Some(newline) = rest.find('\n') {
            let behind = rest.get(..newline)?;
            return Some(start.max(offset) + TextSize::of(behind));
        }
        token = current.next_token();
    }
    None
}
