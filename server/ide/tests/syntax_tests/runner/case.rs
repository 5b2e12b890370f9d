//! A small clan to be tested.

use std::path::{Path, PathBuf};

use super::note::Kind;
use super::parse::{self, Mistake};
use super::source::Source;

/// A clan and what is expected of it.
#[derive(Default)]
pub(crate) struct Case {
    pub(super) files: Vec<CaseFile>,
    pub(super) folders: Vec<PathBuf>,
}

/// A file of a case.
pub(super) struct CaseFile {
    /// The path in the clan.
    pub(super) name: String,
    /// Where it is kept; what it is named in reports.
    pub(super) stored: PathBuf,
    /// The text and its expectations.
    pub(super) source: Source,
    /// May it hold expectations?
    pub(super) annotated: bool,
}

/// Ends the name of a file whose format has no comments.
const EXPECT: &str = ".expect";

impl Case {
    /// Adds a folder that holds nothing, by its path in the clan.
    pub(crate) fn add_folder(&mut self, path: &Path) {
        self.folders.push(path.to_owned());
    }

    /// Adds a file: its path in the clan, the path it is kept at, and its text, from which the
    /// expectations are parted when it is Nix or ends in `.expect`.
    ///
    /// # Errors
    /// Every comment that can't be made out.
    pub(crate) fn add_file(
        &mut self,
        name: &str,
        stored: &Path,
        text: &str,
    ) -> Result<(), Vec<Mistake>> {
        let bare = name.strip_suffix(EXPECT);
        let annotated = bare.is_some() || name.ends_with(".nix");
        let source = if annotated { parse::parse(text)? } else { Source::plain(text) };
        let name = bare.unwrap_or(name).to_owned();
        self.files.push(CaseFile { name, stored: stored.to_owned(), source, annotated });
        Ok(())
    }

    /// Does it expect any information or hint?
    pub(super) fn expects_hints(&self) -> bool {
        let mut notes = self.files.iter().flat_map(|file| &file.source.notes);
        notes.any(|note| match &note.kind {
            Kind::Finding(head) => head.starts_with("info[") || head.starts_with("hint["),
            _ => false,
        })
    }
}
