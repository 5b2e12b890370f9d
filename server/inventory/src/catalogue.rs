//! The services of clan-core, embedded: what is judged by when a clan's own clan-core is not at
//! hand.
//!
//! `catalogue.json` holds facts and is made by `cargo xtask catalogue`; `descriptions.json` says in
//! a line what each service and role is for, and is written by hand.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

const FACTS: &str = include_str!("catalogue.json");
const DESCRIPTIONS: &str = include_str!("descriptions.json");

/// The services of one version of clan-core.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Catalogue {
    /// The commit of clan-core that it describes.
    clan_core: SmolStr,
    services: BTreeMap<SmolStr, Service>,
}

/// A service.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Service {
    /// For a service that is gone: where it went, a sentence. It has nothing else then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<SmolStr>,
    /// `manifest.name`; not the name by which it is looked up.
    #[serde(skip_serializing_if = "SmolStr::is_empty")]
    pub manifest_name: SmolStr,
    /// `manifest.categories`
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<SmolStr>,
    /// `manifest.constraints`
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    pub constraints: Constraints,
    /// By name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<SmolStr, RoleDef>,
    /// What it is for, a line.
    #[serde(skip)]
    pub description: SmolStr,
}

/// How often a service may be used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Constraints {
    /// At most so many instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_instances: Option<u32>,
    /// By role.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<SmolStr, RoleConstraint>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }
}

/// How many machines a role may have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RoleConstraint {
    /// At least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_machines: Option<u32>,
    /// At most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_machines: Option<u32>,
}

/// A role of a service.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RoleDef {
    /// The settings that it takes, by path.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionDef>,
    /// What it is for, a line.
    #[serde(skip)]
    pub description: SmolStr,
}

/// A setting of a role.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OptionDef {
    /// The names that lead to it; `<name>` stands for any key of an `attrsOf`.
    pub path: Vec<SmolStr>,
    /// nixpkgs' description of its type.
    #[serde(rename = "type")]
    pub ty: SmolStr,
    /// Its default as Nix text, for those that have one that can be written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<SmolStr>,
    /// Has it a default? (Also where that can't be written down.)
    #[serde(skip_serializing_if = "is_false")]
    pub has_default: bool,
    /// Must it be set, as far as its declaration tells?
    #[serde(skip_serializing_if = "is_false")]
    pub required: bool,
    /// Does it exist only under some value of another?
    #[serde(skip_serializing_if = "is_false")]
    pub conditional: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_false(bool: &bool) -> bool {
    !bool
}

/// `descriptions.json`: a line for each service, and for each of its roles.
#[derive(Debug, Default, Deserialize)]
struct Description {
    service: SmolStr,
    #[serde(default)]
    roles: BTreeMap<SmolStr, SmolStr>,
}

impl Catalogue {
    /// The one that is built in. Parsed on first use.
    pub fn embedded() -> &'static Catalogue {
        static EMBEDDED: OnceLock<Catalogue> = OnceLock::new();
        // Both files are checked by a test: at run time they parse.
        EMBEDDED.get_or_init(|| Catalogue::read(FACTS, DESCRIPTIONS).unwrap_or_default())
    }

    /// Reads the facts and the descriptions.
    ///
    /// # Errors
    /// What serde says of the first of them that is malformed.
    pub fn read(facts: &str, descriptions: &str) -> Result<Catalogue, serde_json::Error> {
        let mut catalogue: Catalogue = serde_json::from_str(facts)?;
        let descriptions: BTreeMap<SmolStr, Description> = serde_json::from_str(descriptions)?;
        for (name, description) in descriptions {
            let Some(service) = catalogue.services.get_mut(&name) else { continue };
            service.description = description.service;
            for (role, description) in description.roles {
                if let Some(role) = service.roles.get_mut(&role) {
                    role.description = description;
                }
            }
        }
        Ok(catalogue)
    }

    /// A catalogue of these services.
    pub fn new(revision: SmolStr, services: BTreeMap<SmolStr, Service>) -> Catalogue {
        Catalogue { clan_core: revision, services }
    }

    /// The commit of clan-core that it describes.
    pub fn revision(&self) -> &str {
        &self.clan_core
    }

    /// A service by the name that `module.name` takes; also one that is gone.
    pub fn service(&self, name: &str) -> Option<&Service> {
        self.services.get(name)
    }

    /// The services that there are, by name; those that are gone left out.
    pub fn services(&self) -> impl Iterator<Item = (&SmolStr, &Service)> {
        self.services.iter().filter(|(_, service)| service.removed.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read() -> Catalogue {
        Catalogue::read(FACTS, DESCRIPTIONS).unwrap()
    }

    #[test]
    fn it_describes_all_of_clan_core() {
        let catalogue = read();
        let roles = || catalogue.services().flat_map(|(_, service)| service.roles.values());
        assert_eq!(catalogue.revision(), "d7c35d9127af3f773b57d8e792818597a9aaa29c");
        assert_eq!(catalogue.services().count(), 30);
        assert_eq!(roles().count(), 45);
        assert_eq!(roles().map(|role| role.options.len()).sum::<usize>(), 133);
    }

    #[test]
    fn a_service() {
        let catalogue = read();
        let borgbackup = catalogue.service("borgbackup").unwrap();
        assert_eq!(borgbackup.roles.keys().collect::<Vec<_>>(), ["client", "server"]);
        let start = &borgbackup.roles["client"].options.iter().find(|it| it.path == ["startAt"]);
        assert_eq!(start.unwrap().ty, "string");
        let zerotier = &catalogue.service("zerotier").unwrap().constraints.roles["controller"];
        assert_eq!((zerotier.min_machines, zerotier.max_machines), (Some(1), Some(1)));
    }

    #[test]
    fn a_service_that_is_gone_is_found_but_not_listed() {
        let catalogue = read();
        assert!(catalogue.service("coredns").unwrap().removed.is_some());
        assert!(catalogue.services().all(|(name, _)| name != "coredns"));
    }

    #[test]
    fn every_service_and_role_says_what_it_is_for() {
        for (name, service) in read().services() {
            assert!(!service.description.is_empty(), "{name}");
            for (role, definition) in &service.roles {
                assert!(!definition.description.is_empty(), "{name} {role}");
            }
        }
    }
}
