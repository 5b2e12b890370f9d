//! `textDocument/hover`

use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use super::backend::Asked;

pub(super) fn hover(asked: &Asked, at: Position) -> Option<Hover> {
    let hover = asked.snapshot.analysis.hover(asked.place(at))?;
    let markdown = asked.snapshot.client.markdown_hover;
    let kind = if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value: hover.markdown }),
        range: Some(asked.range(hover.range)),
    })
}
