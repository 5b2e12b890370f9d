//! `workspace/symbol`

use std::path::PathBuf;

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
    let mut clans = snapshot.clans(folders);
    // Those for which the user turned this off are left out.
    clans.retain(|it| snapshot.configurations.of(&it.entry).configuration.enables("symbol"));
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
