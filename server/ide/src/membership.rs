//! Who is in what, as a number: two states of a clan with the same show the same counts and names.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use eval::FileId;
use inventory::Clan;
use rustc_hash::FxHasher;
use smol_str::SmolStr;

use crate::Analysis;
use crate::roles::roles;

pub(crate) fn membership(analysis: &Analysis, file: FileId) -> Option<u64> {
    Some(of(&*analysis.clan(&analysis.path(file))?))
}

fn of(clan: &Clan) -> u64 {
    let mut hasher = FxHasher::default();
    (clan.tags_open(), clan.instances_open).hash(&mut hasher);
    let mut tags: BTreeSet<&SmolStr> = clan.tags.definitions.keys().collect();
    for (name, instance) in &clan.instances {
        (name, &instance.module.name, instance.roles_open).hash(&mut hasher);
    }
    for role in roles(clan) {
        (role.instance_name, role.name, role.role.is_open()).hash(&mut hasher);
        for used in role.role.tags.iter().chain(&role.role.machines) {
            used.name.hash(&mut hasher);
        }
        tags.extend(role.role.tags.iter().map(|used| &used.name));
    }
    for tag in tags {
        (tag, clan.carriers(tag)).hash(&mut hasher);
    }
    hasher.finish()
}
