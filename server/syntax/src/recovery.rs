//! The tokens of a text that holds a mistake, read with an eye on its layout.
//!
//! A person sees where a string was meant to end and which brace is missing: from line ends, from
//! indentation. This reads a text in that way. It is only asked when the strict reading failed, so
//! correct texts never meet a heuristic. What lacks is put in as tokens without length: the
//! grammar tells it when it comes to them, and they never reach the tree.

mod brackets;
mod lexer;
mod opener;
mod outline;
mod regions;
mod repair;
mod string_end;
mod tidy;

use std::ops::Range;

use rnix::SyntaxKind;

pub(crate) use self::{
    outline::{Outline, Piece, leading_space},
    tidy::{Block, is_tidy},
};
use crate::{reading, token::Token};

/// Lines that are indented further nest too deep for regions to be told apart.
pub(crate) const DEEPEST: u32 = regions::LEVELS;

/// How the brackets of a text pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pairs {
    /// Without help.
    Plainly,
    /// Each region in which they did not was mended by itself.
    ByRegions,
    /// With all of the layout, or not at all.
    AsAWhole,
}

/// The tokens of `text`, with what lacks put in.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    brackets::paired(text, lexer::tokens(text), None).0
}

/// The tokens of `text` before its brackets are paired.
pub(crate) fn unpaired_tokens(text: &str) -> Vec<Token> {
    lexer::tokens(text)
}

/// What recovery makes of a part of a text.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) tokens: Vec<Token>,
    /// The tokens before the brackets were paired.
    pub(crate) raw: Vec<Token>,
    /// As if it were all of the text.
    pub(crate) pairs: Pairs,
    /// Whether the brackets that the text itself has are as many opening as closing ones.
    pub(crate) even: bool,
}

/// What it makes of the bytes in `range` of `text`, which stand behind a token of the kind `before`;
/// more text follows unless it `ends`. `None` where that can't be told.
pub(crate) fn part(
    text: &str,
    range: Range<usize>,
    ends: bool,
    before: SyntaxKind,
) -> Option<Part> {
    let end = range.end;
    let raw = lexer::tokens_of_part(text, range, ends, before)?;
    let even = reading::is_even(&raw);
    let (tokens, pairs) = brackets::paired(text.get(..end)?, raw.clone(), Some(before));
    Some(Part { tokens, raw, pairs, even })
}

/// Whether a token of `kind` is a closing bracket.
pub(crate) fn closes(kind: SyntaxKind) -> bool {
    brackets::opener_of(kind).is_some()
}
