//! The command line as a user meets it: the real binary on small clans in temporary folders.
#![cfg(test)]

mod check;
mod configuration;
mod endurance;
mod fix;
mod fleet;
mod parse;
mod query;
mod services;
mod show;
mod tutorial;
