//! Files as a person is told of them: a path to print, a text, lines and columns.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use ide::{Disk, FileId, LineIndex, TextRange, TextSize, WideEncoding};
use serde::Serialize;

/// A place in a text. Lines and columns count from 1, columns in Unicode scalars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Position {
    pub(crate) line: u32,
    pub(crate) column: u32,
}

/// A stretch of a text; `end` is the first place behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Span {
    pub(crate) start: Position,
    pub(crate) end: Position,
}

/// A file to speak of.
pub(crate) struct Source {
    path: String,
    text: String,
    lines: LineIndex,
}

impl Source {
    /// A text under the path that is printed for it.
    pub(crate) fn new(path: String, text: String) -> Source {
        let lines = LineIndex::new(&text);
        Source { path, text, lines }
    }

    /// The path as it is printed.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte offset lies. One beyond the text means its end, one inside a character its
    /// start.
    pub(crate) fn position(&self, offset: TextSize) -> Position {
        let offset = self.text.floor_char_boundary(usize::from(offset));
        TextSize::try_from(offset)
            .ok()
            .and_then(|offset| self.lines.try_line_col(offset))
            .and_then(|at| self.lines.to_wide(WideEncoding::Utf32, at))
            .map_or(Position { line: 1, column: 1 }, |at| Position {
                line: at.line + 1,
                column: at.col + 1,
            })
    }

    /// The byte offset of a place; `None` when the text has no such place. A line's end is one.
    pub(crate) fn offset(&self, at: Position) -> Option<TextSize> {
        let text = self.line(at.line)?;
        let start = self.lines.line(at.line.checked_sub(1)?)?.start();
        let mut columns = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let within = columns.nth(usize::try_from(at.column.checked_sub(1)?).ok()?)?;
        Some(start + TextSize::try_from(within).ok()?)
    }

    /// A line's text without its break; `None` when there is no such line.
    pub(crate) fn line(&self, number: u32) -> Option<&str> {
        let range = self.lines.line(number.checked_sub(1)?)?;
        let text = self.text.get(std::ops::Range::<usize>::from(range))?;
        let text = text.strip_suffix('\n').unwrap_or(text);
        Some(text.strip_suffix('\r').unwrap_or(text))
    }

    /// How many lines there are; one that is empty at the end counts.
    pub(crate) fn line_count(&self) -> usize {
        self.text.matches('\n').count() + 1
    }

    /// Where a byte range lies.
    pub(crate) fn span(&self, range: TextRange) -> Span {
        Span { start: self.position(range.start()), end: self.position(range.end()) }
    }

    /// The byte range of the whole lines that a byte range touches, the last line's break left
    /// out.
    pub(crate) fn whole_lines(&self, range: TextRange) -> std::ops::Range<usize> {
        let first = self.line_at(range.start());
        let last = self.line_at(range.end());
        let text = self.text.get(std::ops::Range::<usize>::from(last)).unwrap_or_default();
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        usize::from(first.start())..usize::from(last.start()) + text.len()
    }

    /// The line that an offset stands in, its break included; one beyond the text means its end.
    fn line_at(&self, offset: TextSize) -> TextRange {
        let offset = offset.min(TextSize::of(&self.text));
        let line = self.lines.try_line_col(offset).and_then(|at| self.lines.line(at.line));
        line.unwrap_or_default()
    }
}

/// The files that an answer speaks of.
#[derive(Default)]
pub(crate) struct Sources {
    by_file: BTreeMap<FileId, Source>,
}

impl Sources {
    /// Reads `files`, of any kind; `name` tells how a path is printed. One that can't be read is
    /// an empty text: its places are its first line.
    pub(crate) fn read(
        disk: &dyn Disk,
        files: impl IntoIterator<Item = (FileId, Arc<Path>)>,
        name: impl Fn(&Path) -> String,
    ) -> Sources {
        let read = |path: &Path| Source::new(name(path), disk.read(path).unwrap_or_default());
        Sources { by_file: files.into_iter().map(|(file, path)| (file, read(&path))).collect() }
    }

    /// Puts a text, in the place of what was read.
    pub(crate) fn insert(&mut self, file: FileId, path: &str, text: &str) {
        self.by_file.insert(file, Source::new(path.to_owned(), text.to_owned()));
    }

    /// The file of that number; `None` when it was not read.
    pub(crate) fn get(&self, file: FileId) -> Option<&Source> {
        self.by_file.get(&file)
    }
}

#[cfg(test)]
mod tests {
    use ide::{TextRange, TextSize};

    use super::Source;

    fn source(text: &str) -> Source {
        Source::new("clan.nix".to_owned(), text.to_owned())
    }

    #[track_caller]
    fn stands(text: &str, offset: u32, line: u32, column: u32) {
        let at = source(text).position(TextSize::new(offset));
        assert_eq!((at.line, at.column), (line, column));
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        stands("", 0, 1, 1);
        stands("a\nbc", 3, 2, 2);
    }

    #[test]
    fn columns_count_scalars() {
        stands("é🦀x", 6, 1, 3);
    }

    #[test]
    fn offsets_inside_a_character_or_beyond_the_text_are_moved_back() {
        stands("a🦀b", 3, 1, 2);
        stands("ab\n", 9, 2, 1);
    }

    #[test]
    fn whole_lines_leave_out_the_last_break() {
        let source = source("one\r\ntwo\r\nthree\r\n");
        let lines = source.whole_lines(TextRange::new(6.into(), 11.into()));
        assert_eq!(source.text().get(lines), Some("two\r\nthree"));
    }

    #[test]
    fn whole_lines_of_an_empty_range_are_its_line() {
        let source = source("one\ntwo\n");
        assert_eq!(source.whole_lines(TextRange::empty(3.into())), 0..3);
        assert_eq!(source.whole_lines(TextRange::empty(8.into())), 8..8);
    }
}
