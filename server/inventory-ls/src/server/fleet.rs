//! `inventory-ls/fleet`: whole clans, for who draws them. `PROTOCOL.md` describes question and answer.

mod answer;
mod files;
mod scribe;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{Clan, Disk, FileError};
use serde::Deserialize;
use tower_lsp::ls_types::TextDocumentIdentifier;

use super::uri::path_of;
use super::world::Snapshot;
use crate::disk::RealDisk;
use crate::no_clan;

pub(super) use answer::Fleet;

pub(super) const METHOD: &str = "inventory-ls/fleet";

/// What is asked about: the clan of a document or, without one, all that there are.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FleetParams {
    text_document: Option<TextDocumentIdentifier>,
}

/// The answer; `folders` are those of the workspace.
pub(super) fn fleet(snapshot: &Snapshot, folders: &[PathBuf], params: &FleetParams) -> Fleet {
    let about = params.text_document.as_ref();
    let path = about.and_then(|document| path_of(&document.uri));
    let clans: Vec<Arc<Clan>> = match (about, &path) {
        (None, _) => snapshot.clans(folders),
        (Some(_), Some(path)) => snapshot.analysis.clans(path),
        (Some(_), None) => Vec::new(),
    };
    let why = clans.is_empty().then(|| match (about, path) {
        (Some(document), None) => no_file(document.uri.as_str()),
        (_, Some(path)) => of_document(&path),
        (None, None) => of_workspace(snapshot, folders),
    });
    let clans = clans.iter().map(|clan| scribe::clan(snapshot, &snapshot.analysis.fleet(clan)));
    Fleet { format: answer::FORMAT, clans: clans.collect(), why }
}

fn no_file(uri: &str) -> String {
    format!(
        "`{uri}` is no file on the disk, so it belongs to no clan; save it in the clan's folder"
    )
}

fn of_document(path: &Path) -> String {
    let what = no_clan::of_file(path.display());
    format!("{what}; open a file of one: clan.nix, flake.nix or what these import")
}

/// Why nothing was found, and what to do.
fn of_workspace(snapshot: &Snapshot, folders: &[PathBuf]) -> String {
    let entries = folders.iter().map(|folder| folder.join("clan.nix"));
    let mut unreadable = entries.filter_map(|entry| match RealDisk.read(&entry) {
        Ok(_) | Err(FileError::NotFound) => None,
        Err(why) => Some(format!("cannot read `{}`: {why}", entry.display())),
    });
    if let Some(why) = unreadable.next() {
        return why;
    }
    if !folders.is_empty() {
        let shown: Vec<_> = folders.iter().map(|it| format!("`{}`", it.display())).collect();
        let what = no_clan::in_folder(shown.join(", "));
        return format!("{what}; open the folder that holds it, or write a clan.nix");
    }
    match snapshot.documents.first() {
        Some((_, document)) => of_document(&document.path),
        None => "no folder is open: open the one that holds clan.nix or flake.nix".to_owned(),
    }
}
