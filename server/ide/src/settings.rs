//! The settings of services: which interface stands at an option path.

use inventory::catalogue::{OptionDef, Service, SettingAt};
use smol_str::SmolStr;

use crate::place::{At, Spot};

/// A place below some `settings` of an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SettingsPath<'p> {
    pub(crate) instance: &'p str,
    pub(crate) role: &'p str,
    /// Whom it holds for.
    pub(crate) scope: Scope<'p>,
    /// The names below `settings`.
    pub(crate) below: &'p [&'p str],
}

/// The machines of a role that settings are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope<'p> {
    /// All of them.
    Role,
    /// One.
    Machine(&'p str),
    /// Those that carry a tag.
    Tag(&'p str),
}

impl<'p> SettingsPath<'p> {
    /// Reads it off an option path: settings are a role's, a machine's or a tag's in a role.
    pub(crate) fn of(path: &'p [&'p str]) -> Option<SettingsPath<'p>> {
        let ["inventory", "instances", instance, "roles", role, rest @ ..] = path else {
            return None;
        };
        let (scope, below) = match rest {
            ["settings", below @ ..] => (Scope::Role, below),
            ["machines", machine, "settings", below @ ..] => (Scope::Machine(machine), below),
            ["tags", tag, "settings", below @ ..] => (Scope::Tag(tag), below),
            _ => return None,
        };
        Some(SettingsPath { instance, role, scope, below })
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

/// The setting of a service at a path, if there is one.
pub(crate) fn option<'s>(service: &'s Service, path: &SettingsPath<'_>) -> Option<&'s OptionDef> {
    match service.roles.get(path.role)?.setting(path.below) {
        SettingAt::Option(option) => Some(option),
        SettingAt::Group | SettingAt::Open | SettingAt::Absent => None,
    }
}
