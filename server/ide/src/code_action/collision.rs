//! Whether pieces of text can stand in one set: Nix merges what says different things of one name,
//! and refuses what gives a value twice.

use smol_str::SmolStr;
use syntax::{ast, ast::HasEntry};

use super::file::{File, names, set_around};
use crate::place::{Piece, literal_set};

/// What a piece gives a value to, from the option on: the path to each value. Sets without entries
/// are values that may be given again.
struct Leaf {
    path: Vec<SmolStr>,
    is_set: bool,
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

/// Can two pieces of one option stand in one set?
pub(super) fn may_stand_together(a: &Piece, b: &Piece) -> bool {
    let (Some(a), Some(b)) = (leaves_of(a), leaves_of(b)) else { return false };
    a.iter().all(|a| b.iter().all(|b| are_apart(a, b)))
}

/// A value is in the way of another at its path, or below; a set without entries only of a value.
fn are_apart(a: &Leaf, b: &Leaf) -> bool {
    let shorter_is_set = if a.path.len() <= b.path.len() { a.is_set } else { b.is_set };
    let same_length = a.path.len() == b.path.len();
    let on_one_way = a.path.iter().zip(&b.path).all(|(a, b)| a == b);
    !on_one_way || (shorter_is_set && (!same_length || (a.is_set && b.is_set)))
}

/// `None` where only evaluation tells.
fn leaves_of(piece: &Piece) -> Option<Vec<Leaf>> {
    let mut leaves = Vec::new();
    gather(names(&piece.rest())?, piece.bound(), &mut leaves)?;
    Some(leaves)
}

fn gather(path: Vec<SmolStr>, value: Option<ast::Expr>, leaves: &mut Vec<Leaf>) -> Option<()> {
    let Some(set) = literal_set(value).filter(|set| set.rec_token().is_none()) else {
        leaves.push(Leaf { path, is_set: false });
        return Some(());
    };
    let mut is_empty = true;
    for entry in set.entries() {
        is_empty = false;
        let ast::Entry::AttrpathValue(binding) = entry else { return None };
        let attrs: Vec<ast::Attr> = binding.attrpath()?.attrs().collect();
        gather([path.as_slice(), &names(&attrs)?].concat(), binding.value(), leaves)?;
    }
    if is_empty {
        leaves.push(Leaf { path, is_set: true });
    }
    Some(())
}
