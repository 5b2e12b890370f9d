//! A service: what it does, and its roles.

use std::fmt::Write;

use inventory::{Absent, KnownService, ModuleRef, Place, Provider, Resolution, ServiceSource};
use smol_str::SmolStr;

use super::Context;

/// The service that `module` of the instance means, were its name `name`.
pub(super) fn hover(context: Context<'_>, instance: &str, name: &str) -> Option<String> {
    let module = &context.clan.instances.get(instance)?.module;
    let module = ModuleRef { name: Some(SmolStr::new(name)), ..module.clone() };
    match context.analysis.reach(context.clan).resolve(&module) {
        Resolution::Found(service) => Some(found(context, name, &service)),
        Resolution::Absent(absent) => removed(name, &absent),
        Resolution::Unknown => match context.clan.provider(&module)? {
            Provider::Input(input) if !input.is_empty() => {
                Some(format!("service **{name}** of `{input}`, whose source is not at hand\n"))
            }
            _ => None,
        },
    }
}

fn removed(name: &str, absent: &Absent) -> Option<String> {
    Some(format!("service **{name}** {}\n", absent.successor?.note))
}

fn found(context: Context<'_>, name: &str, service: &KnownService) -> String {
    let mut out = format!("service **{name}** of {}\n", provider(service));
    if !service.description.is_empty() {
        let _ = write!(out, "\n{}\n", service.description.trim());
    }
    for (role, definition) in &service.roles {
        let _ = match definition.description.trim() {
            "" => write!(out, "\n- {role}"),
            description => write!(out, "\n- {role}: {description}"),
        };
    }
    match &service.source {
        ServiceSource::Own => {
            let places = context.clan.own_services.services.get(name).into_iter();
            let places = places.flat_map(|own| &own.definitions);
            let places: Vec<_> = places.map(|&at| context.place(&Place::Text(at))).collect();
            let _ = write!(out, "\n\ndefined in {}\n", places.join(", "));
        }
        source => {
            let _ = write!(out, "\n\nsource: {source}");
        }
    }
    out
}

fn provider(service: &KnownService) -> String {
    match &service.source {
        ServiceSource::Own => "this clan".to_owned(),
        ServiceSource::Input { name, .. } => format!("input `{name}`"),
        ServiceSource::BuiltIn { .. } => "clan-core".to_owned(),
    }
}
