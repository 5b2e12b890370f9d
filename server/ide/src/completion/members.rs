//! The names that a fleet and its services have: roles, machines, tags, services.

use inventory::{Catalogue, Clan, ModuleRef, Role};

use super::{CompletionKind, Proposal};

/// The roles of the instance's service. Of an instance that nothing reads yet only the name is
/// known, which is its service's unless `module` says otherwise.
pub(super) fn roles(clan: &Clan, name: &str) -> Vec<Proposal> {
    let instance = clan.instances.get(name);
    let module = instance.map_or_else(|| ModuleRef::of_instance(name), |it| it.module.clone());
    let roles = clan.service(&module).roles().into_iter().map(|(name, description)| Proposal {
        used: instance.and_then(|it| it.roles.get(name)).is_some_and(Role::is_used),
        detail: description.map(str::to_owned),
        ..Proposal::name(name.clone(), CompletionKind::Role)
    });
    roles.collect()
}

/// All machines, with their tags.
pub(super) fn machines(clan: &Clan, used: impl Fn(&str) -> bool) -> Vec<Proposal> {
    let machines = clan.machines.keys().map(|name| {
        let tags = clan.tags_of(name);
        let tags: Vec<&str> = tags.iter().map(|(tag, _)| tag.as_str()).collect();
        Proposal {
            used: used(name),
            detail: Some(tags.join(" ")),
            ..Proposal::name(name.clone(), CompletionKind::Machine)
        }
    });
    machines.collect()
}

/// All tags, with the machines that carry them.
pub(super) fn tags(clan: &Clan, used: impl Fn(&str) -> bool) -> Vec<Proposal> {
    let tags = clan.tag_names().into_iter().map(|name| {
        let machines = clan.carriers(name);
        let detail = match machines.len() {
            0 => None,
            1..=5 => {
                let names: Vec<&str> = machines.iter().map(|name| name.as_str()).collect();
                Some(names.join(" "))
            }
            count => Some(format!("{count} machines")),
        };
        Proposal { used: used(name), detail, ..Proposal::name(name.clone(), CompletionKind::Tag) }
    });
    tags.collect()
}

/// Does nobody else carry the tag?
pub(super) fn only_carrier(clan: &Clan, machine: &str, tag: &str) -> bool {
    let carriers = clan.carriers(tag);
    !carriers.is_empty() && carriers.into_iter().all(|carrier| carrier == machine)
}

/// The services of clan-core.
pub(super) fn services() -> Vec<Proposal> {
    let services = Catalogue::embedded().services().map(|(name, service)| Proposal {
        detail: Some(service.description.to_string()),
        ..Proposal::name(name.clone(), CompletionKind::Service)
    });
    services.collect()
}
