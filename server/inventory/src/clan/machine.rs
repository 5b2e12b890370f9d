//! The machines of a clan.

use std::path::PathBuf;

use eval::FileRange;
use smol_str::SmolStr;

use super::conflict::Conflict;
use super::placed::{HasPlaces, Local, Placed};
use super::table::Table;
use crate::check::OptionMistake;

/// The machines, by name.
pub type Machines = Table<Machine>;

/// Where a fact stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a text.
    Text(FileRange),
    /// As a folder: `machines/<name>`.
    Folder(PathBuf),
}

/// A machine of the inventory.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    /// What `inventory.machines` says of it.
    pub(crate) facts: Placed<MachineFacts>,
    /// Every other place that makes it a machine.
    pub(crate) elsewhere: Vec<Place>,
}

/// What the definitions of `inventory.machines.<name>` say.
#[derive(Debug)]
pub(crate) struct MachineFacts {
    /// Every place that spells its name there.
    pub(crate) names: Vec<Local>,
    /// `None` when it can't be known.
    pub(crate) class: Option<MachineClass>,
    /// Its own tags, each once, with the string that names it.
    pub(crate) tags: Vec<(SmolStr, Local)>,
    /// Tags that are named once more, such as by another file.
    pub(crate) repeated_tags: Vec<(SmolStr, Local)>,
    /// May it carry tags that are not in `tags` nor computed?
    pub(crate) tags_open: bool,
    /// Does it get computed tags? `mkForce` for its own, and `mkIf false` for all of it, say no.
    pub(crate) computed_tags: bool,
    /// May it lack even the computed tags? A definition that can't be told may be `mkIf false`,
    /// which takes them away, and so may `mkForce` for `tags`.
    pub(crate) opaque: bool,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) mistakes: Vec<OptionMistake>,
}

impl Default for MachineFacts {
    /// A machine of which nothing but the name is told: a NixOS one without tags of its own.
    fn default() -> MachineFacts {
        MachineFacts {
            names: Vec::new(),
            class: Some(MachineClass::Nixos),
            tags: Vec::new(),
            repeated_tags: Vec::new(),
            tags_open: false,
            computed_tags: true,
            opaque: false,
            conflicts: Vec::new(),
            mistakes: Vec::new(),
        }
    }
}

impl HasPlaces for MachineFacts {
    fn for_each_place(&mut self, change: &mut dyn FnMut(&mut Local)) {
        self.names.iter_mut().for_each(&mut *change);
        let tags = self.tags.iter_mut().chain(&mut self.repeated_tags);
        tags.for_each(|(_, place)| change(place));
        self.conflicts.iter_mut().for_each(|conflict| conflict.for_each_place(change));
        self.mistakes.iter_mut().for_each(|mistake| mistake.for_each_place(change));
    }
}

impl Machine {
    /// `None` when it can't be known.
    pub fn class(&self) -> Option<MachineClass> {
        self.facts.class
    }

    /// The tags that its own list names, each with the string.
    pub fn own_tags(&self) -> impl Iterator<Item = (&SmolStr, FileRange)> {
        self.facts.tags.iter().map(|(tag, at)| (tag, self.facts.at(*at)))
    }

    /// Every string that names a tag of its own, also where that is named before.
    pub fn tag_places(&self) -> impl Iterator<Item = (&SmolStr, FileRange)> {
        let all = self.facts.tags.iter().chain(&self.facts.repeated_tags);
        all.map(|(tag, at)| (tag, self.facts.at(*at)))
    }

    /// Every place that makes it a machine.
    pub fn definitions(&self) -> Vec<Place> {
        let named = self.facts.names.iter().map(|&at| Place::Text(self.facts.at(at)));
        named.chain(self.elsewhere.iter().cloned()).collect()
    }

    /// Definitions of its options that Clan refuses to merge.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.facts.conflicts
    }

    /// What is wrong with its options.
    pub fn mistakes(&self) -> &[OptionMistake] {
        &self.facts.mistakes
    }

    /// Where a place in [`Self::conflicts`] or [`Self::mistakes`] is.
    pub fn at(&self, place: Local) -> FileRange {
        self.facts.at(place)
    }

    /// Is nothing else known of it than of another, wherever `inventory.machines` says it?
    pub(crate) fn is_the_same(&self, other: &Machine) -> bool {
        self.facts.are_the_same(&other.facts) && self.elsewhere == other.elsewhere
    }

    /// Does it get the same tags as another, its own aside?
    pub(crate) fn gets_the_tags_of(&self, other: &Machine) -> bool {
        self.class() == other.class() && self.has_computed_tags() == other.has_computed_tags()
    }

    /// Does it get the tags that are computed?
    pub(crate) fn has_computed_tags(&self) -> bool {
        self.facts.computed_tags && !self.facts.opaque
    }
}

/// `machineClass`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MachineClass {
    /// The default.
    Nixos,
    /// nix-darwin.
    Darwin,
}

impl MachineClass {
    /// All that there are.
    pub const ALL: [MachineClass; 2] = [MachineClass::Nixos, MachineClass::Darwin];

    /// As the option spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            MachineClass::Nixos => "nixos",
            MachineClass::Darwin => "darwin",
        }
    }
}
