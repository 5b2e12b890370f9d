//! Gives the machines that a role names a tag of their own, and names that instead.

use smol_str::SmolStr;
use syntax::{AstNode, TextRange};

use super::change::Edits;
use super::cursor::Cursor;
use super::inventory_tags::{are_tags_there, set_machines};
use super::layout::remove;
use super::machine::add_tag;
use super::role::{Member, Members, RoleText, says_something};
use super::{ActionKind, CodeAction, Context};
use crate::place::{At, Piece};
use crate::spelling::{as_string, free_name};

/// Offers it at a role that names several machines of which it says nothing more. A machine with
/// settings stays named.
pub(super) fn offer(context: &Context<'_>, cursor: &Cursor) -> Vec<CodeAction> {
    let action = || {
        let path = path_of_role(cursor)?;
        let role = RoleText::of(&cursor.file, cursor.set()?, &path)?;
        let mut gone = role.members(Members::Machines);
        let with_more: Vec<SmolStr> =
            gone.iter().filter(|it| says_something(it)).map(|it| it.name.clone()).collect();
        gone.retain(|piece| !with_more.contains(&piece.name));
        let mut machines: Vec<&SmolStr> = gone.iter().map(|piece| &piece.name).collect();
        machines.dedup();
        let clan = cursor.file.clan();
        if machines.len() < 2 || !machines.iter().all(|it| clan.machines.contains_key(it)) {
            return None;
        }
        let [.., instance, _, name] = path.as_slice() else { return None };
        let is_taken = |name: &str| clan.is_tag(name) || clan.machines.contains_key(name);
        let tag = free_name(&format!("{instance}-{name}"), is_taken);
        let mut edits = Edits::default();
        if are_tags_there(clan) {
            set_machines(context, clan, &mut edits, (&tag, &machines))?;
        } else {
            machines.iter().try_for_each(|it| add_tag(context, clan, &mut edits, (it, &tag)))?;
        }
        name_tag(&mut edits, &role, &gone, &tag)?;
        let title = format!("Give these machines a tag of their own: `{tag}`");
        Some(CodeAction::of(ActionKind::Extract, title, context.change(edits)?))
    };
    action().into_iter().collect()
}

/// The option path of the role at whose name, or at whose machines, a cursor is.
fn path_of_role(cursor: &Cursor) -> Option<Vec<SmolStr>> {
    let spot = &cursor.spot;
    let at_key = spot.at == At::Key;
    match *cursor.path() {
        ["inventory", "instances", _, "roles"] if at_key && !spot.name.text.is_empty() => {
            Some([spot.path.as_slice(), std::slice::from_ref(&spot.name.text)].concat())
        }
        ["inventory", "instances", _, "roles", _]
            if at_key && spot.name.text == Members::Machines.option() =>
        {
            Some(spot.path.clone())
        }
        ["inventory", "instances", _, "roles", _, "machines"] if at_key => {
            spot.path.get(..5).map(<[SmolStr]>::to_vec)
        }
        _ => None,
    }
}

/// Puts the tag in the place of the machines' names.
fn name_tag(edits: &mut Edits, role: &RoleText<'_>, gone: &[Piece], tag: &SmolStr) -> Option<()> {
    let member = Member::bare(tag.clone());
    let emptied = role.emptied(Members::Machines, gone);
    let wholes = role.pieces(Members::Machines);
    let mut stay =
        wholes.iter().filter(|it| it.is_whole() && emptied.iter().all(|gone| gone.attr != it.attr));
    let beside = stay.next();
    if beside.is_some() || !role.pieces(Members::Tags).is_empty() {
        role.take(edits, Members::Machines, gone)?;
        return role.give(edits, Members::Tags, &member, beside);
    }
    // Nothing stays behind which it could stand: it stands where the first of them stood.
    let (first, option) = match emptied.first() {
        Some(whole) => (whole, whole.attr.clone()),
        None => {
            let first = gone.first()?;
            (first, first.path().get(first.before.checked_sub(1)?)?.clone())
        }
    };
    let end = first.bound()?.syntax().text_range().end();
    let range = TextRange::new(option.syntax().text_range().start(), end);
    edits.replace(role.file.id, range, format!("tags = [ {} ]", as_string(tag)));
    for piece in gone.iter().chain(&emptied) {
        let entry = piece.entry()?;
        if !first.entry()?.text_range().contains_range(entry.text_range()) {
            remove(edits, role.file.id, entry);
        }
    }
    Some(())
}
