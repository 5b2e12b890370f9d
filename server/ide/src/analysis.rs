//! The state of the world, and snapshots of it that answer.

mod answers;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use eval::{DirEntry, FileId, FileKind, Files, Source};
use inventory::extract::ServiceCache;
use inventory::{Clan, Extent, InputSource, Reach};
use line_index::LineIndex;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use syntax::Parse;

use crate::code_action::apply;
use crate::diagnostics::{Findings, Judged};
use crate::documents::{Document, Documents, lock};
use crate::remarks::Remarks;
use crate::{Change, Diagnostic, Disk, Move, diagnostics};

/// Applies changes and hands out snapshots.
pub struct AnalysisHost {
    documents: Documents,
    results: Arc<Results>,
    services: Arc<ServiceCache>,
}

impl AnalysisHost {
    /// An empty world over a disk.
    pub fn new(disk: Arc<dyn Disk>) -> AnalysisHost {
        AnalysisHost {
            documents: Documents::new(disk),
            results: Arc::default(),
            services: Arc::default(),
        }
    }

    /// A file that an editor holds open, or its new state: it hides what is on the disk.
    pub fn open(&mut self, path: PathBuf, parse: Parse) {
        self.documents.open(path, parse);
        self.results = Results::after(&self.results);
    }

    /// The editor lets go of a file: the disk counts again.
    pub fn close(&mut self, path: &Path) {
        self.documents.close(path);
        self.results = Results::after(&self.results);
    }

    /// Files or folders on the disk are new, other or gone: forget what was read.
    pub fn disk_changed(&mut self, paths: &[PathBuf]) {
        self.documents.disk_changed(paths);
        self.results = Results::after(&self.results);
    }

    /// The world as it is now. Cheap: nothing is analysed before it is asked for.
    pub fn snapshot(&self) -> Analysis {
        Analysis {
            documents: self.documents.clone(),
            results: self.results.clone(),
            services: self.services.clone(),
        }
    }
}

/// What was worked out for one state of the world: each entry once, by whoever asks first.
#[derive(Default)]
struct Results {
    /// What the clans came to in the state before, as far as that is known.
    previous: FxHashMap<Entry, ClanResult>,
    clans: Mutex<FxHashMap<Entry, Arc<Slot>>>,
}

/// The result for an entry, once it is there; locked by whoever works it out.
type Slot = Mutex<Option<Option<ClanResult>>>;

impl Results {
    /// Those of a new state, of which nothing is worked out yet.
    fn after(before: &Results) -> Arc<Results> {
        let asked = lock(&before.clans);
        // Nobody asked in between: what was known before that is the latest still.
        if asked.is_empty() {
            let previous = before.previous.clone();
            return Arc::new(Results { previous, clans: Mutex::default() });
        }
        let latest = |entry: &Entry, slot: &Slot| match slot.try_lock() {
            Ok(slot) if slot.is_some() => slot.as_ref()?.clone(),
            // It was broken off, or is just being worked out, which is not waited for.
            _ => before.previous_of(entry),
        };
        let known =
            |(entry, slot): (&Entry, &Arc<Slot>)| Some((entry.clone(), latest(entry, slot)?));
        let previous = asked.iter().filter_map(known).collect();
        Arc::new(Results { previous, clans: Mutex::default() })
    }

    fn previous_of(&self, entry: &Entry) -> Option<ClanResult> {
        self.previous.get(entry).cloned()
    }
}

/// Where the evaluation of a clan starts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Entry {
    /// At `flake.nix` in a folder.
    Flake(PathBuf),
    /// At every text below a flake's folder that names a part of a clan.
    Parts(PathBuf),
    /// At a file, which is all of a clan or a part.
    File(PathBuf, Extent),
}

/// A clan with all that is wrong in it.
#[derive(Clone)]
struct ClanResult {
    clan: Arc<Clan>,
    findings: Arc<Findings>,
    judged: Option<Arc<Judged>>,
}

/// An immutable snapshot: cheap to clone, to be asked from any thread.
#[derive(Clone)]
pub struct Analysis {
    documents: Documents,
    results: Arc<Results>,
    /// What was read of services' modules, in this state of the world or an earlier one.
    services: Arc<ServiceCache>,
}

impl Analysis {
    /// The same snapshot, for somebody who may stop waiting: once `cancelled` tells so, evaluation
    /// ends soon, and the answers mean nothing.
    #[must_use]
    pub fn until(self, cancelled: impl Fn() -> bool + Send + Sync + 'static) -> Analysis {
        Analysis { documents: self.documents.until(cancelled), ..self }
    }

    /// The same world, but for the text of one file.
    #[must_use]
    pub fn with_text(&self, file: FileId, text: &str) -> Analysis {
        let mut documents = self.documents.clone();
        documents.open(self.path(file).to_path_buf(), syntax::parse(text));
        let results = Results::after(&self.results);
        Analysis { documents, results, services: self.services.clone() }
    }

