//! What a service offers to an inventory: roles, their settings, and how many of each.
//!
//! The serde form of these types is the form of `catalogue.json`, in which what is empty, absent
//! or false is left out. Places and texts of a module that was read are not in it, nor is what
//! could not be told: the catalogue is only written when all is known.

use std::collections::BTreeMap;
use std::ops::Deref;

use eval::FileRange;
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
    /// `manifest.exports`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub exports: Exports,
    /// By name.
    pub roles: BTreeMap<SmolStr, RoleDef>,
    /// What is wrong with its module.
    #[serde(skip)]
    pub mistakes: Vec<ServiceMistake>,
    /// Where its module is.
    #[serde(skip)]
    pub declared: Vec<FileRange>,
    /// What its module leaves open; the paths begin at the service's module. Roles that are not in
    /// `roles` may be there if one is at `roles` or above.
    #[serde(skip)]
    pub gaps: Vec<SettingsGap>,
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

/// Something wrong with the module of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceMistake {
    /// What.
    pub kind: ServiceMistakeKind,
    /// Where.
    pub at: FileRange,
}

/// What can be wrong with the module of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceMistakeKind {
    /// Its `_class` is this.
    WrongClass(SmolStr),
    /// It has no `manifest.name`.
    NoName,
    /// It has no roles.
    NoRoles,
    /// It has no `manifest.readme`.
    NoReadme,
    /// This role has no description.
    RoleWithoutDescription(SmolStr),
    /// This is no category.
    UnknownCategory(SmolStr),
    /// `manifest.constraints` limits this role, which is not there.
    UnknownConstraintRole(SmolStr),
}

/// A role of a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleDef {
    /// Which machines it is for, in a line.
    #[serde(skip)]
    pub description: SmolStr,
    /// Does its module describe it?
    #[serde(skip)]
    pub is_described: bool,
    /// Its settings.
    #[serde(flatten)]
    pub interface: Interface,
    /// Every place that spells its name in the service's module.
    #[serde(skip)]
    pub declared: Vec<FileRange>,
}

/// A tree of options: the settings of a role, or what a clan itself is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interface {
    /// May there be more at its root than `options`?
    #[serde(default, skip_serializing_if = "is_default")]
    pub freeform: bool,
    /// The options, by path.
    #[serde(default, skip_serializing_if = "is_default")]
    pub options: Vec<OptionDef>,
    /// The paths in which a submodule has a `freeformType` and may hold more than `options`.
    #[serde(default, skip_serializing_if = "is_default", rename = "freeformBelow")]
    pub freeform_below: Vec<Vec<SmolStr>>,
    /// Where there may be options that are not in `options`; the paths begin at the root.
    #[serde(skip)]
    pub gaps: Vec<SettingsGap>,
}

/// Something of a module that can't be told: at this path and below there may be more than is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsGap {
    /// The names that lead there.
    pub path: Vec<SmolStr>,
    /// Why, in the user's words.
    pub why: SmolStr,
    /// Where that shows, if in a text.
    pub at: Option<FileRange>,
}

/// An option, such as a setting of a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionDef {
    /// The names that lead to it from the root; `<name>` stands for any key.
    pub path: Vec<SmolStr>,
    /// The type, as nixpkgs describes it; empty when it can't be told.
    #[serde(rename = "type")]
    pub ty: SmolStr,
    /// Must users set it, since it has no default and nothing else sets it?
    #[serde(default, skip_serializing_if = "is_default")]
    pub required: bool,
    /// Has it no default though users need not set it? It is internal, another name of an option, set by
    /// the interface itself, or something of it can't be told.
    #[serde(default, skip_serializing_if = "is_default")]
    pub defaultless: bool,
    /// The default as Nix source; `None` when there is none, or when it is computed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub default: Option<SmolStr>,
    /// Is it there only when something else is, such as the entry `<name>` that it belongs to?
    #[serde(default, skip_serializing_if = "is_default")]
    pub conditional: bool,
    /// Is it not for users: internal, or only there to say that it is gone?
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// What it is for, in the words of the module, or of the catalogue.
    #[serde(skip)]
    pub description: Option<SmolStr>,
    /// Every place that spells its name as a declaration.
    #[serde(skip)]
    pub declared: Vec<FileRange>,
}

/// What services tell each other, by the names of interfaces.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exports {
    /// What it gives.
    #[serde(default, skip_serializing_if = "is_default")]
    pub out: Vec<SmolStr>,
    /// What it takes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub inputs: Vec<SmolStr>,
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

impl Deref for RoleDef {
    type Target = Interface;

    fn deref(&self) -> &Interface {
        &self.interface
    }
}

impl Service {
    /// A service of which only the name and where it went are left.
    pub(super) fn removed(removed: Removed) -> Service {
        Service { removed: Some(removed), ..Service::default() }
    }

    /// May it have roles that are not in `roles`?
    pub fn may_have_other_roles(&self) -> bool {
        self.gaps.iter().any(|gap| gap.path.first().is_none_or(|name| name == "roles"))
    }

    /// Do instances of both take the same roles and settings, within the same limits?
    pub(crate) fn takes_the_same(&self, other: &Service) -> bool {
        let mut pairs = self.roles.iter().zip(&other.roles);
        self.constraints == other.constraints
            && self.gaps == other.gaps
            && self.roles.len() == other.roles.len()
            && pairs.all(|((name, role), (other, that))| {
                name == other && role.interface == that.interface
            })
    }

    /// Gives the service, its roles and their settings their descriptions.
    pub(super) fn describe(&mut self, mut words: ServiceDescription) {
        self.description = words.description;
        for (name, role) in &mut self.roles {
            role.description = words.roles.remove(name).unwrap_or_default();
            let mut lines = words.settings.remove(name).unwrap_or_default();
            for option in &mut role.interface.options {
                option.description = lines.remove(option.path.join(".").as_str());
            }
        }
    }
}

impl OptionDef {
    /// Is it known to have a value when nobody sets it?
    pub fn has_default(&self) -> bool {
        !self.required && !self.defaultless
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
