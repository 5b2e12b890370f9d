//! Where messages come in, one at a time, in the order of the wire.
//!
//! The framework runs handlers concurrently, so a change that a handler applies could overtake
//! another. Changes are therefore applied here, before the next message is looked at; and here each
//! request gets the state that it is to see, and the token that a cancel reaches it by.

use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use dashmap::DashMap;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use tower::Service;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::ls_types::{
    CancelParams, NumberOrString, ProgressToken, SetTraceParams, Uri, WorkDoneProgressCancelParams,
};
use tower_lsp::{Client, ExitedError, LspService};

use super::backend::Backend;
use super::document::Document;
use super::trace::Traced;
use super::world::{Snapshot, World};
use super::{completion_data, guard, parent, uri};

tokio::task_local! {
    /// What the request that is being answered sees.
    static REQUEST: RequestState;
}

/// The state that a request was made in.
#[derive(Clone)]
pub(super) struct RequestState {
    /// The document that it is about, as it was, among everything else; `None` when it is about
    /// none that is open.
    pub(super) document: Option<(Arc<Document>, Snapshot)>,
    /// Everything, of a request that speaks of no document.
    pub(super) workspace: Option<Snapshot>,
    /// The feature of the editor that it is for, in snake case.
    pub(super) feature: String,
    /// Does the client ask again when the document has changed meanwhile?
    pub(super) retried: bool,
    /// By what the client wants to see that it takes long.
    pub(super) progress: Option<ProgressToken>,
    /// Cancelled when the client wants no answer any more.
    pub(super) cancelled: CancellationToken,
}

impl RequestState {
    /// That of the request whose handler is running.
    pub(super) fn current() -> RequestState {
        REQUEST.try_with(Clone::clone).unwrap_or_else(|_| RequestState {
            document: None,
            workspace: None,
            feature: String::new(),
            retried: false,
            progress: None,
            cancelled: CancellationToken::new(),
        })
    }
}

/// A message's answer in the making; notifications have none.
type Answer = Pin<Box<dyn Future<Output = Result<Option<Response>, ExitedError>> + Send>>;

/// How the client ended the session.
#[derive(Debug, Clone, Default)]
pub(super) struct Ended {
    shut_down: Arc<AtomicBool>,
    abandoned: CancellationToken,
}

impl Ended {
    /// Did `shutdown` come before the end?
    pub(super) fn in_order(&self) -> bool {
        self.shut_down.load(Ordering::SeqCst)
    }

    /// Waits until the client's process is gone.
    pub(super) async fn abandoned(&self) {
        self.abandoned.cancelled().await;
    }

    /// Looks out for the end of the client's process, if `initialize` tells which it is.
    fn watch(&self, request: &Request) {
        let process = request.params().and_then(|params| params.get("processId")?.as_i64());
        if let Some(Ok(process @ 1..)) = process.map(i32::try_from) {
            let abandoned = self.abandoned.clone();
            tokio::spawn(async move {
                parent::gone(process).await;
                abandoned.cancel();
            });
        }
    }
}

/// The service around the framework's.
pub(super) struct Ingress {
    inner: LspService<Backend>,
    world: Arc<World>,
    client: Client,
    requests: Arc<DashMap<Id, CancellationToken>>,
    ended: Ended,
}

impl Ingress {
    pub(super) fn new(inner: LspService<Backend>, world: Arc<World>) -> Ingress {
        let client = inner.inner().client();
        Ingress { inner, world, client, requests: Arc::default(), ended: Ended::default() }
    }

    /// Tells afterwards how the session ended.
    pub(super) fn ended(&self) -> Ended {
        self.ended.clone()
    }

    /// Applies a notification to the world. Is the message one of those, and nothing else?
    fn apply(&self, request: &Request) -> bool {
        let world = &self.world;
        match request.method() {
            "textDocument/didOpen" => with_params(request, |it| world.did_open(it)),
            "textDocument/didChange" => with_params(request, |it| world.did_change(&it)),
            "textDocument/didClose" => with_params(request, |it| world.did_close(&it)),
            "workspace/didChangeWatchedFiles" => {
                with_params(request, |it| world.did_change_watched_files(&it));
            }
            // Behind these the backend asks for more.
            "workspace/didChangeWorkspaceFolders" => {
                with_params(request, |it| world.did_change_workspace_folders(&it));
                return false;
            }
            "workspace/didChangeConfiguration" => {
                with_params(request, |it| world.did_change_configuration(&it));
                return false;
            }
            "textDocument/didSave" => world.did_save(),
            "$/setTrace" => with_params(request, |it: SetTraceParams| world.trace.set(it.value)),
            "window/workDoneProgress/cancel" => {
                let cancel = |it: WorkDoneProgressCancelParams| {
                    self.inner.inner().progress().cancel(&it.token);
                };
                with_params(request, cancel);
            }
            _ => return false,
        }
        true
    }

    fn cancel(&self, params: CancelParams) {
        let id = match params.id {
            NumberOrString::Number(number) => Id::Number(number.into()),
            NumberOrString::String(text) => Id::String(text),
        };
        if let Some(token) = self.requests.get(&id) {
            token.cancel();
        }
    }

