//! The machines of a clan.

use std::path::PathBuf;
use std::sync::Arc;

use eval::{FileRange, NameTable};
use smol_str::SmolStr;

use super::placed::{HasPlaces, Local, Placed};

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
        }
    }
}

impl HasPlaces for MachineFacts {
    fn for_each_place(&mut self, change: &mut dyn FnMut(&mut Local)) {
        self.names.iter_mut().for_each(&mut *change);
        self.tags.iter_mut().for_each(|(_, place)| change(place));
    }
}

impl Machine {
    /// `None` when it can't be known.
    pub fn class(&self) -> Option<MachineClass> {
        self.facts.class
    }

    /// Every place that makes it a machine.
    pub fn definitions(&self) -> Vec<Place> {
        let named = self.facts.names.iter().map(|&at| Place::Text(self.facts.at(at)));
        named.chain(self.elsewhere.iter().cloned()).collect()
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
    /// If all were read off one set: its names, and which machine each of them is.
    origin: Option<(NameTable, Arc<[u32]>)>,
}

impl Machines {
    /// A table of machines, each name once.
    pub(crate) fn new(mut machines: Vec<(SmolStr, Machine)>) -> Machines {
        machines.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let (names, machines): (Vec<_>, Vec<_>) = machines.into_iter().unzip();
        Machines { names: names.into(), machines, origin: None }
    }

    /// A table of the machines that one set names, in its order. Mostly it is the set that
    /// `previous` was made of, and its names need not be put in order again.
    pub(crate) fn of_set(
        table: NameTable,
        machines: Vec<(SmolStr, Machine)>,
        previous: Option<&Machines>,
    ) -> Machines {
        let same = previous.and_then(|it| {
            let (known, order) = it.origin.as_ref()?;
            (*known == table && order.len() == machines.len())
                .then(|| (it.names.clone(), order.clone()))
        });
        let (names, order) = same.unwrap_or_else(|| in_order(&machines));
        let mut placed = vec![Machine::default(); machines.len()];
        for ((_, machine), &number) in machines.into_iter().zip(order.iter()) {
            if let Some(place) = placed.get_mut(number as usize) {
                *place = machine;
            }
        }
        Machines { names, machines: placed, origin: Some((table, order)) }
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

/// The names in order, and the number of each machine in that order.
fn in_order(machines: &[(SmolStr, Machine)]) -> (Arc<[SmolStr]>, Arc<[u32]>) {
    let mut sorted: Vec<(&SmolStr, usize)> =
        machines.iter().map(|(name, _)| name).zip(0..).collect();
    sorted.sort_unstable();
    let mut order = vec![0; machines.len()];
    for (number, &(_, from)) in (0..).zip(&sorted) {
        if let Some(place) = order.get_mut(from) {
            *place = number;
        }
    }
    (sorted.into_iter().map(|(name, _)| name.clone()).collect(), order.into())
}
