//! Two states of a clan: which machines have what in only one of them.
//!
//! Most roles name the same in both. Only the machines whose tags are others can be members of such
//! a one in only one state; the others are not looked at.

use std::collections::{BTreeMap, BTreeSet};

use inventory::{Clan, Reason};
use smol_str::SmolStr;

use super::{Difference, DifferenceKind, Lot};
use crate::roles::{RoleOf, roles};

/// The differences, by machine: tags before roles.
pub(super) fn differences(before: &Clan, after: &Clan) -> Vec<Difference> {
    let mut out = Vec::new();
    let changed = of_machines(before, after, &mut out);
    let both = Both { before, after, changed };
    both.of_roles(&mut out);
    // Stable: what was found first of a machine stays first.
    out.sort_by(|a, b| a.machine.cmp(&b.machine));
    out
}

/// What changes for the machines themselves; gives those of which something does.
fn of_machines(before: &Clan, after: &Clan, out: &mut Vec<Difference>) -> BTreeSet<SmolStr> {
    let mut changed = BTreeSet::new();
    let mut tell = |machine: &SmolStr, kind, what| {
        changed.insert(machine.clone());
        out.push(Difference { machine: machine.clone(), kind, what });
    };
    for machine in before.machines.keys() {
        if !after.machines.contains_key(machine) {
            tell(machine, DifferenceKind::Goes, None);
            continue;
        }
        let (was, is) = (before.tags_of(machine), after.tags_of(machine));
        let only = |of: &[(SmolStr, _)], other: &[(SmolStr, _)]| {
            let names = of.iter().map(|(tag, _)| tag.clone());
            names.filter(|tag| other.iter().all(|(it, _)| it != tag)).collect::<Vec<_>>()
        };
        for tag in only(&was, &is) {
            tell(machine, DifferenceKind::Loses, Some(Lot::Tag(tag)));
        }
        for tag in only(&is, &was) {
            tell(machine, DifferenceKind::Gains, Some(Lot::Tag(tag)));
        }
    }
    for machine in after.machines.keys().filter(|name| !before.machines.contains_key(name)) {
        tell(machine, DifferenceKind::Comes, None);
    }
    changed
}

struct Both<'c> {
    before: &'c Clan,
    after: &'c Clan,
    changed: BTreeSet<SmolStr>,
}

/// The members that count, each with the reasons.
type Members = BTreeMap<SmolStr, Vec<Reason>>;

impl Both<'_> {
    fn of_roles(&self, out: &mut Vec<Difference>) {
        let by_name = |clan| -> BTreeMap<(&SmolStr, &SmolStr), RoleOf<'_>> {
            roles(clan).map(|role| ((role.instance_name, role.name), role)).collect()
        };
        let (before, after) = (by_name(self.before), by_name(self.after));
        let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
        for &name in &names {
            let (was, is) = (before.get(name), after.get(name));
            let same = was.zip(is).is_some_and(|(was, is)| name_the_same(was, is));
            let members = |role: Option<&RoleOf<'_>>, clan| {
                role.map(|role| self.members(role, clan, same)).unwrap_or_default()
            };
            let (was, is) = (members(was, self.before), members(is, self.after));
            let mut tell = |kind, of: &Members, other: &Members| {
                let only = of.iter().filter(|(machine, _)| !other.contains_key(*machine));
                out.extend(only.map(|(machine, through)| {
                    let (instance, role) = (name.0.clone(), name.1.clone());
                    let what = Some(Lot::Role { instance, role, through: through.clone() });
                    Difference { machine: machine.clone(), kind, what }
                }));
            };
            tell(DifferenceKind::Loses, &was, &is);
            tell(DifferenceKind::Gains, &is, &was);
        }
    }

    /// The members that are machines; where the role names the same in both states, only those that
    /// changed.
    fn members(&self, role: &RoleOf<'_>, clan: &Clan, same: bool) -> Members {
        let mut members = if same {
            let changed = self.changed.iter();
            changed.map(|machine| (machine.clone(), role.why(clan, machine))).collect()
        } else {
            clan.members(role.instance, role.role)
        };
        members.retain(|machine, why| !why.is_empty() && clan.machines.contains_key(machine));
        members
    }
}

fn name_the_same(one: &RoleOf<'_>, other: &RoleOf<'_>) -> bool {
    let names = |role: &RoleOf<'_>| {
        let uses = role.role.tags.iter().chain(&role.role.machines);
        uses.map(|used| used.name.clone()).collect::<Vec<_>>()
    };
    one.role.tags.len() == other.role.tags.len() && names(one) == names(other)
}
