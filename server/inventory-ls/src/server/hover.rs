//! `textDocument/hover`

use ide::FileRange;
use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use super::backend::Asked;
use super::world::Snapshot;

pub(super) fn hover(asked: &Asked, at: Position) -> Option<Hover> {
    let hover = asked.snapshot.analysis.hover(asked.place(at))?;
    let contents = if asked.snapshot.client.markdown_hover {
        asked.snapshot.markdown(&hover.text)
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: hover.text.plain() }
    };
    let range = Some(asked.range(hover.range));
    Some(Hover { contents: HoverContents::Markup(contents), range })
}

impl Snapshot {
    /// A text in which places are links.
    pub(super) fn markdown(&self, text: &ide::Markup) -> MarkupContent {
        let value = text.markdown(&|at| self.link(at));
        MarkupContent { kind: MarkupKind::Markdown, value }
    }

    /// `file:///clan.nix#L12`, as editors follow it.
    fn link(&self, at: FileRange) -> Option<String> {
        let location = self.location(at)?;
        // Such a link ends at a bracket.
        let uri = location.uri.as_str().replace('(', "%28").replace(')', "%29");
        Some(format!("{uri}#L{}", location.range.start.line + 1))
    }
}
