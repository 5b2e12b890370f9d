//! What roles say of machines and tags: `unknown-machine`, `tag-used-as-machine`, `unknown-tag`,
//! `machine-used-as-tag`, `unknown-machine-in-tag`. A set that may hold more than is known keeps them silent.

use inventory::{Clan, Instance, Role, Use};

use super::suggestion::shown;
use super::{Code, Findings, Misspelt, Severity};

/// The tags that clan-core computes; they exist also when no machine carries them.
const BUILT_IN: [&str; 3] = ["all", "nixos", "darwin"];

pub(super) fn of_instance(clan: &Clan, instance: &Instance, findings: &mut Findings) {
    if clan.machines_open {
        return;
    }
    let tags_open = clan.tags_open();
    for (name, role) in &instance.roles {
        Check { clan, tags_open, instance, role_name: name }.role(role, findings);
    }
}

/// What tags say of machines.
pub(super) fn find(clan: &Clan, findings: &mut Findings) {
    if clan.machines_open {
        return;
    }
    for (tag, name, at) in clan.tags.listed() {
        if clan.machines.contains_key(name) {
            continue;
        }
        let known = clan.machines.keys().map(smol_str::SmolStr::as_str);
        let misspelt = Misspelt::among(name, known);
        let message = format!("the tag `{tag}` lists `{name}`, which is no machine{misspelt}");
        let kind = (Code::UnknownMachineInTag, Severity::Warning);
        findings.report_misspelt(kind, at, message, misspelt);
    }
}

#[derive(Clone, Copy)]
struct Check<'c> {
    clan: &'c Clan,
    /// May some machine carry a tag that is not known?
    tags_open: bool,
    instance: &'c Instance,
    role_name: &'c str,
}

impl Check<'_> {
    fn role(self, role: &Role, findings: &mut Findings) {
        for machine in &role.machines {
            self.machine(machine, findings);
        }
        if self.tags_open {
            return;
        }
        for tag in &role.tags {
            self.tag(tag, findings);
        }
    }

    fn machine(self, machine: &Use, findings: &mut Findings) {
        let (name, role) = (machine.name.as_str(), self.role_name);
        if self.clan.machines.contains_key(name) {
            return;
        }
        if self.clan.is_tag(name) || BUILT_IN.contains(&name) {
            let message = format!(
                "`{name}` is a tag, not a machine: nobody gets the role `{role}` by it; \
                 name it under `roles.{role}.tags`"
            );
            findings.report(
                (Code::TagUsedAsMachine, Severity::Warning),
                self.instance.at(machine.at),
                message,
            );
            return;
        }
        let known = self.clan.machines.keys().map(smol_str::SmolStr::as_str);
        let misspelt = Misspelt::among(name, known);
        let message = format!("no machine is called `{}`{misspelt}", shown(name));
        let kind = (Code::UnknownMachine, Severity::Warning);
        findings.report_misspelt(kind, self.instance.at(machine.at), message, misspelt);
    }

    fn tag(self, tag: &Use, findings: &mut Findings) {
        let (name, role) = (tag.name.as_str(), self.role_name);
        let empty_fleet = self.clan.machines.is_empty();
        if self.clan.is_tag(name) || (empty_fleet && BUILT_IN.contains(&name)) {
            return;
        }
        if self.clan.machines.contains_key(name) {
            let message = format!(
                "`{name}` is a machine, not a tag: it does not get the role `{role}` by it; \
                 name it under `roles.{role}.machines`"
            );
            findings.report(
                (Code::MachineUsedAsTag, Severity::Warning),
                self.instance.at(tag.at),
                message,
            );
            return;
        }
        let known = self.clan.tag_names();
        let known = known.into_iter().map(smol_str::SmolStr::as_str);
        let misspelt = Misspelt::among(name, known);
        let message = format!("no machine carries the tag `{}`{misspelt}", shown(name));
        let kind = (Code::UnknownTag, Severity::Warning);
        findings.report_misspelt(kind, self.instance.at(tag.at), message, misspelt);
    }
}
