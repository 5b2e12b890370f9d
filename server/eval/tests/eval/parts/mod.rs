//! Files are lowered into parts, and an edit leaves alone what it does not change.

mod closed;
pub(crate) mod texts;
mod versions;

use std::path::Path;
use std::sync::Arc;

use eval::{FileId, Part, Source};

pub(crate) fn source(text: &str) -> Source {
    Source::nix(FileId(0), Arc::from(Path::new("/main.nix")), &syntax::parse(text))
}

/// All parts below one, outer ones first.
fn all(part: &Arc<Part>) -> Vec<Arc<Part>> {
    let inner = part.children().iter().flat_map(|child| all(&child.part));
    std::iter::once(part.clone()).chain(inner).collect()
}

/// The part that binds a name.
fn part(source: &Source, name: &str) -> Option<Arc<Part>> {
    all(&source.part).into_iter().find(|part| part.name() == name)
}
