//! What a setting comes to on a machine, and who says so.
//!
//! As clan-core merges them, the settings of a role, those of the machine in it and those of each
//! tag in it that the machine carries count alike: of several values for one setting only a priority
//! (`mkForce`, `mkDefault`) makes one win. Lists are joined, sets merged.

use std::iter::once;

use crate::catalogue::OptionDef;
use crate::clan::{Clan, Role, Use, Written, WrittenDefinition, WrittenValue};

/// Who gives settings to the machines of a role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Layer<'c> {
    /// The role, to all of them.
    Role,
    /// This entry below the role's `tags`, to those that carry the tag.
    Tag(&'c Use),
    /// This entry below the role's `machines`.
    Machine(&'c Use),
}

/// A definition of a setting that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given<'c> {
    /// By whom.
    pub by: Layer<'c>,
    /// What, and where.
    pub definition: &'c WrittenDefinition,
    /// As in nixpkgs, what stands around it taken in: the lower number wins.
    pub priority: i64,
}

/// What a setting comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Effective<'c> {
    /// The definitions of the strongest priority; none when the default counts.
    pub given: Vec<Given<'c>>,
    /// May there be others?
    pub open: bool,
    /// Can they not all count?
    pub conflicting: bool,
}

impl Role {
    /// Everybody who gives settings to a machine of the role, with what they give.
    pub fn layers<'c>(&'c self, clan: &Clan, machine: &str) -> Vec<(Layer<'c>, &'c Written)> {
        let tags = self.tags.iter().filter(|tag| clan.why_tagged(machine, &tag.name).is_some());
        let tags = tags.map(|tag| (Layer::Tag(tag), &tag.settings));
        let machines = self.machines.iter().filter(|used| used.name == machine);
        let machines = machines.map(|used| (Layer::Machine(used), &used.settings));
        once((Layer::Role, &self.settings)).chain(tags).chain(machines).collect()
    }
}

/// What the setting at a path below `settings` comes to where these layers hold; `option` declares
/// it.
pub fn effective<'c>(
    layers: &[(Layer<'c>, &'c Written)],
    path: &[impl AsRef<str>],
    option: &OptionDef,
) -> Effective<'c> {
    let mut found = Effective { given: Vec::new(), open: false, conflicting: false };
    for &(by, written) in layers {
        let mut finder = Finder { by, found: &mut found };
        finder.module(written, path);
    }
    let strongest = found.given.iter().map(|given| given.priority).min();
    found.given.retain(|given| Some(given.priority) == strongest);
    found.conflicting = !found.open && conflict(&found.given, option).is_some();
    found
}

/// The first two definitions that can't both count, if the values are scalars.
pub fn conflict<'c>(given: &[Given<'c>], option: &OptionDef) -> Option<(Given<'c>, Given<'c>)> {
    let (first, rest) = given.split_first()?;
    if !option.takes_one_value() || !first.definition.value.is_scalar() {
        return None;
    }
    let differs = |later: &&Given<'c>| {
        later.definition.value.is_scalar() && later.definition.value != first.definition.value
    };
    Some((*first, *rest.iter().find(differs)?))
}

struct Finder<'f, 'c> {
    by: Layer<'c>,
    found: &'f mut Effective<'c>,
}

impl<'c> Finder<'_, 'c> {
    /// Looks in whole settings, which are a module: what is in its `config` counts as well.
    fn module(&mut self, written: &'c Written, path: &[impl AsRef<str>]) {
        for config in written.below("config") {
            self.look(config, path, DEFAULT);
        }
        self.look(written, path, DEFAULT);
    }

    fn look(&mut self, written: &'c Written, path: &[impl AsRef<str>], around: i64) {
        self.found.open |= written.open;
        for definition in &written.definitions {
            let own = definition.priority;
            let priority = if own == DEFAULT { around } else { own };
            let Some((name, rest)) = path.split_first() else {
                self.found.open |= definition.value == WrittenValue::Unknown;
                self.found.given.push(Given { by: self.by, definition, priority });
                continue;
            };
            match &definition.value {
                WrittenValue::Set { entries, open } => {
                    self.found.open |= open;
                    let below = entries.iter().filter(|(known, _)| known == name.as_ref());
                    below.for_each(|(_, below)| self.look(below, rest, priority));
                }
                WrittenValue::Unknown => self.found.open = true,
                _ => {}
            }
        }
    }
}

const DEFAULT: i64 = eval::DEFAULT_PRIORITY;
