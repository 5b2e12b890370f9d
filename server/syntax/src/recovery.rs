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
mod string_end;

use crate::token::Token;

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
    brackets::paired(text, lexer::tokens(text)).0
}
