//! A tag: the names that it has in machines' lists, and its own lists of machines.

use eval::FileRange;
use inventory::{Clan, TagSource};

pub(super) fn places(clan: &Clan, tag: &str) -> Vec<FileRange> {
    let listed = clan.tags.definitions.get(tag).into_iter().flatten().copied();
    let carriers = clan.carriers(tag).into_iter();
    let carried = carriers.filter_map(|machine| match clan.why_tagged(machine, tag)? {
        TagSource::Own(at) => Some(at),
        TagSource::Listed(_) | TagSource::BuiltIn => None,
    });
    listed.chain(carried).collect()
}
