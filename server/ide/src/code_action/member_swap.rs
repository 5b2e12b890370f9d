//! `tag-used-as-machine` and `machine-used-as-tag`: moves the name to where it belongs.

use smol_str::SmolStr;
use syntax::{AstNode, ast};

use super::change::Edits;
use super::file::{File, set_around};
use super::layout::remove;
use super::role::{Member, Members, RoleText};
use super::tag_list::strings;
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::place::Piece;
use crate::spelling::as_key;

/// `machines.all` becomes `tags.all`.
pub(super) fn tag(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = context.file().and_then(|file| {
        let swap = Swap { from: Members::Machines, to: Members::Tags };
        swap.key(context, &file, &file.attr_at(mistake.range)?)
    });
    action.into_iter().collect()
}

/// `tags.jon` or `tags = [ "jon" ]` becomes `machines.jon`.
pub(super) fn machine(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = context.file().and_then(|file| {
        let swap = Swap { from: Members::Tags, to: Members::Machines };
        match file.attr_at(mistake.range) {
            Some(attr) => swap.key(context, &file, &attr),
            None => {
                let (string, name) = file.string_at(mistake.range)?;
                let mut edits = Edits::default();
                item(&mut edits, &file, &string, &name)?;
                Some(swap.action(&name, context.change(edits)?).safe(true))
            }
        }
    });
    action.into_iter().collect()
}

#[derive(Clone, Copy)]
struct Swap {
    from: Members,
    to: Members,
}

impl Swap {
    fn action(self, name: &str, change: super::Change) -> CodeAction {
        let title = format!("Move `{name}` to `{}`", self.to.option());
        CodeAction::fix(title, change).preferred(true)
    }

    /// Moves a name that is a key. Settings of a tag are new in clan-core: those of another version
    /// may not know them.
    fn key(self, context: &Context<'_>, file: &File, attr: &ast::Attr) -> Option<CodeAction> {
        let path = file.path_of(attr)?;
        let role = RoleText::of(file, set_around(attr)?, &path)?;
        let mut pieces = role.members(self.from);
        pieces.retain(|piece| Some(&piece.name) == path.last());
        let name = &pieces.first()?.name;
        let member = Member::with(name.clone(), pieces.clone());
        let mut edits = Edits::default();
        if self.rename(&mut edits, &role, &pieces).is_none() {
            edits = Edits::default();
            self.move_over(&mut edits, &role, (&member, &pieces))?;
        }
        Some(self.action(name, context.change(edits)?).safe(member.is_bare()))
    }

    /// Puts the other option's name in the place of this one's, where the pieces have it to
    /// themselves and the other has no value of its own.
    fn rename(self, edits: &mut Edits, role: &RoleText<'_>, pieces: &[Piece]) -> Option<()> {
        let name = &pieces.first()?.name;
        let fits = |piece: &Piece| {
            let first = piece.rest().first().and_then(crate::place::attr_text);
            !piece.is_whole() && first.is_some_and(|first| first != *name)
        };
        if !role.pieces(self.to).iter().all(fits) {
            return None;
        }
        let mut options: Vec<ast::Attr> = Vec::new();
        let emptied = role.emptied(self.from, pieces);
        options.extend(emptied.iter().map(|whole| whole.attr.clone()));
        for piece in pieces {
            match piece.before.checked_sub(1) {
                Some(before) => options.push(piece.path().get(before)?.clone()),
                None => {
                    let around = piece.around()?;
                    emptied.iter().find(|whole| whole.set().as_ref() == Some(&around))?;
                }
            }
        }
        for option in options {
            edits.replace(role.file.id, option.syntax().text_range(), self.to.option());
        }
        Some(())
    }

    /// Takes the pieces out of one option and adds them to the other.
    fn move_over(
        self,
        edits: &mut Edits,
        role: &RoleText<'_>,
        (member, pieces): (&Member, &[Piece]),
    ) -> Option<()> {
        role.take(edits, self.from, pieces)?;
        let emptied = role.emptied(self.from, pieces);
        let stays = |it: &&Piece| emptied.iter().all(|gone| gone.attr != it.attr) && it.is_whole();
        let whole = role.pieces(self.from);
        role.give(edits, self.to, member, whole.iter().find(stays))
    }
}

/// Moves a name that is an item of a role's `tags`.
fn item(edits: &mut Edits, file: &File, string: &ast::Str, name: &SmolStr) -> Option<()> {
    let list = ast::List::cast(string.syntax().parent()?)?;
    let binding = list.syntax().ancestors().find_map(ast::AttrpathValue::cast)?;
    let set = ast::AttrSet::cast(binding.syntax().parent()?)?;
    let role = RoleText::of(file, set, &file.path_of_binding(&binding)?)?;
    let tags = role.pieces(Members::Tags);
    let piece = tags.iter().find(|piece| piece.binding.as_ref() == Some(&binding))?;
    let value = piece.value()?;
    let is_all = value.syntax() == list.syntax() && strings(&list)?.len() == 1;
    let member = Member::bare(name.clone());
    if !is_all {
        remove(edits, file.id, string.syntax());
        return role.give(edits, Members::Machines, &member, Some(piece));
    }
    if role.pieces(Members::Machines).iter().all(|it| !it.is_whole()) {
        let known = role.members(Members::Machines).iter().any(|it| it.name == *name);
        if !known {
            let range = piece.attr.syntax().text_range().cover(value.syntax().text_range());
            edits.replace(file.id, range, format!("machines.{} = {{ }}", as_key(name)));
            return Some(());
        }
    }
    remove(edits, file.id, binding.syntax());
    role.give(edits, Members::Machines, &member, None)
}
