//! The protocol's methods: convert in, ask `ide`, convert out.

use std::sync::Arc;

use ide::{FilePosition, TextRange};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CompletionParams, CompletionResponse, DidChangeWatchedFilesRegistrationOptions,
    DocumentSymbolParams, DocumentSymbolResponse, FileSystemWatcher, GlobPattern,
    GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, Position, Range, Registration,
};
use tower_lsp::{Client, LanguageServer};

use super::document::Document;
use super::ingress::RequestState;
use super::pool::Pool;
use super::world::{Snapshot, World};
use super::{capabilities, completion, definition, document_symbol, hover};

/// The handlers, and what they need.
pub(super) struct Backend {
    client: Client,
    world: Arc<World>,
    pool: Pool,
}

impl Backend {
    pub(super) fn new(client: Client, world: Arc<World>, pool: Pool) -> Backend {
        Backend { client, world, pool }
    }

    /// Answers a request about an open document on the pool; about any other the answer is empty.
    async fn ask<T, F>(&self, work: F) -> Result<Option<T>>
    where
        T: Send + 'static,
        F: FnOnce(&Asked) -> Option<T> + Send + 'static,
    {
        let RequestState { document, cancelled } = RequestState::current();
        let Some((document, snapshot)) = document else { return Ok(None) };
        let asked = Asked { document, snapshot };
        self.pool.run(cancelled, move || work(&asked)).await
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
        if self.world.client().is_some_and(|client| client.watches_files) {
            let client = self.client.clone();
            // The client answers when it likes: nobody waits for it.
            tokio::spawn(async move {
                if let Err(error) = client.register_capability(watchers()).await {
                    tracing::warn!("files are not watched: {error}");
                }
            });
        }
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

    async fn document_symbol(
        &self,
        _: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        self.ask(document_symbol::document_symbol).await
    }
}

/// The files that a clan is made of; folders matter where machines are folders.
fn watchers() -> Vec<Registration> {
    let globs = ["**/*.nix", "**/flake.lock", "**/inventory.json", "**/machines/*"];
    let watchers = globs.map(|glob| FileSystemWatcher {
        glob_pattern: GlobPattern::String(glob.to_owned()),
        kind: None,
    });
    let options = DidChangeWatchedFilesRegistrationOptions { watchers: watchers.to_vec() };
    vec![Registration {
        id: "watched-files".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: serde_json::to_value(options).ok(),
    }]
}
