//! The clan's own services: the modules below `modules`, as far as an inventory is concerned.

use std::collections::BTreeMap;

use eval::{Definitions, OptionPath};
use smol_str::SmolStr;

use super::Builder;
use super::options::Text;
use crate::clan::{OwnRole, OwnService, OwnServices, Reader};
use crate::own_module::OwnModule;

impl Builder<'_> {
    /// What `module.input = "self"` can mean. What is not known of a service is no gap in the
    /// clan: nobody becomes a member by it.
    pub(super) fn own_services(&mut self, definitions: &Definitions) -> OwnServices {
        self.arguments = Some(self.ev.service_arguments());
        let path = OptionPath::ROOT.child("modules");
        let children = self.ev.entries(definitions, &path, true);
        let services = children.entries.into_iter().map(|(name, definitions)| {
            let service = self.own_service(&definitions, &path.child(&name));
            self.keep_refusals(&Reader::Service(name.clone()));
            (name, service)
        });
        OwnServices { services: services.collect(), open: !children.open.is_empty() }
    }

    fn own_service(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> OwnService {
        let names = self.names(definitions);
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        let manifest_path = path.child("manifest");
        let manifest =
            self.ev.submodule(&options.take("manifest"), &manifest_path, &self.context());
        let mut manifest = self.ev.children(&manifest, &manifest_path);
        let roles_path = path.child("roles");
        let roles = self.ev.entries(&options.take("roles"), &roles_path, true);
        let roles_open = !roles.open.is_empty() || !roles.others.is_empty();
        let roles: BTreeMap<SmolStr, OwnRole> = roles
            .entries
            .into_iter()
            .map(|(name, definitions)| {
                let role = self.own_role(&definitions, &roles_path.child(&name));
                (name, role)
            })
            .collect();
        OwnService {
            definitions: names,
            manifest_name: self.known_text(&manifest.take("name")),
            description: self.known_text(&manifest.take("description")),
            roles,
            roles_open,
            module: OwnModule::of(&mut self.ev, definitions),
        }
    }

    fn own_role(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> OwnRole {
        let names = self.names(definitions);
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        OwnRole { definitions: names, description: self.known_text(&options.take("description")) }
    }

    fn known_text(&mut self, definitions: &Definitions) -> Option<SmolStr> {
        match self.text(definitions) {
            Text::Known(text, _) => Some(text),
            _ => None,
        }
    }
}
