//! What a client was told that asks for diagnostics. Each answer has a number that follows from
//! what is in it, so that a later one can say that it is the same.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use dashmap::DashMap;
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::judgement::Judgement;

/// What is wrong in each file of the workspace, with the number of the answer.
pub(super) type Numbered = Vec<(Uri, Judgement, String)>;

#[derive(Default)]
pub(super) struct Pulled {
    /// The numbers of the last answers about open documents.
    documents: DashMap<Uri, String>,
    workspace_asked: AtomicBool,
    /// The last answer about the workspace, and the state that it is about.
    workspace: Mutex<Option<(u64, Arc<Numbered>)>>,
}

impl Pulled {
    pub(super) fn tell(&self, uri: Uri, id: String) {
        self.documents.insert(uri, id);
    }

    /// Was that the last answer?
    pub(super) fn is_told(&self, uri: &Uri, id: &str) -> bool {
        self.documents.get(uri).is_some_and(|told| *told == id)
    }

    /// The document is opened or closed.
    pub(super) fn forget(&self, uri: &Uri) {
        self.documents.remove(uri);
    }

    /// Does the client ask for what is wrong in the files that it does not hold open?
    pub(super) fn has_workspace(&self) -> bool {
        self.workspace_asked.load(Ordering::SeqCst)
    }

    /// It does. Is that new?
    pub(super) fn ask_workspace(&self) -> bool {
        !self.workspace_asked.swap(true, Ordering::SeqCst)
    }

    /// What was said of the workspace in a state.
    pub(super) fn workspace(&self, revision: u64) -> Option<Arc<Numbered>> {
        let last = self.workspace.lock().unwrap_or_else(PoisonError::into_inner);
        last.as_ref().filter(|(of, _)| *of == revision).map(|(_, judgements)| judgements.clone())
    }

    pub(super) fn keep_workspace(&self, revision: u64, judgements: Arc<Numbered>) {
        *self.workspace.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((revision, judgements));
    }
}

/// The number of an answer.
pub(super) fn result_id(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(diagnostics).unwrap_or_default().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
