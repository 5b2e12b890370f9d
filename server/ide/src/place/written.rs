//! What a literal set says of an option, in whatever spelling.
//!
//! `a.b.c = 1;`, `a = { b.c = 1; };` and `a.b = { c = 1; };` all say something of `a.b.c`, of which
//! each is a [`Piece`]. Nix takes the pieces of one literal together. What another literal says, such
//! as the next item of a `mkMerge`, is a definition of its own.

use inventory::{is_outside, within_clan};
use smol_str::SmolStr;
use syntax::{AstNode, SyntaxNode, ast, ast::HasEntry};

use super::{Reader, attr_text};

/// Where a literal set says something of an option.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The option's name, as it is spelled there.
    pub(crate) attr: ast::Attr,
    /// The name's text.
    pub(crate) name: SmolStr,
    /// What binds it; `None` where the name is inherited.
    pub(crate) binding: Option<ast::AttrpathValue>,
    /// How many names the path has before it.
    pub(crate) before: usize,
}

impl Piece {
    /// The names of the whole path, from the set on in which it stands.
    pub(crate) fn path(&self) -> Vec<ast::Attr> {
        let path = self.binding.as_ref().and_then(ast::AttrpathValue::attrpath);
        path.map_or_else(|| vec![self.attr.clone()], |path| path.attrs().collect())
    }

    /// The names that the path goes on with.
    pub(crate) fn rest(&self) -> Vec<ast::Attr> {
        self.path().split_off(self.before + 1)
    }

    /// Does its path end with the option?
    pub(crate) fn is_whole(&self) -> bool {
        self.path().len() == self.before + 1
    }

    /// What is bound to its path, which may go on below the option.
    pub(crate) fn bound(&self) -> Option<ast::Expr> {
        self.binding.as_ref()?.value()
    }

    /// The value that it gives to the option itself.
    pub(crate) fn value(&self) -> Option<ast::Expr> {
        self.is_whole().then(|| self.bound())?
    }

    /// The set that it gives to the option itself, if that is written out.
    pub(crate) fn set(&self) -> Option<ast::AttrSet> {
        literal_set(self.value())
    }

    /// The whole entry; `None` where the name is inherited.
    pub(crate) fn entry(&self) -> Option<&SyntaxNode> {
        self.binding.as_ref().map(AstNode::syntax)
    }

    /// The names before its own in the path, each with its dot.
    pub(crate) fn above(&self) -> String {
        self.path().iter().take(self.before).map(|attr| format!("{attr}.")).collect()
    }

    /// The set that it stands in.
    pub(crate) fn around(&self) -> Option<ast::AttrSet> {
        ast::AttrSet::cast(self.entry()?.parent()?)
    }
}

/// An expression that is a set with braces of its own.
pub(crate) fn literal_set(expr: Option<ast::Expr>) -> Option<ast::AttrSet> {
    match expr? {
        ast::Expr::AttrSet(set) => Some(set),
        _ => None,
    }
}

/// The pieces of all options right below the option set `path`, in the literal that `set` is a part
/// of. By place.
pub(super) fn below(reader: Reader<'_>, set: &SyntaxNode, path: &[SmolStr]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let literal = whole_literal(set);
    if let Some(start) = reader.path_of_set(&literal) {
        gather(&literal, &within_clan(start), path, &mut pieces);
    }
    pieces
}

/// The outermost set of which a set is a part by names alone.
fn whole_literal(set: &SyntaxNode) -> SyntaxNode {
    let around = |set: &SyntaxNode| {
        let binding = set.parent().and_then(ast::AttrpathValue::cast)?;
        binding.syntax().parent().filter(|node| ast::AttrSet::can_cast(node.kind()))
    };
    let sets = std::iter::successors(Some(set.clone()), around);
    sets.last().unwrap_or_else(|| set.clone())
}

fn gather(set: &SyntaxNode, start: &[SmolStr], path: &[SmolStr], pieces: &mut Vec<Piece>) {
    let Some(set) = ast::AttrSet::cast(set.clone()) else { return };
    for entry in set.entries() {
        match entry {
            ast::Entry::AttrpathValue(binding) => gather_binding(&binding, start, path, pieces),
            ast::Entry::Inherit(inherit) if start == path => {
                pieces.extend(inherit.attrs().filter_map(|attr| {
                    Some(Piece { name: attr_text(&attr)?, attr, binding: None, before: 0 })
                }));
            }
            ast::Entry::Inherit(_) => {}
        }
    }
}

fn gather_binding(
    binding: &ast::AttrpathValue,
    start: &[SmolStr],
    path: &[SmolStr],
    pieces: &mut Vec<Piece>,
) {
    let mut reached = start.to_vec();
    let attrs = binding.attrpath().into_iter().flat_map(|attrpath| attrpath.attrs());
    for (before, attr) in attrs.enumerate() {
        let Some(name) = attr_text(&attr) else { return };
        if reached == path {
            return pieces.push(Piece { attr, name, binding: Some(binding.clone()), before });
        }
        reached.push(name);
        reached = within_clan(reached);
        if !path.starts_with(&reached) && !is_outside(&reached) {
            return;
        }
    }
    if let Some(set) = literal_set(binding.value()) {
        gather(set.syntax(), &reached, path, pieces);
    }
}
