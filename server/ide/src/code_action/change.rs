//! A change to texts, as plain data.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use eval::FileId;
use syntax::{Parse, SyntaxNode, SyntaxToken, TextEdit, TextRange, TextSize};

/// Edits of one file or several. Those of a file come by place and don't overlap; all ranges are in
/// the text before the change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    by_file: BTreeMap<FileId, Vec<TextEdit>>,
    /// Those that are to be made first, empty.
    created: BTreeSet<FileId>,
}

impl Change {
    /// The files, each with its edits.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &[TextEdit])> {
        self.by_file.iter().map(|(&file, edits)| (file, edits.as_slice()))
    }

    /// Is this a file that does not exist before?
    pub fn creates(&self, file: FileId) -> bool {
        self.created.contains(&file)
    }

    /// Is there such a file?
    pub fn creates_any(&self) -> bool {
        !self.created.is_empty()
    }

    /// The edits of one file.
    pub fn of(&self, file: FileId) -> &[TextEdit] {
        self.by_file.get(&file).map(Vec::as_slice).unwrap_or_default()
    }

    /// The stretches of text that lie between its first and its last edit, a file each.
    pub(crate) fn extents(&self) -> impl Iterator<Item = (FileId, TextRange)> {
        self.by_file.iter().filter_map(|(&file, edits)| {
            let extent = edits.iter().map(|edit| edit.delete).reduce(TextRange::cover);
            Some((file, extent?))
        })
    }

    /// Takes in another change, which works on other stretches.
    pub(crate) fn join(&mut self, other: Change) {
        self.created.extend(other.created);
        for (file, edits) in other.by_file {
            let own = self.by_file.entry(file).or_default();
            own.extend(edits);
            own.sort_by_key(|edit| edit.delete.start());
        }
    }
}

/// A text after edits that come by place; `None` if they are not edits of this text.
pub fn apply(text: &str, edits: &[TextEdit]) -> Option<String> {
    let (mut after, mut done) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        let Range { start, end } = Range::<usize>::from(edit.delete);
        after.push_str(text.get(done..start)?);
        after.push_str(&edit.insert);
        done = end;
    }
    after.push_str(text.get(done..)?);
    Some(after)
}

/// A change in the making.
#[derive(Debug, Default)]
pub(crate) struct Edits {
    by_file: BTreeMap<FileId, Vec<TextEdit>>,
    created: BTreeSet<FileId>,
}

impl Edits {
    /// Puts `text` in the place of a range.
    pub(crate) fn replace(&mut self, file: FileId, range: TextRange, text: impl Into<String>) {
        let edit = TextEdit { delete: range, insert: text.into() };
        self.by_file.entry(file).or_default().push(edit);
    }

    /// Puts `text` between two characters, behind what was put there before.
    pub(crate) fn insert(&mut self, file: FileId, at: TextSize, text: impl Into<String>) {
        self.replace(file, TextRange::empty(at), text);
    }

    /// Makes a file of this text.
    pub(crate) fn create(&mut self, file: FileId, text: impl Into<String>) {
        self.created.insert(file);
        self.insert(file, TextSize::default(), text);
    }

    /// Takes a range out.
    pub(crate) fn delete(&mut self, file: FileId, range: TextRange) {
        self.replace(file, range, "");
    }

    /// The change; `None` if there is nothing to change, if edits overlap, or if they would leave
    /// more in a file that can't be read than there was. Lines end as they do in each file, whose
    /// tree `parse` gives.
    pub(crate) fn finish(self, parse: impl Fn(FileId) -> Option<Parse>) -> Option<Change> {
        self.finish_if_any(parse)?
    }

    /// The same, where having nothing to change is no failure.
    pub(crate) fn finish_if_any(
        self,
        parse: impl Fn(FileId) -> Option<Parse>,
    ) -> Option<Option<Change>> {
        let mut by_file = BTreeMap::new();
        for (file, edits) in self.by_file {
            let parse = parse(file);
            let carriage_returns =
                parse.as_ref().is_some_and(|parse| has_carriage_returns(&parse.syntax()));
            let edits = in_order(edits, carriage_returns)?;
            if parse.is_some_and(|parse| does_harm(&parse, &edits)) {
                return None;
            }
            if !edits.is_empty() {
                by_file.insert(file, edits);
            }
        }
        let created = self.created;
        Some((!by_file.is_empty()).then_some(Change { by_file, created }))
    }
}

