//! The clans that the client has before it.

use std::path::PathBuf;
use std::sync::Arc;

use ide::Clan;

use super::world::Snapshot;

impl Snapshot {
    /// The clans of some folders and of the open documents, each once.
    pub(super) fn clans(&self, folders: &[PathBuf]) -> Vec<Arc<Clan>> {
        let of_folders = folders.iter().flat_map(|folder| self.analysis.clans(folder));
        let documents = self.documents.iter();
        let of_documents = documents.filter_map(|(_, document)| self.analysis.clan(&document.path));
        let mut clans: Vec<Arc<Clan>> = Vec::new();
        for clan in of_folders.chain(of_documents) {
            if clans.iter().all(|known| known.entry != clan.entry) {
                clans.push(clan);
            }
        }
        clans
    }
}
