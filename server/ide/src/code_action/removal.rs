//! Takes out what stands at a cursor: a tag or a machine, where a list or a role names it, or a
//! machine's own text.

use eval::{FilePosition, FileRange};
use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast};

use super::change::{Change, Edits};
use super::cursor::Cursor;
use super::file::{File, set_around};
use super::layout::remove;
use super::role::{Members, RoleText};
use super::{Context, superfluous};
use crate::Analysis;
use crate::place::At;
use crate::subject::Subject;

/// What goes, and how.
pub(crate) struct Removal {
    pub(crate) name: SmolStr,
    /// Is it a machine, rather than a tag?
    pub(crate) is_machine: bool,
    pub(crate) at: FileRange,
    edits: Edits,
}

impl Removal {
    /// What is to be changed; `None` if that does harm.
    pub(crate) fn change(self, analysis: &Analysis) -> Option<Change> {
        Context { analysis, file: self.at.file }.change(self.edits)
    }
}

/// The removal of what stands at a place; `None` where nothing can be taken out.
pub(crate) fn removal(analysis: &Analysis, at: FilePosition) -> Option<Removal> {
    let context = Context { analysis, file: at.file };
    let range = FileRange { file: at.file, range: TextRange::empty(at.offset) };
    let Cursor { file, spot, .. } = Cursor::of(&context, range)?;
    let is_machine = match Subject::of(&spot)? {
        Subject::Machine => true,
        Subject::Tag => false,
        _ => return None,
    };
    let mut edits = Edits::default();
    match spot.at {
        At::Item => take_item(&mut edits, &file, spot.name.range)?,
        At::Key => take_key(&mut edits, &file, spot.name.range)?,
        At::Value => return None,
    }
    let at = FileRange { file: at.file, range: spot.name.range };
    Some(Removal { name: spot.name.text, is_machine, at, edits })
}

/// A string of a list, as often as it is there.
fn take_item(edits: &mut Edits, file: &File, at: TextRange) -> Option<()> {
    let (string, name) = file.string_at(at)?;
    let list = ast::List::cast(string.syntax().parent()?)?;
    for item in list.items().filter(|item| superfluous::says(item, &name)) {
        remove(edits, file.id, item.syntax());
    }
    Some(())
}

/// A name with all that its literal says of it.
fn take_key(edits: &mut Edits, file: &File, at: TextRange) -> Option<()> {
    let attr = file.attr_at(at)?;
    let path = file.path_of(&attr)?;
    let set = set_around(&attr)?;
    let pieces = file.pieces(&set, &path);
    if let Some(role) = RoleText::of(file, set, &path) {
        let is_machine = path.iter().rev().nth(1).is_some_and(|option| option == "machines");
        let members = if is_machine { Members::Machines } else { Members::Tags };
        return role.take(edits, members, &pieces);
    }
    for piece in &pieces {
        remove(edits, file.id, piece.entry()?);
    }
    Some(())
}
