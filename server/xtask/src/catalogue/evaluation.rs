//! The form in which an evaluation of clan-core comes, to compare with.
//!
//! ```json
//! { "clanCore": "<commit>",
//!   "services": {
//!     "<name>": { "manifestName": "…", "categories": ["…"], "constraints": { … },
//!                 "roles": { "<role>": { "freeform": null, "options": [
//!                   { "path": ["…"], "type": "…", "required": false, "hasDefault": true,
//!                     "default": "…", "conditional": false } ] } } },
//!     "<name>": { "deprecated": true } } }
//! ```
//! Further keys are passed over.

use std::collections::{BTreeMap, BTreeSet};

use inventory::catalogue::{Constraints, Facts, Interface, OptionDef, RoleDef, Service};
use serde::Deserialize;
use serde::de::IgnoredAny;
use smol_str::SmolStr;

/// The services of clan-core at one commit.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Evaluation {
    clan_core: SmolStr,
    services: BTreeMap<SmolStr, EvaluatedService>,
}

/// A service, or `deprecated` alone for a name that clan-core only refuses.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct EvaluatedService {
    deprecated: bool,
    manifest_name: SmolStr,
    categories: Vec<SmolStr>,
    constraints: Constraints,
    roles: BTreeMap<SmolStr, EvaluatedRole>,
}

#[derive(Deserialize)]
struct EvaluatedRole {
    /// The type of further settings; `None` when there may be none.
    freeform: Option<IgnoredAny>,
    options: Vec<EvaluatedOption>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EvaluatedOption {
    path: Vec<SmolStr>,
    #[serde(rename = "type")]
    ty: SmolStr,
    required: bool,
    has_default: bool,
    default: Option<SmolStr>,
    conditional: bool,
}

impl Evaluation {
    /// What of it is kept.
    ///
    /// # Errors
    /// The service that contradicts itself, and how.
    pub(super) fn into_facts(self) -> Result<Facts, String> {
        let mut removed = BTreeSet::new();
        let mut services = BTreeMap::new();
        for (name, service) in self.services {
            if service.deprecated {
                removed.insert(name);
            } else {
                let kept = service.into_service().map_err(|error| format!("{name}: {error}"))?;
                services.insert(name, kept);
            }
        }
        Ok(Facts { clan_core: self.clan_core, removed, services })
    }
}

impl EvaluatedService {
    fn into_service(self) -> Result<Service, String> {
        if self.manifest_name.is_empty() {
            return Err("no `manifestName`".to_owned());
        }
        let mut roles = BTreeMap::new();
        for (name, role) in self.roles {
            roles.insert(name, role.into_role()?);
        }
        Ok(Service {
            manifest_name: self.manifest_name,
            categories: self.categories,
            constraints: self.constraints,
            roles,
            ..Service::default()
        })
    }
}

impl EvaluatedRole {
    fn into_role(self) -> Result<RoleDef, String> {
        let mut options = Vec::new();
        for option in self.options {
            options.push(option.into_option()?);
        }
        options.sort_by(|a, b| a.path.cmp(&b.path));
        let freeform = self.freeform.is_some();
        let interface = Interface { freeform, options, ..Interface::default() };
        Ok(RoleDef { interface, ..RoleDef::default() })
    }
}

impl EvaluatedOption {
    fn into_option(self) -> Result<OptionDef, String> {
        if self.required == self.has_default {
            let path = self.path.join(".");
            return Err(format!("`{path}` must either be required or have a default"));
        }
        Ok(OptionDef {
            path: self.path,
            ty: self.ty,
            required: self.required,
            default: self.default,
            conditional: self.conditional,
            ..OptionDef::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Evaluation;

    fn facts(services: &str) -> Result<inventory::catalogue::Facts, String> {
        let text = format!("{{ \"clanCore\": \"c0ffee\", \"services\": {services} }}");
        serde_json::from_str::<Evaluation>(&text).unwrap().into_facts()
    }

    fn role(options: &str) -> String {
        let role = format!(r#"{{ "freeform": null, "options": {options}, "jsonSchema": {{}} }}"#);
        format!(r#"{{ "dns": {{ "manifestName": "dns", "roles": {{ "default": {role} }} }} }}"#)
    }

    #[test]
    fn a_deprecated_service_is_removed() {
        let facts = facts(r#"{ "dns": { "deprecated": true } }"#).unwrap();
        assert!(facts.removed.contains("dns") && facts.services.is_empty());
    }

    #[test]
    fn a_role_may_have_further_settings() {
        let closed = role("[]");
        let open = closed.replace(r#""freeform": null"#, r#""freeform": "raw value""#);
        let freeform = |text: &str| facts(text).unwrap().services["dns"].roles["default"].freeform;
        assert!(freeform(&open) && !freeform(&closed));
    }

    #[test]
    fn options_are_kept_by_path() {
        let option = |path: &str| {
            format!(
                r#"{{ "path": ["{path}"], "type": "string", "required": true, "hasDefault": false,
                     "default": null, "conditional": false }}"#
            )
        };
        let facts = facts(&role(&format!("[{}, {}]", option("b"), option("a")))).unwrap();
        let options = &facts.services["dns"].roles["default"].options;
        assert_eq!((&*options[0].path[0], &*options[1].path[0]), ("a", "b"));
    }

    #[test]
    fn an_option_can_not_be_required_and_have_a_default() {
        let option = r#"[{ "path": ["ip", "v6"], "type": "string", "required": true,
                           "hasDefault": true, "default": "\"\"", "conditional": false }]"#;
        let error = facts(&role(option)).unwrap_err();
        assert_eq!(error, "dns: `ip.v6` must either be required or have a default");
    }

    #[test]
    fn a_service_needs_a_manifest_name() {
        assert_eq!(facts(r#"{ "dns": {} }"#).unwrap_err(), "dns: no `manifestName`");
    }
}
