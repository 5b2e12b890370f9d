//! What is written beside a cursor: the keys that its set has already, in whatever spelling.
//!
//! Only keys that are given whole count. One that only begins longer paths can be written again.

use eval::FilePosition;
use smol_str::SmolStr;
use syntax::{AstNode, Parse, ast};

use super::{Ground, Reader, token_at};

/// The keys that the text around `at` gives whole to the option set `path`, but for the one that
/// the cursor stands in.
pub(crate) fn siblings(
    parse: &Parse,
    ground: &Ground,
    at: FilePosition,
    path: &[SmolStr],
) -> Vec<SmolStr> {
    let Some(token) = token_at(&parse.syntax(), at.offset) else { return Vec::new() };
    let mut sets = token.parent_ancestors().filter(|node| ast::AttrSet::can_cast(node.kind()));
    let Some(set) = sets.next() else { return Vec::new() };
    let mut pieces = Reader { parse, ground, at }.below(&set, path);
    let at_cursor = |it: &ast::Attr| it.syntax().text_range().contains_inclusive(at.offset);
    pieces.retain(|it| it.is_whole() && (it.binding.is_none() || !at_cursor(&it.attr)));
    pieces.into_iter().map(|piece| piece.name).collect()
}
