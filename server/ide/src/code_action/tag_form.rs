//! A role's `tags` as a list, and as a set.

use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast, ast::HasEntry};

use super::change::Edits;
use super::cursor::Cursor;
use super::layout::remove;
use super::role::{Members, RoleText, says_something};
use super::tag_list::list_to_set;
use super::{ActionKind, CodeAction, Context};
use crate::place::{At, Piece, attr_text};
use crate::spelling::as_string;

/// Makes a set of a list, which takes settings; or a list of a set, where there are none.
pub(super) fn offer(context: &Context<'_>, cursor: &Cursor) -> Vec<CodeAction> {
    let action = || {
        let path = path_of_tags(cursor)?;
        let role = RoleText::of(&cursor.file, cursor.set()?, &path)?;
        let mut edits = Edits::default();
        let value = cursor.binding(&path).and_then(|binding| binding.value());
        // What else there is of `tags` goes with a set, but not with a list.
        if value.is_some() && role.pieces(Members::Tags).len() > 1 {
            return None;
        }
        let title = match value {
            Some(ast::Expr::List(list)) => {
                list_to_set(&mut edits, cursor.file.id, &list, &|_| false)?;
                "Write the tags as a set"
            }
            Some(ast::Expr::AttrSet(set)) => {
                set_to_list(&mut edits, cursor, &set)?;
                "Write the tags as a list"
            }
            Some(_) => return None,
            None => {
                pieces_to_list(&mut edits, &role)?;
                "Write the tags as a list"
            }
        };
        let change = context.change(edits)?;
        Some(CodeAction::of(ActionKind::Rewrite, title.to_owned(), change))
    };
    action().into_iter().collect()
}

/// The option path of the `tags` that a cursor is in, or at the name of.
fn path_of_tags(cursor: &Cursor) -> Option<Vec<SmolStr>> {
    let spot = &cursor.spot;
    match *cursor.path() {
        ["inventory", "instances", _, "roles", _, "tags"] => Some(spot.path.clone()),
        ["inventory", "instances", _, "roles", _]
            if spot.at == At::Key && spot.name.text == "tags" =>
        {
            Some([spot.path.as_slice(), &[SmolStr::new_static("tags")]].concat())
        }
        _ => None,
    }
}

/// Makes a set of empty sets a list, where it stands: what is between the entries stays.
fn set_to_list(edits: &mut Edits, cursor: &Cursor, set: &ast::AttrSet) -> Option<()> {
    if set.rec_token().is_some() {
        return None;
    }
    let file = cursor.file.id;
    edits.replace(file, set.l_curly_token()?.text_range(), "[");
    for entry in set.entries() {
        let ast::Entry::AttrpathValue(entry) = entry else { return None };
        let mut attrs = entry.attrpath()?.attrs();
        let name = attr_text(&attrs.next()?)?;
        let is_empty = match entry.value()? {
            ast::Expr::AttrSet(set) => set.entries().next().is_none(),
            _ => false,
        };
        (is_empty && attrs.next().is_none()).then_some(())?;
        edits.replace(file, entry.syntax().text_range(), as_string(&name));
    }
    edits.replace(file, set.r_curly_token()?.text_range(), "]");
    Some(())
}

/// Makes one list of `tags.a = { }; tags.b = { };`, in the place of the first.
fn pieces_to_list(edits: &mut Edits, role: &RoleText<'_>) -> Option<()> {
    let members = role.members(Members::Tags);
    let is_bare = |piece: &Piece| piece.before > 0 && !says_something(piece);
    if !members.iter().all(is_bare) {
        return None;
    }
    let (first, rest) = members.split_first()?;
    let names: Vec<String> = members.iter().map(|piece| as_string(&piece.name)).collect();
    let option = first.path().get(first.before - 1)?.syntax().text_range();
    let range = TextRange::new(option.start(), first.bound()?.syntax().text_range().end());
    edits.replace(role.file.id, range, format!("tags = [ {} ]", names.join(" ")));
    for piece in rest {
        remove(edits, role.file.id, piece.entry()?);
    }
    Some(())
}
