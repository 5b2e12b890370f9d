//! The text of a file without its expectations, and the way back to the file.

use std::ops::Range;

use ide::{TextRange, TextSize};

use super::note::Note;

/// A file, parted into the text that is analysed and the notes that stood between its lines.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// What the analysis sees.
    pub(super) text: String,
    /// What is expected, in the order of the file.
    pub(super) notes: Vec<Note>,
    /// The comment lines that each note was read from.
    pub(super) comments: Vec<String>,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    /// 1-based, in the file with its expectations.
    number: usize,
    bytes: Range<usize>,
}

impl Source {
    /// A text that holds no expectations.
    pub(super) fn plain(text: &str) -> Source {
        let mut source = Source::default();
        for (index, line) in text.split_inclusive('\n').enumerate() {
            source.push_line(index + 1, line);
        }
        source
    }

    /// Adds a line, its end included; `number` is its 1-based number in the file.
    pub(super) fn push_line(&mut self, number: usize, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        self.lines.push(Line { number, bytes: start..end });
    }

    /// How many lines the text has.
    pub(super) fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// A line by its 0-based index, without its end; empty beyond the text.
    pub(super) fn line(&self, index: usize) -> &str {
        self.lines.get(index).and_then(|line| self.text.get(line.bytes.clone())).unwrap_or_default()
    }

    /// The text from the start of a line to the start of the next.
    pub(super) fn whole_line(&self, index: usize) -> &str {
        let start = |index: usize| self.lines.get(index).map_or(self.text.len(), |l| l.bytes.start);
        self.text.get(start(index)..start(index + 1)).unwrap_or_default()
    }

    /// The 1-based number that a line has in the file.
    pub(super) fn number(&self, index: usize) -> usize {
        self.lines.get(index).map_or(1, |line| line.number)
    }

    /// The index of the line that an offset stands in.
    pub(super) fn line_at(&self, offset: TextSize) -> usize {
        let offset = usize::from(offset);
        self.lines.partition_point(|line| line.bytes.start <= offset).saturating_sub(1)
    }

    /// The line and the column of an offset, both from 0, columns in characters. Behind the last
    /// line's end it is the start of the line that would follow.
    pub(super) fn position(&self, offset: TextSize) -> (usize, usize) {
        let index = self.line_at(offset);
        let bytes = self.lines.get(index).map_or(0..0, |line| line.bytes.clone());
        if usize::from(offset) > bytes.end {
            return (index + 1, 0);
        }
        let within = usize::from(offset).saturating_sub(bytes.start);
        let before = self.line(index).char_indices().take_while(|&(at, _)| at < within);
        (index, before.count())
    }

    /// The offset of a position; `None` beyond its line's end.
    pub(super) fn offset(&self, index: usize, column: usize) -> Option<TextSize> {
        if index == self.lines.len() && column == 0 {
            return TextSize::try_from(self.text.len()).ok();
        }
        let line = self.lines.get(index)?;
        let text = self.line(index);
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let within = ends.into_iter().nth(column)?;
        TextSize::try_from(line.bytes.start + within).ok()
    }

    /// The text with a range of it replaced.
    pub(super) fn replaced(&self, range: TextRange, insert: &str) -> Option<String> {
        let head = self.text.get(..usize::from(range.start()))?;
        let tail = self.text.get(usize::from(range.end())..)?;
        Some(format!("{head}{insert}{tail}"))
    }
}
