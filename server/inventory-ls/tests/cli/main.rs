//! The command line as a user meets it: the real binary on small clans in temporary folders.
#![cfg(test)]

mod check;
mod endurance;
mod fleet;
mod parse;
mod show;
mod tutorial;
