//! A service: what it does, and its roles.

use std::fmt::Write;

use inventory::{Catalogue, ModuleRef, Place, Provider, Service};
use smol_str::SmolStr;

use super::Context;
use crate::settings::{self, Told};

/// The service that `module` of the instance means, were its name `name`.
pub(super) fn hover(context: Context<'_>, instance: &str, name: &str) -> Option<String> {
    let module = &context.clan.instances.get(instance)?.module;
    let module = ModuleRef { name: Some(SmolStr::new(name)), ..module.clone() };
    match context.clan.provider(&module) {
        Some(Provider::ClanCore) => {
            let service = Catalogue::embedded().service(name)?;
            Some(of_clan_core(context, name, service))
        }
        Some(Provider::Own) => of_this_clan(context, name),
        None => {
            let input = module.input.clone()?.filter(|input| !input.is_empty())?;
            match settings::service(context.analysis, context.clan, &module) {
                Some(told) => Some(of_an_input(name, &told)),
                None => Some(format!(
                    "service **{name}** of `{input}`, whose source is not at hand or has no such service\n"
                )),
            }
        }
    }
}

fn of_clan_core(context: Context<'_>, name: &str, service: &Service) -> String {
    if let Some(removed) = &service.removed {
        return format!("service **{name}** {}\n", removed.note);
    }
    let mut out = format!("service **{name}** of clan-core\n\n{}\n", service.description);
    for (role, definition) in &service.roles {
        let _ = write!(out, "\n- {role}: {}", definition.description);
    }
    if context.clan.has_other_core() {
        let revision: String = Catalogue::embedded().revision().chars().take(7).collect();
        let _ = write!(out, "\n\nas in clan-core {revision}; this clan pins another version");
    }
    out
}

/// A service as the source of its input describes it.
fn of_an_input(name: &str, told: &Told) -> String {
    let mut out = format!("service **{name}** of {}\n", told.source);
    if !told.description.is_empty() {
        let _ = write!(out, "\n{}\n", told.description);
    }
    for (role, definition) in &told.roles {
        let _ = match definition.description.as_str() {
            "" => write!(out, "\n- {role}"),
            description => write!(out, "\n- {role}: {description}"),
        };
    }
    out
}

fn of_this_clan(context: Context<'_>, name: &str) -> Option<String> {
    let service = context.clan.own_services.services.get(name)?;
    let mut out = format!("service **{name}** of this clan\n");
    if let Some(description) = &service.description {
        let _ = write!(out, "\n{description}\n");
    }
    for (role, definition) in &service.roles {
        let _ = match &definition.description {
            Some(description) => write!(out, "\n- {role}: {description}"),
            None => write!(out, "\n- {role}"),
        };
    }
    let places = service.definitions.iter().map(|&at| context.place(&Place::Text(at)));
    let places: Vec<String> = places.collect();
    let _ = write!(out, "\n\ndefined in {}\n", places.join(", "));
    Some(out)
}