    /// The same world, but for a file or a folder that lies elsewhere.
    #[must_use]
    pub(crate) fn with_moved(&self, moved: &Move) -> Analysis {
        let documents = self.documents.moved(moved);
        let results = Results::after(&self.results);
        Analysis { documents, results, services: self.services.clone() }
    }

    /// The same world after a change; `None` where that is none of these texts.
    pub(crate) fn with_change(&self, change: &Change) -> Option<Analysis> {
        let mut documents = self.documents.clone();
        for (file, edits) in change.files() {
            let edited = match self.parse(file) {
                // From the last on: so those before stay where they are.
                Some(parse) => edits.iter().rev().fold(parse, |it, edit| it.edit(edit)),
                None => syntax::parse(&apply(&self.text(file)?, edits)?),
            };
            documents.open(self.path(file).to_path_buf(), edited);
        }
        let results = Results::after(&self.results);
        Some(Analysis { documents, results, services: self.services.clone() })
    }

    /// The number of a file (given out on first sight; the file need not exist).
    pub fn file(&self, path: &Path) -> FileId {
        self.documents.paths().id(path)
    }

    /// The absolute path of a file.
    pub fn path(&self, file: FileId) -> Arc<Path> {
        self.documents.paths().path(file)
    }

    /// The tree of a Nix file; `None` when it can't be read.
    pub fn parse(&self, file: FileId) -> Option<Parse> {
        self.document(file)?.parse().cloned()
    }

    /// The comments of a Nix file that speak to us.
    pub(crate) fn remarks(&self, file: FileId) -> Option<Arc<Remarks>> {
        self.document(file)?.remarks().cloned()
    }

    /// The text of a file that can be read.
    pub fn text(&self, file: FileId) -> Option<Arc<str>> {
        self.documents.text(&self.path(file)).ok()
    }

    /// Offsets to lines, of a file that can be read. Costs a scan on first use.
    pub fn line_index(&self, file: FileId) -> Option<Arc<LineIndex>> {
        Some(self.document(file)?.lines().clone())
    }

    /// The clan of the folder `path` or, for a file, the one that it belongs to: the clan that
    /// reads it or, if none does, itself.
    pub fn clan(&self, path: &Path) -> Option<Arc<Clan>> {
        Some(self.clan_result(path)?.clan)
    }

    /// The clans of a folder: its own or, if it has none, those of the folders below it. The clan of
    /// a file.
    pub fn clans(&self, path: &Path) -> Vec<Arc<Clan>> {
        if let Some(clan) = self.clan(path) {
            return vec![clan];
        }
        if self.documents.kind(path) != Some(FileKind::Directory) {
            return Vec::new();
        }
        let mut clans: Vec<Arc<Clan>> = Vec::new();
        for folder in self.documents.entry_folders(path).iter() {
            if clans.iter().any(|clan| folder.starts_with(&clan.root)) {
                continue;
            }
            clans.extend(self.clan(folder));
        }
        clans
    }

    /// The services that the instances of a clan can be of.
    pub fn reach<'a>(&'a self, clan: &'a Clan) -> Reach<'a> {
        Reach::new(clan, &self.documents, &self.services)
    }

    /// The sources of inputs of a clan's flake that are at hand.
    pub fn input_sources(&self, clan: &Clan) -> Vec<InputSource> {
        clan.input_sources(&self.documents)
    }

    /// The inputs that the lock file of a clan's flake names.
    pub(crate) fn locked_inputs(&self, clan: &Clan) -> Vec<SmolStr> {
        let lock = self.documents.lock(&clan.root);
        let names = lock.as_ref().and_then(|lock| Some(lock.inputs(lock.root()?)));
        names.into_iter().flatten().map(|(name, _)| SmolStr::from(name)).collect()
    }

    /// The files that are judged together with `file`, itself included.
    pub fn judged_with(&self, file: FileId) -> Vec<FileId> {
        match self.clan(&self.path(file)) {
            Some(clan) => clan.files.clone(),
            None => vec![file],
        }
    }

    /// All mistakes in a file, by place. A file that belongs to no clan has none.
    pub fn diagnostics(&self, file: FileId) -> Vec<Diagnostic> {
        let result = self.clan_result(&self.path(file));
        result.map(|result| result.findings.of(file)).unwrap_or_default()
    }

    /// The clan of the flake or of the `clan.nix` above a file, whether or not it reads the file.
    pub(crate) fn clan_around(&self, path: &Path) -> Option<Arc<Clan>> {
        self.clan(path.ancestors().skip(1).find(|folder| {
            self.is_flake(folder) || self.documents.kind(&folder.join("clan.nix")).is_some()
        })?)
    }

    pub(crate) fn read_dir(&self, folder: &Path) -> Vec<DirEntry> {
        self.documents.read_dir(folder).unwrap_or_default()
    }

