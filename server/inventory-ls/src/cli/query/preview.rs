//! `query preview`

use ide::Preview;
use serde::Serialize;

use super::hover::lines;
use crate::args::QueryFormat;
use crate::cli::source::{Source, Span};
use crate::cli::{Failure, output};
use crate::difference::Difference;

#[derive(Serialize)]
struct Record<'a> {
    range: Span,
    title: &'a str,
    /// May there be other changes?
    open: bool,
    changes: Vec<Difference<'a>>,
}

/// What would change; nothing (in JSON null) where nothing can be taken out.
pub(super) fn answer(
    preview: Option<&Preview>,
    source: &Source,
    format: QueryFormat,
) -> Result<String, Failure> {
    match format {
        QueryFormat::Json => output::json(&preview.map(|preview| Record {
            range: source.span(preview.at.range),
            title: &preview.title,
            open: preview.open,
            changes: preview.differences.iter().map(Difference::from).collect(),
        })),
        QueryFormat::Text => Ok(preview.map(|it| lines(&it.text.plain())).unwrap_or_default()),
    }
}
