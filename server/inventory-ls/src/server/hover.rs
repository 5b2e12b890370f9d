//! `textDocument/hover`

use ide::FilePosition;
use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use super::backend::Asked;

pub(super) fn hover(asked: &Asked, at: Position) -> Option<Hover> {
    let (document, encoding) = (&asked.document, asked.client.encoding);
    let offset = document.offset(at, encoding);
    let hover = asked.analysis.hover(FilePosition { file: document.file, offset })?;
    let kind =
        if asked.client.markdown_hover { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value: hover.markdown }),
        range: Some(document.range(hover.range, encoding)),
    })
}
