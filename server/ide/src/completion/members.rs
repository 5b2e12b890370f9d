//! The names that a fleet and its services have: roles, machines, tags, services.

use inventory::{Catalogue, Clan, ModuleRef, Provider, Role};
use smol_str::SmolStr;

use super::{CompletionKind, Proposal};
use crate::{Analysis, settings};

/// The roles of the instance's service. Of an instance that nothing reads yet only the name is
/// known, which is its service's unless `module` says otherwise.
pub(super) fn roles(analysis: &Analysis, clan: &Clan, name: &str) -> Vec<Proposal> {
    let instance = clan.instances.get(name);
    let module = instance.map_or_else(|| ModuleRef::of_instance(name), |it| it.module.clone());
    let proposal = |(name, description): (&SmolStr, Option<&str>)| Proposal {
        used: instance.and_then(|it| it.roles.get(name)).is_some_and(Role::is_used),
        detail: description.map(str::to_owned),
        ..Proposal::name(name.clone(), CompletionKind::Role)
    };
    let known = clan.service(&module).roles();
    if !known.is_empty() {
        return known.into_iter().map(proposal).collect();
    }
    // One of an input, whose source may be at hand.
    let told = settings::service(analysis, clan, &module);
    let roles = told.iter().flat_map(|told| &told.roles);
    let roles = roles.map(|(name, role)| {
        let description = role.description.as_str();
        (name, (!description.is_empty()).then_some(description))
    });
    roles.map(proposal).collect()
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

/// The services that the instance's `module.input` gives: clan-core's where it names none, or none
/// that is at hand.
pub(super) fn services(analysis: &Analysis, clan: &Clan, instance: &str) -> Vec<Proposal> {
    let module = clan.instances.get(instance).map(|it| &it.module);
    let provider = module.and_then(|module| clan.provider(module));
    if provider == Some(Provider::Own) {
        let own = clan.own_services.services.iter();
        return own.map(|(name, it)| service(name, it.description.as_deref())).collect();
    }
    let input = module.and_then(|module| module.input.clone().flatten());
    if let Some(input) = input
        && let Some((_, provided)) = analysis.input_services(clan, &input)
    {
        let given = provided.services.iter();
        return given.map(|(name, it)| service(name, Some(&it.description))).collect();
    }
    let built_in = Catalogue::embedded().services();
    built_in.map(|(name, it)| service(name, Some(&it.description))).collect()
}

fn service(name: &SmolStr, description: Option<&str>) -> Proposal {
    let detail = description.filter(|text| !text.is_empty()).map(str::to_owned);
    Proposal { detail, ..Proposal::name(name.clone(), CompletionKind::Service) }
}
