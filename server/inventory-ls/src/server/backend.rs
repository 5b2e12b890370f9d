//! The protocol's methods: convert in, ask `ide`, convert out.

use std::sync::Arc;

use ide::{FilePosition, TextRange};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeAction, CodeActionParams, CodeActionResponse, CompletionParams, CompletionResponse,
    DidChangeConfigurationParams, DidChangeWatchedFilesRegistrationOptions, DocumentLink,
    DocumentLinkParams, DocumentSymbolParams, DocumentSymbolResponse, FileSystemWatcher,
    FoldingRange, FoldingRangeParams, GlobPattern, GotoDefinitionParams, GotoDefinitionResponse,
    Hover, HoverParams, InitializeParams, InitializeResult, InitializedParams, Position, Range,
    Registration, SelectionRange, SelectionRangeParams, SemanticTokensDeltaParams,
    SemanticTokensFullDeltaResult, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult, WorkspaceSymbolParams,
    WorkspaceSymbolResponse,
};
use tower_lsp::{Client, LanguageServer};

use super::client_facts::ClientFacts;
use super::document::Document;
use super::ingress::RequestState;
use super::pool::Pool;
use super::semantic_tokens::{self, TokenResults};
use super::world::{Snapshot, World};
use super::{
    capabilities, code_action, completion, definition, document_link, document_symbol,
    folding_range, hover, selection_range, settings, workspace_symbol,
};

/// The handlers, and what they need.
pub(super) struct Backend {
    client: Client,
    world: Arc<World>,
    pool: Pool,
    tokens: Arc<TokenResults>,
}

impl Backend {
    pub(super) fn new(client: Client, world: Arc<World>, pool: Pool) -> Backend {
        Backend { client, world, pool, tokens: Arc::default() }
    }

    /// Answers a request about an open document on the pool; about any other, and when the feature
    /// is turned off, the answer is empty.
    async fn ask<T, F>(&self, work: F) -> Result<Option<T>>
    where
        T: Send + 'static,
        F: FnOnce(&Asked) -> Option<T> + Send + 'static,
    {
        let RequestState { document, feature, cancelled, .. } = RequestState::current();
        let Some((document, snapshot)) = document else { return Ok(None) };
        let snapshot = snapshot.until(&cancelled);
        let asked = Asked { document, snapshot };
        let configurations = self.world.configurations.clone();
        let work = move || {
            let configured = configurations.of(&asked.document.path);
            if configured.configuration.enables(&feature) { work(&asked) } else { None }
        };
        self.pool.run(cancelled, work).await
    }

    /// Answers a request about the workspace on the pool.
    async fn ask_all<T, F>(&self, work: F) -> Result<Option<T>>
    where
        T: Send + 'static,
        F: FnOnce(&Snapshot) -> T + Send + 'static,
    {
        let RequestState { workspace, cancelled, .. } = RequestState::current();
        let Some(snapshot) = workspace else { return Ok(None) };
        let snapshot = snapshot.until(&cancelled);
        self.pool.run(cancelled, move || Some(work(&snapshot))).await
    }
}

/// What an answer is made from.
pub(super) struct Asked {
    pub(super) document: Arc<Document>,
    pub(super) snapshot: Snapshot,
}

impl Asked {
    /// A position of the client's, in the document that it asks about.
    pub(super) fn place(&self, at: Position) -> FilePosition {
        let offset = self.document.offset(at, self.snapshot.client.encoding);
        FilePosition { file: self.document.file, offset }
    }

    /// A range in that document.
    pub(super) fn range(&self, range: TextRange) -> Range {
        self.document.range(range, self.snapshot.client.encoding)
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        Ok(capabilities::announce(self.world.initialize(&params)))
    }

    async fn initialized(&self, _: InitializedParams) {
        let facts = self.world.client().unwrap_or_default();
        let registrations = registrations(facts);
        if !registrations.is_empty() {
            let client = self.client.clone();
            // The client answers when it likes: nobody waits for it.
            tokio::spawn(async move {
                if let Err(error) = client.register_capability(registrations).await {
                    tracing::warn!("changes of files and settings may go unseen: {error}");
                }
            });
        }
        tokio::spawn(settings::fetch(self.client.clone(), self.world.clone()));
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if !params.settings.is_null() {
            self.world.configure(&params.settings);
        }
        tokio::spawn(settings::fetch(self.client.clone(), self.world.clone()));
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params.position;
        self.ask(move |asked| hover::hover(asked, at)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = params.text_document_position.position;
        self.ask(move |asked| Some(completion::completion(asked, at))).await
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let at = params.text_document_position_params.position;
        self.ask(move |asked| definition::definition(asked, at)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.ask(move |asked| code_action::code_action(asked, &params)).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let resolved = self.ask(move |asked| Some(code_action::resolve(asked, action))).await?;
        resolved.unwrap_or_else(|| Err(Error::content_modified()))
    }

    async fn document_symbol(
        &self,
        _: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        self.ask(document_symbol::document_symbol).await
    }

    async fn symbol(
        &self,
        params: WorkspaceSymbolParams,
    ) -> Result<Option<WorkspaceSymbolResponse>> {
        let folders = self.world.folders();
        self.ask_all(move |all| workspace_symbol::workspace_symbol(all, &folders, &params.query))
            .await
    }

    async fn document_link(&self, _: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.ask(|asked| Some(document_link::document_link(asked))).await
    }

    async fn folding_range(&self, _: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.ask(|asked| Some(folding_range::folding_range(asked))).await
    }

    async fn selection_range(
        &self,
        params: SelectionRangeParams,
    ) -> Result<Option<Vec<SelectionRange>>> {
        let at = params.positions;
        self.ask(move |asked| Some(selection_range::selection_range(asked, &at))).await
    }

    async fn semantic_tokens_full(
        &self,
        _: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let results = self.tokens.clone();
        let tokens = self.ask(move |asked| Some(semantic_tokens::full(asked, &results))).await?;
        Ok(tokens.map(SemanticTokensResult::from))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (results, previous) = (self.tokens.clone(), params.previous_result_id);
        self.ask(move |asked| Some(semantic_tokens::delta(asked, &results, &previous))).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let range = params.range;
        let tokens = self.ask(move |asked| Some(semantic_tokens::of_range(asked, range))).await?;
        Ok(tokens.map(SemanticTokensRangeResult::from))
    }
}

/// What a client wants to be asked for before it tells of it.
fn registrations(client: ClientFacts) -> Vec<Registration> {
    let files = client.watches_files.then(watched_files);
    let settings = client.watches_settings.then(settings::registration);
    files.into_iter().chain(settings).collect()
}

/// The files that a clan is made of; folders matter where machines are folders.
fn watched_files() -> Registration {
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
