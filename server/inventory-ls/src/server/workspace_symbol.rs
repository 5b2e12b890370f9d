//! `workspace/symbol`

use std::path::PathBuf;
use std::sync::Arc;

use ide::Clan;
use tower_lsp::ls_types::{SymbolInformation, WorkspaceSymbolResponse};

use super::document_symbol::kind;
use super::world::Snapshot;

/// Nobody reads a longer list: who types on finds the rest.
const MOST: usize = 256;

/// The things whose names fit a query, in the clans of some folders and of the open documents.
pub(super) fn workspace_symbol(
    snapshot: &Snapshot,
    folders: &[PathBuf],
    query: &str,
) -> WorkspaceSymbolResponse {
    let clans = clans(snapshot, folders);
    let found = snapshot.analysis.workspace_symbols(&clans, query, MOST).into_iter();
    // The protocol's type has a field `deprecated`, which is deprecated and can't be left out.
    #[expect(deprecated)]
    let symbols = found.filter_map(|symbol| {
        Some(SymbolInformation {
            name: symbol.name,
            kind: kind(symbol.kind),
            tags: None,
            deprecated: None,
            location: snapshot.location(symbol.at)?,
            container_name: symbol.container,
        })
    });
    WorkspaceSymbolResponse::Flat(symbols.collect())
}

/// Each clan once, those left out for which the user turned this off.
fn clans(snapshot: &Snapshot, folders: &[PathBuf]) -> Vec<Arc<Clan>> {
    let analysis = &snapshot.analysis;
    let of_folders = folders.iter().flat_map(|folder| analysis.clans(folder));
    let documents = snapshot.documents.iter();
    let of_documents = documents.filter_map(|(_, document)| analysis.clan(&document.path));
    let mut clans: Vec<Arc<Clan>> = Vec::new();
    for clan in of_folders.chain(of_documents) {
        let is_known = clans.iter().any(|known| known.entry == clan.entry);
        let configured = snapshot.configurations.of(&clan.entry);
        if !is_known && configured.configuration.enables("symbol") {
            clans.push(clan);
        }
    }
    clans
}
