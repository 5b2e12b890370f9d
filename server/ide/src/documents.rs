//! The files of the analysis: what editors hold open, over what was read from the disk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use eval::{DirEntry, FileError, FileId, FileKind, Files, Lock, Source};
use line_index::LineIndex;
use rustc_hash::{FxHashMap, FxHashSet};
use syntax::Parse;

use crate::moved_disk::MovedDisk;
use crate::remarks::Remarks;
use crate::{Disk, Move};

/// A file's text, in the form that it is worked with; everything derived is made once, on demand.
pub(crate) struct Document {
    id: FileId,
    path: Arc<Path>,
    content: Content,
    source: OnceLock<Arc<Source>>,
    /// The last earlier version that was lowered, until this one is.
    previous: Mutex<Option<Arc<Source>>>,
    remarks: OnceLock<Arc<Remarks>>,
    /// Those of the last earlier version of which they were asked, until they are of this one.
    previous_remarks: Mutex<Option<Arc<Remarks>>>,
    lines: OnceLock<Arc<LineIndex>>,
}

enum Content {
    Nix(Parse),
    Json(String),
}

impl Document {
    /// A file whose text an editor or the disk gave; JSON if its name ends so, else Nix.
    fn new(id: FileId, path: Arc<Path>, parse: impl FnOnce() -> Content) -> Document {
        Document {
            id,
            path,
            content: parse(),
            source: OnceLock::new(),
            previous: Mutex::default(),
            remarks: OnceLock::new(),
            previous_remarks: Mutex::default(),
            lines: OnceLock::new(),
        }
    }

    /// The document after an edit of another: what was made of that one's text is not worked out
    /// again where it stayed the same.
    fn after(mut self, edited: &Document) -> Document {
        self.previous = Mutex::new(latest(&edited.source, &edited.previous));
        self.previous_remarks = Mutex::new(latest(&edited.remarks, &edited.previous_remarks));
        self
    }

    pub(crate) fn parse(&self) -> Option<&Parse> {
        match &self.content {
            Content::Nix(parse) => Some(parse),
            Content::Json(_) => None,
        }
    }

    fn text(&self) -> Arc<str> {
        match &self.content {
            Content::Nix(parse) => Arc::from(parse.text()),
            Content::Json(text) => Arc::from(text.as_str()),
        }
    }

    pub(crate) fn source(&self) -> &Arc<Source> {
        self.source.get_or_init(|| {
            let (id, path) = (self.id, self.path.clone());
            let previous = lock(&self.previous).clone();
            let source = match (&self.content, previous) {
                (Content::Nix(parse), Some(previous)) => previous.edited(parse),
                (Content::Nix(parse), None) => Source::nix(id, path, parse),
                (Content::Json(text), _) => Source::json(id, path, text),
            };
            *lock(&self.previous) = None;
            Arc::new(source)
        })
    }

    /// The comments in it that speak to us; JSON has none.
    pub(crate) fn remarks(&self) -> Option<&Arc<Remarks>> {
        let tree = self.parse()?.green();
        Some(self.remarks.get_or_init(|| {
            let previous = lock(&self.previous_remarks).take();
            Arc::new(previous.map_or_else(|| Remarks::of(tree), |it| it.after(tree)))
        }))
    }

    pub(crate) fn lines(&self) -> &Arc<LineIndex> {
        self.lines.get_or_init(|| {
            Arc::new(match &self.content {
                Content::Nix(parse) => LineIndex::new(&parse.text()),
                Content::Json(text) => LineIndex::new(text),
            })
        })
    }
}

/// What was worked out of a version, or of one before.
fn latest<T>(now: &OnceLock<Arc<T>>, before: &Mutex<Option<Arc<T>>>) -> Option<Arc<T>> {
    now.get().cloned().or_else(|| lock(before).clone())
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

fn is_nix(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "nix")
}

