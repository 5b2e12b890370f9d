//! What the server knows: the open documents and the analysis over them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use dashmap::DashMap;
use ide::{Analysis, AnalysisHost, Disk, FileId};
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;
use tower_lsp::ls_types::{
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    InitializeParams, TextDocumentItem, Uri,
};

use super::client_facts::ClientFacts;
use super::configurations::Configurations;
use super::document::Document;
use super::folders::Folders;
use super::pulled::Pulled;
use super::trace::TraceLevel;
use super::uri::path_of;
use super::watched_files;
use crate::configuration::Trace;
use crate::told_inputs::ToldInputs;

/// The state that notifications change and requests read.
pub(super) struct World {
    /// Taken for each change and for each snapshot, so that documents and analysis agree.
    host: Mutex<AnalysisHost>,
    documents: DashMap<Uri, Arc<Document>>,
    client: OnceLock<ClientFacts>,
    /// The methods that the client asks for again when what they are about has changed meanwhile.
    retried: OnceLock<Vec<String>>,
    folders: Folders,
    pub(super) configurations: Arc<Configurations>,
    /// Counts the states: a new one may give something else to tell.
    changed: watch::Sender<u64>,
    /// Woken when there may be other settings.
    pub(super) configured: Notify,
    /// Woken when a new state has been judged, so that answers about it are at hand.
    pub(super) judged: Notify,
    /// What the client was told because it asked.
    pub(super) pulled: Pulled,
    pub(super) trace: TraceLevel,
}

/// Documents and analysis at one moment.
#[derive(Clone)]
pub(super) struct Snapshot {
    /// The number of this state.
    pub(super) revision: u64,
    pub(super) analysis: Analysis,
    pub(super) client: ClientFacts,
    pub(super) documents: Vec<(Uri, Arc<Document>)>,
    pub(super) configurations: Arc<Configurations>,
    cancelled: CancellationToken,
}

impl Snapshot {
    /// The same, for work that a token may cancel.
    pub(super) fn until(self, token: &CancellationToken) -> Snapshot {
        let (cancelled, token) = (token.clone(), token.clone());
        let analysis = self.analysis.until(move || token.is_cancelled());
        Snapshot { analysis, cancelled, ..self }
    }

