//! Which service an instance's `module` means.
//!
//! Without an input, or with clan-core's, it is one of clan-core's; `"self"` means the clan's own
//! `modules`; any other input is not looked into.

use smol_str::SmolStr;

use crate::catalogue::{Catalogue, Service};
use crate::clan::{Clan, ModuleRef};
use crate::lock::CoreVersion;

/// Who provides services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// clan-core.
    ClanCore,
    /// The clan itself, `module.input = "self"`.
    Own,
}

/// What `module` leads to.
#[derive(Debug, Clone, Copy)]
pub enum Resolution {
    /// A service of clan-core's, as the catalogue describes it.
    Catalogue(&'static Service),
    /// The provider is known not to have it.
    Absent(Provider),
    /// It can't be told.
    Unknown,
}

impl Clan {
    /// What an instance's `module` means.
    pub fn service(&self, module: &ModuleRef) -> Resolution {
        let (Some(name), Some(provider)) = (&module.name, self.provider(module)) else {
            return Resolution::Unknown;
        };
        let own = &self.own_services;
        match provider {
            Provider::ClanCore => match Catalogue::embedded().service(name) {
                Some(service) if service.removed.is_some() => Resolution::Unknown,
                Some(service) => Resolution::Catalogue(service),
                // Before 25.11 no input could mean the clan's own service.
                None if own.open || own.names.contains_key(name) => Resolution::Unknown,
                None => Resolution::Absent(provider),
            },
            Provider::Own if own.open || own.names.contains_key(name) => Resolution::Unknown,
            Provider::Own => Resolution::Absent(provider),
        }
    }

    /// The names of the services that a provider is known to have.
    pub fn services(&self, provider: Provider) -> Vec<&SmolStr> {
        match provider {
            Provider::ClanCore => Catalogue::embedded().services().map(|(name, _)| name).collect(),
            Provider::Own => self.own_services.names.keys().collect(),
        }
    }

    /// Who provides what `module` names; `None` when its input is none that we look into.
    pub fn provider(&self, module: &ModuleRef) -> Option<Provider> {
        match module.input.as_ref()?.as_deref() {
            None => Some(Provider::ClanCore),
            Some("self") => Some(Provider::Own),
            Some(input) if self.core.is_named(input) => Some(Provider::ClanCore),
            Some(_) => None,
        }
    }

    /// Is the clan pinned at another clan-core than the catalogue's? Then its judgement is a guess.
    pub fn has_other_core(&self) -> bool {
        match &self.core.version {
            CoreVersion::Unlocked => false,
            CoreVersion::Revision(revision) => revision != Catalogue::embedded().revision(),
            CoreVersion::Unknown => true,
        }
    }
}