/// The numbers of files. Shared by all snapshots; only ever grows.
#[derive(Default)]
pub(crate) struct Paths(Mutex<PathTable>);

#[derive(Default)]
struct PathTable {
    paths: Vec<Arc<Path>>,
    ids: FxHashMap<Arc<Path>, FileId>,
}

impl Paths {
    pub(crate) fn id(&self, path: &Path) -> FileId {
        let mut table = lock(&self.0);
        if let Some(&id) = table.ids.get(path) {
            return id;
        }
        let id = FileId(u32::try_from(table.paths.len()).unwrap_or(u32::MAX));
        let path: Arc<Path> = Arc::from(path);
        table.paths.push(path.clone());
        table.ids.insert(path, id);
        id
    }

    pub(crate) fn path(&self, id: FileId) -> Arc<Path> {
        let table = lock(&self.0);
        let path = table.paths.get(id.0 as usize);
        path.cloned().unwrap_or_else(|| Arc::from(Path::new("/")))
    }
}

/// What was read from the disk and holds until a change is announced.
#[derive(Default)]
struct DiskCache(Mutex<CacheTables>);

#[derive(Default, Clone)]
struct CacheTables {
    documents: FxHashMap<PathBuf, Result<Arc<Document>, FileError>>,
    /// Of files that are not evaluated.
    folders: FxHashMap<PathBuf, Result<Vec<DirEntry>, FileError>>,
    kinds: FxHashMap<PathBuf, Option<FileKind>>,
    texts: FxHashMap<PathBuf, Result<Arc<str>, FileError>>,
    /// By the folder of the flake.
    locks: FxHashMap<PathBuf, Option<Arc<Lock>>>,
    /// By the folder that they were looked for in, see [`Documents::clan_files`].
    clan_files: FxHashMap<PathBuf, Arc<[PathBuf]>>,
    /// By the folder that they were looked for in, see [`Documents::entry_folders`].
    entry_folders: FxHashMap<PathBuf, Arc<[PathBuf]>>,
}

/// The state of all files at one moment. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Documents {
    disk: Arc<dyn Disk>,
    paths: Arc<Paths>,
    open: Arc<FxHashMap<PathBuf, Arc<Document>>>,
    cache: Arc<DiskCache>,
    cancelled: Option<Arc<Cancelled>>,
}

/// Tells whether nobody waits for an answer any more.
type Cancelled = dyn Fn() -> bool + Send + Sync;

impl Documents {
    pub(crate) fn new(disk: Arc<dyn Disk>) -> Documents {
        Documents {
            disk,
            paths: Arc::default(),
            open: Arc::default(),
            cache: Arc::default(),
            cancelled: None,
        }
    }

    /// The same, for as long as somebody waits.
    pub(crate) fn until(self, cancelled: impl Fn() -> bool + Send + Sync + 'static) -> Documents {
        Documents { cancelled: Some(Arc::new(cancelled)), ..self }
    }

    pub(crate) fn paths(&self) -> &Paths {
        &self.paths
    }

    pub(crate) fn open(&mut self, path: PathBuf, parse: Parse) {
        let id = self.paths.id(&path);
        let json = is_json(&path);
        let content = || if json { Content::Json(parse.text()) } else { Content::Nix(parse) };
        let mut document = Document::new(id, self.paths.path(id), content);
        if let Some(edited) = self.open.get(&path) {
            document = document.after(edited);
        }
        Arc::make_mut(&mut self.open).insert(path, Arc::new(document));
    }

    pub(crate) fn close(&mut self, path: &Path) {
        Arc::make_mut(&mut self.open).remove(path);
        self.disk_changed(&[path.to_owned()]);
    }

