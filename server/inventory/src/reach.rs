//! The services that the instances of a clan can be of.
//!
//! Without an input, or with clan-core's, `module` means one of clan-core's; `"self"` one of the
//! clan's own `modules`; any other input one that its flake gives. Of each the best source at hand
//! tells: the text of the clan, the source of the input, and for clan-core what is built in.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use eval::Files;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::catalogue::{Catalogue, Service};
use crate::clan::{Clan, ModuleRef};
use crate::extract::ServiceCache;
use crate::input_services::{InputServices, InputSource};
use crate::service::{Absent, KnownService, Provider, Resolution, ServiceSource};

/// Looks services up for one clan; what was looked up once is kept.
pub struct Reach<'r> {
    clan: &'r Clan,
    files: &'r dyn Files,
    cache: &'r ServiceCache,
    /// The inputs whose source is at hand: found out once, since the flake and its lock say so.
    sources: OnceCell<Vec<InputSource>>,
    inputs: RefCell<FxHashMap<SmolStr, Option<InputServices>>>,
    resolved: RefCell<FxHashMap<(Provider, SmolStr), Resolution>>,
}

/// A service that can be used, and how.
#[derive(Debug, Clone)]
pub struct Usable {
    /// The `module.name` that means it.
    pub name: SmolStr,
    /// Who provides it.
    pub provider: Provider,
    /// The service.
    pub service: KnownService,
}

impl<'r> Reach<'r> {
    /// What is in reach of the instances of a clan.
    pub fn new(clan: &'r Clan, files: &'r dyn Files, cache: &'r ServiceCache) -> Reach<'r> {
        let (sources, inputs, resolved) = Default::default();
        Reach { clan, files, cache, sources, inputs, resolved }
    }

    /// What an instance's `module` means.
    pub fn resolve(&self, module: &ModuleRef) -> Resolution {
        let Some(provider) = self.clan.provider(module) else { return Resolution::Unknown };
        let Some(name) = &module.name else { return Resolution::Unknown };
        let key = (provider, name.clone());
        if let Some(known) = self.resolved.borrow().get(&key) {
            return known.clone();
        }
        let resolution = match &key.0 {
            Provider::Own => self.own(name),
            Provider::ClanCore => match self.core_source() {
                Some(input) => of_input(&input, Provider::ClanCore, name),
                None => self.built_in(name),
            },
            Provider::Input(input) => match self.input(input) {
                Some(services) => of_input(&services, key.0.clone(), name),
                None => Resolution::Unknown,
            },
        };
        self.resolved.borrow_mut().insert(key, resolution.clone());
        resolution
    }

    /// The service that an instance's `module` means, if it is known.
    pub fn service(&self, module: &ModuleRef) -> Option<KnownService> {
        match self.resolve(module) {
            Resolution::Found(service) => Some(service),
            Resolution::Absent(_) | Resolution::Unknown => None,
        }
    }

    /// The service of the instance of that name; of one that nothing reads yet, what its name tells.
    pub fn service_of(&self, instance: &str) -> Option<KnownService> {
        match self.clan.instances.get(instance) {
            Some(known) => self.service(&known.module),
            None => self.service(&ModuleRef::of_instance(instance)),
        }
    }

    /// What an input of the clan's flake gives, if its source is at hand.
    pub fn input(&self, name: &str) -> Option<InputServices> {
        if let Some(known) = self.inputs.borrow().get(name) {
            return known.clone();
        }
        let found = self.clan.input_services(name, self.sources(), (self.files, self.cache));
        self.inputs.borrow_mut().insert(name.into(), found.clone());
        found
    }

    fn sources(&self) -> &[InputSource] {
        self.sources.get_or_init(|| self.clan.input_sources(self.files))
    }

    /// The source of clan-core, if it is at hand. What has no services is none.
    fn core_source(&self) -> Option<InputServices> {
        self.input(self.core()).filter(|input| !input.provided.services.is_empty())
    }

    /// The services that a provider is known to have, by name.
    pub fn services(&self, provider: &Provider) -> Vec<Usable> {
        let usable = |name: &SmolStr, service| Usable {
            name: name.clone(),
            provider: provider.clone(),
            service,
        };
        let input = match provider {
            Provider::Own => {
                let own = self.clan.own_services.services.keys();
                return own
                    .filter_map(|name| Some(usable(name, self.own_service(name)?)))
                    .collect();
            }
            Provider::ClanCore => self.core_source(),
            Provider::Input(name) => self.input(name),
        };
        if let Some(InputServices { source, provided }) = input {
            let services = provided.services.iter();
            let known = |service: &Arc<Service>| {
                KnownService::read(service.clone(), source.as_service_source())
            };
            return services.map(|(name, service)| usable(name, known(service))).collect();
        }
        if *provider != Provider::ClanCore {
            return Vec::new();
        }
        let built_in = Catalogue::embedded().services();
        built_in
            .map(|(name, service)| usable(name, KnownService::built_in(service, self.catalogue())))
            .collect()
    }

    /// Every service in reach: the clan's own first, then those of inputs at hand, then clan-core's.
    pub fn all(&self) -> Vec<Usable> {
        let inputs = self.sources().iter().map(|source| &source.name);
        let others = inputs.filter(|name| !self.clan.core.is_named(name));
        let others = others.cloned().map(Provider::Input);
        let providers = [Provider::Own].into_iter().chain(others).chain([Provider::ClanCore]);
        providers.flat_map(|provider| self.services(&provider)).collect()
    }

    /// What the clan's flake calls clan-core.
    pub fn core(&self) -> &'r str {
        self.clan.core.input.as_deref().unwrap_or("clan-core")
    }

