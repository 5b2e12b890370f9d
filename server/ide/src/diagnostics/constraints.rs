//! How often a service may be used: `too-many-instances`, `too-few-machines`, `too-many-machines`.

use std::collections::BTreeMap;

use eval::FileRange;
use inventory::catalogue::RoleConstraints;
use inventory::{Instance, KnownService, ModuleRef};
use smol_str::SmolStr;

use super::judgement::judgement;
use super::{Code, Findings, Subject};
use crate::counted::counted;

/// Instances of one service, each with its name and its place.
type Group<'g> = Vec<(&'g SmolStr, &'g Instance, FileRange)>;

pub(super) fn find(subject: Subject<'_>, findings: &mut Findings) {
    let mut groups: BTreeMap<(Option<&str>, &str), (KnownService, Group<'_>)> = BTreeMap::new();
    for (name, instance) in &subject.clan.instances {
        let Some(service) = subject.reach.service(&instance.module) else { continue };
        let constraints = &service.constraints;
        if constraints.max_instances.is_none() && constraints.roles.is_empty() {
            continue;
        }
        let Some(at) = instance.definitions.first().map(|&at| instance.at(at)) else { continue };
        members(subject, (instance, at), &service, findings);
        if let Some(id) = id(&instance.module) {
            let group = groups.entry(id).or_insert_with(|| (service, Vec::new()));
            group.1.push((name, instance, at));
        }
    }
    for (service, group) in groups.into_values() {
        too_many_instances(subject, &service, group, findings);
    }
}

/// What clan-core takes for one service: `null` and its own name are two.
fn id(module: &ModuleRef) -> Option<(Option<&str>, &str)> {
    Some((module.input.as_ref()?.as_deref(), module.name.as_deref()?))
}

fn too_many_instances(
    subject: Subject<'_>,
    service: &KnownService,
    mut group: Group<'_>,
    findings: &mut Findings,
) {
    let Some(most) = service.constraints.max_instances else { return };
    let rank = |file| subject.clan.files.iter().position(|it| *it == file);
    group.sort_by_key(|(_, _, at)| (rank(at.file), at.range.start()));
    let (severity, note) = judgement(&service.source);
    for (_, instance, at) in group.iter().skip(most as usize) {
        let name = instance.module.name.as_deref().unwrap_or_default();
        let message = format!(
            "`{name}` may have {} in a clan, and this is one more{note}",
            counted(most as usize, "instance")
        );
        findings.report((Code::TooManyInstances, severity), *at, message);
    }
}

fn members(
    subject: Subject<'_>,
    (instance, at): (&Instance, FileRange),
    service: &KnownService,
    findings: &mut Findings,
) {
    let clan = subject.clan;
    let (severity, note) = judgement(&service.source);
    for (name, limits) in &service.constraints.roles {
        let RoleConstraints { min_machines, max_machines } = *limits;
        let role = instance.roles.get(name);
        let count = role.map_or(0, |role| clan.members(instance, role).len());
        let open = instance.roles_open || role.is_some_and(|role| clan.has_open_members(role));
        if let Some(least) = min_machines.filter(|&least| count < least as usize && !open) {
            let machines = counted(least as usize, "machine");
            let message = format!("the role `{name}` needs at least {machines}{note}");
            findings.report((Code::TooFewMachines, severity), at, message);
        }
        if let Some(most) = max_machines.filter(|&most| count > most as usize) {
            let machines = counted(most as usize, "machine");
            let message =
                format!("the role `{name}` may have {machines} at most, and has {count}{note}");
            let places = role.into_iter().flat_map(|role| &role.definitions);
            for &place in places.take(1) {
                let kind = (Code::TooManyMachines, severity);
                findings.report(kind, instance.at(place), message.clone());
            }
        }
    }
}