    /// The same, but for a file or a folder that lies elsewhere.
    pub(crate) fn moved(&self, moved: &Move) -> Documents {
        let disk = Arc::new(MovedDisk { disk: self.disk.clone(), moved: moved.clone() });
        let mut after = Documents { disk, ..self.clone() };
        after.disk_changed(&[moved.from.clone(), moved.to.clone()]);
        for (path, document) in self.open.iter().filter(|(path, _)| path.starts_with(&moved.from)) {
            Arc::make_mut(&mut after.open).remove(path);
            let parse = document.parse().cloned();
            after.open(moved.after(path), parse.unwrap_or_else(|| syntax::parse(&document.text())));
        }
        after
    }

    /// Forgets what was read of paths and of the folders above, which may be new like them. Snapshots
    /// that were taken before keep what they know.
    pub(crate) fn disk_changed(&mut self, paths: &[PathBuf]) {
        let changed: FxHashSet<&Path> = paths.iter().map(PathBuf::as_path).collect();
        let above: FxHashSet<&Path> = paths.iter().flat_map(|path| path.ancestors()).collect();
        let below = |entry: &Path| entry.ancestors().any(|folder| changed.contains(folder));
        let mut tables = lock(&self.cache.0).clone();
        tables.documents.retain(|file, _| !below(file));
        tables.texts.retain(|file, _| !below(file));
        tables.kinds.retain(|path, _| !below(path) && !above.contains(path.as_path()));
        tables.folders.retain(|folder, _| !below(folder) && !above.contains(folder.as_path()));
        tables.locks.retain(|folder, _| !below(folder) && !above.contains(folder.as_path()));
        tables.clan_files.retain(|folder, _| !above.contains(folder.as_path()));
        tables.entry_folders.retain(|folder, _| !above.contains(folder.as_path()));
        self.cache = Arc::new(DiskCache(Mutex::new(tables)));
    }

    /// May the flake in a folder make a clan? One that neither names nor locks anything of the kind
    /// is not looked into: the repository may be as large as nixpkgs.
    pub(crate) fn may_make_clan(&self, root: &Path) -> bool {
        let names_it =
            |file: &str| self.text(&root.join(file)).is_ok_and(|text| text.contains("clan"));
        names_it("flake.nix") || names_it("flake.lock")
    }

    /// The folders below a folder in which a clan may begin, by path.
    pub(crate) fn entry_folders(&self, folder: &Path) -> Arc<[PathBuf]> {
        if let Some(known) = lock(&self.cache.0).entry_folders.get(folder) {
            return known.clone();
        }
        let is_entry = |path: &PathBuf| {
            path.file_name().is_some_and(|name| name == "flake.nix" || name == "clan.nix")
        };
        let entries = self.disk.nix_files(folder).into_iter().filter(is_entry);
        let mut folders: Vec<PathBuf> =
            entries.filter_map(|path| Some(path.parent()?.to_owned())).collect();
        folders.sort();
        folders.dedup();
        let folders: Arc<[PathBuf]> = folders.into();
        lock(&self.cache.0).entry_folders.insert(folder.to_owned(), folders.clone());
        folders
    }

    /// The Nix files below a folder whose text may define a part of a clan: those that say
    /// `inventory` or `clan`, and whatever an editor holds open. By path.
    pub(crate) fn clan_files(&self, folder: &Path) -> Vec<PathBuf> {
        let open = self.open.keys().filter(|path| path.starts_with(folder) && is_nix(path));
        let mut files: Vec<PathBuf> = open.cloned().collect();
        files.extend_from_slice(&self.clan_files_on_disk(folder));
        files.sort();
        files.dedup();
        files
    }

    /// The Nix files below a folder whose text is wanted, by path.
    pub(crate) fn files_that_say(
        &self,
        folder: &Path,
        is_wanted: &dyn Fn(&str) -> bool,
    ) -> Vec<PathBuf> {
        let mut files = self.disk.nix_files_that(folder, is_wanted);
        files.retain(|path| !self.open.contains_key(path));
        let open = self.open.iter().filter(|(path, document)| {
            path.starts_with(folder) && is_nix(path) && is_wanted(&document.text())
        });
        files.extend(open.map(|(path, _)| path.clone()));
        files.sort();
        files
    }

