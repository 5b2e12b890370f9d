//! A text that is edited, compared with full parses on the way.

use std::ops::Range;

use syntax::{Parse, TextEdit, TextRange, TextSize, parse};

/// A text and the parse that follows its edits.
pub(crate) struct Edited {
    pub(crate) text: String,
    pub(crate) parse: Parse,
}

impl Edited {
    pub(crate) fn new(text: &str) -> Edited {
        Edited { text: text.to_owned(), parse: parse(text) }
    }

    /// Replaces a range of the text, and tells what a full parse has different.
    pub(crate) fn replace(&mut self, range: Range<usize>, insert: &str) -> Result<(), String> {
        let before = self.text.clone();
        let size = |offset| TextSize::try_from(offset).unwrap();
        let delete = TextRange::new(size(range.start), size(range.end));
        self.text.replace_range(range.clone(), insert);
        self.parse = self.parse.edit(&TextEdit { delete, insert: insert.to_owned() });
        let full = parse(&self.text);
        let told = |what: &str, ours: String, full: String| {
            let differ = ours.lines().zip(full.lines()).find(|(ours, full)| ours != full);
            let (ours, full) = differ.unwrap_or(("", "(one ends)"));
            format!("{what} of\n{before}\nafter {range:?} -> {insert:?}:\n  {ours}\nfull: {full}")
        };
        if self.parse.green() != full.green() {
            let shown = |parse: &Parse| format!("{:#?}", parse.syntax());
            return Err(told("tree", shown(&self.parse), shown(&full)));
        }
        if self.parse.errors() != full.errors() {
            let shown = |parse: &Parse| format!("{:#?}", parse.errors());
            return Err(told("errors", shown(&self.parse), shown(&full)));
        }
        Ok(())
    }
}

/// Marks the place of an edit in the texts of tests.
const CURSOR: char = '█';

/// Replaces what stands between two `█` of `marked`, or inserts at its only one; fails if a full
/// parse gives something else.
pub(crate) fn replaced(marked: &str, insert: &str) -> (Parse, Parse) {
    let mut marks = marked.match_indices(CURSOR).map(|(index, _)| index);
    let start = marks.next().expect("a mark");
    let end = marks.next().map_or(start, |end| end - CURSOR.len_utf8());
    let mut edited = Edited::new(&marked.replace(CURSOR, ""));
    let before = edited.parse.clone();
    edited.replace(start..end, insert).unwrap();
    (before, edited.parse)
}
