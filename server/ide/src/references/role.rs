//! Roles: in the module of their service, and in each of its instances.

use super::{Given, Names, Show};
use crate::entity::Entity;

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    for Given { instance, owner, service, is_first } in names.instances() {
        for (role, given) in &instance.roles {
            let entity = Entity::Role(owner.clone(), role.clone());
            given.definitions.iter().for_each(|&at| show(&entity, instance.at(at), false));
        }
        for (role, known) in service.iter().filter(|_| is_first).flat_map(|it| &it.roles) {
            let entity = Entity::Role(owner.clone(), role.clone());
            known.declared.iter().for_each(|&at| show(&entity, at, true));
        }
    }
}
