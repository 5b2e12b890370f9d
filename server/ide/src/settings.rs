//! The settings of services: which interface stands at an option path, and who says so.

use std::ops::Deref;
use std::sync::Arc;

use inventory::catalogue::{Catalogue, OptionDef, RoleDef, Service, SettingAt};
use inventory::{Clan, ModuleRef, Provider};
use smol_str::SmolStr;

use crate::Analysis;
use crate::place::{At, Spot};

/// A place below some `settings` of an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SettingsPath<'p> {
    pub(crate) instance: &'p str,
    pub(crate) role: &'p str,
    /// The names below `settings`.
    pub(crate) below: &'p [&'p str],
}

impl<'p> SettingsPath<'p> {
    /// Reads it off an option path: settings are a role's, a machine's or a tag's in a role.
    pub(crate) fn of(path: &'p [&'p str]) -> Option<SettingsPath<'p>> {
        let ["inventory", "instances", instance, "roles", role, rest @ ..] = path else {
            return None;
        };
        let (["settings", below @ ..] | ["machines" | "tags", _, "settings", below @ ..]) = rest
        else {
            return None;
        };
        Some(SettingsPath { instance, role, below })
    }
}

/// The option path of the key that a cursor stands in, that key included.
pub(crate) fn path_of_key(spot: &Spot) -> Option<Vec<&str>> {
    if spot.at != At::Key || spot.name.text.is_empty() {
        return None;
    }
    let names = spot.path.iter().chain([&spot.name.text]);
    Some(names.map(SmolStr::as_str).collect())
}

/// A service, and where what is told of it comes from.
pub(crate) struct Told {
    service: Definition,
    /// In a few words: "clan-core d7c35d9 (built in)".
    pub(crate) source: String,
}

enum Definition {
    BuiltIn(&'static Service),
    Read(Arc<Service>),
}

impl Deref for Told {
    type Target = Service;

    fn deref(&self) -> &Service {
        match &self.service {
            Definition::BuiltIn(service) => service,
            Definition::Read(service) => service,
        }
    }
}

impl Told {
    /// The role that an interface belongs to.
    pub(crate) fn role(&self, name: &str) -> Option<&RoleDef> {
        self.roles.get(name)
    }

    /// The setting at a path, if there is one.
    pub(crate) fn option(&self, path: &SettingsPath<'_>) -> Option<&OptionDef> {
        match self.role(path.role)?.setting(path.below) {
            SettingAt::Option(option) => Some(option),
            SettingAt::Group | SettingAt::Open | SettingAt::Absent => None,
        }
    }
}

/// The service that `module` means: the source of its input, if that is at hand; of clan-core's,
/// else, what is built in.
pub(crate) fn service(analysis: &Analysis, clan: &Clan, module: &ModuleRef) -> Option<Told> {
    let name = module.name.as_deref()?;
    let provider = clan.provider(module);
    if provider == Some(Provider::Own) {
        let service = Definition::Read(analysis.own_service(clan, name)?);
        return Some(Told { service, source: "this clan".to_owned() });
    }
    let core = clan.core.input.as_deref().unwrap_or("clan-core");
    let input = match module.input.as_ref()?.as_deref() {
        None => core,
        Some(input) => input,
    };
    if let Some((source, provided)) = analysis.input_services(clan, input)
        && let Some(service) = provided.services.get(name)
    {
        let revision = source.revision.as_deref().map(short).unwrap_or_default();
        let source = format!("input `{input}` {revision}").trim_end().to_owned();
        return Some(Told { service: Definition::Read(service.clone()), source });
    }
    let catalogue = Catalogue::embedded();
    let service = catalogue.service(name).filter(|service| service.removed.is_none())?;
    let source = format!("clan-core {} (built in)", short(catalogue.revision()));
    let is_core = provider == Some(Provider::ClanCore);
    is_core.then_some(Told { service: Definition::BuiltIn(service), source })
}

/// The service of an instance; of one that nothing reads yet, what its name tells.
pub(crate) fn service_of(analysis: &Analysis, clan: &Clan, instance: &str) -> Option<Told> {
    match clan.instances.get(instance) {
        Some(known) => service(analysis, clan, &known.module),
        None => service(analysis, clan, &ModuleRef::of_instance(instance)),
    }
}

fn short(revision: &str) -> String {
    revision.chars().take(7).collect()
}
