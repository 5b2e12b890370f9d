//! Roles: in the module of their service, and in each of its instances.

use rustc_hash::FxHashSet;

use super::{Names, Show};
use crate::entity::{Entity, Owner};

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    let Names { analysis, clan } = names;
    let reach = analysis.reach(clan);
    let mut told = FxHashSet::default();
    for (name, instance) in &clan.instances {
        let owner = Owner::of_instance(clan, name);
        for (role, given) in &instance.roles {
            let entity = Entity::Role(owner.clone(), role.clone());
            given.definitions.iter().for_each(|&at| show(&entity, instance.at(at), false));
        }
        let Some(service) = reach.service(&instance.module).filter(|_| told.insert(owner.clone()))
        else {
            continue;
        };
        for (role, known) in &service.roles {
            let entity = Entity::Role(owner.clone(), role.clone());
            known.declared.iter().for_each(|&at| show(&entity, at, true));
        }
    }
}