    /// Answers a request within the state that it is to see.
    fn answer(&mut self, id: Id, request: Request) -> Answer {
        let uri = request.params().and_then(uri_of);
        let cancelled = CancellationToken::new();
        self.requests.insert(id.clone(), cancelled.clone());
        let workspace = if uri.is_none() { self.world.snapshot() } else { None };
        let document = uri.and_then(|uri| self.world.document(&uri));
        let feature = feature_of(request.method());
        let retried = self.world.is_retried(request.method());
        let token = request.params().and_then(|params| params.get("workDoneToken"));
        let shares_data = self.world.client().is_some_and(|facts| facts.completion_data)
            && request.method() == "textDocument/completion";
        let progress = token.and_then(|token| serde_json::from_value(token.clone()).ok());
        let traced = self.traced(&request);
        let answer = self.inner.call(request);
        let requests = self.requests.clone();
        let state = RequestState { document, workspace, feature, retried, progress, cancelled };
        // In a task of its own, a handler that panics ends nothing but itself.
        let task = tokio::spawn(REQUEST.scope(state, answer));
        Box::pin(async move {
            let response = task.await.unwrap_or_else(|error| {
                tracing::error!("a request was not answered: {error}");
                Ok(Some(Response::from_error(id.clone(), Error::internal_error())))
            });
            requests.remove(&id);
            traced.await;
            if shares_data { response.map(|it| it.map(completion_data::shared)) } else { response }
        })
    }

    /// Tells the client that a message was seen to, if it wants to know.
    fn traced(&self, request: &Request) -> impl Future<Output = ()> + Send + use<> {
        let traced = self.world.trace.is_on().then(|| Traced::new(request));
        let (client, world) = (self.client.clone(), self.world.clone());
        async move {
            if let Some(traced) = traced
                && world.trace.is_on()
            {
                world.trace.tell(&client, &traced).await;
            }
        }
    }
}

impl Service<Request> for Ingress {
    type Response = Option<Response>;
    type Error = ExitedError;
    type Future = Answer;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        tracing::debug!(method = request.method());
        let request = uri::readable(request);
        // Before `initialize` the framework answers, as the protocol wants it.
        let initialized = self.world.client().is_some();
        let traced = self.traced(&request);
        let notified = initialized && request.id().is_none();
        let done = notified && self.apply(&request);
        if notified && self.world.trace.is_on() {
            tokio::spawn(traced);
        }
        if done {
            return Box::pin(ready(Ok(None)));
        }
        match request.method() {
            guard::NOT_JSON => return refused(Id::Null, Error::parse_error()),
            guard::NOT_A_MESSAGE => {
                let id = request.id().cloned().unwrap_or(Id::Null);
                return refused(id, Error::invalid_request());
            }
            "initialize" if !initialized => self.ended.watch(&request),
            "shutdown" if initialized => self.ended.shut_down.store(true, Ordering::SeqCst),
            "$/cancelRequest" => with_params(&request, |params| self.cancel(params)),
            _ => {}
        }
        match request.id().cloned() {
            // The framework passes over it, and the protocol has it answered.
            Some(id) if request.method().starts_with("$/") => {
                refused(id, Error::method_not_found())
            }
            Some(id) if initialized => self.answer(id, request),
            _ => self.inner.call(request),
        }
    }
}

/// The answer to what was no message, and so seldom had an id.
fn refused(id: Id, error: Error) -> Answer {
    Box::pin(ready(Ok(Some(Response::from_error(id, error)))))
}

/// `textDocument/inlayHint` asks for `inlay_hint`, `textDocument/prepareRename` for `rename`,
/// `codeAction/resolve` for `code_action`, `completionItem/resolve` for `completion`.
fn feature_of(method: &str) -> String {
    let name = match method.split_once('/') {
        Some((name, "resolve")) => name.strip_suffix("Item").unwrap_or(name),
        Some((_, name)) => name.split('/').next().unwrap_or(name),
        None => method,
    };
    let name = name.strip_prefix("prepare").unwrap_or(name);
    let mut feature = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !feature.is_empty() {
            feature.push('_');
        }
        feature.extend(letter.to_lowercase());
    }
    feature
}

/// The document that a request is about; of an answer's part that is asked for again, `data` tells it,
/// of a command its first argument.
fn uri_of(params: &Value) -> Option<Uri> {
    let places = [Some(params), params.get("data"), params.pointer("/arguments/0")];
    let document = places.into_iter().flatten().find_map(|it| it.get("textDocument"));
    let uri = document?.get("uri")?.as_str()?;
    uri.parse().ok()
}

/// Hands over a notification's parameters; those that can't be read are logged, since a
/// notification has no answer.
fn with_params<P: DeserializeOwned>(request: &Request, act: impl FnOnce(P)) {
    let params = request.params().cloned().unwrap_or_default();
    match serde_json::from_value(params) {
        Ok(params) => act(params),
        Err(error) => tracing::warn!("{} can't be read: {error}", request.method()),
    }
}

#[cfg(test)]
mod tests {
    use super::feature_of;

    #[test]
    fn a_feature_is_its_method_in_snake_case() {
        assert_eq!(feature_of("textDocument/hover"), "hover");
        assert_eq!(feature_of("textDocument/inlayHint"), "inlay_hint");
        assert_eq!(feature_of("textDocument/semanticTokens/full"), "semantic_tokens");
        assert_eq!(feature_of("textDocument/prepareRename"), "rename");
        assert_eq!(feature_of("codeAction/resolve"), "code_action");
        assert_eq!(feature_of("completionItem/resolve"), "completion");
        assert_eq!(feature_of("shutdown"), "shutdown");
    }
}
