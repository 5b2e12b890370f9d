//! Whether pieces of text can stand in one set: Nix merges what says different things of one name,
//! and refuses what gives a value twice.

use smol_str::SmolStr;
use syntax::{ast, ast::HasEntry};

use super::file::{File, names, set_around};
use crate::place::{Piece, attr_text, literal_set};

/// What a text gives a value to.
pub(super) struct Leaf {
    /// The names that lead to it.
    pub(super) path: Vec<SmolStr>,
    pub(super) value: Option<ast::Expr>,
    /// Is the value a set without entries, which may be given again?
    is_set: bool,
}

impl Leaf {
    /// Can both stand in one set? A value is in the way of another at its path or below; a set
    /// without entries only of a value.
    pub(super) fn is_apart(&self, other: &Leaf) -> bool {
        let (a, b) = (&self.path, &other.path);
        let shorter_is_set = if a.len() <= b.len() { self.is_set } else { other.is_set };
        let on_one_way = a.iter().zip(b).all(|(a, b)| a == b);
        let both_are_sets = self.is_set && other.is_set;
        !on_one_way || (shorter_is_set && (a.len() != b.len() || both_are_sets))
    }
}

/// May a name in a path become `new`, without getting in the way of what has that name?
pub(super) fn may_be_renamed(file: &File, attr: &ast::Attr, new: &str) -> bool {
    let Some(path) = file.path_of(attr) else { return false };
    let (Some(set), Some((_, above))) = (set_around(attr), path.split_last()) else { return false };
    // Two instances would become one.
    let is_instance = matches!(above, [a, b] if a == "inventory" && b == "instances");
    if is_instance && file.clan().instances.contains_key(new) {
        return false;
    }
    let pieces = file.below(&set, above);
    let Some(own) = pieces.iter().find(|piece| piece.attr == *attr) else { return false };
    pieces.iter().filter(|piece| piece.name == new).all(|other| may_stand_together(own, other))
}

/// Can what two pieces say below their options stand in one set?
pub(super) fn may_stand_together(a: &Piece, b: &Piece) -> bool {
    let (Some(a), Some(b)) = (leaves_of_piece(a), leaves_of_piece(b)) else { return false };
    a.iter().all(|a| b.iter().all(|b| a.is_apart(b)))
}

/// The leaves below the option that a piece is of; `None` where only evaluation tells.
fn leaves_of_piece(piece: &Piece) -> Option<Vec<Leaf>> {
    let mut leaves = Vec::new();
    gather(names(&piece.rest())?, piece.bound(), &mut leaves);
    Some(leaves)
}

/// The leaves that an entry gives in a set that stands at `above`.
pub(super) fn leaves_of_entry(above: &[SmolStr], entry: &ast::AttrpathValue) -> Option<Vec<Leaf>> {
    let mut leaves = Vec::new();
    gather_entry(above, entry, &mut leaves)?;
    Some(leaves)
}

/// The leaves of a set; none is the set itself.
pub(super) fn leaves_of_set(set: &ast::AttrSet) -> Option<Vec<Leaf>> {
    let mut leaves = Vec::new();
    gather_entries(&[], set, &mut leaves)?;
    Some(leaves)
}

/// The leaves of a value. A set with names that only evaluation tells is one, as a whole.
fn gather(path: Vec<SmolStr>, value: Option<ast::Expr>, leaves: &mut Vec<Leaf>) {
    let set = literal_set(value.clone()).filter(|set| set.rec_token().is_none());
    let is_empty = set.as_ref().is_some_and(|set| set.entries().next().is_none());
    let mut inner = Vec::new();
    match set.filter(|_| !is_empty).and_then(|set| gather_entries(&path, &set, &mut inner)) {
        Some(()) => leaves.append(&mut inner),
        None => leaves.push(Leaf { path, value, is_set: is_empty }),
    }
}

fn gather_entries(above: &[SmolStr], set: &ast::AttrSet, leaves: &mut Vec<Leaf>) -> Option<()> {
    set.entries().try_for_each(|entry| match entry {
        ast::Entry::AttrpathValue(entry) => gather_entry(above, &entry, leaves),
        ast::Entry::Inherit(inherit) => inherit.attrs().try_for_each(|attr| {
            let path = [above, &[attr_text(&attr)?]].concat();
            leaves.push(Leaf { path, value: None, is_set: false });
            Some(())
        }),
    })
}

fn gather_entry(
    above: &[SmolStr],
    entry: &ast::AttrpathValue,
    leaves: &mut Vec<Leaf>,
) -> Option<()> {
    let attrs: Vec<ast::Attr> = entry.attrpath()?.attrs().collect();
    gather([above, &names(&attrs)?].concat(), entry.value(), leaves);
    Some(())
}
