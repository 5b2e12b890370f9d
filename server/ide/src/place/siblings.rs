//! What is written beside a cursor: the keys that its set has already, in whatever spelling.
//!
//! Only keys that are given whole count. One that only begins longer paths can be written again.

use eval::FilePosition;
use smol_str::SmolStr;
use syntax::{AstNode, Parse, SyntaxNode, ast, ast::HasEntry};

use super::{Ground, Reader, attr_text, token_at};

/// The keys that the text around `at` gives whole to the option set `path`, but for the one that
/// the cursor stands in.
pub(crate) fn siblings(
    parse: &Parse,
    ground: &Ground,
    at: FilePosition,
    path: &[SmolStr],
) -> Vec<SmolStr> {
    let mut keys = Vec::new();
    let Some(token) = token_at(&parse.syntax(), at.offset) else { return keys };
    let reader = Reader { parse, ground, at };
    // The outermost literal that leads there: dotted paths may add to the set at any level of it.
    let sets = token.parent_ancestors().filter(|node| ast::AttrSet::can_cast(node.kind()));
    let above = sets.map_while(|set| {
        let defines = reader.path_of_set(&set)?;
        Some((set, path.strip_prefix(defines.as_slice())?))
    });
    if let Some((set, rest)) = above.last() {
        gather(&set, at, rest, &mut keys);
    }
    keys
}

fn gather(set: &SyntaxNode, at: FilePosition, path: &[SmolStr], keys: &mut Vec<SmolStr>) {
    let Some(set) = ast::AttrSet::cast(set.clone()) else { return };
    for entry in set.entries() {
        match entry {
            ast::Entry::AttrpathValue(binding) => gather_binding(&binding, at, path, keys),
            ast::Entry::Inherit(inherit) if path.is_empty() => {
                keys.extend(inherit.attrs().filter_map(|attr| attr_text(&attr)));
            }
            ast::Entry::Inherit(_) => {}
        }
    }
}

fn gather_binding(
    binding: &ast::AttrpathValue,
    at: FilePosition,
    mut path: &[SmolStr],
    keys: &mut Vec<SmolStr>,
) {
    let mut attrs = binding.attrpath().into_iter().flat_map(|attrpath| attrpath.attrs()).peekable();
    while let Some(attr) = attrs.next() {
        let Some(name) = attr_text(&attr) else { return };
        match path.split_first() {
            Some((first, rest)) if *first == name => path = rest,
            Some(_) => return,
            None => {
                let at_cursor = attr.syntax().text_range().contains_inclusive(at.offset);
                let whole = attrs.peek().is_none();
                keys.extend((whole && !at_cursor).then_some(name));
                return;
            }
        }
    }
    if let Some(ast::Expr::AttrSet(set)) = binding.value() {
        gather(set.syntax(), at, path, keys);
    }
}
