//! `query definition`, `query references`

use ide::{Analysis, Disk, FileRange};
use serde::Serialize;

use crate::args::QueryFormat;
use crate::cli::source::{Sources, Span};
use crate::cli::target::Target;
use crate::cli::{Failure, output};

#[derive(Serialize)]
struct Record<'a> {
    file: &'a str,
    range: Span,
}

/// Places: as JSON, or a line for each.
pub(super) fn answer(
    targets: &[FileRange],
    (target, analysis, disk): (&Target, &Analysis, &dyn Disk),
    format: QueryFormat,
) -> Result<String, Failure> {
    let files = targets.iter().map(|at| (at.file, analysis.path(at.file)));
    let sources = Sources::read(disk, files, |path| match format {
        QueryFormat::Json => target.in_folder(path),
        QueryFormat::Text => target.as_typed(path),
    });
    let records = targets.iter().filter_map(|at| {
        let source = sources.get(at.file)?;
        Some(Record { file: source.path(), range: source.span(at.range) })
    });
    let records: Vec<_> = records.collect();
    match format {
        QueryFormat::Json => output::json(&records),
        QueryFormat::Text => Ok(records.iter().map(line).collect()),
    }
}

fn line(record: &Record<'_>) -> String {
    let start = record.range.start;
    format!("{}:{}:{}\n", record.file, start.line, start.column)
}
