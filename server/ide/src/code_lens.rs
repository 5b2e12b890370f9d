//! What editors show above an instance and a role: how many machines it comes down to, and where
//! they get it.
//!
//! Only the places are told at once. What stands there is found for those that are looked at.

use std::collections::BTreeSet;

use eval::{FileId, FileRange};
use inventory::{By, Local, Reason, TagSource};
use smol_str::SmolStr;
use syntax::TextRange;

use crate::Analysis;
use crate::counted::counted;
use crate::hover::Context;
use crate::roles::{RoleOf, roles};

/// A file with more is not looked at as a whole.
const MOST_LENSES: usize = 2_000;

/// An editor lists no more.
const MOST_PLACES: usize = 2_000;

/// What is told of an instance or a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLens {
    /// `12 machines`
    pub title: String,
    /// The machines, by name.
    pub machines: Vec<SmolStr>,
    /// Where each of them gets the role: its tag, or its name in the role.
    pub places: Vec<FileRange>,
}

/// The names of instances and roles of a file, each where it stands first, by place.
pub(crate) fn code_lenses(analysis: &Analysis, file: FileId) -> Option<Vec<TextRange>> {
    let clan = analysis.clan(&analysis.path(file))?;
    let mut ranges = Vec::new();
    for instance in clan.instances.values() {
        let first = |places: &[Local]| {
            let places = places.iter().map(|&at| instance.at(at)).filter(|at| at.file == file);
            places.map(|at| at.range).min_by_key(|range| range.start())
        };
        ranges.extend(first(&instance.definitions));
        ranges.extend(instance.roles.values().filter_map(|role| first(&role.definitions)));
    }
    ranges.sort_by_key(|range| (range.start(), range.end()));
    ranges.dedup();
    ranges.truncate(MOST_LENSES);
    Some(ranges)
}

/// What is told of the instance or the role whose name stands there.
pub(crate) fn code_lens(analysis: &Analysis, at: FileRange) -> Option<CodeLens> {
    let clan = analysis.clan(&analysis.path(at.file))?;
    let context = Context { analysis, clan: &clan };
    let is_role =
        |role: &RoleOf<'_>| role.role.definitions.iter().any(|&it| role.instance.at(it) == at);
    if let Some(role) = roles(&clan).find(is_role) {
        return Some(of_roles(context, &[role], None));
    }
    let mut instances = clan.instances.iter();
    let (name, _) =
        instances.find(|(_, it)| it.definitions.iter().any(|&place| it.at(place) == at))?;
    let roles: Vec<RoleOf<'_>> = roles(&clan).filter(|role| role.instance_name == name).collect();
    let open = clan.instances.get(name).is_some_and(|instance| instance.roles_open);
    Some(of_roles(context, &roles, Some(open)))
}

/// `roles_open` tells of an instance whether it may have others.
fn of_roles(context: Context<'_>, roles: &[RoleOf<'_>], roles_open: Option<bool>) -> CodeLens {
    let clan = context.clan;
    let (mut machines, mut places) = (BTreeSet::new(), Vec::new());
    for role in roles {
        for (machine, reasons) in clan.members(role.instance, role.role) {
            if places.len() < MOST_PLACES {
                places.extend(reasons.first().and_then(|it| place(context, &machine, it)));
            }
            machines.insert(machine);
        }
    }
    let open = roles.iter().any(|role| clan.has_open_members(role.role));
    let machines_title = count(machines.len(), open || roles_open == Some(true), "machine");
    let title = match roles_open {
        Some(roles_open) => {
            format!("{}, {machines_title}", count(roles.len(), roles_open, "role"))
        }
        None => machines_title,
    };
    let mut seen = BTreeSet::new();
    places.retain(|at: &FileRange| seen.insert((at.file, at.range.start(), at.range.end())));
    CodeLens { title, machines: machines.into_iter().collect(), places }
}

/// `12 machines`, `12+ machines`
fn count(count: usize, open: bool, noun: &str) -> String {
    if open { format!("{count}+ {noun}s") } else { counted(count, noun) }
}

/// Where a machine gets a role: where it carries the tag, or where the role names it.
fn place(context: Context<'_>, machine: &str, reason: &Reason) -> Option<FileRange> {
    let why = match reason.by {
        By::Machine => return Some(reason.at),
        By::Tag => context.clan.why_tagged(machine, &reason.name),
    };
    match why {
        Some(TagSource::Own(at) | TagSource::Listed(at)) => Some(at),
        Some(TagSource::BuiltIn) | None => context.definition_of(machine),
    }
}