    fn own_service(&self, name: &str) -> Option<KnownService> {
        let service = self.clan.own_service(name, self.files, self.cache)?;
        Some(KnownService::read(service, ServiceSource::Own))
    }

    fn own(&self, name: &str) -> Resolution {
        let own = &self.clan.own_services;
        match self.own_service(name) {
            Some(service) => Resolution::Found(service),
            None if own.open => Resolution::Unknown,
            None => Resolution::Absent(Absent {
                provider: Provider::Own,
                source: ServiceSource::Own,
                names: own.services.keys().cloned().collect(),
                removed: false,
                successor: None,
            }),
        }
    }

    /// What is built in, as a source.
    pub fn catalogue(&self) -> ServiceSource {
        ServiceSource::BuiltIn { other_version: self.clan.has_other_core() }
    }

    fn built_in(&self, name: &str) -> Resolution {
        let (catalogue, own) = (Catalogue::embedded(), &self.clan.own_services);
        let found = catalogue.service(name);
        if let Some(service) = found.filter(|service| service.removed.is_none()) {
            return Resolution::Found(KnownService::built_in(service, self.catalogue()));
        }
        // Before 25.11 no input could mean the clan's own service.
        let may_be_own = own.open || own.services.contains_key(name);
        if may_be_own && self.clan.has_other_core() {
            return Resolution::Unknown;
        }
        let successor = found.and_then(|service| service.removed.as_ref());
        Resolution::Absent(Absent {
            provider: Provider::ClanCore,
            source: self.catalogue(),
            names: catalogue.services().map(|(name, _)| name.clone()).collect(),
            removed: successor.is_some(),
            successor,
        })
    }
}

fn of_input(input: &InputServices, provider: Provider, name: &str) -> Resolution {
    let InputServices { source, provided } = input;
    if let Some(service) = provided.services.get(name) {
        let source = source.as_service_source();
        return Resolution::Found(KnownService::read(service.clone(), source));
    }
    if !provided.gaps.is_empty() {
        return Resolution::Unknown;
    }
    let removed = provided.removed.contains(name);
    let successor = Catalogue::embedded().service(name).and_then(|it| it.removed.as_ref());
    Resolution::Absent(Absent {
        provider,
        source: source.as_service_source(),
        names: provided.services.keys().cloned().collect(),
        removed,
        successor: successor.filter(|_| removed),
    })
}
