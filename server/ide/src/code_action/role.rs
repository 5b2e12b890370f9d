//! Who has a role, as one literal writes it: moves machines and tags in and out of its `machines` and
//! `tags`.

use smol_str::SmolStr;
use syntax::{AstNode, ast, ast::HasEntry};

use super::change::Edits;
use super::file::File;
use super::layout::{Slot, indent_of, is_finished, moved, remove};
use super::tag_list::{list_to_set, strings};
use crate::place::Piece;
use crate::spelling::{as_key, as_string};

/// What a role names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Members {
    Machines,
    Tags,
}

impl Members {
    /// The option.
    pub(super) fn option(self) -> &'static str {
        match self {
            Members::Machines => "machines",
            Members::Tags => "tags",
        }
    }
}

/// The text of a role.
pub(super) struct RoleText<'f> {
    pub(super) file: &'f File,
    /// Some set of the literal.
    set: ast::AttrSet,
    /// The role's option path.
    path: Vec<SmolStr>,
}

impl<'f> RoleText<'f> {
    /// The role that an option path leads into, in the literal that `set` is a part of.
    pub(super) fn of(file: &'f File, set: ast::AttrSet, path: &[SmolStr]) -> Option<RoleText<'f>> {
        let role = path.get(..5)?;
        let [inventory, instances, _, roles, _] = role else { return None };
        let is_role = inventory == "inventory" && instances == "instances" && roles == "roles";
        is_role.then(|| RoleText { file, set, path: role.to_vec() })
    }

    fn option(&self, members: Members) -> Vec<SmolStr> {
        [self.path.as_slice(), &[SmolStr::new_static(members.option())]].concat()
    }

    /// The pieces of the role's `machines` or `tags`.
    pub(super) fn pieces(&self, members: Members) -> Vec<Piece> {
        self.file.pieces(&self.set, &self.option(members))
    }

    /// The pieces of each name below.
    pub(super) fn members(&self, members: Members) -> Vec<Piece> {
        self.file.below(&self.set, &self.option(members))
    }

    /// Takes members out, and what that leaves empty.
    pub(super) fn take(&self, edits: &mut Edits, members: Members, gone: &[Piece]) -> Option<()> {
        let emptied = self.emptied(members, gone);
        for whole in &emptied {
            remove(edits, self.file.id, whole.entry()?);
        }
        for piece in gone {
            let entry = piece.entry()?;
            let within = |whole: &Piece| whole.set() == piece.around();
            if !emptied.iter().any(within) {
                remove(edits, self.file.id, entry);
            }
        }
        Some(())
    }

    /// The sets that hold nothing but pieces that go.
    pub(super) fn emptied(&self, members: Members, gone: &[Piece]) -> Vec<Piece> {
        let goes = |entry: ast::Entry| gone.iter().any(|it| it.entry() == Some(entry.syntax()));
        let mut pieces = self.pieces(members);
        pieces.retain(|piece| {
            piece.set().is_some_and(|set| set.entries().next().is_some() && set.entries().all(goes))
        });
        pieces
    }

    /// Adds a member, with what `content` says of it. A new option stands behind `beside`, a piece of
    /// the role, if that stays where it is.
    pub(super) fn give(
        &self,
        edits: &mut Edits,
        members: Members,
        member: &Member,
        beside: Option<&Piece>,
    ) -> Option<()> {
        let pieces = self.pieces(members);
        if pieces.iter().any(|piece| piece.binding.is_none()) {
            return None;
        }
        if self.members(members).iter().any(|piece| piece.name == member.name) {
            return member.content.is_empty().then_some(());
        }
        match pieces.iter().find(|piece| piece.is_whole()).map(Piece::value) {
            Some(Some(ast::Expr::AttrSet(set))) => {
                let slot = Slot::in_set(&set)?;
                slot.put(edits, self.file.id, &member.entries("", &slot)?);
                Some(())
            }
            Some(Some(ast::Expr::List(list))) if members == Members::Tags => {
                self.give_to_list(edits, &list, member)
            }
            Some(_) => None,
            None => {
                let beside = pieces.last().or(beside)?;
                let slot = Slot::behind_piece(beside)?;
                let prefix = format!("{}{}.", beside.above(), members.option());
                slot.put(edits, self.file.id, &member.entries(&prefix, &slot)?);
                Some(())
            }
        }
    }

    fn give_to_list(&self, edits: &mut Edits, list: &ast::List, member: &Member) -> Option<()> {
        let names = strings(list);
        if names.as_ref().is_some_and(|names| names.contains(&member.name)) {
            return member.content.is_empty().then_some(());
        }
        let slot = Slot::in_list(list)?;
        let text = if member.content.is_empty() {
            as_string(&member.name)
        } else {
            list_to_set(edits, self.file.id, list, &|_| false)?;
            member.entries("", &slot)?
        };
        slot.put(edits, self.file.id, &text);
        Some(())
    }
}

/// A machine or tag to be named.
pub(super) struct Member {
    name: SmolStr,
    /// The pieces that say something of it where it is named now.
    content: Vec<Piece>,
}

impl Member {
    /// A member of which nothing is said.
    pub(super) fn bare(name: SmolStr) -> Member {
        Member { name, content: Vec::new() }
    }

    /// A member, and what its pieces say.
    pub(super) fn with(name: SmolStr, mut pieces: Vec<Piece>) -> Member {
        pieces.retain(says_something);
        Member { name, content: pieces }
    }

    pub(super) fn is_bare(&self) -> bool {
        self.content.is_empty()
    }

    /// The entries that name it, behind `prefix`, as they stand in a slot.
    fn entries(&self, prefix: &str, slot: &Slot) -> Option<String> {
        if self.content.is_empty() {
            return Some(format!("{prefix}{} = {{ }};", as_key(&self.name)));
        }
        let entry = |piece: &Piece| {
            let entry = piece.entry()?;
            let range = piece.attr.syntax().text_range().cover_offset(entry.text_range().end());
            let text = moved(entry, range, &indent_of(entry), &slot.indent);
            is_finished(entry).then(|| format!("{prefix}{text}"))
        };
        let entries: Option<Vec<String>> = self.content.iter().map(entry).collect();
        Some(entries?.join(&format!("\n{}", slot.indent)))
    }
}

/// Does a piece say more of a member than that it is one?
pub(super) fn says_something(piece: &Piece) -> bool {
    piece.set().is_none_or(|set| set.entries().next().is_some())
}
