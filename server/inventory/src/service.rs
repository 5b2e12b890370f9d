//! A service that an instance may be of, and where what is told of it comes from.

use std::fmt;
use std::ops::Deref;
use std::ptr;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::catalogue::{Catalogue, Removed, Service};
use crate::clan::{Clan, ModuleRef};
use crate::lock::CoreVersion;

/// Who provides services.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Provider {
    /// clan-core.
    ClanCore,
    /// The clan itself, `module.input = "self"`.
    Own,
    /// Another input of the clan's flake.
    Input(SmolStr),
}

/// Where what is told of services comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceSource {
    /// The text of the clan itself.
    Own,
    /// The source of an input.
    Input {
        /// What the clan's flake calls it.
        name: SmolStr,
        /// The commit that it is locked at.
        revision: Option<SmolStr>,
    },
    /// The catalogue of clan-core's services.
    BuiltIn {
        /// Is the clan pinned at another clan-core than the catalogue's? Then it is a guess.
        other_version: bool,
    },
}

impl ServiceSource {
    /// Does it speak of the very version that the clan uses?
    pub fn is_certain(&self) -> bool {
        !matches!(self, ServiceSource::BuiltIn { other_version: true })
    }
}

/// In a few words: `input extra 1a2b3c4`.
impl fmt::Display for ServiceSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = |revision: &str| revision.chars().take(7).collect::<String>();
        match self {
            ServiceSource::Own => f.write_str("this clan"),
            ServiceSource::Input { name, revision: None } => write!(f, "input `{name}`"),
            ServiceSource::Input { name, revision: Some(revision) } => {
                write!(f, "input `{name}` {}", short(revision))
            }
            ServiceSource::BuiltIn { other_version } => {
                let note = if *other_version { "; this clan pins another version" } else { "" };
                write!(f, "clan-core {} (built in{note})", short(Catalogue::embedded().revision()))
            }
        }
    }
}

/// A service with its source.
#[derive(Debug, Clone)]
pub struct KnownService {
    definition: Definition,
    /// Who says so.
    pub source: ServiceSource,
}

#[derive(Debug, Clone)]
enum Definition {
    BuiltIn(&'static Service),
    Read(Arc<Service>),
}

impl KnownService {
    pub(crate) fn built_in(service: &'static Service, source: ServiceSource) -> KnownService {
        KnownService { definition: Definition::BuiltIn(service), source }
    }

    pub(crate) fn read(service: Arc<Service>, source: ServiceSource) -> KnownService {
        KnownService { definition: Definition::Read(service), source }
    }

    /// Does the same source say that both take the same?
    fn is_the_same(&self, other: &KnownService) -> bool {
        let (service, that): (&Service, &Service) = (self, other);
        self.source == other.source && (ptr::eq(service, that) || service.takes_the_same(that))
    }
}

impl Deref for KnownService {
    type Target = Service;

    fn deref(&self) -> &Service {
        match &self.definition {
            Definition::BuiltIn(service) => service,
            Definition::Read(service) => service,
        }
    }
}

/// What `module` leads to.
#[derive(Debug, Clone)]
pub enum Resolution {
    /// This service.
    Found(KnownService),
    /// The provider has no service of that name.
    Absent(Absent),
    /// It can't be told.
    Unknown,
}

impl Resolution {
    /// Is it the same service, or absent for the same reason?
    pub fn is_the_same(&self, other: &Resolution) -> bool {
        match (self, other) {
            (Resolution::Found(service), Resolution::Found(other)) => service.is_the_same(other),
            (Resolution::Absent(absent), Resolution::Absent(other)) => absent == other,
            (Resolution::Unknown, Resolution::Unknown) => true,
            _ => false,
        }
    }
}

/// A service that is not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Absent {
    /// Who should have it.
    pub provider: Provider,
    /// Who says that it is not there.
    pub source: ServiceSource,
    /// The services that are there.
    pub names: Vec<SmolStr>,
    /// Was it there once? Then it is still refused by name.
    pub removed: bool,
    /// Where it went, if that is known.
    pub successor: Option<&'static Removed>,
}

impl Clan {
    /// Who provides what `module` names; `None` when its input can't be told.
    pub fn provider(&self, module: &ModuleRef) -> Option<Provider> {
        Some(match module.input.as_ref()? {
            None => Provider::ClanCore,
            Some(input) if input == "self" => Provider::Own,
            Some(input) if self.core.is_named(input) => Provider::ClanCore,
            Some(input) => Provider::Input(input.clone()),
        })
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
