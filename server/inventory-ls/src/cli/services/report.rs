//! What `services` tells, in the shape of its JSON.

use std::collections::BTreeMap;
use std::sync::Arc;

use ide::{Catalogue, Clan, FileId, FileRange, OptionDef, Provided, RoleDef, Service, Usable};
use serde::Serialize;

/// The input under which clan-core's own services stand: `module.input = null`.
const CLAN_CORE: &str = "<clan-core>";
/// The input under which the clan's own stand: `module.input = "self"`.
const OWN: &str = "self";

/// Services by input and name.
pub(super) type Report<'c> = BTreeMap<&'c str, BTreeMap<&'c str, ServiceReport<'c>>>;

/// A service.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ServiceReport<'c> {
    /// Where its definition was found.
    pub(super) source: String,
    /// Null when it is computed.
    pub(super) manifest_name: Option<&'c str>,
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

/// What was read off modules.
#[derive(Default)]
pub(super) struct Definitions {
    /// Of the clan's own services, by name.
    pub(super) own: Vec<Usable>,
    /// Of inputs that give services, by name, each with where its source is.
    pub(super) inputs: BTreeMap<String, (String, Arc<Provided>)>,
    /// Of clan-core at the version that the clan is built with, if that is at hand.
    pub(super) clan_core: Option<(String, Arc<Provided>)>,
}

/// The services of clan-core and, if there is a clan, its own and those of its inputs. `file` tells
/// how a file is printed.
pub(super) fn report<'c>(
    catalogue: &'c Catalogue,
    clan: Option<&'c Clan>,
    definitions: &'c Definitions,
    file: &dyn Fn(FileId) -> String,
) -> Report<'c> {
    let built_in = || {
        let services = catalogue.services();
        services.map(|(name, it)| (name.as_str(), service(it, "catalogue"))).collect()
    };
    let clan_core = definitions.clan_core.as_ref().map_or_else(built_in, provided);
    let mut report: Report<'c> = [(CLAN_CORE, clan_core)].into();
    let inputs = definitions.inputs.iter();
    report.extend(inputs.map(|(name, services)| (name.as_str(), provided(services))));
    let own: BTreeMap<_, _> = definitions
        .own
        .iter()
        .map(|it| {
            let at = own_places(clan, &it.name).and_then(|places| places.first());
            let source = at.map(|at| file(at.file)).unwrap_or_default();
            (it.name.as_str(), service(&it.service, &source))
        })
        .collect();
    if !own.is_empty() {
        report.insert(OWN, own);
    }
    report
}

fn provided((source, provided): &(String, Arc<Provided>)) -> BTreeMap<&str, ServiceReport<'_>> {
    let services = provided.services.iter();
    services.map(|(name, it)| (name.as_str(), service(it, source))).collect()
}

/// Where a service of the clan's own is defined.
fn own_places<'c>(clan: Option<&'c Clan>, name: &str) -> Option<&'c Vec<FileRange>> {
    Some(&clan?.own_services.services.get(name)?.definitions)
}

fn constraints(service: &Service) -> ConstraintsReport<'_> {
    let limits = service.constraints.roles.iter().map(|(name, limits)| {
        let (min_machines, max_machines) = (limits.min_machines, limits.max_machines);
        (name.as_str(), MachinesReport { min_machines, max_machines })
    });
    ConstraintsReport { max_instances: service.constraints.max_instances, roles: limits.collect() }
}

fn service<'c>(service: &'c Service, source: &str) -> ServiceReport<'c> {
    ServiceReport {
        source: source.to_owned(),
        manifest_name: Some(service.manifest_name.as_str()).filter(|name| !name.is_empty()),
        constraints: constraints(service),
        roles: service.roles.iter().map(|(name, it)| (name.as_str(), role(it))).collect(),
    }
}

fn role(role: &RoleDef) -> RoleReport<'_> {
    // Where something can't be told, more may be set.
    let freeform = role.freeform || !role.gaps.is_empty();
    RoleReport { freeform, options: role.options.iter().map(option).collect() }
}

fn option(option: &OptionDef) -> OptionReport<'_> {
    OptionReport {
        path: option.path.iter().map(AsRef::as_ref).collect(),
        ty: &option.ty,
        required: option.required,
        has_default: option.has_default(),
        default: option.default.as_deref(),
    }
}
