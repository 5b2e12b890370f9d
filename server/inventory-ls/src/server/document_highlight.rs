//! `textDocument/documentHighlight`

use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, Position};

use super::backend::Asked;

pub(super) fn document_highlight(asked: &Asked, at: Position) -> Option<Vec<DocumentHighlight>> {
    let references = asked.snapshot.analysis.references(asked.place(at))?;
    let here = references.places.iter().filter(|place| place.at.file == asked.document.file);
    let highlights = here.map(|place| {
        let kind = if place.is_definition {
            DocumentHighlightKind::WRITE
        } else {
            DocumentHighlightKind::READ
        };
        DocumentHighlight { range: asked.range(place.at.range), kind: Some(kind) }
    });
    Some(highlights.collect())
}
