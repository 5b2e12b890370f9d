//! Names that something else has already.

use inventory::Clan;

use super::{Refused, SmolStr};
use crate::Analysis;
use crate::entity::{Entity, Owner, ServiceKey};
use crate::flake;

/// Is a name free for a thing?
pub(super) fn check(
    analysis: &Analysis,
    clan: &Clan,
    entity: &Entity,
    new: &SmolStr,
) -> Result<(), Refused> {
    let siblings = |key: &ServiceKey, role: &str, path: &[SmolStr]| {
        let own = analysis.reach(clan).services(&key.provider).into_iter();
        let service = own.map(|usable| (usable.name, usable.service));
        let mut found = service.filter(|(name, _)| *name == key.name);
        found.next().is_some_and(|(_, service)| {
            let options = service.roles.get(role).map(|role| role.options.as_slice());
            options.unwrap_or_default().iter().any(|option| option.path == path)
        })
    };
    let is_taken = match entity {
        Entity::Machine(_) => clan.machines.contains_key(new),
        Entity::Tag(_) => clan.is_tag(new) || clan.tags.definitions.contains_key(new),
        Entity::Instance(_) => clan.instances.contains_key(new),
        Entity::Service(_) => clan.own_services.services.contains_key(new),
        Entity::Role(Owner::Service(key), _) => {
            let mut services = analysis.reach(clan).services(&key.provider).into_iter();
            services.any(|it| it.name == key.name && it.service.roles.contains_key(new))
        }
        Entity::Setting(Owner::Service(key), role, path) => {
            let mut path = path.clone();
            if let Some(last) = path.last_mut() {
                *last = new.clone();
            }
            siblings(key, role, &path)
        }
        Entity::Input(_) => {
            new == "self" || flake::inputs(analysis, clan).iter().any(|input| input.name == *new)
        }
        Entity::Role(..) | Entity::Setting(..) => false,
    };
    if is_taken {
        return Err(Refused(format!("there is {} `{new}` already", entity.with_article())));
    }
    Ok(())
}
