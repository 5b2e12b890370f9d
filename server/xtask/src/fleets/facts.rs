//! What there is to know of a fleet: who is a member of what, and which machine carries which tag.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// The facts of a fleet, each as a line that can be read and compared.
#[derive(Default)]
pub(super) struct Facts {
    /// `INSTANCE.ROLE = MACHINE`
    pub(super) members: BTreeSet<String>,
    /// `MACHINE: TAG`
    pub(super) tags: BTreeSet<String>,
    /// Is nothing said to be unknown?
    pub(super) complete: bool,
}

/// A fleet as real evaluation gives it.
#[derive(Deserialize)]
pub(super) struct Truth {
    machines: BTreeMap<String, Machine>,
    instances: BTreeMap<String, Instance<TrueRole>>,
}

#[derive(Deserialize)]
struct Machine {
    tags: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Instance<R> {
    roles: BTreeMap<String, R>,
}

#[derive(Deserialize)]
struct TrueRole {
    members: BTreeSet<String>,
}

/// What `show --format json` prints.
#[derive(Deserialize)]
struct Shown {
    clans: Vec<ShownClan>,
}

#[derive(Deserialize)]
struct ShownClan {
    complete: bool,
    machines: BTreeMap<String, Machine>,
    instances: BTreeMap<String, Instance<ShownRole>>,
}

#[derive(Deserialize)]
struct ShownRole {
    machines: BTreeMap<String, IgnoredAny>,
}

impl Facts {
    pub(super) fn of_truth(truth: Truth) -> Facts {
        let mut facts = Facts { complete: true, ..Facts::default() };
        facts.add_machines(&truth.machines);
        facts.add_instances(truth.instances, |role| role.members);
        facts
    }

    /// What the program says of a checkout; nothing at all if it finds no clan.
    ///
    /// # Errors
    /// The program can't be run, or prints something else.
    pub(super) fn shown(program: &Path, checkout: &Path) -> Result<Facts, Box<dyn Error>> {
        let mut show = Command::new(program);
        let output = show.args(["show", "--format", "json"]).arg(checkout).output()?;
        let mut facts = Facts::default();
        if output.stdout.is_empty() {
            return Ok(facts);
        }
        let shown: Shown = serde_json::from_slice(&output.stdout)?;
        facts.complete = shown.clans.iter().all(|clan| clan.complete);
        for clan in shown.clans {
            facts.add_machines(&clan.machines);
            facts.add_instances(clan.instances, |role| role.machines.into_keys().collect());
        }
        Ok(facts)
    }

    fn add_machines(&mut self, machines: &BTreeMap<String, Machine>) {
        let tags = machines.iter().flat_map(|(name, machine)| {
            machine.tags.iter().map(move |tag| format!("{name}: {tag}"))
        });
        self.tags.extend(tags);
    }

    fn add_instances<R>(
        &mut self,
        instances: BTreeMap<String, Instance<R>>,
        members: fn(R) -> BTreeSet<String>,
    ) {
        for (instance, it) in instances {
            for (role, it) in it.roles {
                let members = members(it).into_iter();
                self.members
                    .extend(members.map(|machine| format!("{instance}.{role} = {machine}")));
            }
        }
    }
}
