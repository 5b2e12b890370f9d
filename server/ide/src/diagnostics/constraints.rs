//! How often a service may be used: `too-many-instances`, `too-few-machines`, `too-many-machines`.

use eval::FileRange;
use inventory::catalogue::RoleConstraints;
use inventory::{Instance, KnownService};

use super::judgement::judgement;
use super::{Code, Findings, Subject};
use crate::counted::counted;

/// How many there are.
pub(super) fn find(subject: Subject<'_>, findings: &mut Findings) {
    for (module, instances) in subject.clan.uses.modules() {
        // What clan-core takes for one service: `null` and its own name are two.
        if module.input.is_none() || module.name.is_none() {
            continue;
        }
        let Some(service) = subject.reach.service(module) else { continue };
        if let Some(most) = service.constraints.max_instances {
            too_many_instances(subject, (&service, most), instances, findings);
        }
    }
}

fn too_many_instances(
    subject: Subject<'_>,
    (service, most): (&KnownService, u32),
    instances: &[u32],
    findings: &mut Findings,
) {
    let rank = |file| subject.clan.files.iter().position(|it| *it == file);
    let known = instances.iter().filter_map(|&it| subject.clan.instances.by_number(it));
    let placed = known.filter_map(|(_, it)| Some((it, it.at(*it.definitions.first()?))));
    let mut placed: Vec<(&Instance, FileRange)> = placed.collect();
    placed.sort_by_key(|(_, at)| (rank(at.file), at.range.start()));
    let (severity, note) = judgement(&service.source);
    for (instance, at) in placed.into_iter().skip(most as usize) {
        let name = instance.module.name.as_deref().unwrap_or_default();
        let message = format!(
            "`{name}` may have {} in a clan, and this is one more{note}",
            counted(most as usize, "instance")
        );
        findings.report((Code::TooManyInstances, severity), at, message);
    }
}

/// How many machines its roles have.
pub(super) fn of_instance(subject: Subject<'_>, instance: &Instance, findings: &mut Findings) {
    let Some(service) = subject.reach.service(&instance.module) else { return };
    if let Some(at) = instance.definitions.first().map(|&at| instance.at(at)) {
        members(subject, (instance, at), &service, findings);
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
        let count = role.map_or(0, |role| clan.member_names(role).len());
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
