//! The roles of a fleet's own services, as read off their modules and as real evaluation has them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// What real evaluation says of the instances of a fleet, and of the modules that they use.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TrueRoles {
    instances: BTreeMap<String, Instance>,
    roles_of_module: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Deserialize)]
struct Instance {
    module: Module,
}

#[derive(Deserialize)]
struct Module {
    name: String,
    input: Option<String>,
}

/// What `services --format json` prints of a service.
#[derive(Deserialize)]
struct Service {
    roles: BTreeMap<String, IgnoredAny>,
}

impl TrueRoles {
    /// How many of the fleet's own services are used, and those of which other roles are listed.
    ///
    /// # Errors
    /// The program can't be run, or what it prints is no answer.
    pub(super) fn compare(
        &self,
        program: &Path,
        checkout: &Path,
    ) -> Result<(usize, Vec<String>), Box<dyn Error>> {
        let listed =
            Command::new(program).args(["services", "--format", "json"]).arg(checkout).output()?;
        let listed: BTreeMap<String, BTreeMap<String, Service>> =
            serde_json::from_slice(&listed.stdout)?;
        let (mut count, mut differences) = (0, Vec::new());
        for (name, expected) in self.own() {
            let own = listed.get("self").and_then(|services| services.get(name));
            let found: BTreeSet<String> =
                own.map(|service| service.roles.keys().cloned().collect()).unwrap_or_default();
            count += 1;
            if found != *expected {
                differences.push(format!("roles of {name}: {found:?}, not {expected:?}"));
            }
        }
        Ok((count, differences))
    }

    /// The modules that instances take from the fleet itself. Their roles are told by the instance's
    /// name.
    fn own(&self) -> BTreeMap<&str, &BTreeSet<String>> {
        let instances = self.instances.iter();
        let own = instances.filter(|(_, it)| it.module.input.as_deref() == Some("self"));
        let roles = own.filter_map(|(instance, it)| {
            let name = it.module.name.as_str();
            let roles = self.roles_of_module.get(instance)?;
            Some((name, roles))
        });
        roles.collect()
    }
}
