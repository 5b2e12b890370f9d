//! `placeholder`: what a template left to be replaced, in names and in settings. Those in the clan's
//! own options are found as these are read.

use eval::FileRange;
use inventory::{Clan, Instance, Place, Role, is_placeholder};

use super::{Code, Findings, Severity};

pub(super) fn find(clan: &Clan, findings: &mut Findings) {
    for (name, machine) in clan.machines.iter().filter(|(name, _)| is_placeholder(name)) {
        for place in machine.definitions() {
            if let Place::Text(at) = place {
                report(name, at, findings);
            }
        }
    }
    for (name, instance) in &clan.instances {
        let places = instance.definitions.iter().filter(|_| is_placeholder(name));
        places.for_each(|&at| report(name, instance.at(at), findings));
        instance.roles.values().for_each(|role| of_role(instance, role, findings));
    }
}

fn of_role(instance: &Instance, role: &Role, findings: &mut Findings) {
    let used = role.machines.iter().chain(&role.tags);
    for used in used.filter(|used| is_placeholder(&used.name)) {
        report(&used.name, instance.at(used.at), findings);
    }
    for settings in role.all_settings() {
        settings.for_each_text(&mut |text, definition| {
            if let Some(at) = definition.place().filter(|_| is_placeholder(text)) {
                report(text, instance.at(at), findings);
            }
        });
    }
}

/// What is said of such a text.
pub(super) fn told(text: &str) -> ((Code, Severity), String) {
    let message = format!("`{text}` is still to be replaced");
    ((Code::Placeholder, Severity::Warning), message)
}

fn report(text: &str, at: FileRange, findings: &mut Findings) {
    let (kind, message) = told(text);
    findings.report(kind, at, message);
}
