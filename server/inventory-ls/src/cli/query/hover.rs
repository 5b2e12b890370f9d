//! `query hover`

use ide::Hover;
use serde::Serialize;

use crate::args::QueryFormat;
use crate::cli::source::{Source, Span};
use crate::cli::{Failure, output};

#[derive(Serialize)]
struct Record<'a> {
    range: Span,
    markdown: &'a str,
}

/// The hover; nothing (in JSON null) when there is none.
pub(super) fn answer(
    hover: Option<&Hover>,
    source: &Source,
    format: QueryFormat,
) -> Result<String, Failure> {
    let record = hover.map(|hover| Record {
        range: source.span(hover.range),
        markdown: hover.markdown.trim_end(),
    });
    match format {
        QueryFormat::Json => output::json(&record),
        QueryFormat::Text => Ok(record.map_or_else(String::new, |it| lines(it.markdown))),
    }
}

fn lines(text: &str) -> String {
    text.lines().map(|line| output::printable(line) + "\n").collect()
}
