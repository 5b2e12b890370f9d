//! The semantic index of one clan: plain data, every fact with the place that it comes from.

mod bearers;
mod conflict;
mod difference;
mod instance;
mod machine;
mod placed;
mod refusals;
mod table;
mod tags;
mod uses;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use eval::{FileId, FileRange};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::check::OptionMistake;
use crate::lock::CorePin;
use crate::own_module::OwnModule;

pub use conflict::{Conflict, ConflictKind};
pub use difference::Difference;
pub use instance::{By, Instance, InstanceFacts, Instances, ModuleRef, Reason, Role, Use};
pub use machine::{Machine, MachineClass, Machines, Place};
pub use placed::{Local, Placed};
pub use refusals::{MissingFile, Reader, Refusals};
pub use table::Table;
pub use tags::{TagSource, Tags};
pub use uses::Uses;
pub use written::{Written, WrittenDefinition, WrittenValue};

pub(crate) use machine::MachineFacts;
pub(crate) use placed::{HasPlaces, relative_to};
pub(crate) use tags::{Carriers, Listed};

/// Everything that is known of one clan.
#[derive(Debug, Clone, Default)]
pub struct Clan {
    /// The folder that `clan.nix` or `flake.nix` stands in.
    pub root: PathBuf,
    /// The folder of the repository that the root belongs to.
    pub repository: PathBuf,
    /// The file that evaluation started from.
    pub entry: PathBuf,
    /// The files that were read for it, the entry first.
    pub files: Vec<FileId>,
    /// By name.
    pub machines: Machines,
    /// Who carries which.
    pub tags: Tags,
    /// By name.
    pub instances: Instances,
    /// What the instances name.
    pub uses: Uses,
    /// May there be machines that are not in `machines`?
    pub machines_open: bool,
    /// May there be instances that are not in `instances`?
    pub instances_open: bool,
    /// The services that the clan defines itself.
    pub own_services: OwnServices,
    /// What Nix would refuse.
    pub refusals: Refusals,
    /// What could not be followed. Empty: the index is complete.
    pub unknown: Vec<Gap>,
    /// Which clan-core it is built with.
    pub core: CorePin,
    /// Which literal set defines which option path, where the text alone does not tell.
    pub mounts: FxHashMap<FileRange, Vec<SmolStr>>,
    /// `meta.name`, if it is known.
    pub name: Option<SmolStr>,
    /// Where the clan begins, if it certainly has no `meta.name`.
    pub nameless: Option<FileRange>,
    /// What is wrong with its options, but for those of machines and instances.
    pub mistakes: Vec<Mistake>,
}

/// An option's mistake, with its place in a file.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// Where.
    pub at: FileRange,
    /// What.
    pub mistake: OptionMistake,
}

impl From<OptionMistake> for Mistake {
    fn from(mistake: OptionMistake) -> Mistake {
        Mistake { at: mistake.at.in_file(), mistake }
    }
}

impl Clan {
    /// Does any of the files that `counts` picks name a machine or an instance?
    pub fn is_written(&self, counts: impl Fn(FileId) -> bool) -> bool {
        let in_text = |place: &Place| matches!(place, Place::Text(at) if counts(at.file));
        let named = |it: &Instance| it.definitions.iter().any(|&at| counts(it.at(at).file));
        self.instances.values().any(named)
            || self.machines.values().any(|machine| machine.definitions().iter().any(in_text))
    }

    /// May some machine carry a tag that is not known?
    pub fn tags_open(&self) -> bool {
        self.machines_open || self.tags.open || self.tags.own.are_open()
    }

    /// May this machine carry a tag that is not known?
    pub fn is_open(&self, machine: &Machine) -> bool {
        machine.facts.tags_open || self.tags.open
    }

    /// The tags of a machine, each with the reason: its own first, then the computed ones, as
    /// clan-core orders them.
    pub fn tags_of(&self, name: &str) -> Vec<(SmolStr, TagSource)> {
        let machine = self.machines.get(name);
        machine.map(|machine| self.tags.of(name, machine)).unwrap_or_default()
    }

