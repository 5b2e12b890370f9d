//! Which machine carries which tag: its own, and those that `inventory.tags` computes. `all`,
//! `nixos` and `darwin` are computed by default; a definition of one replaces that default.

use std::collections::{BTreeMap, BTreeSet};

use eval::FileRange;
use smol_str::SmolStr;

use super::bearers::Bearers;
use super::machine::{Machine, MachineClass, Machines};

/// Why a machine carries a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagSource {
    /// Its own `tags` list names it; the string's range.
    Own(FileRange),
    /// `inventory.tags.<tag>` lists the machine; the string's range.
    Listed(FileRange),
    /// `all`, `nixos` or `darwin`, by default.
    BuiltIn,
}

/// The tags of a clan.
#[derive(Debug, Clone, Default)]
pub struct Tags {
    /// Who carries a tag as one of its own.
    pub(crate) own: Carriers,
    /// Whom each computed tag lists.
    pub(crate) computed: BTreeMap<SmolStr, Listed>,
    /// The names below `inventory.tags`, each with the places that spell it.
    pub definitions: BTreeMap<SmolStr, Vec<FileRange>>,
    /// May some machine carry a computed tag that is not known?
    pub(crate) open: bool,
    /// Does a function compute some, from what machines and tags there are?
    pub(crate) of_function: bool,
}

impl Tags {
    /// Does a function compute some, so that any tag may be used by it?
    pub fn are_computed(&self) -> bool {
        self.of_function
    }

    /// Does Clan itself give a tag to machines, and the clan not say to which?
    pub fn is_built_in(&self, tag: &str) -> bool {
        matches!(self.computed.get(tag), Some(Listed::All | Listed::Class(_)))
    }

    /// The tags that machines name as their own, in no order, with the numbers of these.
    pub fn own(&self) -> impl Iterator<Item = (&SmolStr, &[u32])> {
        self.own.by_tag.iter()
    }

    /// Do these compute the same for the same machines?
    pub(crate) fn compute_as(&self, other: &Tags) -> bool {
        let lists = |tags: &'_ Tags| (tags.open, tags.of_function, tags.computed.len());
        let mut pairs = self.computed.iter().zip(&other.computed);
        lists(self) == lists(other)
            && pairs.all(|((tag, is), (other, was))| tag == other && is.lists_as(was))
    }

    /// Every machine that `inventory.tags` lists: the tag, the machine's name and its place.
    pub fn listed(&self) -> impl Iterator<Item = (&SmolStr, &SmolStr, FileRange)> {
        self.computed.iter().flat_map(|(tag, listed)| {
            let names = match listed {
                Listed::Names(names) => Some(names),
                Listed::All | Listed::Class(_) => None,
            };
            names.into_iter().flatten().map(move |(name, &at)| (tag, name, at))
        })
    }
}

/// The machines that a computed tag lists.
#[derive(Debug, Clone)]
pub(crate) enum Listed {
    All,
    Class(MachineClass),
    Names(BTreeMap<SmolStr, FileRange>),
}

impl Listed {
    /// Are the same machines listed, wherever that is said?
    fn lists_as(&self, other: &Listed) -> bool {
        match (self, other) {
            (Listed::All, Listed::All) => true,
            (Listed::Class(class), Listed::Class(other)) => class == other,
            (Listed::Names(names), Listed::Names(others)) => names.keys().eq(others.keys()),
            _ => false,
        }
    }

    /// Why a machine is listed, if it is.
    fn source(&self, name: &str, machine: &Machine) -> Option<TagSource> {
        match self {
            _ if !machine.has_computed_tags() => None,
            Listed::All => Some(TagSource::BuiltIn),
            Listed::Class(class) => (machine.class() == Some(*class)).then_some(TagSource::BuiltIn),
            Listed::Names(names) => names.get(name).map(|&at| TagSource::Listed(at)),
        }
    }
}

/// The machines that carry each tag as one of their own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Carriers {
    by_tag: Bearers<SmolStr>,
    /// How many may carry tags that are not known.
    open: usize,
}

impl Carriers {
    /// Those of `machines`. Where `previous` names the same machines, only those count anew of
    /// which something else is known now.
    pub(crate) fn of(machines: &Machines, previous: Option<(&Machines, &Carriers)>) -> Carriers {
        let same = |was: &Machine, is: &Machine| was.facts.are_the_same(&is.facts);
        if let Some((known, carriers)) = previous
            && let Some(others) = machines.others_than(known, same)
        {
            let mut carriers = carriers.clone();
            for number in others {
                known.by_number(number).into_iter().for_each(|(_, it)| carriers.remove(number, it));
                machines.by_number(number).into_iter().for_each(|(_, it)| carriers.add(number, it));
            }
            return carriers;
        }
        let mut carriers = Carriers::default();
        (0..).zip(machines.values()).for_each(|(number, it)| carriers.add(number, it));
        carriers
    }

