//! `cargo xtask catalogue`: the embedded catalogue of clan-core's services.
//!
//! It is made from what the real evaluator says of clan-core, a JSON file with `clanCore` (the
//! commit) and `services`; of that the facts are kept, and what says nothing is left out.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use inventory::{Catalogue, Constraints, OptionDef, RoleDef, Service};
use serde::Deserialize;
use smol_str::SmolStr;

use crate::root;

/// Writes the catalogue from the facts in a file.
///
/// # Errors
/// The file can't be read or is not of the expected form.
pub(crate) fn write(facts: &Path) -> Result<(), Box<dyn Error>> {
    let facts: Facts = serde_json::from_str(&fs::read_to_string(facts)?)?;
    let services = facts.services.into_iter().map(|(name, facts)| {
        let service = facts.service(&name)?;
        Ok((name, service))
    });
    let services = services.collect::<Result<_, String>>()?;
    fs::write(path(), form(&Catalogue::new(facts.clan_core, services))?)?;
    Ok(())
}

/// Is the catalogue in the form that [`write`] gives it?
///
/// # Errors
/// It is not, or can't be read.
pub(crate) fn check() -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path())?;
    if form(&serde_json::from_str(&text)?)? == text {
        return Ok(());
    }
    let path = path().display().to_string();
    Err(format!("{path} is not as `cargo xtask catalogue FACTS` writes it: make it anew").into())
}

fn path() -> PathBuf {
    root().join("server/inventory/src/catalogue.json")
}

/// The text of a catalogue: sorted, indented, so that a new version shows what changed.
fn form(catalogue: &Catalogue) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(catalogue)? + "\n")
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Facts {
    clan_core: SmolStr,
    services: BTreeMap<SmolStr, ServiceFacts>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct ServiceFacts {
    deprecated: bool,
    categories: Vec<SmolStr>,
    constraints: Constraints,
    manifest_name: SmolStr,
    roles: BTreeMap<SmolStr, RoleFacts>,
}

#[derive(Deserialize)]
struct RoleFacts {
    freeform: Option<serde_json::Value>,
    options: Vec<OptionDef>,
}

/// Where the services went that are only stubs which say so.
const MOVED: [(&str, &str); 2] = [
    (
        "coredns",
        "it moved to the flake `clan-community` (https://git.clan.lol/clan/clan-community)",
    ),
    (
        "@clan/coredns",
        "it moved to the flake `clan-community` (https://git.clan.lol/clan/clan-community)",
    ),
];

impl ServiceFacts {
    fn service(self, name: &str) -> Result<Service, String> {
        if self.deprecated {
            let moved = MOVED.iter().find(|(moved, _)| *moved == name);
            let (_, note) =
                moved.ok_or_else(|| format!("where `{name}` went is not noted here"))?;
            return Ok(Service { removed: Some(SmolStr::new(note)), ..Service::default() });
        }
        let roles = self.roles.into_iter().map(|(role_name, role)| {
            if role.freeform.is_some() {
                return Err(format!("`{name}`: the role `{role_name}` takes settings of any name"));
            }
            Ok((role_name, RoleDef { options: role.options, ..RoleDef::default() }))
        });
        Ok(Service {
            manifest_name: self.manifest_name,
            categories: self.categories,
            constraints: self.constraints,
            roles: roles.collect::<Result<_, String>>()?,
            ..Service::default()
        })
    }
}