    /// Why a machine carries a tag, if it does.
    pub fn why_tagged(&self, name: &str, tag: &str) -> Option<TagSource> {
        self.tags.source(name, self.machines.get(name)?, tag)
    }

    /// The first tag of a role that a machine carries.
    pub fn tag_among<'r>(&self, role: &'r Role, machine: &str) -> Option<&'r Use> {
        let known = self.machines.get(machine)?;
        role.tags.iter().find(|tag| self.tags.source(machine, known, &tag.name).is_some())
    }

    /// The machines that carry a tag, by name.
    pub fn carriers(&self, tag: &str) -> Vec<&SmolStr> {
        self.tags.carriers(&self.machines, tag)
    }

    /// Does some machine carry a tag?
    pub fn is_tag(&self, tag: &str) -> bool {
        self.tags.is_carried(&self.machines, tag)
    }

    /// The tags that machines carry, built-in ones included, by name.
    pub fn tag_names(&self) -> BTreeSet<&SmolStr> {
        self.tags.carried(&self.machines)
    }

    /// The machines that a role comes down to, by name, each with every reason. One that is named
    /// but does not exist is a member, as in clan-core.
    pub fn members(&self, instance: &Instance, role: &Role) -> BTreeMap<SmolStr, Vec<Reason>> {
        let mut members: BTreeMap<SmolStr, Vec<Reason>> = BTreeMap::new();
        for tag in &role.tags {
            for machine in self.carriers(&tag.name) {
                let (name, at) = (tag.name.clone(), instance.at(tag.at));
                members.entry(machine.clone()).or_default().push(Reason { by: By::Tag, name, at });
            }
        }
        for machine in &role.machines {
            let (name, at) = (machine.name.clone(), instance.at(machine.at));
            let reasons = members.entry(machine.name.clone()).or_default();
            reasons.push(Reason { by: By::Machine, name, at });
        }
        members
    }

    /// The same machines without the reasons.
    pub fn member_names<'c>(&'c self, role: &'c Role) -> Vec<&'c SmolStr> {
        let carriers = role.tags.iter().flat_map(|tag| self.carriers(&tag.name));
        let mut names: Vec<&SmolStr> = carriers.collect();
        names.extend(role.machines.iter().map(|machine| &machine.name));
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Why a machine is a member of a role; empty if it is none.
    pub fn why_member(&self, instance: &Instance, role: &Role, machine: &str) -> Vec<Reason> {
        let tags = role.tags.iter().filter(|tag| self.why_tagged(machine, &tag.name).is_some());
        let by_tag = tags.map(|tag| (By::Tag, tag));
        let by_name = role.machines.iter().filter(|used| used.name == machine);
        let reasons = by_tag.chain(by_name.map(|used| (By::Machine, used)));
        reasons
            .map(|(by, used)| Reason { by, name: used.name.clone(), at: instance.at(used.at) })
            .collect()
    }

    /// May a role have members that are not known?
    pub fn has_open_members(&self, role: &Role) -> bool {
        role.names_open || (!role.tags.is_empty() && self.tags_open())
    }
}

/// The services below the clan's `modules`.
#[derive(Debug, Clone, Default)]
pub struct OwnServices {
    /// By the name that `module.name` gives.
    pub services: BTreeMap<SmolStr, OwnService>,
    /// May there be others?
    pub open: bool,
}

/// A service that the clan defines itself.
#[derive(Debug, Clone, Default)]
pub struct OwnService {
    /// Every place that spells its name below `modules`.
    pub definitions: Vec<FileRange>,
    /// What its roles and their settings are read off.
    pub module: OwnModule,
}

/// Something that could not be followed, so that the set it belongs to may hold more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The option path, for example `inventory.machines`.
    pub path: String,
    /// Where the value stands.
    pub at: FileRange,
    /// Why, in the user's words.
    pub why: String,
}
