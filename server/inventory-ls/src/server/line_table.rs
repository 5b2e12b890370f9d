//! Where the lines of a document start, kept through edits, and positions as clients count them.
//!
//! A line ends with `\n`, `\r\n` or `\r`, as the protocol says. The text of a line is taken from
//! the document's tree when a column is needed: no second copy of the text is kept.

use ide::{Parse, TextEdit, TextRange, TextSize};
use tower_lsp::ls_types::{Position, PositionEncodingKind};

/// In what units clients count columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// What the protocol takes for granted.
    #[default]
    Utf16,
    /// Unicode scalars.
    Utf32,
}

impl Encoding {
    /// The first that the client offers and we know.
    pub(super) fn negotiate(offered: Option<&[PositionEncodingKind]>) -> Encoding {
        let known = |kind: &PositionEncodingKind| match kind.as_str() {
            "utf-8" => Some(Encoding::Utf8),
            "utf-16" => Some(Encoding::Utf16),
            "utf-32" => Some(Encoding::Utf32),
            _ => None,
        };
        offered.into_iter().flatten().find_map(known).unwrap_or_default()
    }

    /// As the protocol spells it.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, char: char) -> usize {
        match self {
            Encoding::Utf8 => char.len_utf8(),
            Encoding::Utf16 => char.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }
}

/// The line starts of a text, in bytes; the first is 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LineTable {
    starts: Vec<TextSize>,
}

impl LineTable {
    pub(super) fn new(text: &str) -> LineTable {
        let mut starts = vec![TextSize::new(0)];
        starts.extend(line_starts(text, TextSize::new(0)));
        LineTable { starts }
    }

    /// Follows an edit whose result is `parse`. Only text at the edit is looked at.
    pub(super) fn edit(&mut self, edit: &TextEdit, parse: &Parse) {
        let (start, end) = (edit.delete.start(), edit.delete.end());
        let inserted = TextSize::of(edit.insert.as_str());
        // A start depends on the characters on both of its sides: those at either end of the edit
        // may have changed too.
        let from = self.starts.partition_point(|&at| at < start).max(1);
        let to = self.starts.partition_point(|&at| at <= end).max(from);
        let one = TextSize::new(1);
        let last = start + inserted;
        let before =
            slice(parse, TextRange::new(start.checked_sub(one).unwrap_or_default(), start));
        let after = slice(parse, TextRange::at(last, one));
        let base = start - TextSize::of(before.as_str());
        let text = format!("{before}{}{after}", edit.insert);
        let fresh = line_starts(&text, base).filter(|&at| at >= start && at <= last);
        let fresh: Vec<TextSize> = fresh.collect();
        let shift_from = from + fresh.len();
        self.starts.splice(from..to, fresh);
        for at in self.starts.iter_mut().skip(shift_from) {
            *at = *at - edit.delete.len() + inserted;
        }
    }

    /// The bytes of a position. A column beyond its line is the line's end; a line beyond the text,
    /// the text's.
    pub(super) fn offset(&self, at: Position, encoding: Encoding, parse: &Parse) -> TextSize {
        let Some(line) = self.line(at.line as usize, parse) else { return end_of(parse) };
        let text = slice(parse, line);
        let text = text.trim_end_matches(['\n', '\r']);
        let (mut column, mut offset) = (0, line.start());
        for char in text.chars() {
            let width = encoding.width(char);
            if column + width > at.character as usize {
                break;
            }
            column += width;
            offset += TextSize::of(char);
        }
        offset
    }

    /// The position of a byte offset.
    pub(super) fn position(&self, offset: TextSize, encoding: Encoding, parse: &Parse) -> Position {
        let offset = offset.min(end_of(parse));
        let (line, start) = self.line_at(offset);
        position(line, &slice(parse, TextRange::new(start, offset)), encoding)
    }

    /// The position of a byte offset in a text that is at hand, for who looks up many.
    pub(super) fn position_in(&self, text: &str, offset: TextSize, encoding: Encoding) -> Position {
        let (line, start) = self.line_at(offset);
        let range = start.into()..text.ceil_char_boundary(offset.into());
        position(line, text.get(range).unwrap_or_default(), encoding)
    }

    /// The line that an offset is on, and where that starts.
    fn line_at(&self, offset: TextSize) -> (usize, TextSize) {
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        (line, self.starts.get(line).copied().unwrap_or_default())
    }

    fn line(&self, line: usize, parse: &Parse) -> Option<TextRange> {
        let &start = self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or_else(|| end_of(parse));
        Some(TextRange::new(start, end.max(start)))
    }
}

/// The position behind what stands on a line.
fn position(line: usize, before: &str, encoding: Encoding) -> Position {
    let counted = || before.chars().map(|char| encoding.width(char)).sum();
    // Of most lines the bytes tell.
    let column: usize = if before.is_ascii() { before.len() } else { counted() };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Position::new(number(line), number(column))
}

