//! `query hover`

use ide::Hover;
use serde::Serialize;

use crate::args::QueryFormat;
use crate::cli::source::{Source, Span};
use crate::cli::{Failure, output};

#[derive(Serialize)]
struct Record {
    range: Span,
    markdown: String,
}

/// The hover; nothing (in JSON null) when there is none.
pub(super) fn answer(
    hover: Option<&Hover>,
    source: &Source,
    format: QueryFormat,
) -> Result<String, Failure> {
    match format {
        QueryFormat::Json => output::json(&hover.map(|hover| Record {
            range: source.span(hover.range),
            markdown: hover.text.markdown(&|_| None),
        })),
        QueryFormat::Text => Ok(hover.map(|hover| lines(&hover.text.plain())).unwrap_or_default()),
    }
}

pub(super) fn lines(text: &str) -> String {
    text.lines().map(|line| output::printable(line) + "\n").collect()
}
