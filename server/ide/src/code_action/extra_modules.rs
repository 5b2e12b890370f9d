//! `unknown-setting` of `extraModules`: moves it out of the settings, to the role that they are of.

use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast, ast::HasEntry};

use super::change::Edits;
use super::file::{File, set_around};
use super::layout::{Slot, indent_of, moved, remove, with_comments};
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::place::Piece;

/// Puts it beside `settings`; not where it is there already, or has comments that would be left
/// behind.
pub(super) fn move_out(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let attr = file.attr_at(mistake.range)?;
        let path = file.path_of(&attr)?;
        let role = role_of(&path)?;
        let set = set_around(&attr)?;
        let beside = |option| [role, &[SmolStr::new_static(option)]].concat();
        let is_free = file.pieces(&set, &beside("extraModules")).is_empty();
        let piece = file.pieces(&set, &path).into_iter().find(|piece| piece.attr == attr)?;
        (is_free && piece.is_whole()).then_some(())?;
        let mut edits = Edits::default();
        match piece.before.checked_sub(1) {
            Some(before) => {
                let settings = piece.path().get(before)?.syntax().text_range();
                let start = attr.syntax().text_range().start();
                edits.delete(file.id, TextRange::new(settings.start(), start));
                edits.replace(file.id, piece.bound()?.syntax().text_range(), list(&piece)?);
            }
            None => {
                let settings = file.pieces(&set, &beside("settings"));
                move_entry(&mut edits, &file, &piece, &settings)?;
            }
        }
        let title = "Move `extraModules` out of `settings`".to_owned();
        Some(CodeAction::fix(title, context.change(edits)?).preferred(true))
    };
    action().into_iter().collect()
}

/// The option path of the role to whose own settings a path to `extraModules` leads.
fn role_of(path: &[SmolStr]) -> Option<&[SmolStr]> {
    let names: Vec<&str> = path.iter().map(SmolStr::as_str).collect();
    match *names {
        ["inventory", "instances", _, "roles", _, "settings", "extraModules"] => path.get(..5),
        _ => None,
    }
}

/// Its value as the list that it has to be.
fn list(piece: &Piece) -> Option<String> {
    match piece.bound()? {
        ast::Expr::Str(_) | ast::Expr::Literal(_) => None,
        lone @ (ast::Expr::PathRel(_) | ast::Expr::PathAbs(_) | ast::Expr::AttrSet(_)) => {
            Some(format!("[ {lone} ]"))
        }
        other => Some(other.to_string()),
    }
}

/// Moves an entry of the settings behind them or, if it is all that they have, into their place.
fn move_entry(edits: &mut Edits, file: &File, piece: &Piece, settings: &[Piece]) -> Option<()> {
    let (around, entry) = (piece.around()?, piece.entry()?);
    let settings = settings.iter().find(|it| it.set().as_ref() == Some(&around))?;
    let whole = settings.entry()?;
    if around.rec_token().is_some() || with_comments(entry) != entry.text_range() {
        return None;
    }
    let value = piece.bound()?;
    let value = match list(piece)? {
        same if value.syntax().text() == same.as_str() => {
            let range = value.syntax().text_range();
            moved(value.syntax(), range, &indent_of(entry), &indent_of(whole))
        }
        list => list,
    };
    let text = format!("{}extraModules = {value};", settings.above());
    if around.entries().count() > 1 {
        Slot::behind_piece(settings)?.put(edits, file.id, &text);
        remove(edits, file.id, entry);
    } else {
        edits.replace(file.id, whole.text_range(), text);
    }
    Some(())
}
