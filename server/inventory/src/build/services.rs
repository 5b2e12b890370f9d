//! The clan's own services: the modules below `modules`, as far as an inventory is concerned.

use eval::{Definitions, OptionPath};

use super::Builder;
use crate::clan::{OwnService, OwnServices, Reader};
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
        // Its files belong to the clan, and what stands where in them is worth knowing.
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        self.ev.entries(&options.take("roles"), &path.child("roles"), true);
        let module = OwnModule::of(&mut self.ev, definitions);
        OwnService { definitions: self.names(definitions), module }
    }
}
