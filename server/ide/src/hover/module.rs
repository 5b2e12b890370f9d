//! A service: what it does, and its roles.

use inventory::{Absent, KnownService, ModuleRef, Place, Provider, Resolution, ServiceSource};
use smol_str::SmolStr;

use super::Context;
use crate::markup::{Line, Markup, Table};

/// The service that `module` of the instance means, were its name `name`.
pub(super) fn hover(context: Context<'_>, instance: &str, name: &str) -> Option<Markup> {
    let module = &context.clan.instances.get(instance)?.module;
    let module = ModuleRef { name: Some(SmolStr::new(name)), ..module.clone() };
    match context.analysis.reach(context.clan).resolve(&module) {
        Resolution::Found(known) => Some(service(context, name, &known)),
        Resolution::Absent(absent) => removed(name, &absent),
        Resolution::Unknown => match context.clan.provider(&module)? {
            Provider::Input(input) if !input.is_empty() => {
                let line = Line::of("service ").strong(name).text(" of ").code(input);
                Some(single(line.text(", whose source is not at hand")))
            }
            _ => None,
        },
    }
}

fn single(line: Line) -> Markup {
    let mut out = Markup::default();
    out.paragraph(line);
    out
}

fn removed(name: &str, absent: &Absent) -> Option<Markup> {
    let note = &absent.successor?.note;
    Some(single(Line::of("service ").strong(name).text(format!(" {note}"))))
}

/// A service that is at hand.
pub(crate) fn service(context: Context<'_>, name: &str, service: &KnownService) -> Markup {
    let mut out = single(Line::of("service ").strong(name).text(" of ").and(provider(service)));
    if !service.description.is_empty() {
        out.paragraph(service.description.trim());
    }
    out.table(Table::new(["role", "for"]).rows(&service.roles, |(name, role)| {
        let at = role.declared.first().copied();
        [Line::default().name(name.as_str(), at), Line::of(role.description.trim())]
    }));
    match &service.source {
        ServiceSource::Own => {
            let places = context.clan.own_services.services.get(name).into_iter();
            let places = places.flat_map(|own| &own.definitions).map(|&at| Place::Text(at));
            out.paragraph(Line::of("defined in ").and(context.places(places)));
        }
        source => out.paragraph(format!("source: {source}")),
    }
    out
}

fn provider(service: &KnownService) -> Line {
    match &service.source {
        ServiceSource::Own => Line::of("this clan"),
        ServiceSource::Input { name, .. } => Line::of("input ").code(name.as_str()),
        ServiceSource::BuiltIn { .. } => Line::of("clan-core"),
    }
}
