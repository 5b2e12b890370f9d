//! `descriptions.json`: a line about every service, role and setting, in our own words.

use std::collections::BTreeMap;

use serde::Deserialize;
use smol_str::SmolStr;

use super::Removed;

/// The file's content.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Descriptions {
    /// By name, where the services went that clan-core refuses.
    pub removed: BTreeMap<SmolStr, Removed>,
    /// By name, the services that can be used.
    pub services: BTreeMap<SmolStr, ServiceDescription>,
}

/// The words about a service.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceDescription {
    /// What it does.
    pub description: SmolStr,
    /// By role, which machines it is for.
    pub roles: BTreeMap<SmolStr, SmolStr>,
    /// By role and path, the names joined by dots, what a setting is for. Hidden ones are left out.
    #[serde(default)]
    pub settings: BTreeMap<SmolStr, BTreeMap<SmolStr, SmolStr>>,
}