    /// The Nix files below a folder whose text is wanted, as far as they are soon found.
    pub(crate) fn files_that_say(
        &self,
        folder: &Path,
        is_wanted: &dyn Fn(&str) -> bool,
    ) -> Vec<FileId> {
        let files = self.documents.files_that_say(folder, is_wanted);
        files.iter().map(|path| self.file(path)).collect()
    }

    pub(crate) fn kind(&self, path: &Path) -> Option<FileKind> {
        self.documents.kind(path)
    }

    /// Does a file that a clan reads belong to its repository? Others' files are not for us to judge.
    pub(crate) fn is_own(&self, clan: &Clan, file: FileId) -> bool {
        self.path(file).starts_with(&clan.repository)
    }

    /// The files of a clan's repository that it reads, as evaluation sees them.
    pub(crate) fn own_sources(&self, clan: &Clan) -> Vec<Arc<Source>> {
        let own = clan.files.iter().filter(|&&file| self.is_own(clan, file));
        own.filter_map(|&file| Some(self.document(file)?.source().clone())).collect()
    }

    fn document(&self, file: FileId) -> Option<Arc<Document>> {
        self.documents.document(&self.path(file)).ok()
    }

    /// The clan that a path belongs to: the one that its flake makes, the one whose `clan.nix` is
    /// above it, the one that the texts below its flake come to, or the file alone; the first that
    /// reads the file. A folder belongs to the first that there is.
    fn clan_result(&self, path: &Path) -> Option<ClanResult> {
        let is_folder = self.documents.kind(path) == Some(FileKind::Directory);
        let file = (!is_folder).then(|| self.file(path));
        let holds = |result: &ClanResult| file.is_none_or(|it| result.clan.files.contains(&it));
        let flake = path.ancestors().find(|folder| self.is_flake(folder));
        let entry = self.entry_above(path);
        let of_flake = flake.and_then(|root| self.result(&Entry::Flake(root.to_owned())));
        if let Some(result) = of_flake.as_ref().filter(|result| holds(result)) {
            return Some(result.clone());
        }
        if let (Some(root), None) = (flake, &of_flake) {
            let parts = self.result(&Entry::Parts(root.to_owned()));
            if let Some(result) = parts.filter(holds) {
                return Some(result);
            }
        }
        let extent = if flake.is_some() { Extent::Fragment } else { Extent::Whole };
        if let Some(entry) = &entry {
            let result = self.result(&Entry::File(entry.clone(), extent));
            if let Some(result) = result.filter(holds) {
                return Some(result);
            }
        }
        if is_folder {
            return None;
        }
        let part = entry.is_some() || flake.is_some();
        let extent = if part { Extent::Fragment } else { Extent::Whole };
        let alone = self.result(&Entry::File(path.to_owned(), extent))?;
        // The flake's `inventory.json` is read with whatever stands below it, and tells nothing of it.
        let is_code = |file| self.parse(file).is_some();
        alone.clan.is_written(is_code).then_some(alone)
    }

    /// The nearest `clan.nix` at or above a path, no further up than its flake or repository.
    fn entry_above(&self, path: &Path) -> Option<PathBuf> {
        for folder in path.ancestors() {
            let entry = folder.join("clan.nix");
            if self.documents.kind(&entry) == Some(FileKind::File) {
                return Some(entry);
            }
            if self.is_flake(folder) || self.documents.kind(&folder.join(".git")).is_some() {
                return None;
            }
        }
        None
    }

    fn is_flake(&self, folder: &Path) -> bool {
        self.documents.kind(&folder.join("flake.nix")).is_some()
    }

    fn result(&self, entry: &Entry) -> Option<ClanResult> {
        let slot = lock(&self.results.clans).entry(entry.clone()).or_default().clone();
        let mut slot = lock(&slot);
        if let Some(known) = &*slot {
            return known.clone();
        }
        let before = self.results.previous_of(entry);
        let known = before.as_ref().map(|before| before.clan.clone());
        let result = self.build(entry, known).map(|clan| {
            let clan = Arc::new(clan);
            let before = before.and_then(|before| before.judged);
            let (findings, judged) = diagnostics::find(self, &clan, before);
            ClanResult { clan, findings: Arc::new(findings), judged }
        });
        // What was broken off is no result: the next one who asks works it out.
        if self.documents.is_cancelled() {
            return None;
        }
        slot.insert(result).clone()
    }

    fn build(&self, entry: &Entry, previous: Option<Arc<Clan>>) -> Option<Clan> {
        match entry {
            Entry::Flake(root) | Entry::Parts(root) if !self.documents.may_make_clan(root) => None,
            Entry::Flake(root) => inventory::build_flake(&self.documents, root, previous),
            Entry::Parts(root) => {
                let files = self.documents.clan_files(root);
                inventory::build_fragments(&self.documents, root, &files)
            }
            Entry::File(file, extent) => {
                self.documents.document(file).ok()?;
                Some(inventory::build(&self.documents, file, *extent, previous))
            }
        }
    }
}
