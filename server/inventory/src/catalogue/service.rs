//! What a service offers to an inventory: roles, their settings, and how many of each.
//!
//! The serde form of these types is the form of `catalogue.json`, in which what is empty, absent
//! or false is left out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::ServiceDescription;

/// A service that instances may name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Service {
    /// `manifest.name`, which need not be the name that it is looked up by.
    pub manifest_name: SmolStr,
    /// `manifest.categories`.
    pub categories: Vec<SmolStr>,
    /// What it does, in a line.
    #[serde(skip)]
    pub description: SmolStr,
    /// `manifest.constraints`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub constraints: Constraints,
    /// By name.
    pub roles: BTreeMap<SmolStr, RoleDef>,
    /// Where it went, when clan-core refuses it; then all else is empty.
    #[serde(skip)]
    pub removed: Option<Removed>,
}

/// Where a service went that clan-core no longer has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// What became of it: the end of a sentence that begins with the service.
    pub note: SmolStr,
    /// The `module.name` to write instead.
    pub name: SmolStr,
    /// The `module.input` to write instead.
    pub input: SmolStr,
}

/// A role of a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleDef {
    /// Which machines it is for, in a line.
    #[serde(skip)]
    pub description: SmolStr,
    /// May the settings hold more than `options`?
    #[serde(default, skip_serializing_if = "is_default")]
    pub freeform: bool,
    /// The settings, by path.
    #[serde(default, skip_serializing_if = "is_default")]
    pub options: Vec<OptionDef>,
}

/// A setting of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionDef {
    /// The names that lead to it below `settings`; `<name>` stands for any key.
    pub path: Vec<SmolStr>,
    /// The type, as nixpkgs describes it.
    #[serde(rename = "type")]
    pub ty: SmolStr,
    /// Has it no default?
    #[serde(default, skip_serializing_if = "is_default")]
    pub required: bool,
    /// The default as Nix source; `None` when there is none, or when it is computed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub default: Option<SmolStr>,
    /// Is it there only when something else is, such as the entry `<name>` that it belongs to?
    #[serde(default, skip_serializing_if = "is_default")]
    pub conditional: bool,
}

/// How often a service may be used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Constraints {
    /// The most instances that a clan may have.
    #[serde(default, skip_serializing_if = "is_default")]
    pub max_instances: Option<u32>,
    /// By role; a role that is not here may have any number of machines.
    #[serde(default, skip_serializing_if = "is_default")]
    pub roles: BTreeMap<SmolStr, RoleConstraints>,
}

/// How many machines a role may have in one instance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleConstraints {
    /// At least.
    #[serde(default, skip_serializing_if = "is_default")]
    pub min_machines: Option<u32>,
    /// At most.
    #[serde(default, skip_serializing_if = "is_default")]
    pub max_machines: Option<u32>,
}

impl Service {
    /// A service of which only the name and where it went are left.
    pub(super) fn removed(removed: Removed) -> Service {
        Service { removed: Some(removed), ..Service::default() }
    }

    /// Gives the service and its roles their descriptions.
    pub(super) fn describe(&mut self, mut words: ServiceDescription) {
        self.description = words.description;
        for (name, role) in &mut self.roles {
            role.description = words.roles.remove(name).unwrap_or_default();
        }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
