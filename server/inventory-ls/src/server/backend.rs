//! The protocol's methods: convert in, ask `ide`, convert out.

use std::sync::Arc;

use ide::{FilePosition, TextRange};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeAction, CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionItem,
    CompletionParams, CompletionResponse, DidChangeConfigurationParams,
    DidChangeWorkspaceFoldersParams, DocumentDiagnosticParams, DocumentDiagnosticReportResult,
    DocumentHighlight, DocumentHighlightParams, DocumentLink, DocumentLinkParams,
    DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams, FoldingRange,
    FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams,
    InitializeParams, InitializeResult, InitializedParams, InlayHint, InlayHintParams, LSPAny,
    Location, MessageType, Position, PrepareRenameResponse, Range, ReferenceParams, Registration,
    RenameFilesParams, RenameParams, SelectionRange, SelectionRangeParams,
    SemanticTokensDeltaParams, SemanticTokensFullDeltaResult, SemanticTokensParams,
    SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult,
    TextDocumentPositionParams, WorkspaceDiagnosticParams, WorkspaceDiagnosticReportResult,
    WorkspaceEdit, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};
use tower_lsp::{Client, LanguageServer};

use super::client_facts::ClientFacts;
use super::document::Document;
use super::features::Features;
use super::fleet::{Fleet, FleetParams};
use super::ingress::RequestState;
use super::overtaken::{About, while_current};
use super::pool::Pool;
use super::progress::{Progress, Shown};
use super::publisher::Publisher;
use super::semantic_tokens::{self, TokenResults};
use super::world::{Snapshot, World};
use super::{
    capabilities, code_action, code_lens, completion, definition, diagnostic, document_highlight,
    document_link, document_symbol, execute_command, fleet, fleet_changed, folding_range, hover,
    inlay_hint, overtaken, references, rename, selection_range, settings, watched_files,
    workspace_diagnostic, workspace_symbol,
};

/// The handlers, and what they need.
pub(super) struct Backend {
    client: Client,
    world: Arc<World>,
    pool: Pool,
    tokens: Arc<TokenResults>,
    features: Arc<Features>,
    progress: Progress,
}

impl Backend {
    pub(super) fn new(client: Client, world: Arc<World>, pool: Pool) -> Backend {
        let (features, progress) = (Arc::default(), Progress::new(client.clone()));
        Backend { client, world, pool, tokens: Arc::default(), features, progress }
    }

    /// What tells the client of diagnostics.
    pub(super) fn publisher(&self) -> Publisher {
        let Backend { client, world, pool, progress, .. } = self;
        let (client, world) = (client.clone(), world.clone());
        Publisher { client, world, pool: pool.clone(), progress: progress.clone() }
    }

    pub(super) fn client(&self) -> Client {
        self.client.clone()
    }

    pub(super) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Answers a request about an open document on the pool; about any other, and when the feature
    /// is turned off, the answer is empty.
    async fn ask<T, F>(&self, work: F) -> Result<Option<T>>
    where
        T: Send + 'static,
        F: FnOnce(&Asked) -> Option<T> + Send + 'static,
    {
        let state = RequestState::current();
        let Some((document, snapshot)) = state.document.clone() else { return Ok(None) };
        let snapshot = snapshot.until(&state.cancelled);
        let asked = Asked { document, snapshot };
        let (world, feature, retried) = (self.world.clone(), state.feature.clone(), state.retried);
        let work = move || {
            let configured = world.configurations.of(&asked.document.path);
            if !configured.configuration.enables(&feature) {
                return Ok(None);
            }
            // Of a document that has changed, such a client wants no answer: it asks again.
            if retried && !world.is_current(&asked.document) {
                return Err(Error::content_modified());
            }
            Ok(work(&asked))
        };
        let answer = self.pool.run(state.cancelled.clone(), work);
        self.progress.of(self.shown(&state), answer).await?
    }

    /// Answers from the newest state that there is when the work begins. When a newer one comes while
    /// that takes long, the client is told so by the error `ask_again`.
    async fn ask_newest<T, F>(&self, ask_again: fn() -> Error, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&World, &Snapshot) -> T + Send + 'static,
    {
        let state = RequestState::current();
        let token = state.cancelled.child_token();
        let about = Arc::new(About::nothing_yet());
        let (world, begun, until) = (self.world.clone(), about.clone(), token.clone());
        let work = move || {
            let snapshot = world.snapshot()?.until(&until);
            begun.begin(snapshot.revision);
            Some(work(&world, &snapshot))
        };
        let answer = self.pool.run(token.clone(), work);
        let answer = while_current(&self.world, &about, &token, answer);
        match self.progress.of(self.shown(&state), answer).await {
            Ok(answer) => answer.ok_or_else(Error::internal_error),
            Err(_) if token.is_cancelled() && !state.cancelled.is_cancelled() => Err(ask_again()),
            Err(error) => Err(error),
        }
    }

