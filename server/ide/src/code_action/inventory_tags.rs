//! Tags that the inventory lists: `inventory.tags.<tag> = [ "<machine>" … ]`.

use std::sync::Arc;

use eval::FileRange;
use inventory::{Clan, TagSource};
use smol_str::SmolStr;

use super::Context;
use super::change::Edits;
use super::file::{File, set_around};
use super::layout::Slot;
use super::tag_list::{add_string, list_in};
use crate::place::Piece;
use crate::spelling::{as_key, as_string};

/// Does `inventory.tags` define the tag?
pub(super) fn lists(clan: &Clan, tag: &str) -> bool {
    clan.tags.definitions.contains_key(tag)
}

/// Are tags kept in `inventory.tags` rather than with the machines?
pub(super) fn are_tags_there(clan: &Clan) -> bool {
    let has_own = |machine: &SmolStr| {
        let tags = clan.tags_of(machine);
        tags.iter().any(|(_, source)| matches!(source, TagSource::Own(_)))
    };
    !clan.tags.definitions.is_empty() && !clan.machines.keys().any(has_own)
}

/// Adds machines to the list of a tag, which may be new; `None` where no such list is written out.
pub(super) fn set_machines(
    context: &Context<'_>,
    clan: &Arc<Clan>,
    edits: &mut Edits,
    (tag, machines): (&str, &[&SmolStr]),
) -> Option<()> {
    if let Some(places) = clan.tags.definitions.get(tag) {
        let (file, piece) = places.iter().find_map(|&at| written(context, clan, at))?;
        let list = list_in(&piece.value()?)?;
        return machines.iter().try_for_each(|it| add_string(edits, file.id, &list, it));
    }
    let places = clan.tags.definitions.values().flatten();
    let (file, beside, slot) =
        places.filter_map(|&at| written(context, clan, at)).find_map(|(file, piece)| {
            let slot = Slot::behind_piece(&piece)?;
            Some((file, piece, slot))
        })?;
    let strings: Vec<String> = machines.iter().map(|it| as_string(it)).collect();
    let text = format!("{}{} = [ {} ];", beside.above(), as_key(tag), strings.join(" "));
    slot.put(edits, file.id, &text);
    Some(())
}

/// The piece that a place names a tag in.
fn written(context: &Context<'_>, clan: &Arc<Clan>, at: FileRange) -> Option<(File, Piece)> {
    let file = context.file_of(clan, at.file)?;
    let attr = file.attr_at(at.range)?;
    let path = file.path_of(&attr)?;
    let pieces = file.pieces(&set_around(&attr)?, &path);
    let piece = pieces.into_iter().find(|piece| piece.attr == attr)?;
    Some((file, piece))
}
