//! Values to the semantic index of a clan.
//!
//! [`build`] evaluates a clan from its entry file and gathers machines, tags, instances, roles and
//! memberships into a [`Clan`]: plain data, every fact with its place. The rules are those of
//! clan-core d7c35d91, observed on the real evaluator.

mod build;
pub mod catalogue;
mod check;
mod clan;
mod effective;
pub mod extract;
mod input_services;
mod lock;
mod own_module;
mod place;
mod placeholder;
mod reach;
mod schema;
mod service;

pub use build::{CLAN_ARGUMENTS, Extent, build, build_flake, build_fragments};
pub use catalogue::{Catalogue, Service};
pub use check::{OptionMistake, OptionMistakeKind, check};
pub use clan::{
    By, Clan, Conflict, ConflictKind, Difference, Gap, Instance, InstanceFacts, Instances, Local,
    Machine, MachineClass, Machines, MissingFile, Mistake, ModuleRef, OwnService, OwnServices,
    Place, Placed, Reader, Reason, Refusals, Role, Table, TagSource, Tags, Use, Uses, Written,
    WrittenDefinition, WrittenValue,
};
pub use effective::{Effective, Given, Layer, conflict, effective};
pub use input_services::{InputServices, InputSource};
pub use lock::{CorePin, CoreVersion};
pub use own_module::OwnModule;
pub use place::{is_outside, within_clan};
pub use placeholder::is_placeholder;
pub use reach::{Reach, Usable};
pub use schema::schema;
pub use service::{Absent, KnownService, Provider, Resolution, ServiceSource};
