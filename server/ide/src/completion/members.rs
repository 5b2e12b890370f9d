//! The names that a fleet and its services have: roles, machines, tags, services.

use std::cmp::Reverse;

use inventory::{Clan, MachineClass, Provider, ServiceSource, Usable};

use super::{CompletionKind, Proposal};
use crate::Analysis;
use crate::counted::counted;

/// The roles of the instance's service, each with how many machines have it. Of an instance that
/// nothing reads yet only the name is known, which is its service's unless `module` says otherwise.
pub(super) fn roles(analysis: &Analysis, clan: &Clan, name: &str) -> Vec<Proposal> {
    let Some(service) = analysis.reach(clan).service_of(name) else { return Vec::new() };
    let instance = clan.instances.get(name);
    let proposals = service.roles.iter().map(|(name, role)| {
        let given = instance.and_then(|it| it.roles.get(name));
        let used = given.filter(|given| given.is_used());
        let count = used.map(|given| clan.member_names(given).len());
        let description = role.description.trim();
        Proposal {
            used: used.is_some(),
            detail: role_detail(description, count),
            signature: count.map(|count| format!(" {}", counted(count, "machine"))),
            documentation: Some(role_documentation(description, &service.source)),
            ..Proposal::name(name.clone(), CompletionKind::Role)
        }
    });
    proposals.collect()
}

/// On one line: what the role is for, and how many machines have it already.
fn role_detail(description: &str, machines: Option<usize>) -> Option<String> {
    let about = description.lines().next().unwrap_or_default();
    let count = machines.map(|count| counted(count, "machine"));
    match (about, count) {
        ("", None) => None,
        ("", Some(count)) => Some(count),
        (about, None) => Some(about.to_owned()),
        (about, Some(count)) => Some(format!("{count}: {about}")),
    }
}

fn role_documentation(description: &str, source: &ServiceSource) -> String {
    format!("{description}\n\nsource: {source}").trim_start().to_owned()
}

/// All machines.
pub(super) fn machines(clan: &Clan, used: impl Fn(&str) -> bool) -> Vec<Proposal> {
    let machines = clan.machines.keys().map(|name| Proposal {
        used: used(name),
        ..Proposal::name(name.clone(), CompletionKind::Machine)
    });
    machines.collect()
}

/// All tags, with the machines that carry them; those that most carry first, those of a class last.
pub(super) fn tags(clan: &Clan, used: impl Fn(&str) -> bool) -> Vec<Proposal> {
    let tags = clan.tag_names().into_iter().map(|name| (name, clan.carriers(name)));
    let mut tags: Vec<_> = tags.collect();
    tags.sort_by_key(|(name, machines)| (names_class(name), Reverse(machines.len())));
    let tags = tags.into_iter().map(|(name, machines)| {
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

/// Is it a tag that tells no more than what system a machine has?
fn names_class(tag: &str) -> bool {
    MachineClass::ALL.iter().any(|class| class.as_str() == tag)
}

/// Does nobody else carry the tag?
pub(super) fn only_carrier(clan: &Clan, machine: &str, tag: &str) -> bool {
    let carriers = clan.carriers(tag);
    !carriers.is_empty() && carriers.into_iter().all(|carrier| carrier == machine)
}

/// The services that the instance's `module.input` gives: clan-core's where it names none, or none
/// that is at hand.
pub(super) fn services(analysis: &Analysis, clan: &Clan, instance: &str) -> Vec<Proposal> {
    usable(analysis, clan, instance).into_iter().map(service).collect()
}

/// Those services themselves.
pub(super) fn usable(analysis: &Analysis, clan: &Clan, instance: &str) -> Vec<Usable> {
    let reach = analysis.reach(clan);
    let module = clan.instances.get(instance).map(|it| &it.module);
    let provider = module.and_then(|module| clan.provider(module)).unwrap_or(Provider::ClanCore);
    let mut services = reach.services(&provider);
    if services.is_empty() && provider != Provider::Own {
        services = reach.services(&Provider::ClanCore);
    }
    services
}

fn service(usable: Usable) -> Proposal {
    let Usable { name, service, .. } = usable;
    let detail = service.description.trim().lines().next().map(str::to_owned);
    let documentation = Some(format!("source: {}", service.source));
    Proposal { detail, documentation, ..Proposal::name(name, CompletionKind::Service) }
}
