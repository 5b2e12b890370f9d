//! What is no mistake, but worth a look: `no-members`, `split-service`, `class-tag-mismatch`,
//! `unused-tag`, `unused-module`, `redundant-member`.

use inventory::{Clan, Instance, MachineClass, Role};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::{Code, Findings, Severity, Subject};

pub(super) fn find(subject: Subject<'_>, findings: &mut Findings) {
    let clan = subject.clan;
    for (name, instance) in &clan.instances {
        no_members(name, instance, findings);
        split_service(subject, instance, findings);
        for role in instance.roles.values() {
            redundant_members(clan, instance, role, findings);
        }
    }
    tags_of_machines(clan, findings);
    unused_modules(clan, findings);
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
fn split_service(subject: Subject<'_>, instance: &Instance, findings: &mut Findings) {
    let module = &instance.module;
    let (Some(Some(input)), Some(at)) = (&module.input, module.input_at) else { return };
    if input != subject.reach.core() {
        return;
    }
    let same =
        subject.clan.instances.iter().find(|(_, other)| {
            other.module.name == module.name && other.module.input == Some(None)
        });
    let Some((other, _)) = same else { return };
    let service = module.name.as_deref().unwrap_or_default();
    let message = format!(
        "`{other}` is an instance of `{service}` without an input: \
         Clan takes that for another service than this one"
    );
    findings.report((Code::SplitService, Severity::Hint), instance.at(at), message);
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

/// More tags that nobody uses are not told: of a large fleet they would be thousands.
const MOST_UNUSED: usize = 25;

fn tags_of_machines(clan: &Clan, findings: &mut Findings) {
    let (used, meant) = (used_tags(clan), meant_tags(clan, findings));
    let mut unused = 0;
    for (name, machine) in clan.machines.iter() {
        for (tag, at) in machine.own_tags() {
            let class = match tag.as_str() {
                "nixos" => Some(MachineClass::Nixos),
                "darwin" => Some(MachineClass::Darwin),
                _ => None,
            };
            if let Some((class, own)) = class.zip(machine.class()).filter(|(a, b)| a != b) {
                let message = format!(
                    "`{name}` is a {} machine and gets what the tag `{}` gives by this",
                    own.as_str(),
                    class.as_str()
                );
                findings.report((Code::ClassTagMismatch, Severity::Info), at, message);
            } else if class.is_none()
                && unused < MOST_UNUSED
                && used.as_ref().is_some_and(|used| !used.contains(tag))
                && !meant.contains(tag)
            {
                unused += 1;
                let message = format!("no role uses the tag `{tag}`");
                findings.report((Code::UnusedTag, Severity::Hint), at, message);
            }
        }
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

/// The tag of every machine, which need not be used.
static ALL: SmolStr = SmolStr::new_static("all");

/// The tags that roles name, and `all`; `None` when there may be others.
fn used_tags(clan: &Clan) -> Option<FxHashSet<&SmolStr>> {
    let roles = || clan.instances.values().flat_map(|instance| instance.roles.values());
    let open = clan.instances_open
        || clan.instances.values().any(|it| it.roles_open)
        || roles().any(Role::is_open)
        || clan.tags.are_computed();
    let names = || roles().flat_map(|role| &role.tags).map(|tag| &tag.name);
    (!open).then(|| names().chain([&ALL]).collect())
}

fn unused_modules(clan: &Clan, findings: &mut Findings) {
    let certain = |it: &Instance| it.module.input.is_some() && it.module.name.is_some();
    if clan.instances_open || !clan.instances.values().all(certain) {
        return;
    }
    for (name, service) in &clan.own_services.services {
        let used = clan.instances.values().any(|it| it.module.name.as_ref() == Some(name));
        let at = service.definitions.first().filter(|_| !used);
        if let Some(&at) = at {
            let message = format!("this clan has no instance of its service `{name}`");
            findings.report((Code::UnusedModule, Severity::Hint), at, message);
        }
    }
}
