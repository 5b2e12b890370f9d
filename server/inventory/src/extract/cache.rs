//! Services that were read, kept for as long as the files say the same.
//!
//! What is read of a module follows from what the files answer, so the questions are written down
//! with the answers. A later reading begins by asking them again: while all answers are the same, so
//! is the service. An edited file is another source, whatever its text; one that was left alone is the
//! same one, and asking for it costs next to nothing.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use eval::{DirEntry, FileError, FileKind, Files, Source};
use rustc_hash::FxHashMap;

use super::{Provided, provided_by_flake, service_of_module};
use crate::catalogue::Service;

/// Services and flakes that were read. Shared between snapshots of the world: each asks whether what
/// is kept holds for it.
#[derive(Debug, Default)]
pub struct ServiceCache {
    services: Kept<Service>,
    flakes: Kept<Provided>,
}

impl ServiceCache {
    /// As [`service_of_module`].
    pub fn service(&self, files: &dyn Files, root: &Path, module: &Path) -> Arc<Service> {
        self.services.get(files, [root, module], |files| service_of_module(files, root, module))
    }

    /// As [`provided_by_flake`].
    pub fn provided_by(&self, files: &dyn Files, tree: &Path, flake: &Path) -> Arc<Provided> {
        let make = |files: &dyn Files| Arc::new(provided_by_flake(files, tree, flake));
        self.flakes.get(files, [tree, flake], make)
    }
}

/// What was worked out, by the paths that say what it is.
#[derive(Debug)]
struct Kept<T>(Mutex<FxHashMap<[PathBuf; 2], Entry<T>>>);

impl<T> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept(Mutex::default())
    }
}

#[derive(Debug)]
struct Entry<T> {
    asked: Arc<[Asked]>,
    result: Arc<T>,
}

impl<T> Kept<T> {
    fn get(
        &self,
        files: &dyn Files,
        key: [&Path; 2],
        make: impl FnOnce(&dyn Files) -> Arc<T>,
    ) -> Arc<T> {
        let key = key.map(Path::to_owned);
        let known = self.lock().get(&key).map(|it| (it.asked.clone(), it.result.clone()));
        if let Some((asked, result)) = known
            && asked.iter().all(|asked| asked.holds(files))
        {
            return result;
        }
        let recorder = Recorder { files, asked: RefCell::default() };
        let result = make(&recorder);
        // What nobody waited for is not all of it.
        if !files.is_cancelled() {
            let asked = recorder.asked.into_inner().into();
            self.lock().insert(key, Entry { asked, result: result.clone() });
        }
        result
    }

    fn lock(&self) -> MutexGuard<'_, FxHashMap<[PathBuf; 2], Entry<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A question to the files, and the answer; an error is none.
#[derive(Debug)]
enum Asked {
    Source(PathBuf, Option<Arc<Source>>),
    Text(PathBuf, Option<Arc<str>>),
    Folder(PathBuf, Option<Vec<DirEntry>>),
    Kind(PathBuf, Option<FileKind>),
}

impl Asked {
    /// Would it be answered the same?
    fn holds(&self, files: &dyn Files) -> bool {
        match self {
            Asked::Source(path, Some(known)) => {
                files.source(path).is_ok_and(|source| Arc::ptr_eq(known, &source))
            }
            Asked::Source(path, None) => files.source(path).is_err(),
            Asked::Text(path, known) => files.text(path).ok() == *known,
            Asked::Folder(path, known) => files.read_dir(path).ok() == *known,
            Asked::Kind(path, known) => files.kind(path) == *known,
        }
    }
}

/// Files that write down what they are asked.
struct Recorder<'f> {
    files: &'f dyn Files,
    asked: RefCell<Vec<Asked>>,
}

impl Recorder<'_> {
    fn note(&self, asked: Asked) {
        self.asked.borrow_mut().push(asked);
    }
}

impl Files for Recorder<'_> {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        let source = self.files.source(path);
        self.note(Asked::Source(path.to_owned(), source.as_ref().ok().cloned()));
        source
    }

    // The lock file is read through this as well.
    fn text(&self, path: &Path) -> Result<Arc<str>, FileError> {
        let text = self.files.text(path);
        self.note(Asked::Text(path.to_owned(), text.as_ref().ok().cloned()));
        text
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        let entries = self.files.read_dir(path);
        self.note(Asked::Folder(path.to_owned(), entries.as_ref().ok().cloned()));
        entries
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        let kind = self.files.kind(path);
        self.note(Asked::Kind(path.to_owned(), kind));
        kind
    }

    fn is_cancelled(&self) -> bool {
        self.files.is_cancelled()
    }
}
