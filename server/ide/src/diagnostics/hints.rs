//! What is no mistake, but worth a look: `no-members`, `split-service`, `class-tag-mismatch`,
//! `unused-tag`, `unused-module`, `redundant-member`.

use std::collections::BTreeSet;

use inventory::{Clan, Instance, Machine, MachineClass, ModuleRef, Role};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::{Code, Findings, Severity, Subject};

/// Those that are seen only by looking at all.
pub(super) fn find(subject: Subject<'_>, findings: &mut Findings) {
    split_services(subject, findings);
    unused_tags(subject.clan, findings);
    unused_modules(subject.clan, findings);
}

pub(super) fn of_instance(
    subject: Subject<'_>,
    name: &str,
    instance: &Instance,
    findings: &mut Findings,
) {
    no_members(name, instance, findings);
    for role in instance.roles.values() {
        redundant_members(subject.clan, instance, role, findings);
    }
}

fn no_members(name: &str, instance: &Instance, findings: &mut Findings) {
    let mut roles = instance.roles.values();
    // Who writes `machines = { }` says that nobody is meant.
    let someone = roles.any(|role| role.is_used() || role.is_open() || role.is_empty_on_purpose);
    if someone || instance.roles_open || !instance.module_conflicts.is_empty() {
        return;
    }
    let Some(&at) = instance.definitions.first() else { return };
    let message =
        format!("no machine takes part in `{name}`: none of its roles names one, or a tag");
    findings.report((Code::NoMembers, Severity::Info), instance.at(at), message);
}

/// Clan takes a service without an input and the same with clan-core's for two.
fn split_services(subject: Subject<'_>, findings: &mut Findings) {
    let Clan { uses, instances, .. } = subject.clan;
    let core = subject.reach.core();
    let of_core = |module: &ModuleRef| matches!(&module.input, Some(Some(it)) if it == core);
    for (module, with_input) in uses.modules().filter(|(module, _)| of_core(module)) {
        let without_input = ModuleRef { input: Some(None), ..module.clone() };
        let other = uses.of_module(&without_input).first();
        let Some((other, _)) = other.and_then(|&it| instances.by_number(it)) else { continue };
        let service = module.name.as_deref().unwrap_or_default();
        for (_, instance) in with_input.iter().filter_map(|&it| instances.by_number(it)) {
            let Some(at) = instance.module.input_at else { continue };
            let message = format!(
                "`{other}` is an instance of `{service}` without an input: \
                 Clan takes that for another service than this one"
            );
            findings.report((Code::SplitService, Severity::Hint), instance.at(at), message);
        }
    }
}

fn redundant_members(clan: &Clan, instance: &Instance, role: &Role, findings: &mut Findings) {
    if role.tags.is_empty() {
        return;
    }
    for machine in role.machines.iter().filter(|machine| machine.is_bare) {
        let Some(tag) = clan.tag_among(role, &machine.name) else { continue };
        let message = format!("`{}` has this role by the tag `{}` already", machine.name, tag.name);
        findings.report((Code::RedundantMember, Severity::Hint), instance.at(machine.at), message);
    }
}

/// The class that a tag stands for.
fn class_of(tag: &str) -> Option<MachineClass> {
    match tag {
        "nixos" => Some(MachineClass::Nixos),
        "darwin" => Some(MachineClass::Darwin),
        _ => None,
    }
}

pub(super) fn class_tags(name: &str, machine: &Machine, findings: &mut Findings) {
    for (tag, at) in machine.own_tags() {
        let classes = class_of(tag).zip(machine.class()).filter(|(tag, own)| tag != own);
        if let Some((class, own)) = classes {
            let message = format!(
                "`{name}` is a {} machine and gets what the tag `{}` gives by this",
                own.as_str(),
                class.as_str()
            );
            findings.report((Code::ClassTagMismatch, Severity::Info), at, message);
        }
    }
}

/// More tags that nobody uses are not told: of a large fleet they would be thousands.
const MOST_UNUSED: usize = 25;

/// The first tags of machines that no role uses, if it is known which are used.
fn unused_tags(clan: &Clan, findings: &mut Findings) {
    if clan.instances_open || clan.uses.are_open() || clan.tags.are_computed() {
        return;
    }
    let meant = meant_tags(clan, findings);
    // Every machine has the tag `all`, which need not be used.
    let is_unused = |tag: &SmolStr| {
        tag != "all"
            && class_of(tag).is_none()
            && clan.uses.of_tag(tag).is_empty()
            && !meant.contains(tag)
    };
    let unused = clan.tags.own().filter(|(tag, _)| is_unused(tag));
    let carriers: BTreeSet<u32> =
        unused.flat_map(|(_, carriers)| carriers.iter().take(MOST_UNUSED)).copied().collect();
    let machines = carriers.into_iter().filter_map(|it| clan.machines.by_number(it));
    let tags = machines.flat_map(|(_, machine)| machine.own_tags());
    for (tag, at) in tags.filter(|(tag, _)| is_unused(tag)).take(MOST_UNUSED) {
        let message = format!("no role uses the tag `{tag}`");
        findings.report((Code::UnusedTag, Severity::Hint), at, message);
    }
}

/// The tags that are perhaps meant where a role is already told to name what is no tag, or a tag among
/// machines: that is the mistake, and not that nobody uses them.
fn meant_tags(clan: &Clan, findings: &Findings) -> FxHashSet<SmolStr> {
    let unknown = findings.all().filter(|it| it.code == Code::UnknownTag);
    let near = unknown.filter_map(|it| it.misspelt.as_ref()).flat_map(|it| it.near.clone());
    let mut meant: FxHashSet<SmolStr> = near.collect();
    if findings.all().any(|it| it.code == Code::TagUsedAsMachine) {
        let roles = clan.instances.values().flat_map(|instance| instance.roles.values());
        let machines = roles.flat_map(|role| &role.machines);
        let confused = machines.filter(|used| !clan.machines.contains_key(&used.name));
        meant.extend(confused.map(|used| used.name.clone()));
    }
    meant
}

fn unused_modules(clan: &Clan, findings: &mut Findings) {
    let modules = || clan.uses.modules().map(|(module, _)| module);
    let certain = |it: &ModuleRef| it.input.is_some() && it.name.is_some();
    if clan.instances_open || !modules().all(certain) {
        return;
    }
    for (name, service) in &clan.own_services.services {
        let used = modules().any(|it| it.name.as_ref() == Some(name));
        let at = service.definitions.first().filter(|_| !used);
        if let Some(&at) = at {
            let message = format!("this clan has no instance of its service `{name}`");
            findings.report((Code::UnusedModule, Severity::Hint), at, message);
        }
    }
}
