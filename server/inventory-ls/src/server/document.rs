//! A document that an editor holds open.

use std::path::PathBuf;

use ide::{FileId, Parse, TextEdit, TextRange, TextSize};
use tower_lsp::ls_types::{Position, Range, TextDocumentContentChangeEvent};

use super::line_table::{Encoding, LineTable};

/// A document's state at one version. The tree is its text.
#[derive(Debug, Clone)]
pub(super) struct Document {
    pub(super) path: PathBuf,
    pub(super) file: FileId,
    pub(super) version: i32,
    pub(super) parse: Parse,
    lines: LineTable,
}

impl Document {
    pub(super) fn new(path: PathBuf, file: FileId, version: i32, text: &str) -> Document {
        let lines = LineTable::new(text);
        Document { path, file, version, parse: ide::parse(text), lines }
    }

    /// Applies a change; a range outside the text is cut to it.
    pub(super) fn apply(&mut self, change: &TextDocumentContentChangeEvent, encoding: Encoding) {
        let Some(range) = change.range else {
            self.parse = ide::parse(&change.text);
            self.lines = LineTable::new(&change.text);
            return;
        };
        let (start, end) = (self.offset(range.start, encoding), self.offset(range.end, encoding));
        let delete = TextRange::new(start.min(end), end.max(start));
        let edit = TextEdit { delete, insert: change.text.clone() };
        self.parse = self.parse.edit(&edit);
        self.lines.edit(&edit, &self.parse);
    }

    pub(super) fn offset(&self, at: Position, encoding: Encoding) -> TextSize {
        self.lines.offset(at, encoding, &self.parse)
    }

    /// The same as [`Self::range`], by the document's text.
    pub(super) fn range_in(&self, text: &str, range: TextRange, encoding: Encoding) -> Range {
        let position = |offset| self.lines.position_in(text, offset, encoding);
        Range::new(position(range.start()), position(range.end()))
    }

    pub(super) fn range(&self, range: TextRange, encoding: Encoding) -> Range {
        let position = |offset| self.lines.position(offset, encoding, &self.parse);
        Range::new(position(range.start()), position(range.end()))
    }
}
