//! A tag: the names that it has in machines' lists, and its own lists of machines.

use eval::FileRange;
use inventory::{Clan, TagSource};

/// Its places, one by one.
pub(crate) fn places<'c>(clan: &'c Clan, tag: &'c str) -> impl Iterator<Item = FileRange> + 'c {
    let listed = clan.tags.definitions.get(tag).into_iter().flatten().copied();
    let carriers = clan.carriers(tag).into_iter();
    let carried = carriers.filter_map(move |machine| match clan.why_tagged(machine, tag)? {
        TagSource::Own(at) => Some(at),
        TagSource::Listed(_) | TagSource::BuiltIn => None,
    });
    listed.chain(carried)
}
