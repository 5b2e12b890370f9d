//! Tells the client to ask again for hints and lenses, when a change elsewhere shows in a document.
//!
//! Of the document that a user types in, it asks by itself: nothing is looked at then.

use std::collections::HashMap;

use tokio_util::sync::CancellationToken;
use tower_lsp::Client;
use tower_lsp::ls_types::Uri;

use super::pool::Pool;
use super::world::Snapshot;

/// What documents show: their version, and who is in what, where that was looked at since then.
#[derive(Debug, Default)]
pub(super) struct Shown(HashMap<Uri, (i32, Option<u64>)>);

impl Shown {
    /// Takes in a new state, and asks the client to refresh if need be.
    pub(super) async fn update(&mut self, client: &Client, snapshot: Snapshot, pool: &Pool) {
        let facts = snapshot.client;
        if !facts.refreshes_hints && !facts.refreshes_lenses {
            return;
        }
        let mut shown = std::mem::take(self);
        let work = move || {
            let outdated = shown.take_in(&snapshot);
            (shown, outdated)
        };
        // A panic is in the log; everything is new then.
        let Ok((shown, outdated)) = pool.run(CancellationToken::new(), work).await else { return };
        *self = shown;
        if outdated {
            let client = client.clone();
            // The client answers when it likes: nobody waits for it.
            tokio::spawn(async move {
                if facts.refreshes_hints {
                    let _ = client.inlay_hint_refresh().await;
                }
                if facts.refreshes_lenses {
                    let _ = client.code_lens_refresh().await;
                }
            });
        }
    }

    /// Does a document that did not change show something else now?
    fn take_in(&mut self, snapshot: &Snapshot) -> bool {
        let mut outdated = false;
        let documents = snapshot.documents.iter().map(|(uri, document)| {
            let version = document.version;
            let membership = || snapshot.analysis.membership(document.file);
            let known = match self.0.get(uri) {
                Some((before, _)) if *before != version => None,
                Some((_, before)) => {
                    let now = membership();
                    outdated |= *before != now;
                    now
                }
                None => membership(),
            };
            (uri.clone(), (version, known))
        });
        self.0 = documents.collect();
        outdated
    }
}
