//! `catalogue.json`: what the modules of clan-core say about its services.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::Service;

/// The file's content. No service in it has a description: those are in another file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Facts {
    /// The commit of clan-core that was read, as 40 hexadecimal digits.
    pub clan_core: SmolStr,
    /// The names that clan-core still knows, only to refuse them.
    pub removed: BTreeSet<SmolStr>,
    /// The services that can be used, by the name that they are looked up by.
    pub services: BTreeMap<SmolStr, Service>,
}
