//! Whether the lines of a text are indented as its brackets nest.
//!
//! In a tidy text a bracket is closed on its own line, or at the beginning of a line that is
//! indented as its own; what stands between is indented further, and no line of it less than the
//! first. So wherever brackets don't pair between two lines of a block, the regions that
//! the layout tells apart are found between these lines.

use rnix::SyntaxKind;

use super::{
    brackets::{closer_of, opener_of},
    outline::Piece,
};

/// What is between two brackets.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    /// How far the line of the opening bracket is indented; `None` where lines may be indented no
    /// further.
    pub(crate) indent: Option<u32>,
    /// How far the first line behind it is indented.
    pub(crate) base: Option<u32>,
}

/// Whether `pieces`, which stand in the block `around`, are tidy. With their first line they tell
/// its base, if it is not known.
pub(crate) fn is_tidy(pieces: &[Piece], around: &mut Block) -> bool {
    let mut open: Vec<(SyntaxKind, Block)> = Vec::new();
    for piece in pieces {
        let closes = opener_of(piece.kind);
        if closes.is_some() {
            let Some((kind, block)) = open.pop() else { return false };
            let aligned =
                if piece.first { block.indent == Some(piece.indent) } else { block.base.is_none() };
            if Some(kind) != closes || !aligned {
                return false;
            }
        } else if piece.first {
            let block = open.last_mut().map_or(&mut *around, |(_, block)| block);
            if !block.takes(piece.indent) {
                return false;
            }
        }
        if closer_of(piece.kind).is_some() {
            open.push((piece.kind, Block { indent: Some(piece.indent), base: None }));
        }
    }
    open.is_empty()
}

impl Block {
    /// Whether a line may be so far indented in it.
    fn takes(&mut self, indent: u32) -> bool {
        let further = self.indent.is_none_or(|own| own < indent);
        further && *self.base.get_or_insert(indent) <= indent
    }
}
