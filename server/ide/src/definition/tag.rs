//! A tag: the names that it has in machines' lists, and its own lists of machines.

use eval::FileRange;
use inventory::{Clan, TagSource};

pub(super) fn places(clan: &Clan, tag: &str) -> Vec<FileRange> {
    let listed = clan.tag_definitions.get(tag).into_iter().flatten().copied();
    let carried = clan.machines.values().filter_map(|machine| {
        let (_, source) = machine.tags.iter().find(|(carried, _)| carried == tag)?;
        match source {
            TagSource::Own(at) => Some(*at),
            TagSource::Listed(_) | TagSource::BuiltIn => None,
        }
    });
    listed.chain(carried).collect()
}