fn end_of(parse: &Parse) -> TextSize {
    parse.syntax().text_range().end()
}

/// The line starts in a piece of text that itself starts at `base`, its own start left out.
fn line_starts(text: &str, base: TextSize) -> impl Iterator<Item = TextSize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|&(index, &byte)| {
        byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'))
    });
    ends.map(move |(index, _)| base + TextSize::new(u32::try_from(index + 1).unwrap_or(u32::MAX)))
}

/// A stretch of a tree's text, cut to the characters that start in it. Only its own tokens are
/// walked.
fn slice(parse: &Parse, range: TextRange) -> String {
    let root = parse.syntax();
    let mut out = String::new();
    let cut = root.text_range().intersect(range).filter(|range| !range.is_empty());
    let Some(range) = cut else { return out };
    let first = root.covering_element(TextRange::at(range.start(), TextSize::new(1)));
    let mut token = first.into_token();
    while let Some(current) = token.filter(|token| token.text_range().start() < range.end()) {
        let (bounds, text) = (current.text_range(), current.text());
        let start = range.start().checked_sub(bounds.start()).unwrap_or_default();
        let end = bounds.len().min(range.end() - bounds.start());
        let (start, end) =
            (text.ceil_char_boundary(start.into()), text.ceil_char_boundary(end.into()));
        out.push_str(text.get(start..end).unwrap_or_default());
        token = current.next_token();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str, delete: (u32, u32), insert: &str) -> (LineTable, LineTable) {
        let delete = TextRange::new(delete.0.into(), delete.1.into());
        let edit = TextEdit { delete, insert: insert.to_owned() };
        let before = ide::parse(text);
        let after = before.edit(&edit);
        let mut table = LineTable::new(text);
        table.edit(&edit, &after);
        (table, LineTable::new(&after.text()))
    }

    #[test]
    fn an_edit_keeps_the_table_true() {
        let text = "{\n  a = \"é\";\r\n  # 🦀\r}\n";
        let boundary = |at: &u32| text.is_char_boundary(*at as usize);
        let bounds: Vec<u32> = (0..=u32::try_from(text.len()).unwrap()).filter(boundary).collect();
        for insert in ["", "ß", "\n", "\r", "\r\n", "c;\n\nd"] {
            for &start in &bounds {
                for &end in bounds.iter().filter(|&&end| end >= start) {
                    let (patched, rebuilt) = edited(text, (start, end), insert);
                    assert_eq!(patched, rebuilt, "{start}..{end} by {insert:?}");
                }
            }
        }
    }

    #[test]
    fn lines_of_broken_text_are_counted_too() {
        let text = "{\n  a = [\n    b\n  ];\n  c = {\n    d.e = f;\n  };\n}\n";
        let lines = text.match_indices('\n').map(|(at, _)| u32::try_from(at + 1).unwrap());
        for start in lines {
            for insert in ["}\n", "]\n", "(\n", "inherit (\n", "${\n", "\"\n", "x = \n"] {
                let (patched, rebuilt) = edited(text, (start, start), insert);
                assert_eq!(patched, rebuilt, "{insert:?} at {start}");
            }
        }
    }

    #[test]
    fn positions_and_offsets_are_each_others_inverse() {
        let text = "# é 🦀 x\r\n{ a = \"ß\"; }\n";
        let (table, parse) = (LineTable::new(text), ide::parse(text));
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            for (offset, _) in text.char_indices().filter(|&(_, char)| char != '\n') {
                let offset = TextSize::new(u32::try_from(offset).unwrap());
                let position = table.position(offset, encoding, &parse);
                assert_eq!(table.offset(position, encoding, &parse), offset, "{encoding:?}");
                assert_eq!(table.position_in(text, offset, encoding), position, "{encoding:?}");
            }
        }
    }

    #[test]
    fn columns_are_counted_in_the_clients_units() {
        let text = "# 🦀 x";
        let (table, parse) = (LineTable::new(text), ide::parse(text));
        let column = |encoding| table.position(7.into(), encoding, &parse).character;
        assert_eq!(column(Encoding::Utf8), 7);
        assert_eq!(column(Encoding::Utf16), 5);
        assert_eq!(column(Encoding::Utf32), 4);
    }

    #[test]
    fn positions_outside_the_text_are_cut_to_it() {
        let text = "{\n}\n";
        let (table, parse) = (LineTable::new(text), ide::parse(text));
        let offset = |line, column| {
            u32::from(table.offset(Position::new(line, column), Encoding::Utf16, &parse))
        };
        assert_eq!(offset(0, 99), 1);
        assert_eq!(offset(2, 5), 4);
        assert_eq!(offset(u32::MAX, u32::MAX), 4);
    }
}
