//! What services offer, read off the source of their modules: nothing runs, nothing is built.
//!
//! A service is a module with a `manifest` and `roles`; a role's `interface` is a module that
//! declares its settings. [`module`] reads the former, [`interface`] the options of the latter,
//! [`kind`] those that an option's type brings along, [`default`] what a default looks like in Nix,
//! [`defined`] which options the interface sets itself.
//!
//! What can't be told is left out and noted as a gap where it would stand: what is there is right,
//! and a set with a gap in it may hold more. Every bound (steps, depth, number of options) ends in
//! such a gap too.

mod cache;
mod default;
mod defined;
mod interface;
mod kind;
mod manifest;
mod mistakes;
mod module;
mod print;
mod provider;

pub(crate) use interface::interface_of_file;
pub(crate) use module::read_service;

pub use cache::ServiceCache;
pub use mistakes::categories;
pub use module::service_of_module;
pub use provider::{Provided, provided_by_flake, provided_by_module};
