//! The command line as a user meets it: the real binary on small clans in temporary folders.
#![cfg(test)]

mod check;
mod configuration;
mod editors;
mod endurance;
mod explain;
mod fix;
mod fleet;
mod hooks;
mod parse;
mod query;
mod sarif;
mod services;
mod show;
mod stdin;
mod tutorial;
