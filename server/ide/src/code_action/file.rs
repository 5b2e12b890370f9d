//! A file that an action reads.

use std::path::Path;
use std::sync::Arc;

use eval::{FileId, FilePosition};
use inventory::{Clan, within_clan};
use smol_str::SmolStr;
use syntax::{AstNode, Parse, SyntaxKind, SyntaxNode, TextRange, TextSize, ast};

use crate::Analysis;
use crate::place::{Ground, Piece, Reader, Spot, attr_text, ground, spot, string_text};
use crate::stretch;

/// A file of a clan, and what its text is read against.
pub(crate) struct File {
    pub(super) id: FileId,
    pub(super) path: Arc<Path>,
    parse: Parse,
    ground: Ground,
}

impl File {
    /// The file that a user works in.
    pub(super) fn of(analysis: &Analysis, id: FileId) -> Option<File> {
        let path = analysis.path(id);
        Some(File { id, path, parse: analysis.parse(id)?, ground: ground(analysis, id)? })
    }

    /// Another file of a clan.
    pub(crate) fn of_clan(analysis: &Analysis, clan: &Arc<Clan>, id: FileId) -> Option<File> {
        let ground = Ground { clan: clan.clone(), guess: None };
        Some(File { id, path: analysis.path(id), parse: analysis.parse(id)?, ground })
    }

    pub(super) fn clan(&self) -> &Arc<Clan> {
        &self.ground.clan
    }

    pub(super) fn root(&self) -> SyntaxNode {
        self.parse.syntax()
    }

    fn reader(&self) -> Reader<'_> {
        Reader::new(&self.parse, &self.ground, self.id)
    }

    /// What a cursor stands in.
    pub(super) fn spot(&self, offset: TextSize) -> Option<Spot> {
        spot(&self.parse, &self.ground, FilePosition { file: self.id, offset })
    }

    /// The innermost node that holds a range.
    pub(super) fn node_around(&self, range: TextRange) -> Option<SyntaxNode> {
        stretch::node_around(&self.root(), range)
    }

    /// The name that covers a range exactly.
    fn name_at(&self, range: TextRange) -> Option<SyntaxNode> {
        let mut nodes = self.node_around(range)?.ancestors();
        nodes.find(is_name).filter(|node| node.text_range() == range)
    }

    /// The name in an attribute path that covers a range exactly.
    pub(crate) fn attr_at(&self, range: TextRange) -> Option<ast::Attr> {
        let attr = ast::Attr::cast(self.name_at(range)?)?;
        let parent = attr.syntax().parent()?;
        (parent.kind() == SyntaxKind::NODE_ATTRPATH).then_some(attr)
    }

    /// The string, as an expression, that covers a range exactly, and what it says.
    pub(super) fn string_at(&self, range: TextRange) -> Option<(ast::Str, SmolStr)> {
        let string = ast::Str::cast(self.name_at(range)?)?;
        let in_path = string.syntax().parent()?.kind() == SyntaxKind::NODE_ATTRPATH;
        let text = string_text(&string)?;
        (!in_path).then_some((string, text))
    }

    /// The variable, as an expression, that covers a range exactly.
    pub(super) fn variable_at(&self, range: TextRange) -> Option<ast::Ident> {
        let variable = ast::Ident::cast(self.name_at(range)?)?;
        let around = variable.syntax().parent()?.kind();
        let names = [SyntaxKind::NODE_ATTRPATH, SyntaxKind::NODE_INHERIT];
        (!names.contains(&around)).then_some(variable)
    }

    /// The option path of a name in an attribute path, that name included.
    pub(super) fn path_of(&self, attr: &ast::Attr) -> Option<Vec<SmolStr>> {
        self.reader().path_of_attr(attr)
    }

    /// The option path of what a binding binds.
    pub(super) fn path_of_binding(&self, binding: &ast::AttrpathValue) -> Option<Vec<SmolStr>> {
        self.reader().path_of_binding(binding)
    }

    /// The option path that a set defines.
    pub(super) fn path_of_set(&self, set: &ast::AttrSet) -> Option<Vec<SmolStr>> {
        self.reader().path_of_set(set.syntax()).map(within_clan)
    }

    /// The pieces of all options right below the option set `path`, in the literal that `set` is a
    /// part of.
    pub(super) fn below(&self, set: &ast::AttrSet, path: &[SmolStr]) -> Vec<Piece> {
        self.reader().below(set.syntax(), path)
    }

    /// The pieces of one option, in the literal that `set` is a part of.
    pub(super) fn pieces(&self, set: &ast::AttrSet, path: &[SmolStr]) -> Vec<Piece> {
        let Some((name, above)) = path.split_last() else { return Vec::new() };
        let mut pieces = self.below(set, above);
        pieces.retain(|piece| piece.name == *name);
        pieces
    }
}

fn is_name(node: &SyntaxNode) -> bool {
    matches!(node.kind(), SyntaxKind::NODE_IDENT | SyntaxKind::NODE_STRING)
}

/// The set in whose braces a name of an attribute path stands.
pub(super) fn set_around(attr: &ast::Attr) -> Option<ast::AttrSet> {
    ast::AttrSet::cast(attr.syntax().parent()?.parent()?.parent()?)
}

/// The text of the names of a path up to one of them, dots included.
pub(super) fn names(attrs: &[ast::Attr]) -> Option<Vec<SmolStr>> {
    attrs.iter().map(attr_text).collect()
}