    fn clan_files_on_disk(&self, folder: &Path) -> Arc<[PathBuf]> {
        if let Some(known) = lock(&self.cache.0).clan_files.get(folder) {
            return known.clone();
        }
        let names_a_clan = |text: &str| says(text, "inventory") || says(text, "clan");
        let files: Arc<[PathBuf]> = self.disk.nix_files_that(folder, &names_a_clan).into();
        lock(&self.cache.0).clan_files.insert(folder.to_owned(), files.clone());
        files
    }

    pub(crate) fn document(&self, path: &Path) -> Result<Arc<Document>, FileError> {
        if let Some(document) = self.open.get(path) {
            return Ok(document.clone());
        }
        if let Some(known) = lock(&self.cache.0).documents.get(path) {
            return known.clone();
        }
        let read = self.disk.read(path).map(|text| {
            let id = self.paths.id(path);
            let content = || {
                if is_json(path) { Content::Json(text) } else { Content::Nix(syntax::parse(&text)) }
            };
            Arc::new(Document::new(id, self.paths.path(id), content))
        });
        lock(&self.cache.0).documents.insert(path.to_owned(), read.clone());
        read
    }
}

impl Files for Documents {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        self.document(path).map(|document| document.source().clone())
    }

    fn text(&self, path: &Path) -> Result<Arc<str>, FileError> {
        if let Some(document) = self.open.get(path) {
            return Ok(document.text());
        }
        if let Some(known) = lock(&self.cache.0).texts.get(path) {
            return known.clone();
        }
        let read = self.disk.read(path).map(Arc::from);
        lock(&self.cache.0).texts.insert(path.to_owned(), read.clone());
        read
    }

    fn lock(&self, root: &Path) -> Option<Arc<Lock>> {
        let file = root.join("flake.lock");
        let read = || self.text(&file).ok().and_then(|text| Lock::parse(&text)).map(Arc::new);
        if self.open.contains_key(&file) {
            return read();
        }
        if let Some(known) = lock(&self.cache.0).locks.get(root) {
            return known.clone();
        }
        let read = read();
        lock(&self.cache.0).locks.insert(root.to_owned(), read.clone());
        read
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        if let Some(known) = lock(&self.cache.0).folders.get(path) {
            return known.clone();
        }
        let read = self.disk.read_dir(path);
        lock(&self.cache.0).folders.insert(path.to_owned(), read.clone());
        read
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        if self.open.contains_key(path) {
            return Some(FileKind::File);
        }
        if let Some(known) = lock(&self.cache.0).kinds.get(path) {
            return *known;
        }
        let kind = self.disk.kind(path);
        lock(&self.cache.0).kinds.insert(path.to_owned(), kind);
        kind
    }

    fn input(&self, root: &Path, name: &str) -> Option<PathBuf> {
        self.disk.input(root, name)
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.as_ref().is_some_and(|cancelled| cancelled())
    }
}

/// Does a text hold the name `word`, whole? (Half of all packages speak of `clang`.)
fn says(text: &str, word: &str) -> bool {
    let in_name = |char: char| char.is_ascii_alphanumeric() || "_'-".contains(char);
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let after = after.strip_prefix(word).unwrap_or_default();
        !before.ends_with(in_name) && !after.starts_with(in_name)
    })
}

/// A panic in another thread leaves these tables whole: each change to them is one insertion.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn only_whole_names_count() {
        for text in ["clan", "{ clan={}; }", "flake.clan.inventory", "self.clan\n", "\"clan\""] {
            assert!(says(text, "clan"), "{text}");
        }
        for text in ["", "clang", "clan-core", "my_clan", "declan clan'"] {
            assert!(!says(text, "clan"), "{text}");
        }
    }
}
