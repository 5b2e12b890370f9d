//! Tells the client what is wrong, after every change.
//!
//! It takes the newest state, works out the diagnostics, sends those that the client does not know
//! yet, and looks again. Changes that came in meanwhile are all in the next state: a burst is
//! analysed once, and its last version is always told.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use ide::{Analysis, FileId, LineIndex};
use tokio_util::sync::CancellationToken;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::configurations::Configured;
use super::pool::Pool;
use super::refresh::Shown;
use super::world::{Snapshot, World};
use crate::configuration::{self, File};

/// What was said of a document: its version, if it is open, and the diagnostics.
type Told = (Option<i32>, Vec<Diagnostic>);

/// Publishes until the server ends.
pub(super) async fn run(client: Client, world: Arc<World>, pool: Pool) {
    let mut told: HashMap<Uri, Told> = HashMap::default();
    let mut shown = Shown::default();
    loop {
        world.changed.notified().await;
        let Some(snapshot) = world.snapshot() else { continue };
        // A panic is in the log; the next change is a new chance.
        let Ok(judged) = judge(snapshot.clone(), &world, &pool).await else { continue };
        for (uri, now) in news(&mut told, judged) {
            client.publish_diagnostics(uri, now.1, now.0).await;
        }
        shown.update(&client, snapshot, &pool).await;
    }
}

/// A state that was overtaken is still judged for so long: somebody who types fast sees mistakes
/// while typing.
const PATIENCE: Duration = Duration::from_millis(200);

/// Works out the diagnostics; breaks off when that takes long and there is a newer state.
async fn judge(snapshot: Snapshot, world: &World, pool: &Pool) -> Result<Vec<(Uri, Told)>> {
    let token = CancellationToken::new();
    let snapshot = snapshot.until(&token);
    let mut judging = pin!(pool.run(token.clone(), move || snapshot.judge()));
    let mut overtaken = false;
    loop {
        tokio::select! {
            judged = &mut judging => {
                if overtaken {
                    world.changed.notify_one();
                }
                return judged;
            }
            () = world.changed.notified(), if !overtaken => overtaken = true,
            () = tokio::time::sleep(PATIENCE), if overtaken => token.cancel(),
        }
    }
}

/// What the client does not know yet; `told` becomes what it knows then.
fn news(told: &mut HashMap<Uri, Told>, judged: Vec<(Uri, Told)>) -> Vec<(Uri, Told)> {
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

impl Snapshot {
    /// The diagnostics of all open documents, and of the files that are judged with them.
    fn judge(&self) -> Vec<(Uri, Told)> {
        let mut files = BTreeSet::new();
        for (_, document) in &self.documents {
            files.extend(self.analysis.judged_with(document.file));
            files.insert(document.file);
        }
        let mut told = Vec::new();
        let mut configurations = BTreeMap::new();
        for file in files {
            let path = self.analysis.path(file);
            // An open configuration is judged below, as it counts: as it is on the disk.
            if path.file_name().is_some_and(|name| name == configuration::NAME) {
                continue;
            }
            let configured = self.configured(file);
            if let Some(uri) = self.uri(file) {
                let mistakes = self.judged(&self.analysis, file, &configured).into_iter();
                let mistakes = mistakes.map(|mistake| self.diagnostic(file, mistake));
                told.push((uri, (self.version(file), mistakes.collect())));
            }
            if let Some(file) = &configured.file {
                configurations.insert(file.path.clone(), configured);
            }
        }
        let files = configurations.values().filter_map(|configured| configured.file.as_ref());
        told.extend(files.filter_map(|file| self.judge_configuration(file)));
        told
    }

    /// What counts for a file: what its clan has configured, or nothing.
    fn configured(&self, file: FileId) -> Arc<Configured> {
        let clan = self.analysis.clan(&self.analysis.path(file));
        clan.map(|clan| self.configurations.of(&clan.entry)).unwrap_or_default()
    }

    /// What is to be told of a file, in this state of the world or in one after edits.
    pub(super) fn mistakes(&self, analysis: &Analysis, file: FileId) -> Vec<ide::Diagnostic> {
        self.judged(analysis, file, &self.configured(file))
    }

    fn judged(
        &self,
        analysis: &Analysis,
        file: FileId,
        configured: &Configured,
    ) -> Vec<ide::Diagnostic> {
        let path = self.analysis.path(file);
        configured.configuration.judge(&path, analysis.diagnostics(file))
    }

    /// The mistakes in a configuration file, as it is on the disk.
    fn judge_configuration(&self, file: &File) -> Option<(Uri, Told)> {
        let uri = self.uri(self.analysis.file(&file.path))?;
        let lines = LineIndex::new(&file.text);
        let problems = file.problems.iter().map(|problem| self.problem(&lines, problem));
        Some((uri, (None, problems.collect())))
    }

    /// The version of a file that the client holds open.
    pub(super) fn version(&self, file: FileId) -> Option<i32> {
        let open = self.documents.iter().find(|(_, document)| document.file == file);
        open.map(|(_, document)| document.version)
    }
}

#[cfg(test)]
mod tests {
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
