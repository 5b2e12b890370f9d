//! The services that inputs of the clan's flake give, read off their sources.
//!
//! Where a source lies follows from `flake.lock`: a folder (`path:`), or the path of the Nix store that
//! the hash in the lock tells; or from `flake.nix` for a folder beside it. Nothing is fetched: one that is not at hand is not known.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{Evaluator, FileKind, Files, SourceTree, ThunkId, Value, normalize};
use smol_str::SmolStr;

use crate::clan::Clan;
use crate::extract::{Provided, ServiceCache};
use crate::service::ServiceSource;

/// The source of an input, at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputSource {
    /// What the clan's flake calls the input.
    pub name: SmolStr,
    /// Where its flake lies.
    pub folder: PathBuf,
    /// What was fetched with it, which it may read.
    pub tree: PathBuf,
    /// The commit that it is locked at.
    pub revision: Option<SmolStr>,
}

impl InputSource {
    fn at(name: &str, source: SourceTree, revision: Option<SmolStr>) -> InputSource {
        let SourceTree { flake, tree } = source;
        InputSource { name: name.into(), folder: flake, tree, revision }
    }

    pub(crate) fn as_service_source(&self) -> ServiceSource {
        ServiceSource::Input { name: self.name.clone(), revision: self.revision.clone() }
    }
}

/// What an input gives.
#[derive(Debug, Clone)]
pub struct InputServices {
    /// Where that was read.
    pub source: InputSource,
    /// Its services.
    pub provided: Arc<Provided>,
}

impl Clan {
    /// The sources of those inputs of the clan's flake that are at hand, by name.
    pub fn input_sources(&self, files: &dyn Files) -> Vec<InputSource> {
        let mut sources = self.locked_sources(files);
        for (name, folder) in declared_folders(files, &self.root) {
            if sources.iter().all(|source| source.name != name) {
                let source = SourceTree::told(files, folder, None);
                sources.push(InputSource::at(&name, source, None));
            }
        }
        sources
    }

    fn locked_sources(&self, files: &dyn Files) -> Vec<InputSource> {
        let Some(lock) = files.lock(&self.root) else { return Vec::new() };
        let Some(root) = lock.root() else { return Vec::new() };
        let flakes = lock.inputs(root).filter(|(_, node)| node.flake);
        let sources = flakes.filter_map(|(name, node)| {
            let told = files.input(&self.root, name);
            let told = told.map(|folder| SourceTree::told(files, folder, Some(node)));
            let source = told.or_else(|| lock.source(files, &self.root, node))?;
            let revision = node.locked.as_ref().and_then(|locked| locked.rev.clone());
            Some(InputSource::at(name, source, revision))
        });
        sources.collect()
    }

    /// What an input of the clan's flake gives, if its source is among those at hand, or told by the user.
    pub(crate) fn input_services(
        &self,
        input: &str,
        sources: &[InputSource],
        (files, cache): (&dyn Files, &ServiceCache),
    ) -> Option<InputServices> {
        let told = || {
            let source = SourceTree::told(files, files.input(&self.root, input)?, None);
            Some(InputSource::at(input, source, None))
        };
        let known = sources.iter().find(|source| source.name == input).cloned();
        let source = known.or_else(told)?;
        let provided = cache.provided_by(files, &source.tree, &source.folder);
        Some(InputServices { source, provided })
    }
}

/// The inputs that `flake.nix` says lie in folders beside it: `url = "path:./x"`. They need no lock.
fn declared_folders(files: &dyn Files, root: &Path) -> Vec<(SmolStr, PathBuf)> {
    let flake = root.join("flake.nix");
    if files.kind(&flake).is_none() {
        return Vec::new();
    }
    let mut ev = Evaluator::new(files);
    ev.confine(root);
    let flake = ev.import(&flake, None);
    let inputs = attr(&mut ev, flake, "inputs").map(|inputs| ev.force(inputs));
    let Some(Value::Attrs(inputs)) = inputs else { return Vec::new() };
    let folders = inputs.entries.iter().filter_map(|input| {
        let url = attr(&mut ev, input.value, "url")?;
        let Value::String(url) = ev.force(url) else { return None };
        let path = url.strip_prefix("path:").unwrap_or(&url);
        let is_below = path.starts_with("./") || path.starts_with("../");
        let folder = is_below.then(|| normalize(&root.join(path)))?;
        let is_folder = files.kind(&folder) == Some(FileKind::Directory);
        is_folder.then(|| (input.name.clone(), folder))
    });
    folders.collect()
}

fn attr(ev: &mut Evaluator<'_>, set: ThunkId, name: &str) -> Option<ThunkId> {
    match ev.force(set) {
        Value::Attrs(attrs) => attrs.get(name).map(|attr| attr.value),
        _ => None,
    }
}