/// Would a text hold more mistakes of syntax after edits? Around text that is being typed nodes may
/// not be what they seem.
fn does_harm(parse: &Parse, edits: &[TextEdit]) -> bool {
    let edit = |parse: Parse, edit: &TextEdit| parse.edit(edit);
    let after = edits.iter().rev().fold(parse.clone(), edit);
    after.errors().len() > parse.errors().len()
}

fn in_order(mut edits: Vec<TextEdit>, carriage_returns: bool) -> Option<Vec<TextEdit>> {
    // What is put before a range comes before what is put in its place.
    edits.sort_by_key(|edit| (edit.delete.start(), edit.delete.end()));
    let mut done: Vec<TextEdit> = Vec::new();
    for mut edit in edits {
        if carriage_returns {
            edit.insert = edit.insert.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        match done.last_mut() {
            // One name may be meant for two reasons.
            Some(last) if *last == edit && !edit.delete.is_empty() => {}
            Some(last) if last.delete.end() >= edit.delete.start() => {
                let overlap = last.delete.end() > edit.delete.start();
                // What is to go may be so for two reasons.
                if overlap && !(last.insert.is_empty() && edit.insert.is_empty()) {
                    return None;
                }
                last.delete = last.delete.cover(edit.delete);
                last.insert.push_str(&edit.insert);
            }
            _ => done.push(edit),
        }
    }
    done.retain(|edit| !(edit.delete.is_empty() && edit.insert.is_empty()));
    Some(done)
}

/// Does the first line of a text end in `\r\n`?
fn has_carriage_returns(root: &SyntaxNode) -> bool {
    let tokens = std::iter::successors(root.first_token(), SyntaxToken::next_token);
    let mut lines = tokens.filter_map(|token| {
        token.text().split_once('\n').map(|(before, _)| before.ends_with('\r'))
    });
    lines.next().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileId = FileId(0);

    fn range(start: u32, end: u32) -> TextRange {
        TextRange::new(start.into(), end.into())
    }

    /// The text after the edits, each a range and what comes in its place.
    fn after(text: &str, edits: &[(u32, u32, &str)]) -> Option<String> {
        let mut made = Edits::default();
        for &(start, end, insert) in edits {
            made.replace(FILE, range(start, end), insert);
        }
        let change = made.finish(|_| Some(syntax::parse(text)))?;
        apply(text, change.of(FILE))
    }

    #[test]
    fn edits_come_in_any_order() {
        assert_eq!(after("abc", &[(2, 3, "C"), (0, 1, "A")]).as_deref(), Some("AbC"));
        assert_eq!(after("abc", &[(1, 2, ""), (1, 1, "x"), (1, 1, "y")]).as_deref(), Some("axyc"));
    }

    #[test]
    fn edits_that_overlap_are_none_unless_they_only_delete() {
        assert_eq!(after("abc", &[(0, 2, "x"), (1, 3, "")]), None);
        assert_eq!(after("abcd", &[(0, 2, ""), (1, 3, "")]).as_deref(), Some("d"));
        assert_eq!(after("abc", &[(0, 2, "x"), (0, 2, "x")]).as_deref(), Some("xc"));
        assert_eq!(after("abc", &[]), None);
    }

    #[test]
    fn edits_that_break_the_text_are_none() {
        assert_eq!(after("{ a = 1; }", &[(2, 2, "b = 2 ")]), None);
        assert_eq!(after("{ a = ; }", &[(6, 6, "1")]).as_deref(), Some("{ a = 1; }"));
    }

    #[test]
    fn lines_end_as_in_the_file() {
        assert_eq!(after("a\r\nb", &[(1, 1, "\nx")]).as_deref(), Some("a\r\nx\r\nb"));
        assert_eq!(after("a\nb", &[(1, 1, "\nx")]).as_deref(), Some("a\nx\nb"));
    }
}
