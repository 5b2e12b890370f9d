//! `query rename`

use std::path::Path;

use ide::{Analysis, FilePosition, Renaming, apply};
use serde::Serialize;

use crate::args::QueryFormat;
use crate::cli::target::Target;
use crate::cli::{Failure, diff, output};

#[derive(Serialize)]
struct Record<'a> {
    /// What is renamed: `machine`, `tag` and so on.
    kind: &'a str,
    /// The files that are edited, with their new texts.
    files: Vec<Edited>,
    /// What is moved after that.
    moves: Vec<Moved>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Edited {
    file: String,
    text: String,
}

#[derive(Serialize)]
struct Moved {
    from: String,
    to: String,
}

/// What gives the thing at a place another name.
///
/// # Errors
/// It can't have that.
pub(super) fn find(analysis: &Analysis, at: FilePosition, new: &str) -> Result<Renaming, Failure> {
    analysis.rename(at, new).map_err(|refused| Failure::new(refused.0))
}

/// The renaming: as JSON, or as a patch with what is moved and noted below.
pub(super) fn answer(
    renaming: &Renaming,
    (target, analysis): (&Target, &Analysis),
    format: QueryFormat,
) -> Result<String, Failure> {
    let name = |path: &Path| match format {
        QueryFormat::Json => target.in_folder(path),
        QueryFormat::Text => target.as_typed(path),
    };
    let texts = renaming.change.files().filter_map(|(file, edits)| {
        let old = analysis.text(file)?.to_string();
        let new = apply(&old, edits)?;
        Some((name(&analysis.path(file)), old, new))
    });
    let moves = renaming.moves.iter();
    let moves = moves.map(|it| Moved { from: name(&it.from), to: name(&it.to) });
    match format {
        QueryFormat::Json => {
            let files = texts.map(|(file, _, text)| Edited { file, text }).collect();
            output::json(&Record {
                kind: renaming.noun,
                files,
                moves: moves.collect(),
                notes: &renaming.notes,
            })
        }
        QueryFormat::Text => {
            let moves = moves.map(|it| format!("move {} to {}\n", it.from, it.to));
            let notes = renaming.notes.iter().map(|note| format!("note: {note}\n"));
            Ok(diff::render_all(texts.collect()) + &moves.chain(notes).collect::<String>())
        }
    }
}
