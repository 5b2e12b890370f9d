//! The machines of a clan.

use std::path::PathBuf;
use std::sync::Arc;

use eval::FileRange;
use smol_str::SmolStr;

use super::conflict::Conflict;
use super::placed::{HasPlaces, Local, Placed};
use crate::check::OptionMistake;

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
        self.tags.iter_mut().for_each(|(_, place)| change(place));
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

/// The machines by name. Each has a number, in the order of names, that holds for this table and
/// for all that have the same names.
#[derive(Debug, Clone, Default)]
pub struct Machines {
    names: Arc<[SmolStr]>,
    machines: Vec<Machine>,
    /// The names in the order in which they were found, and which of them each machine is.
    found: Arc<[SmolStr]>,
    order: Arc<[usize]>,
}

impl Machines {
    /// A table of machines, each name once. Where `previous` was made of the same names, as it is
    /// after nearly every edit, they need not be put in order again.
    pub(crate) fn new(machines: Vec<(SmolStr, Machine)>, previous: Option<&Machines>) -> Machines {
        let mut table = match previous.filter(|it| it.were_found_as(&machines)) {
            Some(same) => Machines {
                names: same.names.clone(),
                found: same.found.clone(),
                order: same.order.clone(),
                machines: Vec::new(),
            },
            None => Machines::in_order(&machines),
        };
        let mut machines: Vec<Option<Machine>> =
            machines.into_iter().map(|(_, machine)| Some(machine)).collect();
        let placed = table.order.iter().filter_map(|&from| machines.get_mut(from)?.take());
        table.machines = placed.collect();
        table
    }

    fn were_found_as(&self, machines: &[(SmolStr, Machine)]) -> bool {
        self.found.iter().eq(machines.iter().map(|(name, _)| name))
    }

    /// The names in order; the machines themselves are not there yet.
    fn in_order(machines: &[(SmolStr, Machine)]) -> Machines {
        let names = machines.iter().map(|(name, _)| name);
        let mut sorted: Vec<(&SmolStr, usize)> = names.clone().zip(0..).collect();
        sorted.sort_unstable();
        Machines {
            names: sorted.iter().map(|&(name, _)| name.clone()).collect(),
            order: sorted.iter().map(|&(_, from)| from).collect(),
            found: names.cloned().collect(),
            machines: Vec::new(),
        }
    }

    /// The machine of a name.
    pub fn get(&self, name: &str) -> Option<&Machine> {
        self.machines.get(self.number(name)?)
    }

    /// Is there a machine of that name?
    pub fn contains_key(&self, name: &str) -> bool {
        self.number(name).is_some()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.machines.len()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.machines.is_empty()
    }

    /// The names, in order.
    pub fn keys(&self) -> impl Iterator<Item = &SmolStr> {
        self.names.iter()
    }

    /// The machines, by name.
    pub fn values(&self) -> impl Iterator<Item = &Machine> {
        self.machines.iter()
    }

    /// The names and machines, in the order of names.
    pub fn iter(&self) -> impl Iterator<Item = (&SmolStr, &Machine)> {
        self.names.iter().zip(&self.machines)
    }

    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.names.binary_search_by(|known| known.as_str().cmp(name)).ok()
    }

    pub(crate) fn name(&self, number: u32) -> Option<&SmolStr> {
        self.names.get(number as usize)
    }

    pub(crate) fn by_number(&self, number: usize) -> Option<&Machine> {
        self.machines.get(number)
    }

    /// Do both have the same names, so that numbers mean the same in them?
    pub(crate) fn have_the_names_of(&self, other: &Machines) -> bool {
        Arc::ptr_eq(&self.names, &other.names)
    }
}
