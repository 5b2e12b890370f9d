//! Merges a set that is written out into another: what both say counts once, sets of one name are
//! merged in turn, the rest moves.

use smol_str::SmolStr;
use syntax::{AstNode, NodeOrToken, SyntaxKind, SyntaxNode, TextRange, ast, ast::HasEntry};

use super::change::Edits;
use super::collision::{Leaf, leaves_of_entry, leaves_of_set};
use super::file::{File, names};
use super::layout::{Slot, indent_of, is_behind_blank_line, is_finished, moved, with_comments};
use crate::place::literal_set;
use crate::spelling::as_key;

/// Moves into `into` what `from` says; `None` where both say different things of one name, or where
/// a comment would be lost. What is left of `from` is for the caller to remove.
pub(super) fn merge(
    edits: &mut Edits,
    file: &File,
    into: &ast::AttrSet,
    from: &ast::AttrSet,
) -> Option<()> {
    let slot = Slot::in_set(into)?;
    let mut merge =
        Merge { edits, file, into, known: leaves_of_set(into)?, slot, texts: Vec::new() };
    merge.entries(from, &[])?;
    let Merge { edits, slot, texts, .. } = merge;
    if !texts.is_empty() {
        slot.put_all(edits, file.id, &texts);
    }
    Some(())
}

struct Merge<'m> {
    edits: &'m mut Edits,
    file: &'m File,
    into: &'m ast::AttrSet,
    /// What is given there already.
    known: Vec<Leaf>,
    slot: Slot,
    /// The entries that move, and whether behind a blank line.
    texts: Vec<(bool, String)>,
}

impl Merge<'_> {
    /// Moves the entries of a set that stands at `path`.
    fn entries(&mut self, from: &ast::AttrSet, path: &[SmolStr]) -> Option<()> {
        let mut seen: Vec<TextRange> = Vec::new();
        for entry in from.entries() {
            let ast::Entry::AttrpathValue(entry) = entry else { return None };
            is_finished(entry.syntax()).then_some(())?;
            seen.push(with_comments(entry.syntax()));
            self.entry(&entry, path, *seen.last()?)?;
        }
        let lost =
            comments(from.syntax()).any(|it| !seen.iter().any(|seen| seen.contains_range(it)));
        (!lost && from.rec_token().is_none()).then_some(())
    }

    fn entry(
        &mut self,
        entry: &ast::AttrpathValue,
        path: &[SmolStr],
        range: TextRange,
    ) -> Option<()> {
        let attrs: Vec<ast::Attr> = entry.attrpath()?.attrs().collect();
        let whole_path = [path, &names(&attrs)?].concat();
        let set = literal_set(entry.value());
        if let (Some(into), Some(from)) = (self.set_at(&whole_path), &set) {
            return merge(self.edits, self.file, &into, from);
        }
        let leaves = leaves_of_entry(path, entry)?;
        if leaves.iter().all(|leaf| self.known.iter().all(|known| known.is_apart(leaf))) {
            let text = self.moved(entry, path, range);
            self.texts.push((is_behind_blank_line(entry.syntax()), text));
            return Some(());
        }
        match set {
            Some(set) => self.entries(&set, &whole_path),
            None => self.has(&whole_path, &entry.value()?).then_some(()),
        }
    }

    fn moved(&self, entry: &ast::AttrpathValue, path: &[SmolStr], range: TextRange) -> String {
        let node = entry.syntax();
        let (before, entry) = (node.text_range().start(), indent_of(node));
        let text = |range| moved(node, range, &entry, &self.slot.indent);
        let prefix: String = path.iter().map(|name| as_key(name) + ".").collect();
        let comments = text(TextRange::new(range.start(), before));
        comments + &prefix + &text(TextRange::new(before, range.end()))
    }

    /// The set that is given at a path in one piece.
    fn set_at(&self, path: &[SmolStr]) -> Option<ast::AttrSet> {
        let mut entries = self.into.attrpath_values();
        entries.find_map(|entry| {
            let attrs: Vec<ast::Attr> = entry.attrpath()?.attrs().collect();
            literal_set(entry.value()).filter(|_| names(&attrs).is_some_and(|it| it == path))
        })
    }

    /// Is the same value given at a path?
    fn has(&self, path: &[SmolStr], value: &ast::Expr) -> bool {
        let mut there = self.known.iter().filter(|leaf| leaf.path == path);
        there.any(|leaf| {
            let known = leaf.value.as_ref();
            known.is_some_and(|known| words(known.syntax()).eq(words(value.syntax())))
        })
    }
}

/// The tokens of a node that are no blanks and no comments.
pub(super) fn words(node: &SyntaxNode) -> impl Iterator<Item = String> {
    let tokens = node.descendants_with_tokens().filter_map(NodeOrToken::into_token);
    tokens.filter(|token| !token.kind().is_trivia()).map(|token| token.text().to_owned())
}

fn comments(set: &SyntaxNode) -> impl Iterator<Item = TextRange> {
    let tokens = set.children_with_tokens().filter_map(NodeOrToken::into_token);
    let comments = tokens.filter(|token| token.kind() == SyntaxKind::TOKEN_COMMENT);
    comments.map(|comment| comment.text_range())
}
