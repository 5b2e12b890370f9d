//! How the lines of a run are indented in the block around it.

use rnix::SyntaxToken;
use rowan::TextRange;

use super::{
    bindings::Run,
    place::{indent, slice},
    window::Window,
};
use crate::{
    recovery::{self, Block, DEEPEST, Outline, Piece},
    token::Token,
};

/// The lines of a run after an edit, and what is around them.
pub(super) struct Lines {
    /// What stands in the run.
    own: Vec<Piece>,
    /// The first piece behind it.
    behind: Piece,
    /// How far that was indented, if it began a line.
    behind_was: Option<u32>,
    /// The block that the run is in, as it was.
    around: Block,
    /// Whether the run begins right behind the block's opening bracket,
    opens: bool,
    /// and whether it ends before the closing one.
    closes: bool,
    /// Whether the block is one of brackets.
    braced: bool,
}

impl Lines {
    /// `None` where they are hard to tell.
    pub(super) fn of(run: &Run, window: &Window) -> Option<Lines> {
        let root = run.set.ancestors().last()?;
        let line = |offset| indent(&root, offset);
        let braced = run.opener.text() == "{";
        let opener = line(run.opener.text_range().start())?;
        let next = std::iter::successors(run.opener.next_token(), SyntaxToken::next_token);
        let first = next.into_iter().find(|token| !token.kind().is_trivia())?.text_range().start();
        let begins = |start, end| slice(&root, TextRange::new(start, end)).contains('\n');
        let base = if begins(run.opener.text_range().end(), first) { line(first) } else { None };
        let around = if braced {
            Block { indent: Some(opener), base }
        } else {
            Block { indent: None, base: Some(opener) }
        };
        let behind = run.behind.text_range().start();
        let before = std::iter::successors(run.behind.prev_token(), SyntaxToken::prev_token);
        let last = before.into_iter().find(|token| !token.kind().is_trivia())?.text_range().end();
        let behind_was = if begins(last, behind) { Some(line(behind)?) } else { None };
        let mut own = pieces(window, window.own())?;
        let behind = own.pop()?;
        own.remove(0);
        Some(Lines {
            own,
            behind,
            behind_was,
            around,
            opens: run.opener == run.before,
            closes: matches!(run.behind.text(), "}" | "in"),
            braced,
        })
    }

    /// Whether they are tidy, and what stands behind them is indented as it was.
    pub(super) fn are_tidy(&self) -> bool {
        let kept = if self.behind.first { Some(self.behind.indent) } else { None };
        if kept != self.behind_was {
            return false;
        }
        let first = self.own.iter().find(|piece| piece.first);
        let mut around = self.around;
        if self.braced && self.opens && self.closes {
            around.base = None;
            return (first.is_none() || self.behind.first)
                && recovery::is_tidy(&self.own, &mut around);
        }
        let base = around.base;
        let spans_lines = !self.braced || first.is_none() || base.is_some();
        // The block's first line is in the run, or what is now the first is behind.
        let begins = !self.braced
            || !self.opens
            || (first.is_none_or(|first| Some(first.indent) == base)
                && kept.is_some_and(|kept| first.is_some() || Some(kept) == base));
        spans_lines && begins && recovery::is_tidy(&self.own, &mut around)
    }

    /// Whether the regions that recovery tells apart in the run are those of the file: the run
    /// consists of whole lines, of which the first is indented as the first of its block, and no
    /// other less; and so is what stands behind.
    pub(super) fn are_a_block(&self) -> bool {
        let Some(first) = self.own.first() else { return false };
        let lines = || self.own.iter().filter(|piece| piece.first);
        let base = first.indent;
        let as_before = if self.opens && self.closes {
            self.around.indent.is_some_and(|indent| indent < base)
        } else {
            self.around.base == Some(base)
        };
        let behind = if self.closes { self.around.indent } else { Some(base) };
        self.braced
            && first.first
            && !recovery::closes(first.kind)
            && as_before
            && lines().all(|piece| base <= piece.indent && piece.indent < DEEPEST)
            && self.behind.first
            && Some(self.behind.indent) == behind
            && self.behind_was.is_none_or(|was| was == self.behind.indent)
    }

    /// The same lines with other tokens for the text of the run.
    pub(super) fn with(&self, window: &Window, own: &[Token]) -> Option<Lines> {
        let mut own = pieces(window, own)?;
        let behind = own.pop()?;
        own.remove(0);
        Some(Lines { own, behind, ..*self })
    }
}

/// The pieces of the token before the run, of its `own` tokens, and of the first token behind it.
fn pieces(window: &Window, own: &[Token]) -> Option<Vec<Piece>> {
    let mut tokens = vec![*window.tokens.get(window.run.start.checked_sub(1)?)?];
    tokens.extend(own);
    tokens.push(*window.tokens.get(window.run.end)?);
    let pieces = Outline::new(&window.text, &tokens).pieces().to_vec();
    (pieces.len() >= 2).then_some(pieces)
}
