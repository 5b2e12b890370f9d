//! Services: the clan's own below `modules`, and the instances that name them.

use inventory::Provider;

use super::{Names, Show};
use crate::entity::{Entity, Owner, ServiceKey};

pub(super) fn each(names: Names<'_>, show: &mut Show<'_>) {
    let clan = names.clan;
    for (name, service) in &clan.own_services.services {
        let key = ServiceKey { provider: Provider::Own, name: name.clone() };
        let entity = Entity::Service(key);
        service.definitions.iter().for_each(|&at| show(&entity, at, true));
    }
    for (name, instance) in &clan.instances {
        let (Some(at), Owner::Service(key)) =
            (instance.module.name_at, Owner::of_instance(clan, name))
        else {
            continue;
        };
        show(&Entity::Service(key), instance.at(at), false);
    }
}