    fn add(&mut self, number: u32, machine: &Machine) {
        machine.facts.tags.iter().for_each(|(tag, _)| self.by_tag.add(number, tag));
        self.open += usize::from(machine.facts.tags_open);
    }

    fn remove(&mut self, number: u32, machine: &Machine) {
        machine.facts.tags.iter().for_each(|(tag, _)| self.by_tag.remove(number, tag));
        self.open -= usize::from(machine.facts.tags_open);
    }

    fn get(&self, tag: &str) -> &[u32] {
        self.by_tag.get(tag)
    }

    /// May some machine carry tags that are not known?
    pub(crate) fn are_open(&self) -> bool {
        self.open > 0
    }
}

impl Tags {
    /// The tags of a machine: its own first, then the computed ones by name; each once.
    pub(crate) fn of(&self, name: &str, machine: &Machine) -> Vec<(SmolStr, TagSource)> {
        let own = machine.facts.tags.iter();
        let mut tags: Vec<(SmolStr, TagSource)> =
            own.map(|(tag, at)| (tag.clone(), TagSource::Own(machine.facts.at(*at)))).collect();
        for (tag, listed) in &self.computed {
            if let Some(source) = listed.source(name, machine)
                && tags.iter().all(|(known, _)| known != tag)
            {
                tags.push((tag.clone(), source));
            }
        }
        tags
    }

    /// Why a machine carries a tag, if it does.
    pub(crate) fn source(&self, name: &str, machine: &Machine, tag: &str) -> Option<TagSource> {
        let own = machine.facts.tags.iter().find(|(known, _)| known == tag);
        own.map(|(_, at)| TagSource::Own(machine.facts.at(*at)))
            .or_else(|| self.computed.get(tag)?.source(name, machine))
    }

    /// The machines that carry a tag, by name.
    pub(crate) fn carriers<'m>(&self, machines: &'m Machines, tag: &str) -> Vec<&'m SmolStr> {
        let own = self.own.get(tag);
        let name = |number: u32| machines.by_number(number).map(|(name, _)| name);
        let named = |&number: &u32| name(number);
        match self.computed.get(tag) {
            None => own.iter().filter_map(named).collect(),
            Some(listed @ (Listed::All | Listed::Class(_))) => {
                let carries = |(number, (name, machine)): (u32, (&'m SmolStr, &'m Machine))| {
                    let carries = listed.source(name, machine).is_some()
                        || own.binary_search(&number).is_ok();
                    carries.then_some(name)
                };
                (0..).zip(machines.iter()).filter_map(carries).collect()
            }
            Some(Listed::Names(names)) => {
                let mut numbers: BTreeSet<u32> = own.iter().copied().collect();
                let listed = names.keys().filter_map(|name| machines.number(name));
                let computed = |&number: &u32| {
                    machines.by_number(number).is_some_and(|(_, it)| it.has_computed_tags())
                };
                numbers.extend(listed.filter(computed));
                numbers.into_iter().filter_map(name).collect()
            }
        }
    }

    /// Does any machine carry a tag?
    pub(crate) fn is_carried(&self, machines: &Machines, tag: &str) -> bool {
        let listed = || {
            let listed = self.computed.get(tag)?;
            match listed {
                Listed::Names(names) => names.keys().find(|name| {
                    let machine = machines.get(name);
                    machine.is_some_and(Machine::has_computed_tags)
                }),
                _ => {
                    let mut carriers = machines.iter();
                    let carries =
                        |(name, it): &(&SmolStr, &Machine)| listed.source(name, it).is_some();
                    carriers.find(carries).map(|(name, _)| name)
                }
            }
        };
        !self.own.get(tag).is_empty() || listed().is_some()
    }

    /// The tags that some machine carries, by name.
    pub(crate) fn carried(&self, machines: &Machines) -> BTreeSet<&SmolStr> {
        let own = self.own.by_tag.iter().map(|(tag, _)| tag);
        let computed = self.computed.keys().filter(|tag| self.is_carried(machines, tag));
        own.chain(computed).collect()
    }
}
