//! What `services` tells, in the shape of its JSON.

use std::collections::BTreeMap;

use ide::{Catalogue, OptionDef, RoleDef, Service};
use serde::Serialize;

/// The input under which clan-core's own services stand: `module.input = null`.
const CLAN_CORE: &str = "<clan-core>";

/// Services by input and name.
pub(super) type Report<'c> = BTreeMap<&'c str, BTreeMap<&'c str, ServiceReport<'c>>>;

/// A service.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ServiceReport<'c> {
    /// Where its definition was found.
    pub(super) source: &'static str,
    pub(super) manifest_name: &'c str,
    pub(super) constraints: ConstraintsReport<'c>,
    pub(super) roles: BTreeMap<&'c str, RoleReport<'c>>,
}

/// How often it may be used; null is any number.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ConstraintsReport<'c> {
    pub(super) max_instances: Option<u32>,
    pub(super) roles: BTreeMap<&'c str, MachinesReport>,
}

/// How many machines a role may have.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MachinesReport {
    pub(super) min_machines: Option<u32>,
    pub(super) max_machines: Option<u32>,
}

/// A role.
#[derive(Debug, Serialize)]
pub(super) struct RoleReport<'c> {
    pub(super) freeform: bool,
    pub(super) options: Vec<OptionReport<'c>>,
}

/// A setting.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OptionReport<'c> {
    pub(super) path: Vec<&'c str>,
    #[serde(rename = "type")]
    pub(super) ty: &'c str,
    pub(super) required: bool,
    pub(super) has_default: bool,
    /// As Nix source; null when there is none, or when it is computed.
    pub(super) default: Option<&'c str>,
}

/// The services of a catalogue of clan-core.
pub(super) fn report(catalogue: &Catalogue) -> Report<'_> {
    let services = catalogue.services().map(|(name, it)| (name.as_str(), service(it)));
    [(CLAN_CORE, services.collect())].into()
}

fn service(service: &Service) -> ServiceReport<'_> {
    let limits = service.constraints.roles.iter().map(|(name, limits)| {
        let (min_machines, max_machines) = (limits.min_machines, limits.max_machines);
        (name.as_str(), MachinesReport { min_machines, max_machines })
    });
    let max_instances = service.constraints.max_instances;
    ServiceReport {
        source: "catalogue",
        manifest_name: &service.manifest_name,
        constraints: ConstraintsReport { max_instances, roles: limits.collect() },
        roles: service.roles.iter().map(|(name, it)| (name.as_str(), role(it))).collect(),
    }
}

fn role(role: &RoleDef) -> RoleReport<'_> {
    RoleReport { freeform: role.freeform, options: role.options.iter().map(option).collect() }
}

fn option(option: &OptionDef) -> OptionReport<'_> {
    OptionReport {
        path: option.path.iter().map(AsRef::as_ref).collect(),
        ty: &option.ty,
        required: option.required,
        has_default: !option.required,
        default: option.default.as_deref(),
    }
}
