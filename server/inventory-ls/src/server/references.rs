//! `textDocument/references`

use tower_lsp::ls_types::{Location, Position, ReferenceContext};

use super::backend::Asked;

pub(super) fn references(
    asked: &Asked,
    at: Position,
    context: &ReferenceContext,
) -> Option<Vec<Location>> {
    let references = asked.snapshot.analysis.references(asked.place(at))?;
    let wanted = references
        .places
        .into_iter()
        .filter(|place| context.include_declaration || !place.is_definition);
    Some(wanted.filter_map(|place| asked.snapshot.location(place.at)).collect())
}
