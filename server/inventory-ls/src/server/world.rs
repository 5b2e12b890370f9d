//! What the server knows: the open documents and the analysis over them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use dashmap::DashMap;
use ide::{Analysis, AnalysisHost, Disk};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, InitializeParams, TextDocumentItem, Uri,
};

use super::client_facts::ClientFacts;
use super::configurations::Configurations;
use super::document::Document;
use super::uri::path_of;

use crate::told_inputs::ToldInputs;

/// The state that notifications change and requests read.
pub(super) struct World {
    /// Taken for each change and for each snapshot, so that documents and analysis agree.
    host: Mutex<AnalysisHost>,
    documents: DashMap<Uri, Arc<Document>>,
    client: OnceLock<ClientFacts>,
    /// The folder that the client opened first.
    folder: OnceLock<PathBuf>,
    pub(super) configurations: Arc<Configurations>,
    /// Woken when there may be something to publish.
    pub(super) changed: Notify,
}

/// Documents and analysis at one moment.
#[derive(Clone)]
pub(super) struct Snapshot {
    pub(super) analysis: Analysis,
    pub(super) client: ClientFacts,
    pub(super) documents: Vec<(Uri, Arc<Document>)>,
    pub(super) configurations: Arc<Configurations>,
}

impl Snapshot {
    /// The same, for work that a token may cancel.
    pub(super) fn until(self, token: &CancellationToken) -> Snapshot {
        let token = token.clone();
        Snapshot { analysis: self.analysis.until(move || token.is_cancelled()), ..self }
    }
}

impl World {
    pub(super) fn new(disk: Arc<dyn Disk>) -> World {
        let configurations = Arc::new(Configurations::new(disk.clone()));
        let configured = configurations.clone();
        let told =
            ToldInputs::new(disk, move |flake: &Path, name: &str| configured.input(flake, name));
        World {
            host: Mutex::new(AnalysisHost::new(Arc::new(told))),
            documents: DashMap::new(),
            client: OnceLock::new(),
            folder: OnceLock::new(),
            configurations,
            changed: Notify::new(),
        }
    }

    /// Remembers what the client can do. Only the first time counts.
    pub(super) fn initialize(&self, params: &InitializeParams) -> ClientFacts {
        *self.client.get_or_init(|| {
            let options = params.initialization_options.as_ref();
            let folder = folder_of(params);
            self.configurations.initialize(folder.as_deref(), options.unwrap_or_default());
            folder.into_iter().for_each(|folder| drop(self.folder.set(folder)));
            ClientFacts::of(params)
        })
    }

    /// The folders that the client works on.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        self.folder.get().cloned().into_iter().collect()
    }

    /// `None` before the client has said what it can do.
    pub(super) fn client(&self) -> Option<ClientFacts> {
        self.client.get().copied()
    }

    /// A document as it is now, among everything else.
    pub(super) fn document(&self, uri: &Uri) -> Option<(Arc<Document>, Snapshot)> {
        let host = self.host();
        let document = self.documents.get(uri)?.clone();
        Some((document, self.snapshot_of(&host)?))
    }

    /// Everything as it is now.
    pub(super) fn snapshot(&self) -> Option<Snapshot> {
        self.snapshot_of(&self.host())
    }

    fn snapshot_of(&self, host: &AnalysisHost) -> Option<Snapshot> {
        let documents = self.documents.iter();
        let documents = documents.map(|entry| (entry.key().clone(), entry.value().clone()));
        Some(Snapshot {
            client: self.client()?,
            documents: documents.collect(),
            analysis: host.snapshot(),
            configurations: self.configurations.clone(),
        })
    }

    pub(super) fn did_open(&self, params: DidOpenTextDocumentParams) {
        let TextDocumentItem { uri, version, text, .. } = params.text_document;
        let Some(path) = path_of(&uri) else {
            tracing::info!("{} is no file: not analysed", uri.as_str());
            return;
        };
        let mut host = self.host();
        let file = host.snapshot().file(&path);
        let document = Document::new(path.clone(), file, version, &text);
        host.open(path, document.parse.clone());
        self.documents.insert(uri, Arc::new(document));
        self.changed.notify_one();
    }

    pub(super) fn did_change(&self, params: &DidChangeTextDocumentParams) {
        let (uri, version) = (&params.text_document.uri, params.text_document.version);
        let mut host = self.host();
        let Some(mut entry) = self.documents.get_mut(uri) else {
            tracing::warn!("a change of {}, which is not open", uri.as_str());
            return;
        };
        let document = Arc::make_mut(&mut entry);
        if version < document.version {
            tracing::warn!("{}: version {version} after {}", uri.as_str(), document.version);
        }
        document.version = version;
        let encoding = self.client().unwrap_or_default().encoding;
        for change in &params.content_changes {
            document.apply(change, encoding);
        }
        host.open(document.path.clone(), document.parse.clone());
        self.changed.notify_one();
    }

    pub(super) fn did_close(&self, params: &DidCloseTextDocumentParams) {
        let mut host = self.host();
        if let Some((_, document)) = self.documents.remove(&params.text_document.uri) {
            host.close(&document.path);
        }
        self.changed.notify_one();
    }

    pub(super) fn did_change_watched_files(&self, params: &DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| path_of(&change.uri)).collect();
        self.configurations.forget_files();
        self.changed_on_disk(paths);
    }

    /// Whatever was saved: not every client tells of files that it does not show.
    pub(super) fn did_save(&self) {
        self.configurations.forget_files();
        self.changed_on_disk(Vec::new());
    }

    /// The client's settings are others now.
    pub(super) fn configure(&self, settings: &serde_json::Value) {
        self.configurations.change(settings);
        self.changed_on_disk(Vec::new());
    }

    /// These files may be others, and the inputs that configurations name may lie elsewhere.
    fn changed_on_disk(&self, mut paths: Vec<PathBuf>) {
        let other_inputs = self.configurations.other_inputs();
        if !paths.is_empty() || other_inputs.is_some() {
            paths.extend(other_inputs.into_iter().flatten());
            self.host().disk_changed(&paths);
        }
        self.changed.notify_one();
    }

    /// A panic while it was held left it whole: the host's changes are single assignments.
    fn host(&self) -> MutexGuard<'_, AnalysisHost> {
        self.host.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The first folder that the client opens.
