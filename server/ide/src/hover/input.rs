//! An input of the clan's flake: where it is listed, which services it gives, and who uses them.

use inventory::{Instance, Provider, ServiceSource};
use smol_str::SmolStr;

use super::Context;
use crate::flake;
use crate::markup::{Line, Markup, Table};

pub(super) fn hover(context: Context<'_>, name: &str) -> Option<Markup> {
    let clan = context.clan;
    let mut out = Markup::default();
    let head = match name {
        "self" => Line::of("input ").strong(name).text(": the services of this clan itself"),
        _ => {
            let input =
                flake::inputs(context.analysis, clan).into_iter().find(|it| it.name == name)?;
            Line::of("input ").strong(name).text(", listed in ").and(context.at(input.at))
        }
    };
    out.paragraph(head);
    let (services, source) = services(context, name);
    out.table(Table::new(["service", "instances"]).rows(&services, |service| {
        let of_it = clan.instances.iter().filter(|(_, instance)| is_of(instance, name, service));
        let instances = of_it.map(|(name, instance)| {
            let at = instance.definitions.first().map(|&at| instance.at(at));
            Line::default().name(name.as_str(), at)
        });
        [Line::default().code(service.as_str()), Line::default().list(instances)]
    }));
    match source {
        Some(ServiceSource::Own) => {}
        Some(source) => out.paragraph(format!("source: {source}")),
        None => out.paragraph("its source is not at hand: it may have other services"),
    }
    Some(out)
}

/// The services that an input has, those in use first, and who says so.
fn services(context: Context<'_>, input: &str) -> (Vec<SmolStr>, Option<ServiceSource>) {
    let clan = context.clan;
    let mut names: Vec<SmolStr> = Vec::new();
    for instance in clan.instances.values().filter(|it| is_from(it, input)) {
        names.extend(instance.module.name.clone());
    }
    names.sort();
    names.dedup();
    let provider = match input {
        "self" => Provider::Own,
        _ if clan.core.is_named(input) => Provider::ClanCore,
        _ => Provider::Input(input.into()),
    };
    let known = context.analysis.reach(clan).services(&provider);
    let source = known.first().map(|it| it.service.source.clone());
    let source = source.or_else(|| (provider == Provider::Own).then_some(ServiceSource::Own));
    for service in known {
        if !names.contains(&service.name) {
            names.push(service.name);
        }
    }
    (names, source)
}

fn is_from(instance: &Instance, input: &str) -> bool {
    matches!(&instance.module.input, Some(Some(known)) if known == input)
}

fn is_of(instance: &Instance, input: &str, service: &str) -> bool {
    is_from(instance, input) && instance.module.name.as_deref() == Some(service)
}
