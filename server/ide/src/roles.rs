//! The roles of a clan, each with the instance that it is of.

use eval::FileRange;
use inventory::{Clan, Instance, Reason, Role};
use smol_str::SmolStr;

/// A role of an instance.
#[derive(Clone, Copy)]
pub(crate) struct RoleOf<'c> {
    pub(crate) instance_name: &'c SmolStr,
    pub(crate) instance: &'c Instance,
    pub(crate) name: &'c SmolStr,
    pub(crate) role: &'c Role,
}

/// Every role, by instance and name.
pub(crate) fn roles(clan: &Clan) -> impl Iterator<Item = RoleOf<'_>> {
    clan.instances.iter().flat_map(|(instance_name, instance)| {
        let roles = instance.roles.iter();
        roles.map(move |(name, role)| RoleOf { instance_name, instance, name, role })
    })
}

/// May a machine have roles that are not known?
pub(crate) fn roles_open(clan: &Clan) -> bool {
    clan.instances_open
        || clan.instances.values().any(|instance| instance.roles_open)
        || roles(clan).any(|role| role.role.is_open())
}

impl RoleOf<'_> {
    /// Where it is written first.
    pub(crate) fn at(&self) -> Option<FileRange> {
        self.role.definitions.first().map(|&at| self.instance.at(at))
    }

    /// Why a machine is a member; empty if it is none.
    pub(crate) fn why(&self, clan: &Clan, machine: &str) -> Vec<Reason> {
        clan.why_member(self.instance, self.role, machine)
    }

    /// `bk client`
    pub(crate) fn label(&self) -> String {
        format!("{} {}", self.instance_name, self.name)
    }
}
