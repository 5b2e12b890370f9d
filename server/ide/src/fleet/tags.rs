//! The tags of a clan by number, and who carries them.

use std::collections::BTreeSet;

use eval::FileRange;
use inventory::{Clan, TagSource};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::Tag;
use crate::roles::roles;

/// The tags, by name; first without their machines.
pub(super) struct TagTable<'c> {
    numbers: FxHashMap<&'c SmolStr, u32>,
    tags: Vec<Tag>,
}

impl<'c> TagTable<'c> {
    pub(super) fn new(clan: &'c Clan) -> TagTable<'c> {
        let mut names: BTreeSet<&SmolStr> = clan.tag_names();
        names.extend(clan.tags.definitions.keys());
        names.extend(roles(clan).flat_map(|it| &it.role.tags).map(|used| &used.name));
        let tag = |&name: &&SmolStr| Tag {
            name: name.clone(),
            built_in: clan.tags.is_built_in(name),
            machines: Vec::new(),
            at: clan.tags.definitions.get(name).cloned().unwrap_or_default(),
        };
        TagTable {
            tags: names.iter().map(tag).collect(),
            numbers: names.into_iter().zip(0..).collect(),
        }
    }

    /// Counts a machine among those that carry its tags: these, by number.
    pub(super) fn give(
        &mut self,
        number: u32,
        machine: &inventory::Machine,
        tags: &[(SmolStr, TagSource)],
    ) -> Vec<(u32, Option<FileRange>)> {
        for (name, at) in machine.tag_places() {
            if let Some(tag) = self.tag_mut(name) {
                tag.at.push(at);
            }
        }
        let mut given = Vec::with_capacity(tags.len());
        for (name, source) in tags {
            let at = match source {
                TagSource::Own(at) | TagSource::Listed(at) => Some(*at),
                TagSource::BuiltIn => None,
            };
            given.extend(self.numbers.get(name).map(|&tag| (tag, at)));
            if let Some(tag) = self.tag_mut(name) {
                tag.machines.push(number);
            }
        }
        given
    }

    /// The machines that carry a tag, of those that were counted.
    pub(super) fn carriers(&self, name: &SmolStr) -> &[u32] {
        let number = self.numbers.get(name);
        let tag = number.and_then(|&number| self.tags.get(number as usize));
        tag.map(|tag| tag.machines.as_slice()).unwrap_or_default()
    }

    pub(super) fn into_tags(self) -> Vec<Tag> {
        self.tags
    }

    fn tag_mut(&mut self, name: &SmolStr) -> Option<&mut Tag> {
        let &number = self.numbers.get(name)?;
        self.tags.get_mut(number as usize)
    }
}
