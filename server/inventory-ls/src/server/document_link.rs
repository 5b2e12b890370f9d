//! `textDocument/documentLink`

use ide::LinkTarget;
use tower_lsp::ls_types::DocumentLink;

use super::backend::Asked;

pub(super) fn document_link(asked: &Asked) -> Vec<DocumentLink> {
    let analysis = &asked.snapshot.analysis;
    let links = analysis.document_links(asked.document.file).into_iter().filter_map(|link| {
        let target = match link.target {
            LinkTarget::File(path) => asked.snapshot.uri(analysis.file(&path))?,
            LinkTarget::Page(page) => page.parse().ok()?,
        };
        Some(DocumentLink {
            range: asked.range(link.range),
            target: Some(target),
            tooltip: None,
            data: None,
        })
    });
    links.collect()
}
