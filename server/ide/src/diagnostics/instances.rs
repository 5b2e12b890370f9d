//! What is wrong with instances and the services that they are of: `duplicate-instance`,
//! `unknown-module`, `missing-input-self`, `removed-service`, `unknown-role`.

use inventory::{Absent, Instance, KnownService, Local, Provider, Resolution, ServiceSource};
use smol_str::SmolStr;

use super::judgement::judgement;
use super::suggestion::{listed, shown};
use super::{Code, Findings, Misspelt, Related, Severity, Subject};

pub(super) fn of_instance(
    subject: Subject<'_>,
    name: &str,
    instance: &Instance,
    findings: &mut Findings,
) {
    duplicates(name, instance, findings);
    // Which module is meant is the mistake; what follows from either is not.
    if !instance.module_conflicts.is_empty() {
        return;
    }
    match subject.reach.resolve(&instance.module) {
        Resolution::Found(service) => roles(&service, instance, findings),
        Resolution::Absent(absent) => missing(subject, &absent, instance, findings),
        Resolution::Unknown => {}
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

/// An instance of a service that its provider does not have.
fn missing(subject: Subject<'_>, absent: &Absent, instance: &Instance, findings: &mut Findings) {
    let module = &instance.module;
    let Some(name) = &module.name else { return };
    let at = module.name_at.or(instance.definitions.first().copied());
    let Some(at) = at.map(|at| instance.at(at)) else { return };
    // It may be no instance, but the key of another set, around which a brace is being typed; or
    // its `module` is.
    if module.name_at.is_none() && subject.unreadable.contains(&at.file) {
        return findings.keep_back();
    }
    let (severity, note) = judgement(&absent.source);
    if absent.removed {
        let rest = absent.successor.map_or("is gone from clan-core", |it| it.note.as_str());
        let message = format!("the service `{name}` {rest}{note}");
        return findings.report((Code::RemovedService, severity), at, message);
    }
    // That the input gives nothing at all is told where it is named.
    if matches!(absent.provider, Provider::Input(_)) && absent.names.is_empty() {
        return;
    }
    let own = &subject.clan.own_services.services;
    if absent.provider == Provider::ClanCore && own.contains_key(name) {
        let message = format!(
            "clan-core has no service `{name}`, but this clan has: \
             say so with `module.input = \"self\"`"
        );
        return findings.report((Code::MissingInputSelf, severity), at, message);
    }
    let who = match &absent.provider {
        Provider::ClanCore => "clan-core".to_owned(),
        Provider::Own => "this clan".to_owned(),
        Provider::Input(input) => format!("the input `{input}`"),
    };
    let near = Misspelt::among(name, absent.names.iter().map(SmolStr::as_str));
    let stands_in = if module.name_at.is_none() {
        "; without `module.name` the instance's name stands for the service"
    } else {
        ""
    };
    let name = shown(name);
    let message = format!("{who} has no service `{name}`{near}{stands_in}{note}");
    findings.report_misspelt((Code::UnknownModule, severity), at, message, near);
}

/// Roles that are not among those that the service has.
fn roles(service: &KnownService, instance: &Instance, findings: &mut Findings) {
    let Some(service_name) = &instance.module.name else { return };
    if service.may_have_other_roles() {
        return;
    }
    // Its module is told to have none.
    if service.source == ServiceSource::Own && service.roles.is_empty() {
        return;
    }
    let known: Vec<&str> = service.roles.keys().map(SmolStr::as_str).collect();
    let (severity, note) = judgement(&service.source);
    let unknown = instance.roles.iter().filter(|(name, _)| !service.roles.contains_key(*name));
    for (name, role) in unknown {
        let misspelt = Misspelt::among(name, known.iter().copied());
        let rest = match known.as_slice() {
            _ if !misspelt.near.is_empty() => misspelt.to_string(),
            [] => "; it has none".to_owned(),
            known => format!("; it has {}", listed(known, "and")),
        };
        let name = shown(name);
        let message = format!("`{service_name}` has no role `{name}`{rest}{note}");
        // Each of its pieces has to be changed.
        for &at in &role.definitions {
            let (at, message) = (instance.at(at), message.clone());
            findings.report_misspelt((Code::UnknownRole, severity), at, message, misspelt.clone());
        }
    }
}
