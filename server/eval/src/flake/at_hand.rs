//! Where on this machine the source of an input lies. Nothing is fetched and no process is asked: it is
//! a folder, or the path of the Nix store that follows from the lock's hash.

use std::path::{Path, PathBuf};

use smol_str::SmolStr;

use super::lock::{Lock, Locked, Node};
use super::store_path;
use crate::files::{FileKind, Files, normalize, repository};

/// The flakes that relative paths lead through, at most.
const MOST_PARENTS: u32 = 16;

/// The source of an input, or of the flake that is evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceTree {
    /// The folder of its flake.
    pub flake: PathBuf,
    /// All that was fetched with it, which it may read: mostly the same folder. The flake lies deeper
    /// where `dir` says so.
    pub tree: PathBuf,
}

impl Lock {
    /// The source of a node; `root` is the folder of the lock file.
    pub fn source(&self, files: &dyn Files, root: &Path, node: &Node) -> Option<SourceTree> {
        self.source_below(files, root, node, MOST_PARENTS)
    }

    fn source_below(
        &self,
        files: &dyn Files,
        root: &Path,
        node: &Node,
        parents: u32,
    ) -> Option<SourceTree> {
        let locked = node.locked.as_ref()?;
        let by_path = || {
            let path = Path::new(locked.path.as_ref()?);
            if locked.kind.as_deref() != Some("path") {
                return None;
            }
            match &node.parent {
                Some(parent) if path.is_relative() => {
                    let parent = self.parent(files, root, parent, parents)?;
                    Some(SourceTree { flake: normalize(&parent.flake.join(path)), ..parent })
                }
                _ => Some(SourceTree::at(normalize(&root.join(path)))),
            }
        };
        let is_there = |source: &SourceTree| is_folder(files, &source.flake);
        let by_hash = || store_path::of_source(locked.nar_hash(node)?).map(SourceTree::at);
        let found = by_path().filter(is_there).or_else(|| by_hash().filter(is_there))?;
        Some(found.at_dir(locked)).filter(SourceTree::is_sound).filter(is_there)
    }

    /// The flake that a relative path starts from, by the inputs that lead to it.
    fn parent(
        &self,
        files: &dyn Files,
        root: &Path,
        path: &[SmolStr],
        parents: u32,
    ) -> Option<SourceTree> {
        let parents = parents.checked_sub(1)?;
        match path {
            [] => Some(SourceTree { flake: root.to_owned(), tree: repository(files, root) }),
            _ => {
                let node = self.follow(path)?;
                let told = match path {
                    [name] => files.input(root, name),
                    _ => None,
                };
                match told {
                    Some(folder) => Some(SourceTree::told(files, folder, Some(node))),
                    None => self.source_below(files, root, node, parents),
                }
            }
        }
    }
}

impl SourceTree {
    fn at(folder: PathBuf) -> SourceTree {
        SourceTree { flake: folder.clone(), tree: folder }
    }

    /// The source that the user says is at `folder`: that is the flake's folder or, if the lock says
    /// that the flake lies deeper, what was fetched with it.
    pub fn told(files: &dyn Files, folder: PathBuf, node: Option<&Node>) -> SourceTree {
        let source = SourceTree::at(folder);
        let Some(locked) = node.and_then(|node| node.locked.as_ref()) else { return source };
        let deeper = source.clone().at_dir(locked);
        if deeper.is_sound() && is_folder(files, &deeper.flake) {
            return deeper;
        }
        let above = || {
            let dir = normalize(Path::new(locked.dir.as_ref()?));
            let depth = source.flake.ends_with(&dir).then(|| dir.components().count())?;
            source.flake.ancestors().nth(depth)
        };
        let tree = above().unwrap_or(&source.tree).to_owned();
        SourceTree { tree, ..source }
    }

    fn at_dir(self, locked: &Locked) -> SourceTree {
        let Some(dir) = &locked.dir else { return self };
        let flake = normalize(&self.flake.join(dir));
        SourceTree { flake, ..self }
    }

    /// Nothing that a lock says leads out of what was fetched.
    fn is_sound(&self) -> bool {
        self.flake.starts_with(&self.tree)
    }
}

fn is_folder(files: &dyn Files, path: &Path) -> bool {
    files.kind(path) == Some(FileKind::Directory)
}