    /// How the user is told of a request that takes long.
    fn shown(&self, state: &RequestState) -> Shown {
        let may_ask = self.world.client().is_some_and(|facts| facts.shows_progress);
        let title = format!("Working out: {}", state.feature.replace('_', " "));
        Shown { title, token: state.progress.clone(), may_ask, cancelled: state.cancelled.clone() }
    }

    /// `inventory-ls/fleet`
    pub(super) async fn fleet(&self, params: FleetParams) -> Result<Fleet> {
        let work =
            move |world: &World, now: &Snapshot| fleet::fleet(now, &world.folders(), &params);
        self.ask_newest(Error::content_modified, work).await
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

    /// Is it for us to say where paths lead?
    pub(super) fn links_paths(&self) -> bool {
        let configured = self.snapshot.configurations.of(&self.document.path);
        configured.configuration.enables("document_link")
    }

    /// A range in that document.
    pub(super) fn range(&self, range: TextRange) -> Range {
        self.document.range(range, self.snapshot.client.encoding)
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let mut answer = capabilities::announce(self.world.initialize(&params));
        let enables = |feature: &str| self.world.enables(feature);
        self.features.announce(&mut answer.capabilities, &params.capabilities, enables);
        Ok(answer)
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
        tokio::spawn(self.features.clone().follow(self.client.clone(), self.world.clone()));
        tokio::spawn(settings::fetch(self.client.clone(), self.world.clone()));
        if facts.fleet_changed {
            tokio::spawn(fleet_changed::tell(self.client.clone(), self.world.clone()));
        }
    }

    // What these two tell is taken in by the ingress.
    async fn did_change_configuration(&self, _: DidChangeConfigurationParams) {
        tokio::spawn(settings::fetch(self.client.clone(), self.world.clone()));
    }

    async fn did_change_workspace_folders(&self, _: DidChangeWorkspaceFoldersParams) {
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
        let at = params.text_document_position;
        self.ask(move |asked| Some(completion::completion(asked, at))).await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        let unresolved = item.clone();
        let resolved = self.ask(move |asked| Some(completion::resolve(asked, item))).await?;
        Ok(resolved.unwrap_or(unresolved))
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let at = params.text_document_position_params.position;
        self.ask(move |asked| definition::definition(asked, at)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let at = params.text_document_position.position;
        self.ask(move |asked| references::references(asked, at, &params.context)).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params.position;
        self.ask(move |asked| document_highlight::document_highlight(asked, at)).await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let at = params.position;
        self.ask(move |asked| rename::prepare_rename(asked, at).transpose()).await?.transpose()
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let at = params.text_document_position.position;
        let answer = self.ask(move |asked| Some(rename::rename(asked, at, &params.new_name)));
        let Some((edit, notes)) = answer.await?.transpose()? else { return Ok(None) };
        if !notes.is_empty() {
            let (client, notes) = (self.client.clone(), notes.join("\n"));
            tokio::spawn(async move { client.show_message(MessageType::INFO, notes).await });
        }
        Ok(Some(edit))
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        let Some(snapshot) = self.world.snapshot() else { return Ok(None) };
        if !self.world.enables("rename") {
            return Ok(None);
        }
        let state = RequestState::current();
        let snapshot = snapshot.until(&state.cancelled);
        let work = move || rename::will_rename_files(&snapshot, &params);
        let answer = self.pool.run(state.cancelled.clone(), work);
        self.progress.of(self.shown(&state), answer).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.ask(move |asked| code_action::code_action(asked, &params)).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let resolved = self.ask(move |asked| Some(code_action::resolve(asked, action))).await?;
        resolved.unwrap_or_else(|| Err(Error::content_modified()))
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.ask(move |asked| Some(inlay_hint::inlay_hint(asked, params.range))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask(move |asked| Some(code_lens::code_lens(asked, &params.text_document))).await
    }

    async fn code_lens_resolve(&self, lens: CodeLens) -> Result<CodeLens> {
        let resolved = self.ask(move |asked| Some(code_lens::resolve(asked, lens))).await?;
        resolved.unwrap_or_else(|| Err(Error::content_modified()))
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        let outcome = self.ask(move |asked| Some(execute_command::execute(asked, &params))).await?;
        let outcome = outcome.transpose()?.unwrap_or_default();
        if let Some(message) = outcome.message {
            self.client.show_message(MessageType::INFO, message).await;
        }
        Ok(outcome.result)
    }

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        let work = move |world: &World, now: &Snapshot| diagnostic::diagnostic(world, now, &params);
        let answer = self.ask_newest(overtaken::ask_again, work).await?;
        // Only now: what was broken off was not told.
        answer.told.into_iter().for_each(|(uri, id)| self.world.pulled.tell(uri, id));
        Ok(answer.report.into())
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        if self.world.pulled.ask_workspace() {
            self.world.change();
        }
        let work = move |world: &World, now: &Snapshot| {
            workspace_diagnostic::workspace_diagnostic(world, now, params)
        };
        Ok(self.ask_newest(overtaken::ask_again, work).await?.into())
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
    let files = client.watches_files.then(watched_files::registration);
    let settings = client.watches_settings.then(settings::registration);
    files.into_iter().chain(settings).collect()
}
