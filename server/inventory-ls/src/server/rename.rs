//! `textDocument/prepareRename`, `textDocument/rename`, `workspace/willRenameFiles`

use std::path::PathBuf;

use ide::{Move, Refused, Renaming};
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{Position, PrepareRenameResponse, RenameFilesParams, Uri, WorkspaceEdit};

use super::backend::Asked;
use super::uri::path_of;
use super::world::Snapshot;

/// The name that can be another, without its quotes. Where nothing of the clan is named, another
/// server may know something: that is no error.
pub(super) fn prepare_rename(asked: &Asked, at: Position) -> Result<Option<PrepareRenameResponse>> {
    let found = asked.snapshot.analysis.prepare_rename(asked.place(at)).map_err(refused)?;
    let Some(found) = found else { return Ok(None) };
    let (range, placeholder) = (asked.range(found.range), found.name.into());
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder }))
}

/// The edits, and what the user should know of.
pub(super) fn rename(
    asked: &Asked,
    at: Position,
    new: &str,
) -> Result<(WorkspaceEdit, Vec<String>)> {
    let snapshot = &asked.snapshot;
    let renaming = snapshot.analysis.rename(asked.place(at), new).map_err(refused)?;
    let Renaming { change, moves, notes, .. } = renaming;
    if let (Some(moved), false) = (moves.first(), snapshot.client.renames_files) {
        return Err(refused(Refused(format!(
            "the folder {} is to be moved too, which this editor does not do: move it yourself \
             first",
            moved.from.display()
        ))));
    }
    Ok((snapshot.workspace_edit(&change, &moves), notes))
}

/// What is edited before files are moved.
pub(super) fn will_rename_files(
    snapshot: &Snapshot,
    params: &RenameFilesParams,
) -> Option<WorkspaceEdit> {
    let path = |uri: &str| -> Option<PathBuf> { path_of(&uri.parse::<Uri>().ok()?) };
    let moves = params
        .files
        .iter()
        .filter_map(|file| Some(Move { from: path(&file.old_uri)?, to: path(&file.new_uri)? }));
    let moves: Vec<Move> = moves.collect();
    let change = snapshot.analysis.change_for_moves(&moves)?;
    Some(snapshot.workspace_edit(&change, &[]))
}

/// Editors show the reason.
fn refused(Refused(reason): Refused) -> Error {
    const REQUEST_FAILED: i64 = -32803;
    let code = ErrorCode::ServerError(REQUEST_FAILED);
    Error { code, message: reason.into(), data: None }
}
