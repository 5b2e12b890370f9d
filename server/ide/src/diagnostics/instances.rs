//! What is wrong with instances: `duplicate-instance`, `unknown-module`, `unknown-role`.

use std::collections::BTreeMap;

use inventory::{Catalogue, Clan, Instance, Local, Provider, Resolution};
use smol_str::SmolStr;

use super::suggestion::listed;
use super::{Code, Findings, Misspelt, Related, Severity};

pub(super) fn find(clan: &Clan, findings: &mut Findings) {
    for (name, instance) in &clan.instances {
        duplicates(name, instance, findings);
        match clan.service(&instance.module) {
            // Which module is meant is the mistake; what follows from either is not.
            _ if !instance.module_conflicts.is_empty() => {}
            Resolution::Catalogue(service) => {
                let judge = judgement(clan, Provider::ClanCore);
                roles(&names(&service.roles), judge, instance, findings);
            }
            Resolution::Own(service) if service.roles_open => {}
            Resolution::Own(service) => {
                let judge = judgement(clan, Provider::Own);
                roles(&names(&service.roles), judge, instance, findings);
            }
            Resolution::Absent(provider) => absent(clan, provider, instance, findings),
            Resolution::Unknown => {}
        }
    }
}

fn duplicates(name: &str, instance: &Instance, findings: &mut Findings) {
    let kind = (Code::DuplicateInstance, Severity::Error);
    let related = |at: Local, message: &str| {
        vec![Related { at: instance.at(at), message: message.to_owned() }]
    };
    for &(first, later) in &instance.duplicates {
        let message = format!("the instance `{name}` is defined twice in this set");
        findings.report_with(
            kind,
            instance.at(later),
            message,
            related(first, "first defined here"),
        );
    }
    for &(first, later) in &instance.module_conflicts {
        let message = format!("the instance `{name}` is already defined with another module");
        findings.report_with(kind, instance.at(later), message, related(first, "the other module"));
    }
}

fn absent(clan: &Clan, provider: Provider, instance: &Instance, findings: &mut Findings) {
    let module = &instance.module;
    let Some(name) = &module.name else { return };
    let at = module.name_at.or(instance.definitions.first().copied());
    let Some(at) = at.map(|at| instance.at(at)) else { return };
    // It may be no instance, but the key of another set, around which a brace is being typed; or
    // its `module` is.
    if module.name_at.is_none() && findings.cannot_be_read(at.file) {
        return;
    }
    let who = match provider {
        Provider::ClanCore => "clan-core",
        Provider::Own => "this clan",
    };
    let known = clan.services(provider);
    let near = Misspelt::among(name, known.iter().map(|name| name.as_str()));
    let stands_in = if module.name_at.is_none() {
        "; without `module.name` the instance's name stands for the service"
    } else {
        ""
    };
    let (severity, note) = judgement(clan, provider);
    let message = format!("{who} has no service `{name}`{near}{stands_in}{note}");
    findings.report_misspelt((Code::UnknownModule, severity), at, message, near);
}

/// Roles that are not among those that the service has, `known`.
fn roles(
    known: &[&str],
    (severity, note): (Severity, String),
    instance: &Instance,
    findings: &mut Findings,
) {
    let Some(service) = &instance.module.name else { return };
    for (name, role) in instance.roles.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
        let misspelt = Misspelt::among(name, known.iter().copied());
        let rest = match known {
            _ if !misspelt.near.is_empty() => misspelt.to_string(),
            [] => "; it has none".to_owned(),
            _ => format!("; it has {}", listed(known, "and")),
        };
        let message = format!("`{service}` has no role `{name}`{rest}{note}");
        // Each of its pieces has to be changed.
        for &at in &role.definitions {
            let (at, message) = (instance.at(at), message.clone());
            findings.report_misspelt((Code::UnknownRole, severity), at, message, misspelt.clone());
        }
    }
}

fn names<T>(roles: &BTreeMap<SmolStr, T>) -> Vec<&str> {
    roles.keys().map(SmolStr::as_str).collect()
}

/// How sure the catalogue's word is: it speaks for one version of clan-core.
fn judgement(clan: &Clan, provider: Provider) -> (Severity, String) {
    if provider == Provider::Own || !clan.has_other_core() {
        return (Severity::Error, String::new());
    }
    let revision: String = Catalogue::embedded().revision().chars().take(7).collect();
    let note = format!(" (judged by clan-core {revision}; this clan pins another version)");
    (Severity::Warning, note)
}
