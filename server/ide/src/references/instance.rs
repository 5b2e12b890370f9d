//! Instances: where something is said of them.

use super::{Names, Show};
use crate::entity::Entity;

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    for (name, instance) in &names.clan.instances {
        let entity = Entity::Instance(name.clone());
        instance.definitions.iter().for_each(|&at| show(&entity, instance.at(at), true));
    }
}
