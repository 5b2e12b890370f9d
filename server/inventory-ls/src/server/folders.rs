//! The folders of the client's workspace.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tower_lsp::ls_types::{InitializeParams, WorkspaceFoldersChangeEvent};

use super::uri::path_of;

/// The folders that are open now, and those that were.
#[derive(Default)]
pub(super) struct Folders(Mutex<State>);

#[derive(Default)]
struct State {
    open: Vec<PathBuf>,
    /// Folders that were taken out of the workspace; what the client still holds open of them is
    /// not judged.
    left: Vec<PathBuf>,
}

impl Folders {
    /// Takes the folders that the client starts with.
    #[expect(deprecated, reason = "older clients know no other way to tell it")]
    pub(super) fn initialize(&self, params: &InitializeParams) {
        let folders = params.workspace_folders.iter().flatten();
        let mut open: Vec<_> = folders.filter_map(|folder| path_of(&folder.uri)).collect();
        if open.is_empty() {
            open.extend(params.root_uri.as_ref().and_then(path_of));
        }
        self.state().open = open;
    }

    pub(super) fn change(&self, event: &WorkspaceFoldersChangeEvent) {
        let removed: Vec<_> = event.removed.iter().filter_map(|it| path_of(&it.uri)).collect();
        let added: Vec<_> = event.added.iter().filter_map(|it| path_of(&it.uri)).collect();
        let mut state = self.state();
        state.open.retain(|folder| !removed.contains(folder) && !added.contains(folder));
        state.left.extend(removed);
        state.left.retain(|folder| !added.contains(folder));
        state.open.extend(added);
    }

    /// All that are open, in the client's order.
    pub(super) fn all(&self) -> Vec<PathBuf> {
        self.state().open.clone()
    }

    /// Did a file belong to the workspace, and does no more?
    pub(super) fn have_left(&self, path: &Path) -> bool {
        let state = self.state();
        let holds = |folders: &[PathBuf]| folders.iter().any(|folder| path.starts_with(folder));
        holds(&state.left) && !holds(&state.open)
    }

    /// A file is opened: whatever folder it is in, it is wanted.
    pub(super) fn opened(&self, path: &Path) {
        self.state().left.retain(|folder| !path.starts_with(folder));
    }

    /// A panic while it was held left it whole: each change is of one list.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
