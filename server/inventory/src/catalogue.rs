//! The services of clan-core itself, built in: their roles, settings and constraints.
//!
//! Two files beside this one hold them. `catalogue.json` has the facts, written by
//! `cargo xtask catalogue` from a checkout of clan-core; `descriptions.json` has a line about
//! each service, role and setting, written by hand. They are joined once, on first use.

mod descriptions;
mod facts;
mod fit;
mod kind;
mod service;
mod settings;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use smol_str::SmolStr;

pub use descriptions::{Descriptions, ServiceDescription};
pub use facts::Facts;
pub use kind::{EnumValue, Kind};
pub use service::{
    Constraints, Exports, Interface, OptionDef, Removed, RoleConstraints, RoleDef, Service,
    ServiceMistake, ServiceMistakeKind, SettingsGap,
};
pub use settings::{ANY_ITEM, ANY_NAME, SettingAt};

const FACTS: &str = include_str!("catalogue.json");
const DESCRIPTIONS: &str = include_str!("descriptions.json");

/// Services by the name that `module.name` looks them up by.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    revision: SmolStr,
    services: BTreeMap<SmolStr, Service>,
}

impl Catalogue {
    /// The catalogue that is built in, read on first use.
    ///
    /// Were the built-in files malformed (tests see to it that they are not), it would be empty:
    /// then nothing is known of clan-core's services, and everything else still works.
    pub fn embedded() -> &'static Catalogue {
        static EMBEDDED: OnceLock<Catalogue> = OnceLock::new();
        EMBEDDED.get_or_init(|| Catalogue::read(FACTS, DESCRIPTIONS).unwrap_or_default())
    }

    /// Joins the texts of `catalogue.json` and `descriptions.json`. What has no description gets
    /// an empty one.
    fn read(facts: &str, descriptions: &str) -> serde_json::Result<Catalogue> {
        let facts: Facts = serde_json::from_str(facts)?;
        let mut descriptions: Descriptions = serde_json::from_str(descriptions)?;
        let mut services = facts.services;
        for (name, service) in &mut services {
            let words = descriptions.services.remove(name).unwrap_or_default();
            service.describe(words);
        }
        for name in facts.removed {
            let removed = descriptions.removed.remove(&name).unwrap_or_default();
            services.insert(name, Service::removed(removed));
        }
        Ok(Catalogue { revision: facts.clan_core, services })
    }

    /// The commit of clan-core that the catalogue speaks of, as 40 hexadecimal digits.
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The service of that name, removed ones included (see [`Service::removed`]).
    pub fn service(&self, name: &str) -> Option<&Service> {
        self.services.get(name)
    }

    /// The services that can be used, by name; removed ones are left out.
    pub fn services(&self) -> impl Iterator<Item = (&SmolStr, &Service)> {
        self.services.iter().filter(|(_, service)| service.removed.is_none())
    }
}
