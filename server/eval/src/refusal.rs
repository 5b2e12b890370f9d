//! What evaluation meets that Nix would refuse. It goes on with something unknown; here it is kept
//! where that was, for whoever tells the user.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::files::FileKind;
use crate::value::{Origin, Unknown, UnknownKind};

/// Something that Nix would refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The text that it is about.
    pub at: Origin,
    /// What it is.
    pub kind: RefusalKind,
}

/// What Nix would refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalKind {
    /// A path literal leads to nothing that can be read; the file that would be.
    NoFile(Arc<Path>),
    /// The function of a module that names its arguments and takes no others: there always are some.
    ClosedPattern,
    /// The use of an argument that nobody gives to the module.
    NoArgument(SmolStr),
    /// The use of a value that waits for the one that it is used for.
    Circle,
}

/// What was met so far.
#[derive(Debug, Default)]
pub(crate) struct Refusals {
    met: Vec<Refusal>,
    /// The paths that relative literals made, by address, and where those stand. A path that was
    /// put together is at another address, and nobody's text to change.
    literals: FxHashMap<*const Path, (Arc<Path>, Origin)>,
}

impl Evaluator<'_> {
    /// What was met that Nix would refuse, in the order of meeting.
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals.met
    }

    pub(crate) fn refuse(&mut self, at: Origin, kind: RefusalKind) {
        self.refusals.met.push(Refusal { at, kind });
    }

    /// Forgets what was met beyond the first so many.
    pub(crate) fn forget_refusals(&mut self, beyond: usize) {
        self.refusals.met.truncate(beyond);
    }

    /// A path is made by a literal.
    pub(crate) fn note_literal(&mut self, path: &Arc<Path>, at: Origin) {
        self.refusals.literals.insert(Arc::as_ptr(path), (path.clone(), at));
    }

    /// Why a path can't be read, if a literal made it and nothing is there; with `as_code` a folder is
    /// read by its `default.nix`.
    pub fn absent(&self, path: &Arc<Path>, as_code: bool) -> Option<Refusal> {
        let &(_, at) = self.refusals.literals.get(&Arc::as_ptr(path))?;
        if self.forbidden(path).is_some() {
            return None;
        }
        let absent = match self.files().kind(path) {
            None => path.clone(),
            Some(FileKind::Directory) if as_code => {
                let file = path.join("default.nix");
                self.files().kind(&file).is_none().then(|| Arc::from(file))?
            }
            Some(_) => return None,
        };
        Some(Refusal { at, kind: RefusalKind::NoFile(absent) })
    }

    /// A path was read as Nix code.
    pub(crate) fn refuse_absent(&mut self, path: &Arc<Path>) {
        let absent = self.absent(path, true);
        self.refusals.met.extend(absent);
    }
}

impl Unknown {
    /// What can't be told since it waits for what it is asked for.
    pub fn circular(why: impl Into<String>) -> Unknown {
        Unknown { kind: UnknownKind::Circular, ..Unknown::new(why, None) }
    }
}
