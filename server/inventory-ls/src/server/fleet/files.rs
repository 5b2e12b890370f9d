//! The files that places point into, by number, and the positions in them. There are thousands of
//! places in a few files: what is needed of a file is looked up once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{FileId, FileRange, LineIndex};
use tower_lsp::ls_types::{Range, Uri};

use super::answer::Place;
use crate::server::document::Document;
use crate::server::world::Snapshot;

/// The files that were named so far.
pub(super) struct Files<'s> {
    snapshot: &'s Snapshot,
    uris: Vec<String>,
    files: HashMap<FileId, (u32, Lines)>,
    folders: HashMap<PathBuf, u32>,
}

/// What tells positions in a file.
enum Lines {
    Open(Arc<Document>, String),
    Closed(Arc<LineIndex>),
    Unreadable,
}

impl<'s> Files<'s> {
    pub(super) fn new(snapshot: &'s Snapshot) -> Files<'s> {
        let (files, folders) = Default::default();
        Files { snapshot, uris: Vec::new(), files, folders }
    }

    pub(super) fn text(&mut self, at: FileRange) -> Place {
        let (snapshot, uris) = (self.snapshot, &mut self.uris);
        let known = self.files.entry(at.file);
        let (number, lines) = known
            .or_insert_with(|| (add(uris, snapshot.uri(at.file)), Lines::of(snapshot, at.file)));
        let Range { start, end } = lines.range(snapshot, at).unwrap_or_default();
        [*number, start.line, start.character, end.line, end.character]
    }

    pub(super) fn folder(&mut self, path: &Path) -> Place {
        let number = match self.folders.get(path) {
            Some(&known) => known,
            None => {
                let number = add(&mut self.uris, Uri::from_file_path(path));
                self.folders.insert(path.to_owned(), number);
                number
            }
        };
        [number, 0, 0, 0, 0]
    }

    pub(super) fn into_uris(self) -> Vec<String> {
        self.uris
    }
}

/// Gives a file its number.
fn add(uris: &mut Vec<String>, uri: Option<Uri>) -> u32 {
    let number = u32::try_from(uris.len()).unwrap_or(u32::MAX);
    uris.push(uri.map(|uri| uri.as_str().to_owned()).unwrap_or_default());
    number
}

impl Lines {
    fn of(snapshot: &Snapshot, file: FileId) -> Lines {
        let open = snapshot.documents.iter().find(|(_, document)| document.file == file);
        if let Some((_, document)) = open {
            return Lines::Open(document.clone(), document.parse.text());
        }
        snapshot.analysis.line_index(file).map_or(Lines::Unreadable, Lines::Closed)
    }

    fn range(&self, snapshot: &Snapshot, at: FileRange) -> Option<Range> {
        match self {
            Lines::Open(document, text) => {
                Some(document.range_in(text, at.range, snapshot.client.encoding))
            }
            Lines::Closed(lines) => snapshot.range_in(lines, at.range),
            Lines::Unreadable => None,
        }
    }
}
