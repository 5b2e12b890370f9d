//! `textDocument/inlayHint`

use ide::{FileRange, TextRange};
use tower_lsp::ls_types::{InlayHint, InlayHintLabel, InlayHintLabelPart, InlayHintTooltip, Range};

use super::backend::Asked;

/// The hints in a range.
pub(super) fn inlay_hint(asked: &Asked, range: Range) -> Vec<InlayHint> {
    let (start, end) = (asked.place(range.start).offset, asked.place(range.end).offset);
    let range = TextRange::new(start.min(end), end.max(start));
    let at = FileRange { file: asked.document.file, range };
    let hints = asked.snapshot.analysis.inlay_hints(at).into_iter();
    hints.map(|hint| convert(asked, hint)).collect()
}

fn convert(asked: &Asked, hint: ide::InlayHint) -> InlayHint {
    let tooltip = asked.snapshot.markdown(&hint.tooltip);
    InlayHint {
        position: asked.range(TextRange::empty(hint.at)).start,
        label: label(asked, hint.label),
        // It is neither a type nor a parameter.
        kind: None,
        text_edits: None,
        tooltip: Some(InlayHintTooltip::MarkupContent(tooltip)),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}

/// In parts where one of them leads somewhere.
fn label(asked: &Asked, parts: Vec<ide::LabelPart>) -> InlayHintLabel {
    if parts.iter().all(|part| part.at.is_none()) {
        return InlayHintLabel::String(parts.into_iter().map(|part| part.text).collect());
    }
    let parts = parts.into_iter().map(|part| InlayHintLabelPart {
        value: part.text,
        location: part.at.and_then(|at| asked.snapshot.location(at)),
        ..InlayHintLabelPart::default()
    });
    InlayHintLabel::LabelParts(parts.collect())
}