#[expect(deprecated, reason = "older clients know no other way to tell it")]
fn folder_of(params: &InitializeParams) -> Option<PathBuf> {
    let folders = params.workspace_folders.iter().flatten().map(|folder| &folder.uri);
    let uri = folders.chain(&params.root_uri).next()?;
    Some(uri.to_file_path()?.into_owned())
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::path::Path;
    use std::sync::atomic::{AtomicBool, Ordering};

    use ide::{DirEntry, FileError, FileKind};
    use serde_json::json;

    use super::*;

    /// A disk that fails once, as only a bug of ours does.
    #[derive(Default)]
    struct FaultyDisk(AtomicBool);

    impl Disk for FaultyDisk {
        fn read(&self, path: &Path) -> Result<String, FileError> {
            let again = self.0.swap(true, Ordering::SeqCst);
            assert!(again || !path.ends_with("b.nix"), "a bug");
            if path.ends_with("b.nix") { Ok("{ }".to_owned()) } else { Err(FileError::NotFound) }
        }

        fn read_dir(&self, _: &Path) -> Result<Vec<DirEntry>, FileError> {
            Err(FileError::NotFound)
        }

        fn kind(&self, path: &Path) -> Option<FileKind> {
            path.ends_with("b.nix").then_some(FileKind::File)
        }

        fn nix_files(&self, _: &Path) -> Vec<PathBuf> {
            Vec::new()
        }
    }

    fn open(world: &World, text: &str) {
        let document =
            json!({ "uri": "file:///clan.nix", "languageId": "nix", "version": 1, "text": text });
        world.did_open(serde_json::from_value(json!({ "textDocument": document })).unwrap());
    }

    /// The number of mistakes in the open document.
    fn mistakes(world: &World) -> usize {
        let snapshot = world.snapshot().unwrap();
        snapshot.analysis.diagnostics(snapshot.documents[0].1.file).len()
    }

    #[test]
    fn after_a_panic_all_locks_open() {
        let world = World::new(Arc::new(FaultyDisk::default()));
        world.initialize(&InitializeParams::default());
        open(
            &world,
            "{ meta.name = \"x\"; imports = [ ./b.nix ]; inventory.instances.nope = { }; }",
        );
        assert!(catch_unwind(AssertUnwindSafe(|| mistakes(&world))).is_err());
        let while_held = || {
            let _host = world.host();
            panic!("another bug");
        };
        assert!(catch_unwind(AssertUnwindSafe(while_held)).is_err());

        assert_eq!(mistakes(&world), 1);
        open(
            &world,
            "{ meta.name = \"x\"; inventory.instances.nope = { }; inventory.instances.no = { }; }",
        );
        assert_eq!(mistakes(&world), 2);
    }
}
