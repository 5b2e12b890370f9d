//! `textDocument/selectionRange`

use tower_lsp::ls_types::{Position, Range, SelectionRange};

use super::backend::Asked;

/// For each position what is around it, the smallest first, as a chain.
pub(super) fn selection_range(asked: &Asked, positions: &[Position]) -> Vec<SelectionRange> {
    positions.iter().map(|&at| around(asked, at)).collect()
}

fn around(asked: &Asked, at: Position) -> SelectionRange {
    let ranges = asked.snapshot.analysis.selection_ranges(asked.place(at));
    let chain = ranges.into_iter().rev().fold(None, |parent, range| {
        Some(SelectionRange { range: asked.range(range), parent: parent.map(Box::new) })
    });
    // Each position has to have an answer, in its place.
    chain.unwrap_or(SelectionRange { range: Range::new(at, at), parent: None })
}
