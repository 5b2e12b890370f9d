//! `redundant-member`, `unused-tag`, `unused-module`: takes out what does nothing.

use syntax::{AstNode, ast};

use super::change::{Change, Edits};
use super::file::set_around;
use super::layout::remove;
use super::role::{Members, RoleText};
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::place::{Piece, string_text};

fn removal(name: &str, change: Change) -> CodeAction {
    CodeAction::fix(format!("Remove `{name}`"), change)
}

/// A machine that is in the role by a tag.
pub(super) fn member(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let attr = file.attr_at(mistake.range)?;
        let role = RoleText::of(&file, set_around(&attr)?, &file.path_of(&attr)?)?;
        let mut pieces = role.members(Members::Machines);
        let name = pieces.iter().find(|piece| piece.attr == attr)?.name.clone();
        pieces.retain(|piece| piece.name == name);
        let mut edits = Edits::default();
        role.take(&mut edits, Members::Machines, &pieces)?;
        Some(removal(&name, context.change(edits)?).preferred(true))
    };
    action().into_iter().collect()
}

/// A tag in the list of a machine, as often as it is there.
pub(super) fn tag(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let (string, name) = file.string_at(mistake.range)?;
        let list = ast::List::cast(string.syntax().parent()?)?;
        let mut edits = Edits::default();
        for item in list.items().filter(|item| says(item, &name)) {
            remove(&mut edits, file.id, item.syntax());
        }
        Some(removal(&name, context.change(edits)?))
    };
    action().into_iter().collect()
}

pub(super) fn says(item: &ast::Expr, name: &str) -> bool {
    matches!(item, ast::Expr::Str(string) if string_text(string).is_some_and(|text| text == name))
}

/// A service of which all is written in one binding.
pub(super) fn module(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let attr = file.attr_at(mistake.range)?;
        let pieces = file.pieces(&set_around(&attr)?, &file.path_of(&attr)?);
        let [piece] = pieces.as_slice() else { return None };
        is_plain(piece).then_some(())?;
        let mut edits = Edits::default();
        remove(&mut edits, file.id, piece.entry()?);
        Some(removal(&piece.name, context.change(edits)?))
    };
    action().into_iter().collect()
}

fn is_plain(piece: &Piece) -> bool {
    matches!(
        piece.value(),
        Some(ast::Expr::PathRel(_) | ast::Expr::PathAbs(_) | ast::Expr::AttrSet(_))
    )
}
