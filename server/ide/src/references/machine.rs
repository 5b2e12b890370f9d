//! Machines: where they are defined, in roles, and in the lists of `inventory.tags`.

use inventory::Place;

use super::{Names, Show};
use crate::entity::Entity;

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    let clan = names.clan;
    for (name, machine) in &clan.machines {
        let entity = Entity::Machine(name.clone());
        for place in machine.definitions() {
            if let Place::Text(at) = place {
                show(&entity, at, true);
            }
        }
    }
    for instance in clan.instances.values() {
        for used in instance.roles.values().flat_map(|role| &role.machines) {
            show(&Entity::Machine(used.name.clone()), instance.at(used.at), false);
        }
    }
    for (_, machine, at) in clan.tags.listed() {
        show(&Entity::Machine(machine.clone()), at, false);
    }
}
