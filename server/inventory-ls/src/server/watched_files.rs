//! `workspace/didChangeWatchedFiles`: what the client is to tell of.

use std::path::{Path, PathBuf};

use tower_lsp::ls_types::{
    DidChangeWatchedFilesParams, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher,
    GlobPattern, Registration, WatchKind,
};

use super::uri::path_of;

/// What has changed, as far as it can matter.
pub(super) fn changed(params: &DidChangeWatchedFilesParams) -> Vec<PathBuf> {
    let paths = params.changes.iter().filter_map(|change| path_of(&change.uri));
    paths.filter(|path| may_matter(path)).collect()
}

/// A file that clans are made of, one among machines, or what may be a folder. Git is busy in its own
/// folder all the time, and editors put hidden files beside those that they hold open.
fn may_matter(path: &Path) -> bool {
    let is = |path: &Path, name: &str| path.file_name().is_some_and(|it| it == name);
    let above = |name: &str| path.ancestors().skip(1).any(|folder| is(folder, name));
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    if above(".git") || (hidden && !is(path, ".git")) {
        return false;
    }
    let kinds = ["nix", "lock", "json", "toml"];
    path.extension().is_none_or(|it| kinds.iter().any(|kind| it == *kind)) || above("machines")
}

/// The files that a clan is made of. Whatever comes or goes matters: a folder that is moved takes its
/// files with it without a word about them, and a clan may list what is in a folder.
pub(super) fn registration() -> Registration {
    let changed =
        ["**/*.nix", "**/flake.lock", "**/inventory.json", "**/machines/*", "**/inventory-ls.toml"];
    let changed = changed.map(|glob| watcher(glob, None));
    let moved = watcher("**/*", Some(WatchKind::Create | WatchKind::Delete));
    let watchers = changed.into_iter().chain([moved]).collect();
    let options = DidChangeWatchedFilesRegistrationOptions { watchers };
    Registration {
        id: "watched-files".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: serde_json::to_value(options).ok(),
    }
}

fn watcher(glob: &str, kind: Option<WatchKind>) -> FileSystemWatcher {
    FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_git_and_editors_do_is_passed_over() {
        let file = |path: &str| json!({ "uri": format!("file:///fleet/{path}"), "type": 1 });
        let files = ["x.nix~", ".x.nix.swp", ".git", ".git/index.lock", "machines/jon"].map(file);
        let params = serde_json::from_value(json!({ "changes": files })).unwrap();
        let paths = ["/fleet/.git", "/fleet/machines/jon"].map(PathBuf::from);
        assert_eq!(changed(&params), paths);
    }
}