    /// Is what is worked out from it not wanted any more?
    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.is_cancelled()
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
            retried: OnceLock::new(),
            folders: Folders::default(),
            configurations,
            changed: watch::Sender::new(0),
            configured: Notify::new(),
            judged: Notify::new(),
            pulled: Pulled::default(),
            trace: TraceLevel::default(),
        }
    }

    /// Remembers what the client can do. Only the first time counts.
    pub(super) fn initialize(&self, params: &InitializeParams) -> ClientFacts {
        *self.client.get_or_init(|| {
            let options = params.initialization_options.as_ref();
            self.folders.initialize(params);
            let folder = self.folders().into_iter().next();
            self.configurations.initialize(folder.as_deref(), options.unwrap_or_default());
            self.trace.set(params.trace.unwrap_or_default());
            let stale = params.capabilities.general.as_ref();
            let stale = stale.and_then(|general| general.stale_request_support.as_ref());
            let retried = stale.map(|it| it.retry_on_content_modified.clone());
            self.retried.get_or_init(|| retried.unwrap_or_default());
            let mut facts = ClientFacts::of(params);
            facts.pulls_diagnostics &= facts.registers_diagnostics || self.enables("diagnostic");
            facts
        })
    }

    /// Does the client ask again when it is told that a document has changed meanwhile?
    pub(super) fn is_retried(&self, method: &str) -> bool {
        self.retried.get().is_some_and(|methods| methods.iter().any(|it| it == method))
    }

    /// Is a document still as it was?
    pub(super) fn is_current(&self, document: &Document) -> bool {
        let open = self.documents.iter().find(|it| it.file == document.file);
        open.is_some_and(|it| it.version == document.version)
    }

    /// Does the client ask for the diagnostics of what it holds open?
    pub(super) fn is_asked(&self) -> bool {
        self.client().is_some_and(|facts| facts.pulls_diagnostics)
    }

    /// The folders of the client's workspace; none when it opened but a file.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        self.folders.all()
    }

    /// Is that feature wanted in some folder of the workspace?
    pub(super) fn enables(&self, feature: &str) -> bool {
        let folders = self.folders();
        if folders.is_empty() {
            return self.configurations.of_client().enables(feature);
        }
        let configured = |folder: &PathBuf| self.configurations.of(&folder.join("clan.nix"));
        folders.iter().any(|folder| configured(folder).configuration.enables(feature))
    }

    /// How much is to be told of what the server does, as the settings of some folder have it.
    pub(super) fn configured_trace(&self) -> Trace {
        let of_folders = self
            .folders()
            .into_iter()
            .map(|folder| self.configurations.of(&folder.join("clan.nix")).configuration.trace);
        of_folders.chain([self.configurations.of_client().trace]).max().unwrap_or_default()
    }

    /// Tells when there is a new state, and its number.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
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

    /// The documents that are judged without being asked about: all that are open, but for those of
    /// folders that were taken out of the workspace.
    pub(super) fn judged_open(&self, snapshot: &Snapshot) -> Vec<FileId> {
        let open = snapshot.documents.iter().filter(|(_, it)| !self.has_left(&it.path));
        open.map(|(_, document)| document.file).collect()
    }

    /// Did a file belong to the workspace, and does no more?
    pub(super) fn has_left(&self, path: &Path) -> bool {
        self.folders.have_left(path)
    }

    /// Everything as it is now.
    pub(super) fn snapshot(&self) -> Option<Snapshot> {
        self.snapshot_of(&self.host())
    }

    fn snapshot_of(&self, host: &AnalysisHost) -> Option<Snapshot> {
        let documents = self.documents.iter();
        let documents = documents.map(|entry| (entry.key().clone(), entry.value().clone()));
        Some(Snapshot {
            revision: *self.changed.borrow(),
            client: self.client()?,
            documents: documents.collect(),
            analysis: host.snapshot(),
            configurations: self.configurations.clone(),
            cancelled: CancellationToken::new(),
        })
    }

    pub(super) fn did_open(&self, params: DidOpenTextDocumentParams) {
        let TextDocumentItem { uri, version, text, .. } = params.text_document;
        let Some(path) = path_of(&uri) else {
            tracing::info!("{} is no file: not analysed", uri.as_str());
            return;
        };
        let mut host = self.host();
        self.folders.opened(&path);
        let file = host.snapshot().file(&path);
        let document = Document::new(path.clone(), file, version, &text);
        host.open(path, document.parse.clone());
        self.pulled.forget(&uri);
        self.documents.insert(uri, Arc::new(document));
        self.change();
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
        self.change();
    }

    pub(super) fn did_close(&self, params: &DidCloseTextDocumentParams) {
        let mut host = self.host();
        if let Some((_, document)) = self.documents.remove(&params.text_document.uri) {
            host.close(&document.path);
            self.pulled.forget(&params.text_document.uri);
        }
        self.change();
    }

    pub(super) fn did_change_watched_files(&self, params: &DidChangeWatchedFilesParams) {
        let paths = watched_files::changed(params);
        if paths.is_empty() {
            return;
        }
        self.forget_configurations();
        self.changed_on_disk(paths);
    }

    /// Whatever was saved: not every client tells of files that it does not show.
    pub(super) fn did_save(&self) {
        self.forget_configurations();
        self.changed_on_disk(Vec::new());
    }

    pub(super) fn did_change_workspace_folders(&self, params: &DidChangeWorkspaceFoldersParams) {
        self.folders.change(&params.event);
        self.configurations.forget_folders_but(&self.folders());
        self.forget_configurations();
        self.changed_on_disk(Vec::new());
    }

    pub(super) fn did_change_configuration(&self, params: &DidChangeConfigurationParams) {
        if !params.settings.is_null() {
            self.configure(None, &params.settings);
        }
    }

    /// Settings of the client are others now: those of one folder, or those that count everywhere.
    pub(super) fn configure(&self, folder: Option<&Path>, settings: &serde_json::Value) {
        self.configurations.change(folder, settings);
        self.configured.notify_one();
        self.changed_on_disk(Vec::new());
    }

    fn forget_configurations(&self) {
        self.configurations.forget_files();
        self.configured.notify_one();
    }

    /// These files may be others, and the inputs that configurations name may lie elsewhere.
    fn changed_on_disk(&self, mut paths: Vec<PathBuf>) {
        let other_inputs = self.configurations.other_inputs();
        if !paths.is_empty() || other_inputs.is_some() {
            paths.extend(other_inputs.into_iter().flatten());
            self.host().disk_changed(&paths);
        }
        self.change();
    }

    /// There may be something else to tell.
    pub(super) fn change(&self) {
        self.changed.send_modify(|state| *state += 1);
    }

    /// A panic while it was held left it whole: the host's changes are single assignments.
    fn host(&self) -> MutexGuard<'_, AnalysisHost> {
        self.host.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
