//! Definitions that Clan refuses to merge.

use smol_str::SmolStr;

use super::placed::{HasPlaces, Local};

/// Two definitions of one option that can't both count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The option, from the machine or the instance on: `roles.client.settings`.
    pub option: SmolStr,
    /// Why not.
    pub kind: ConflictKind,
    /// The definition that was found first.
    pub first: Local,
    /// The other one.
    pub later: Local,
}

/// Why definitions can't both count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictKind {
    /// The option takes one value, and they give two at one priority.
    Unequal,
    /// The option takes one definition, whatever they say: settings do.
    NotUnique,
}

impl HasPlaces for Conflict {
    fn for_each_place(&mut self, change: &mut dyn FnMut(&mut Local)) {
        change(&mut self.first);
        change(&mut self.later);
    }
}
