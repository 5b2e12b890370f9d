//! Tags: below `inventory.tags`, in the lists of machines, and in roles.

use super::{Names, Show};
use crate::entity::Entity;

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    let clan = names.clan;
    for (tag, places) in &clan.tags.definitions {
        places.iter().for_each(|&at| show(&Entity::Tag(tag.clone()), at, true));
    }
    // A tag comes to be by being carried.
    for (tag, at) in clan.machines.values().flat_map(inventory::Machine::tag_places) {
        show(&Entity::Tag(tag.clone()), at, true);
    }
    for instance in clan.instances.values() {
        for used in instance.roles.values().flat_map(|role| &role.tags) {
            show(&Entity::Tag(used.name.clone()), instance.at(used.at), false);
        }
    }
}
