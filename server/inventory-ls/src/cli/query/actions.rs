//! `query actions`

use ide::{Analysis, CodeAction, Disk, FilePosition, FileRange, TextRange};
use serde::Serialize;

use crate::args::QueryFormat;
use crate::cli::layout::Rows;
use crate::cli::source::{Sources, Span};
use crate::cli::target::Target;
use crate::cli::{Failure, output};

#[derive(Serialize)]
struct Record<'a> {
    title: &'a str,
    kind: &'a str,
    preferred: bool,
    safe: bool,
    /// The code of the mistake that it mends.
    mends: Option<&'a str>,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    file: &'a str,
    range: Span,
    insert: &'a str,
}

/// What can be done at a place.
pub(super) fn find(analysis: &Analysis, at: FilePosition) -> Vec<CodeAction> {
    let mistakes = analysis.diagnostics(at.file);
    let at = FileRange { file: at.file, range: TextRange::empty(at.offset) };
    let of_file =
        analysis.file_actions(at, &mistakes, &|_| true).into_iter().filter_map(|action| {
            let change = analysis.change_of(at.file, action, &Analysis::diagnostics)?;
            let (title, kind) = (action.title(), action.kind());
            Some(CodeAction { title, kind, preferred: false, safe: false, mends: None, change })
        });
    analysis.code_actions(at, &mistakes).into_iter().chain(of_file).collect()
}

/// The actions: as JSON with their edits, or a line for each.
pub(super) fn answer(
    actions: &[CodeAction],
    (target, analysis, disk): (&Target, &Analysis, &dyn Disk),
    format: QueryFormat,
) -> Result<String, Failure> {
    let files = actions.iter().flat_map(|action| action.change.files());
    let files = files.map(|(file, _)| (file, analysis.path(file)));
    let sources = Sources::read(disk, files, |path| target.in_folder(path));
    let records: Vec<Record<'_>> = actions.iter().map(|action| record(action, &sources)).collect();
    match format {
        QueryFormat::Json => output::json(&records),
        QueryFormat::Text => {
            let mut rows = Rows::indented(0);
            for record in &records {
                rows.push([record.kind, record.title], None);
            }
            Ok(rows.render())
        }
    }
}

fn record<'a>(action: &'a CodeAction, sources: &'a Sources) -> Record<'a> {
    let edits = action.change.files().flat_map(|(file, edits)| {
        let source = sources.get(file);
        edits.iter().filter_map(move |edit| {
            let (file, range) = (source?.path(), source?.span(edit.delete));
            Some(Edit { file, range, insert: &edit.insert })
        })
    });
    Record {
        title: &action.title,
        kind: action.kind.as_str(),
        preferred: action.preferred,
        safe: action.safe,
        mends: action.mends.as_ref().map(|mistake| mistake.code.as_str()),
        edits: edits.collect(),
    }
}
