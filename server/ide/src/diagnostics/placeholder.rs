//! `placeholder`: what a template left to be replaced, in names and in settings. Those in the clan's
//! own options are found as these are read.

use eval::FileRange;
use inventory::{Instance, Machine, Place, Role, is_placeholder};

use super::{Code, Findings, Severity};

pub(super) fn of_machine(name: &str, machine: &Machine, findings: &mut Findings) {
    if !is_placeholder(name) {
        return;
    }
    for place in machine.definitions() {
        if let Place::Text(at) = place {
            report(name, at, findings);
        }
    }
}

pub(super) fn of_instance(name: &str, instance: &Instance, findings: &mut Findings) {
    let places = instance.definitions.iter().filter(|_| is_placeholder(name));
    places.for_each(|&at| report(name, instance.at(at), findings));
    instance.roles.values().for_each(|role| of_role(instance, role, findings));
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
