//! The place at which a user asks what can be done.

use eval::FileRange;
use inventory::Instance;
use smol_str::SmolStr;
use syntax::{AstNode, SyntaxNode, ast};

use super::Context;
use super::file::File;
use crate::place::{At, Spot};

/// A cursor in the text of a clan.
pub(super) struct Cursor {
    pub(super) file: File,
    pub(super) spot: Spot,
    at: FileRange,
}

impl Cursor {
    /// `None` where no option stands.
    pub(super) fn of(context: &Context<'_>, at: FileRange) -> Option<Cursor> {
        let file = context.file()?;
        let spot = file.spot(at.range.start())?;
        Some(Cursor { file, spot, at })
    }

    /// The option path around the cursor.
    pub(super) fn path(&self) -> Vec<&str> {
        self.spot.path.iter().map(SmolStr::as_str).collect()
    }

    /// The name of the instance that the cursor is at, if it is at one.
    pub(super) fn instance(&self) -> Option<(&SmolStr, &Instance)> {
        let at_name = self.path() == ["inventory", "instances"] && self.spot.at == At::Key;
        at_name.then(|| self.file.clan().instances.get_key_value(&self.spot.name.text))?
    }

    /// The binding around the cursor whose path is that of an option.
    pub(super) fn binding(&self, path: &[SmolStr]) -> Option<ast::AttrpathValue> {
        let mut bindings = self.ancestors().filter_map(ast::AttrpathValue::cast);
        bindings.find(|it| self.file.path_of_binding(it).is_some_and(|it| it == path))
    }

    /// The innermost set around the cursor.
    pub(super) fn set(&self) -> Option<ast::AttrSet> {
        self.ancestors().find_map(ast::AttrSet::cast)
    }

    fn ancestors(&self) -> impl Iterator<Item = SyntaxNode> {
        let node = self.file.node_around(self.at.range);
        node.into_iter().flat_map(|node| node.ancestors())
    }
}
