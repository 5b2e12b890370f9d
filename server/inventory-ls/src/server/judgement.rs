//! What is wrong, file by file, as the client is to be told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{Analysis, FileId, LineIndex};
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::configurations::Configured;
use super::world::Snapshot;
use crate::configuration::{self, File};

/// What is wrong in a file: the version that is judged, if it is open, and the diagnostics.
pub(super) type Judgement = (Option<i32>, Vec<Diagnostic>);

/// That of several files.
pub(super) type Judgements = Vec<(Uri, Judgement)>;

impl Snapshot {
    /// What is wrong in open documents, and in the files that are judged with them.
    pub(super) fn judge(&self, open: &[FileId]) -> Judgements {
        let mut files = BTreeSet::from_iter(open.iter().copied());
        files.extend(open.iter().flat_map(|&file| self.analysis.judged_with(file)));
        self.judge_files(files, &[])
    }

    /// The same, and what is wrong in all clans of some folders, and in the folders' configurations.
    pub(super) fn judge_workspace(&self, open: &[FileId], folders: &[PathBuf]) -> Judgements {
        let mut files = BTreeSet::from_iter(open.iter().copied());
        files.extend(open.iter().flat_map(|&file| self.analysis.judged_with(file)));
        for clan in folders.iter().flat_map(|folder| self.analysis.clans(folder)) {
            let own = |&file: &FileId| self.analysis.path(file).starts_with(&clan.repository);
            files.extend(clan.files.iter().copied().filter(own));
        }
        self.judge_files(files, folders)
    }

    fn judge_files(&self, files: BTreeSet<FileId>, folders: &[PathBuf]) -> Judgements {
        let mut told = Vec::new();
        let configured = folders.iter().map(|it| self.configurations.of(&it.join("clan.nix")));
        let mut configurations = BTreeMap::new();
        let mut count = |configured: Arc<Configured>| {
            if let Some(file) = &configured.file {
                configurations.insert(file.path.clone(), configured.clone());
            }
        };
        configured.for_each(&mut count);
        for file in files {
            // An open configuration is judged below, as it counts: as it is on the disk.
            if is_configuration(&self.analysis.path(file)) {
                continue;
            }
            let configured = self.configured(file);
            if let Some(uri) = self.uri(file) {
                told.push((uri, (self.version(file), self.judge_file(file, &configured))));
            }
            count(configured);
        }
        let files = configurations.values().filter_map(|configured| configured.file.as_ref());
        told.extend(files.filter_map(|file| self.judge_configuration(file)));
        told
    }

    /// What is wrong in one file.
    pub(super) fn judge_one(&self, file: FileId) -> Vec<Diagnostic> {
        let path = self.analysis.path(file);
        if !is_configuration(&path) {
            return self.judge_file(file, &self.configured(file));
        }
        let configured = self.configurations.of(&path);
        let counts = configured.file.as_ref().filter(|file| *file.path == *path);
        let judged = counts.and_then(|file| self.judge_configuration(file));
        judged.map(|(_, (_, diagnostics))| diagnostics).unwrap_or_default()
    }

    fn judge_file(&self, file: FileId, configured: &Configured) -> Vec<Diagnostic> {
        if !configured.configuration.enables("diagnostic") {
            return Vec::new();
        }
        let mistakes = self.judged(&self.analysis, file, configured).into_iter();
        mistakes.map(|mistake| self.diagnostic(file, mistake)).collect()
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
    fn judge_configuration(&self, file: &File) -> Option<(Uri, Judgement)> {
        let id = self.analysis.file(&file.path);
        let uri = self.uri(id)?;
        let lines = LineIndex::new(&file.text);
        let problems = file.problems.iter().map(|problem| self.problem(&lines, problem));
        Some((uri, (self.version(id), problems.collect())))
    }

    /// The version of a file that the client holds open.
    pub(super) fn version(&self, file: FileId) -> Option<i32> {
        let open = self.documents.iter().find(|(_, document)| document.file == file);
        open.map(|(_, document)| document.version)
    }
}

fn is_configuration(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == configuration::NAME)
}
