//! `workspace/didChangeWatchedFiles`: what the client is to tell of.

use tower_lsp::ls_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, Registration,
};

/// The files that a clan is made of; folders matter where machines are folders.
pub(super) fn registration() -> Registration {
    let globs =
        ["**/*.nix", "**/flake.lock", "**/inventory.json", "**/machines/*", "**/inventory-ls.toml"];
    let watchers = globs.map(|glob| FileSystemWatcher {
        glob_pattern: GlobPattern::String(glob.to_owned()),
        kind: None,
    });
    let options = DidChangeWatchedFilesRegistrationOptions { watchers: watchers.to_vec() };
    Registration {
        id: "watched-files".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: serde_json::to_value(options).ok(),
    }
}
