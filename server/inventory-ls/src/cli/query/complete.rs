//! `query complete`

use ide::CompletionItem;
use serde::Serialize;

use crate::args::QueryFormat;
use crate::cli::layout::Rows;
use crate::cli::source::{Source, Span};
use crate::cli::{Failure, output};

#[derive(Serialize)]
struct Record<'a> {
    label: &'a str,
    detail: Option<&'a str>,
    documentation: Option<&'a str>,
    edit: Edit<'a>,
}

/// What taking the proposal changes.
#[derive(Serialize)]
struct Edit<'a> {
    range: Span,
    insert: &'a str,
}

/// The proposals in their order: as JSON, or a line for each.
pub(super) fn answer(
    items: &[CompletionItem],
    source: &Source,
    format: QueryFormat,
) -> Result<String, Failure> {
    match format {
        QueryFormat::Json => {
            output::json(&items.iter().map(|item| record(item, source)).collect::<Vec<_>>())
        }
        QueryFormat::Text => {
            let mut rows = Rows::indented(0);
            for item in items {
                rows.push([&item.label, item.detail.as_deref().unwrap_or_default()], None);
            }
            Ok(rows.render())
        }
    }
}

fn record<'a>(item: &'a CompletionItem, source: &Source) -> Record<'a> {
    Record {
        label: &item.label,
        detail: item.detail.as_deref(),
        documentation: item.documentation.as_deref(),
        edit: Edit { range: source.span(item.edit.delete), insert: &item.edit.insert },
    }
}
