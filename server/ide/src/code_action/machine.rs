//! Machines as the texts of a clan write them: adds one, and adds tags to one.

use std::collections::BTreeMap;
use std::sync::Arc;

use eval::{FileId, FileRange};
use inventory::{Clan, Place};
use smol_str::SmolStr;
use syntax::{AstNode, ast, ast::HasEntry};

use super::Context;
use super::change::Edits;
use super::file::{File, set_around};
use super::layout::Slot;
use super::tag_list::{add_string, list_in};
use crate::place::Piece;
use crate::spelling::{as_key, as_string};

/// The option path of the machines.
const MACHINES: [SmolStr; 2] = [SmolStr::new_static("inventory"), SmolStr::new_static("machines")];

/// Adds a machine of which nothing is said: behind the last one in the file that the user works in,
/// or in the one that most machines stand in.
pub(super) fn add_machine(
    context: &Context<'_>,
    clan: &Arc<Clan>,
    edits: &mut Edits,
    name: &str,
) -> Option<()> {
    let mut by_file: BTreeMap<FileId, Vec<FileRange>> = BTreeMap::new();
    for at in clan.machines.values().flat_map(places) {
        by_file.entry(at.file).or_default().push(at);
    }
    let places = match by_file.remove(&context.file) {
        Some(own) => own,
        None => by_file.into_values().max_by_key(Vec::len)?,
    };
    let file = context.file_of(clan, places.first()?.file)?;
    let mut ranges: Vec<_> = places.iter().map(|at| at.range).collect();
    ranges.sort_by_key(|range| std::cmp::Reverse(range.start()));
    let (beside, slot) = ranges.iter().find_map(|&range| {
        let attr = file.attr_at(range)?;
        let path = file.path_of(&attr)?;
        let piece =
            file.pieces(&set_around(&attr)?, &path).into_iter().find(|it| it.attr == attr)?;
        let slot = Slot::behind_piece(&piece)?;
        is_machine(&path).then_some((piece, slot))
    })?;
    slot.put(edits, file.id, &format!("{}{} = {{ }};", beside.above(), as_key(name)));
    Some(())
}

/// Adds the first machine, to the inventory that `set` is a part of.
pub(super) fn add_first_machine(
    file: &File,
    set: &ast::AttrSet,
    edits: &mut Edits,
    name: &str,
) -> Option<()> {
    let machines = file.pieces(set, &MACHINES);
    if let Some(set) = machines.iter().find_map(Piece::set) {
        Slot::in_set(&set)?.put(edits, file.id, &format!("{} = {{ }};", as_key(name)));
        return Some(());
    }
    let instances = file.below(set, &MACHINES[..1]);
    let last = instances.iter().rfind(|piece| piece.name == "instances")?;
    let slot = Slot::behind_piece(last).filter(|_| machines.is_empty())?;
    slot.put(edits, file.id, &format!("{}machines.{} = {{ }};", last.above(), as_key(name)));
    Some(())
}

/// Adds a tag to a machine's own; `None` where its tags, or it, are not written out.
pub(super) fn add_tag(
    context: &Context<'_>,
    clan: &Arc<Clan>,
    edits: &mut Edits,
    (machine, tag): (&str, &str),
) -> Option<()> {
    let mut written = Vec::new();
    for at in places(clan.machines.get(machine)?) {
        let Some(text) = MachineText::at(context, clan, at) else { continue };
        let tags = text.pieces("tags");
        if let Some(piece) = tags.first() {
            let list = list_in(&piece.value()?)?;
            return add_string(edits, text.file.id, &list, tag);
        }
        written.push(text);
    }
    written.first()?.add_tags(edits, tag)
}

/// Where texts name a machine.
fn places(machine: &inventory::Machine) -> Vec<FileRange> {
    let places = machine.definitions().into_iter();
    let in_text = places.filter_map(|place| match place {
        Place::Text(at) => Some(at),
        Place::Folder(_) => None,
    });
    in_text.collect()
}

fn is_machine(path: &[SmolStr]) -> bool {
    path.split_last().is_some_and(|(_, above)| above == MACHINES)
}

/// A machine in a literal set.
struct MachineText {
    file: File,
    set: ast::AttrSet,
    path: Vec<SmolStr>,
}

impl MachineText {
    fn at(context: &Context<'_>, clan: &Arc<Clan>, at: FileRange) -> Option<MachineText> {
        let file = context.file_of(clan, at.file)?;
        let attr = file.attr_at(at.range)?;
        let path = file.path_of(&attr)?;
        is_machine(&path).then_some(MachineText { set: set_around(&attr)?, path, file })
    }

    /// The pieces of an option of the machine.
    fn pieces(&self, option: &'static str) -> Vec<Piece> {
        let path = [self.path.as_slice(), &[SmolStr::new_static(option)]].concat();
        self.file.pieces(&self.set, &path)
    }

    /// Adds `tags` with a tag to a machine that has none.
    fn add_tags(&self, edits: &mut Edits, tag: &str) -> Option<()> {
        let tags = format!("tags = [ {} ];", as_string(tag));
        let own = self.file.pieces(&self.set, &self.path);
        let Some(whole) = own.iter().find(|piece| piece.is_whole()) else {
            let last = own.last()?;
            let text = format!("{}{}.{tags}", last.above(), last.attr);
            Slot::behind_piece(last)?.put(edits, self.file.id, &text);
            return Some(());
        };
        let set = whole.set()?;
        let is_empty = set.entries().next().is_none();
        if is_empty && own.len() == 1 && self.are_neighbours_dotted() {
            // What stands around an empty set goes with it.
            let end = set.syntax().text_range().end();
            let range = syntax::TextRange::new(whole.attr.syntax().text_range().end(), end);
            edits.replace(self.file.id, range, format!(".{}", tags.trim_end_matches(';')));
            return Some(());
        }
        Slot::in_set(&set)?.put(edits, self.file.id, &tags);
        Some(())
    }

    fn are_neighbours_dotted(&self) -> bool {
        self.file.below(&self.set, &MACHINES).iter().any(|piece| !piece.is_whole())
    }
}
