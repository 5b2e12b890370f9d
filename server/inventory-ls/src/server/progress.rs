//! `$/progress`: shows the user what takes long, and lets them end it.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use dashmap::DashMap;
use tokio_util::sync::CancellationToken;
use tower_lsp::ls_types::ProgressToken;
use tower_lsp::{Cancellable, Client, OngoingProgress, Unbounded};

/// What is quicker is not shown.
const DELAY: Duration = Duration::from_secs(1);

/// What is shown now.
#[derive(Clone)]
pub(super) struct Progress {
    client: Client,
    /// What ends the work, by the token that it is shown by.
    shown: Arc<DashMap<ProgressToken, CancellationToken>>,
    last: Arc<AtomicU32>,
}

/// Some work, as the user is told of it.
pub(super) struct Shown {
    pub(super) title: String,
    /// By what the client wants to be told; without it, it is asked whether it shows such a thing.
    pub(super) token: Option<ProgressToken>,
    /// May it be asked?
    pub(super) may_ask: bool,
    /// Ends the work.
    pub(super) cancelled: CancellationToken,
}

impl Progress {
    pub(super) fn new(client: Client) -> Progress {
        Progress { client, shown: Arc::default(), last: Arc::default() }
    }

    /// Waits for work, which is shown from when it takes long until it is done or given up.
    pub(super) async fn of<T>(&self, shown: Shown, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        tokio::select! {
            done = &mut work => return done,
            () = tokio::time::sleep(DELAY) => {}
        }
        let token = tokio::select! {
            done = &mut work => return done,
            token = self.token(&shown) => token,
        };
        let Some(token) = token else { return work.await };
        self.shown.insert(token.clone(), shown.cancelled);
        let progress = self.client.progress(token.clone(), shown.title).with_cancel_button();
        let mut bar =
            Bar { progress: Some(progress.begin().await), token, shown: self.shown.clone() };
        let done = work.await;
        bar.end().await;
        done
    }

    /// The user has seen enough.
    pub(super) fn cancel(&self, token: &ProgressToken) {
        if let Some(cancelled) = self.shown.get(token) {
            cancelled.cancel();
        }
    }

    async fn token(&self, shown: &Shown) -> Option<ProgressToken> {
        if let Some(token) = &shown.token {
            return Some(token.clone());
        }
        // Several things wait for one analysis: it is shown once.
        if !shown.may_ask || !self.shown.is_empty() {
            return None;
        }
        let number = self.last.fetch_add(1, Ordering::Relaxed);
        let token = ProgressToken::String(format!("inventory-ls/{number}"));
        match self.client.create_work_done_progress(token.clone()).await {
            Ok(()) => Some(token),
            Err(error) => {
                tracing::info!("the client shows no progress: {error}");
                None
            }
        }
    }
}

/// What the user sees; it goes away with the work, also with work that is dropped.
struct Bar {
    progress: Option<OngoingProgress<Unbounded, Cancellable>>,
    token: ProgressToken,
    shown: Arc<DashMap<ProgressToken, CancellationToken>>,
}

impl Bar {
    async fn end(&mut self) {
        if let Some(progress) = self.progress.take() {
            progress.finish().await;
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.shown.remove(&self.token);
        if let Some(progress) = self.progress.take() {
            tokio::spawn(progress.finish());
        }
    }
}
