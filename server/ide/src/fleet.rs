//! A whole clan in one piece, for who draws fleets: its machines, tags, instances and roles, who comes
//! to what by what, and where each of it is written. They name each other by number.

mod tags;
mod whole;

use std::path::PathBuf;

use eval::FileRange;
use inventory::{Clan, Gap, MachineClass, ModuleRef, Place, Reach};
use smol_str::SmolStr;

use crate::Analysis;
use tags::TagTable;
use whole::Bindings;

/// Everything in a clan.
#[derive(Debug, Clone)]
pub struct Fleet {
    /// `meta.name`, if it is known.
    pub name: Option<SmolStr>,
    /// The clan's folder.
    pub root: PathBuf,
    /// The file that evaluation started from.
    pub entry: PathBuf,
    /// By name.
    pub machines: Vec<Machine>,
    /// By name: those that machines carry, that the clan defines, or that roles name.
    pub tags: Vec<Tag>,
    /// By name.
    pub instances: Vec<Instance>,
    /// May there be machines that are not in `machines`?
    pub machines_open: bool,
    /// May there be instances that are not in `instances`?
    pub instances_open: bool,
    /// What could not be followed.
    pub unknown: Vec<Gap>,
}

/// A machine.
#[derive(Debug, Clone)]
pub struct Machine {
    /// Its name.
    pub name: SmolStr,
    /// `None` when it can't be known.
    pub class: Option<MachineClass>,
    /// The number of each tag that it carries, and where that is said; nowhere of one that is built in.
    pub tags: Vec<(u32, Option<FileRange>)>,
    /// Everything that makes it a machine.
    pub at: Vec<Definition>,
    /// May it carry others?
    pub open: bool,
}

/// A tag.
#[derive(Debug, Clone)]
pub struct Tag {
    /// Its name.
    pub name: SmolStr,
    /// Does Clan itself give it to machines?
    pub built_in: bool,
    /// The numbers of those that carry it, in order.
    pub machines: Vec<u32>,
    /// Where it is defined or given to a machine.
    pub at: Vec<FileRange>,
}

/// An instance of a service.
#[derive(Debug, Clone)]
pub struct Instance {
    /// Its name.
    pub name: SmolStr,
    /// What it is an instance of.
    pub module: ModuleRef,
    /// What that does, in a line, if it is known.
    pub description: Option<SmolStr>,
    /// By name.
    pub roles: Vec<Role>,
    /// Every place that defines it.
    pub at: Vec<Definition>,
    /// May it have others?
    pub open: bool,
}

/// A role of an instance.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its name.
    pub name: SmolStr,
    /// The machines that it names, also those that do not exist.
    pub machines: Vec<Use>,
    /// The tags that it names, also those that nobody carries.
    pub tags: Vec<Use>,
    /// The numbers of the machines that these come down to, in order.
    pub members: Vec<u32>,
    /// Every place that defines it.
    pub at: Vec<Definition>,
    /// May it have others?
    pub open: bool,
}

/// A name that is used.
#[derive(Debug, Clone)]
pub struct Use {
    /// Of a machine or a tag.
    pub name: SmolStr,
    /// Where.
    pub at: FileRange,
}

/// A name that is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The name itself, quotes included.
    pub name: Place,
    /// The binding that it stands in; where there is none, the name.
    pub whole: Place,
}

pub(crate) fn fleet(analysis: &Analysis, clan: &Clan) -> Fleet {
    let mut scribe = Scribe { clan, tags: TagTable::new(clan), bindings: Bindings::new(analysis) };
    let reach = analysis.reach(clan);
    let machines = scribe.machines();
    let instances = scribe.instances(&reach);
    Fleet {
        name: clan.name.clone(),
        root: clan.root.clone(),
        entry: clan.entry.clone(),
        machines,
        tags: scribe.tags.into_tags(),
        instances,
        machines_open: clan.machines_open,
        instances_open: clan.instances_open,
        unknown: clan.unknown.clone(),
    }
}

/// Writes the facts of a clan down.
struct Scribe<'a> {
    clan: &'a Clan,
    tags: TagTable<'a>,
    bindings: Bindings<'a>,
}

impl Scribe<'_> {
    /// The machines; whoever carries a tag is counted with it.
    fn machines(&mut self) -> Vec<Machine> {
        let clan = self.clan;
        let machines = (0..).zip(&clan.machines).map(|(number, (name, machine))| Machine {
            name: name.clone(),
            class: machine.class(),
            tags: self.tags.give(number, machine, &clan.tags_of(name)),
            at: self.definitions(machine.definitions()),
            open: clan.is_open(machine),
        });
        machines.collect()
    }

    fn instances(&mut self, reach: &Reach<'_>) -> Vec<Instance> {
        let instances = self.clan.instances.iter().map(|(name, instance)| {
            let service = reach.service(&instance.module);
            let description = service.map(|service| service.description.clone());
            let roles = instance.roles.iter();
            Instance {
                name: name.clone(),
                module: instance.module.clone(),
                description: description.filter(|it| !it.is_empty()),
                roles: roles.map(|(name, role)| self.role(instance, name, role)).collect(),
                at: self.definitions_of(instance, &instance.definitions),
                open: instance.roles_open,
            }
        });
        instances.collect()
    }

    fn role(
        &mut self,
        instance: &inventory::Instance,
        name: &SmolStr,
        role: &inventory::Role,
    ) -> Role {
        let uses = |uses: &[inventory::Use]| -> Vec<Use> {
            let uses = uses.iter();
            uses.map(|it| Use { name: it.name.clone(), at: instance.at(it.at) }).collect()
        };
        Role {
            name: name.clone(),
            machines: uses(&role.machines),
            tags: uses(&role.tags),
            members: self.members(role),
            at: self.definitions_of(instance, &role.definitions),
            open: self.clan.has_open_members(role),
        }
    }

    /// The machines that a role comes down to. One that it names and that does not exist has no number.
    fn members(&self, role: &inventory::Role) -> Vec<u32> {
        let carriers = role.tags.iter().flat_map(|tag| self.tags.carriers(&tag.name));
        let mut members: Vec<u32> = carriers.copied().collect();
        members.extend(role.machines.iter().filter_map(|it| self.clan.machines.number(&it.name)));
        members.sort_unstable();
        members.dedup();
        members
    }

    fn definitions_of(
        &mut self,
        instance: &inventory::Instance,
        names: &[inventory::Local],
    ) -> Vec<Definition> {
        self.definitions(names.iter().map(|&at| Place::Text(instance.at(at))))
    }

    fn definitions(&mut self, names: impl IntoIterator<Item = Place>) -> Vec<Definition> {
        let definition = |name: Place| {
            let whole = match &name {
                Place::Text(at) => Place::Text(self.bindings.around(*at)),
                Place::Folder(_) => name.clone(),
            };
            Definition { name, whole }
        };
        names.into_iter().map(definition).collect()
    }
}
