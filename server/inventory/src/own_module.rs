//! The modules of the clan's own services, and what is read off them when somebody asks.

use std::path::Path;
use std::sync::Arc;

use eval::{Definitions, Evaluator, Files, Value, repository};

use crate::catalogue::Service;
use crate::clan::Clan;
use crate::extract::{ServiceCache, read_service};

/// The module of a service. Most are files of their own: nobody who edits the inventory needs to wait
/// until those are read.
#[derive(Debug, Clone)]
pub enum OwnModule {
    /// This file.
    File(Arc<Path>),
    /// Something else, which only the clan's own evaluation knows; what it says is read.
    Read(Arc<Service>),
}

impl Default for OwnModule {
    fn default() -> OwnModule {
        OwnModule::Read(Arc::default())
    }
}

impl OwnModule {
    /// The module that these definitions make.
    pub(crate) fn of(ev: &mut Evaluator<'_>, definitions: &Definitions) -> OwnModule {
        let counting = ev.discharge(definitions);
        if let ([only], []) = (counting.items.as_slice(), counting.open.as_slice())
            && let Value::Path(file) = ev.force(only.value)
        {
            return OwnModule::File(file);
        }
        OwnModule::Read(Arc::new(read_service(ev, definitions)))
    }
}

impl Clan {
    /// What a service of the clan's own offers, if there is one of that name.
    pub(crate) fn own_service(
        &self,
        name: &str,
        files: &dyn Files,
        cache: &ServiceCache,
    ) -> Option<Arc<Service>> {
        match &self.own_services.services.get(name)?.module {
            OwnModule::Read(service) => Some(service.clone()),
            OwnModule::File(file) => {
                Some(cache.service(files, &repository(files, &self.root), file))
            }
        }
    }
}
