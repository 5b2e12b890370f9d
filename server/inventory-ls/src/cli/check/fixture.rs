//! Handmade findings to render in tests.

use ide::{Code, Diagnostic, FileId, Severity, TextRange, TextSize};

use super::findings::Finding;
use crate::cli::source::Sources;

/// The first file of [`sources`].
pub(super) const CLAN: FileId = FileId(0);

/// Texts under their paths; files are numbered in their order.
pub(super) fn sources(texts: &[(&str, &str)]) -> Sources {
    let mut sources = Sources::default();
    for (number, (path, text)) in (0..).zip(texts) {
        sources.insert(FileId(number), path, text);
    }
    sources
}

/// Where `part` first stands in a file.
pub(super) fn find(sources: &Sources, file: FileId, part: &str) -> TextRange {
    let start = sources.get(file).unwrap().text().find(part).unwrap();
    TextRange::at(TextSize::try_from(start).unwrap(), TextSize::of(part))
}

/// An error at the first `part` of [`CLAN`].
pub(super) fn finding(sources: &Sources, part: &str, code: Code, message: &str) -> Finding {
    let diagnostic = Diagnostic {
        code,
        severity: Severity::Error,
        range: find(sources, CLAN, part),
        message: message.to_owned(),
        related: Vec::new(),
        misspelt: None,
    };
    Finding { file: CLAN, diagnostic, help: None }
}
