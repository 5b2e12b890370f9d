//! Which service an instance's `module` means.
//!
//! Without an input, or with clan-core's, it is one of clan-core's; `"self"` means the clan's own
//! `modules`; any other input is not looked into.

use smol_str::SmolStr;

use crate::catalogue::{Catalogue, Service};
use crate::clan::{Clan, ModuleRef, OwnService};
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
pub enum Resolution<'c> {
    /// A service of clan-core's, as the catalogue describes it.
    Catalogue(&'static Service),
    /// A service that the clan defines itself.
    Own(&'c OwnService),
    /// The provider is known not to have it.
    Absent(Provider),
    /// It can't be told.
    Unknown,
}

impl<'c> Resolution<'c> {
    /// The roles that the service is known to have, each with a line on what it is for.
    pub fn roles(self) -> Vec<(&'c SmolStr, Option<&'c str>)> {
        match self {
            Resolution::Catalogue(service) => {
                let roles = service.roles.iter();
                roles.map(|(name, role)| (name, Some(role.description.as_str()))).collect()
            }
            Resolution::Own(service) => {
                let roles = service.roles.iter();
                roles.map(|(name, role)| (name, role.description.as_deref())).collect()
            }
            Resolution::Absent(_) | Resolution::Unknown => Vec::new(),
        }
    }

    /// What a role is for.
    pub fn role_description(self, name: &str) -> Option<&'c str> {
        self.roles().into_iter().find(|(role, _)| *role == name)?.1
    }
}

impl Clan {
    /// What an instance's `module` means.
    pub fn service(&self, module: &ModuleRef) -> Resolution<'_> {
        let (Some(name), Some(provider)) = (&module.name, self.provider(module)) else {
            return Resolution::Unknown;
        };
        let own = &self.own_services;
        match provider {
            Provider::ClanCore => match Catalogue::embedded().service(name) {
                Some(service) if service.removed.is_some() => Resolution::Unknown,
                Some(service) => Resolution::Catalogue(service),
                // Before 25.11 no input could mean the clan's own service.
                None if own.open || own.services.contains_key(name) => Resolution::Unknown,
                None => Resolution::Absent(provider),
            },
            Provider::Own => match own.services.get(name) {
                Some(service) => Resolution::Own(service),
                None if own.open => Resolution::Unknown,
                None => Resolution::Absent(provider),
            },
        }
    }

    /// The names of the services that a provider is known to have.
    pub fn services(&self, provider: Provider) -> Vec<&SmolStr> {
        match provider {
            Provider::ClanCore => Catalogue::embedded().services().map(|(name, _)| name).collect(),
            Provider::Own => self.own_services.services.keys().collect(),
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
