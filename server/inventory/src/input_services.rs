//! The services that inputs of the clan's flake give, read off their sources.
//!
//! Where a source lies follows from `flake.lock` alone: a folder (`path:`), or the path of the Nix
//! store that the hash in the lock tells. Nothing is fetched: one that is not at hand is not known.

use std::path::PathBuf;
use std::sync::Arc;

use eval::{Files, SourceTree};
use smol_str::SmolStr;

use crate::clan::Clan;
use crate::extract::{Provided, ServiceCache};

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
}

impl Clan {
    /// The sources of those inputs of the clan's flake that are at hand, by name.
    pub fn input_sources(&self, files: &dyn Files) -> Vec<InputSource> {
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

    /// What an input of the clan's flake gives, if its source is at hand.
    pub fn input_services(
        &self,
        input: &str,
        files: &dyn Files,
        cache: &ServiceCache,
    ) -> Option<(InputSource, Arc<Provided>)> {
        let sources = self.input_sources(files).into_iter();
        let told = || {
            let source = SourceTree::told(files, files.input(&self.root, input)?, None);
            Some(InputSource::at(input, source, None))
        };
        let source = sources.into_iter().find(|source| source.name == input).or_else(told)?;
        let provided = cache.provided_by(files, &source.tree, &source.folder);
        Some((source, provided))
    }
}
