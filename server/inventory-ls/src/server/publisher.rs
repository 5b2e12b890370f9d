//! Tells the client what is wrong, after every change.
//!
//! It takes the newest state, works out the diagnostics, sends those that the client does not know
//! yet, and looks again. Changes that came in meanwhile are all in the next state: a burst is
//! analysed once, and its last version is always told. A client that asks for the diagnostics of
//! what it holds open is not sent them; it is told to ask again when something changed of which it
//! can't know.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use tokio_util::sync::CancellationToken;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::Uri;

use super::judgement::{Judgement, Judgements};
use super::overtaken::{About, while_current};
use super::pool::Pool;
use super::progress::{Progress, Shown};
use super::refresh;
use super::world::{Snapshot, World};

/// What is needed to tell.
pub(super) struct Publisher {
    pub(super) client: Client,
    pub(super) world: Arc<World>,
    pub(super) pool: Pool,
    pub(super) progress: Progress,
}

impl Publisher {
    /// Publishes until the server ends.
    pub(super) async fn run(self) {
        let mut changes = self.world.changes();
        let (mut told, mut asked_for) = (HashMap::default(), HashMap::default());
        let mut outdated = refresh::Shown::default();
        while changes.changed().await.is_ok() {
            let Some(snapshot) = self.world.snapshot() else { continue };
            // A panic is in the log; the next change is a new chance.
            let Ok(judged) = self.judge(snapshot.clone()).await else { continue };
            let (asked, published) = judged.into_iter().partition(|(_, it)| self.is_asked_for(it));
            for (uri, now) in news(&mut told, published) {
                self.client.publish_diagnostics(uri, now.1, now.0).await;
            }
            if self.is_overdue(&mut asked_for, asked) {
                self.refresh();
            }
            outdated.update(&self.client, snapshot, &self.pool).await;
            self.world.judged.notify_one();
        }
    }

    /// Works out the diagnostics; breaks off when that takes long and there is a newer state.
    async fn judge(&self, snapshot: Snapshot) -> Result<Judgements> {
        let cancelled = CancellationToken::new();
        let (about, client) = (About::state(snapshot.revision), snapshot.client);
        let open = self.world.judged_open(&snapshot);
        let snapshot = snapshot.until(&cancelled);
        let judging = self.pool.run(cancelled.clone(), move || snapshot.judge(&open));
        let judging = while_current(&self.world, &about, &cancelled, judging);
        let shown = Shown {
            title: "Reading the inventory".to_owned(),
            token: None,
            may_ask: client.shows_progress,
            cancelled: cancelled.clone(),
        };
        self.progress.of(shown, judging).await
    }

    /// Does the client ask for the diagnostics of such a file, rather than being sent them?
    fn is_asked_for(&self, (version, _): &Judgement) -> bool {
        self.world.is_asked() && (version.is_some() || self.world.pulled.has_workspace())
    }

    /// Has something changed that the client will not ask for by itself? It does ask about a document
    /// that it changed; and with that, if it takes it along, about all others.
    fn is_overdue(&self, before: &mut HashMap<Uri, Judgement>, now: Judgements) -> bool {
        let changed = |(uri, (version, items)): &(Uri, Judgement)| {
            let (version_before, items_before) = before.get(uri)?;
            (version_before == version).then_some(items_before != items)
        };
        let overdue = now.iter().any(|it| changed(it) == Some(true));
        let typed = now.iter().any(|it| changed(it).is_none());
        *before = now.into_iter().collect();
        let takes_along = self.world.client().is_some_and(|facts| facts.related_documents);
        overdue && !(typed && takes_along)
    }

    fn refresh(&self) {
        if self.world.client().is_some_and(|facts| facts.refreshes_diagnostics) {
            let client = self.client.clone();
            // The client answers when it likes: nobody waits for it.
            tokio::spawn(async move {
                if let Err(error) = client.workspace_diagnostic_refresh().await {
                    tracing::info!("the client does not ask again: {error}");
                }
            });
        }
    }
}

/// What the client does not know yet; `told` becomes what it knows then.
fn news(told: &mut HashMap<Uri, Judgement>, judged: Judgements) -> Judgements {
    let named: HashSet<&Uri> = judged.iter().map(|(uri, _)| uri).collect();
    let gone = told.keys().filter(|&uri| !named.contains(uri)).cloned().collect::<Vec<_>>();
    let mut news = Vec::new();
    for uri in gone {
        if told.remove(&uri).is_some_and(|(_, diagnostics)| !diagnostics.is_empty()) {
            news.push((uri, (None, Vec::new())));
        }
    }
    for (uri, now) in judged {
        let is_news = match told.get(&uri) {
            Some(before) => *before != now,
            // Of a closed file only what is wrong is news.
            None => now.0.is_some() || !now.1.is_empty(),
        };
        if is_news {
            told.insert(uri.clone(), now.clone());
            news.push((uri, now));
        }
    }
    news
}

#[cfg(test)]
mod tests {
    use tower_lsp::ls_types::Diagnostic;

    use super::*;

    fn uri(name: &str) -> Uri {
        format!("file:///{name}").parse().unwrap()
    }

    fn wrong() -> Vec<Diagnostic> {
        vec![Diagnostic::default()]
    }

    #[test]
    fn an_open_document_is_told_at_each_version() {
        let mut told = HashMap::default();
        let at = |version| vec![(uri("a"), (Some(version), Vec::new()))];
        assert_eq!(news(&mut told, at(1)), at(1));
        assert_eq!(news(&mut told, at(1)), []);
        assert_eq!(news(&mut told, at(2)), at(2));
    }

    #[test]
    fn a_closed_file_is_told_when_it_changes() {
        let mut told = HashMap::default();
        let fine = vec![(uri("b"), (None, Vec::new()))];
        assert_eq!(news(&mut told, fine.clone()), []);
        let bad = vec![(uri("b"), (None, wrong()))];
        assert_eq!(news(&mut told, bad.clone()), bad);
        assert_eq!(news(&mut told, bad), []);
        assert_eq!(news(&mut told, fine.clone()), fine);
    }

    #[test]
    fn a_file_that_is_judged_no_more_is_cleared() {
        let mut told = HashMap::default();
        news(&mut told, vec![(uri("a"), (Some(1), wrong()))]);
        assert_eq!(news(&mut told, Vec::new()), [(uri("a"), (None, Vec::new()))]);
    }
}
