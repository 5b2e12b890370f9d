//! Who has to be judged again.
//!
//! Nearly all machines and instances are fine, and stay so for as long as nothing changes that they
//! are judged by. So of each state it is kept in whom something was found. In the next, those are
//! looked at, those of whom something else is known, and those whom a change of tags touches. All
//! are when anything else changes: a machine's name, the meaning of a module, an input.

use std::collections::BTreeSet;
use std::sync::Arc;

use inventory::{Clan, Difference, Instance, Machine, ModuleRef, Resolution, Table};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{
    Findings, Subject, conflicts, constraints, hints, inputs, instances, members, options,
    placeholder, setting_conflicts, settings,
};

/// What came out when the machines and instances of a clan were judged.
#[derive(Debug)]
pub(crate) struct Judged {
    clan: Arc<Clan>,
    premises: Premises,
    /// The numbers of those in whom something was found.
    machines: Vec<u32>,
    instances: Vec<u32>,
}

/// What instances are judged by that is not in their own text nor in that of machines.
#[derive(Debug)]
struct Premises {
    /// Those that the flake may have.
    inputs: Option<BTreeSet<SmolStr>>,
    modules: FxHashMap<ModuleRef, Meaning>,
}

/// What a module means.
#[derive(Debug)]
struct Meaning {
    resolution: Resolution,
    /// Does its input give no services at all?
    gives_nothing: bool,
}

impl Premises {
    fn of(subject: Subject<'_>) -> Premises {
        let meaning = |module| Meaning {
            resolution: subject.reach.resolve(module),
            gives_nothing: inputs::gives_nothing(subject, module),
        };
        let modules = subject.clan.uses.modules().map(|(it, _)| (it.clone(), meaning(it)));
        Premises { inputs: subject.inputs.cloned(), modules: modules.collect() }
    }

    /// Do they say of every module that both know what they said before?
    fn agree_with(&self, before: &Premises) -> bool {
        let is_the_same = |(module, now): (&ModuleRef, &Meaning)| {
            before.modules.get(module).is_none_or(|then| {
                now.gives_nothing == then.gives_nothing
                    && now.resolution.is_the_same(&then.resolution)
            })
        };
        self.inputs == before.inputs && self.modules.iter().all(is_the_same)
    }
}

impl Judged {
    /// Judges those who have to be.
    pub(super) fn of(
        subject: Subject<'_>,
        clan: &Arc<Clan>,
        before: Option<&Judged>,
        findings: &mut Findings,
    ) -> Judged {
        let premises = Premises::of(subject);
        let before = before.filter(|before| premises.agree_with(&before.premises));
        let change = before.and_then(|before| Some((before, clan.difference(&before.clan)?)));
        let (machines, instances) = match &change {
            Some((before, change)) => {
                (Some(before.machines(change)), Some(before.instances(clan, change)))
            }
            None => (None, None),
        };
        let machines = judge(&clan.machines, machines, findings, |name, machine, findings| {
            of_machine(subject, name, machine, findings);
        });
        let instances = judge(&clan.instances, instances, findings, |name, instance, findings| {
            of_instance(subject, name, instance, findings);
        });
        Judged { clan: clan.clone(), premises, machines, instances }
    }

    fn machines(&self, change: &Difference) -> BTreeSet<u32> {
        self.machines.iter().chain(&change.machines).copied().collect()
    }

    fn instances(&self, clan: &Clan, change: &Difference) -> BTreeSet<u32> {
        let touched = change.tags.iter().flat_map(|tag| clan.uses.of_tag(tag));
        self.instances.iter().chain(&change.instances).chain(touched).copied().collect()
    }
}

/// Judges those of these numbers, or everybody; the numbers of those in whom something is found.
fn judge<T>(
    table: &Table<T>,
    numbers: Option<BTreeSet<u32>>,
    findings: &mut Findings,
    look: impl Fn(&SmolStr, &T, &mut Findings),
) -> Vec<u32> {
    let found_in = |(number, (name, it)): (u32, (&SmolStr, &T))| {
        let before = findings.noted;
        look(name, it, findings);
        (findings.noted > before).then_some(number)
    };
    match numbers {
        None => (0..).zip(table).filter_map(found_in).collect(),
        Some(numbers) => {
            let known = numbers.into_iter().filter_map(|it| Some((it, table.by_number(it)?)));
            known.filter_map(found_in).collect()
        }
    }
}

/// What follows from what is said of a machine.
fn of_machine(subject: Subject<'_>, name: &SmolStr, machine: &Machine, findings: &mut Findings) {
    options::of_machine(subject, machine, findings);
    placeholder::of_machine(name, machine, findings);
    conflicts::of_machine(name, machine, findings);
    hints::class_tags(name, machine, findings);
}

/// What follows from what is said of an instance, from its service, from which machines there are
/// and who carries the tags that it names.
fn of_instance(subject: Subject<'_>, name: &SmolStr, it: &Instance, findings: &mut Findings) {
    options::of_instance(subject, it, findings);
    inputs::of_instance(subject, it, findings);
    instances::of_instance(subject, name, it, findings);
    placeholder::of_instance(name, it, findings);
    conflicts::of_instance(name, it, findings);
    settings::of_instance(subject, it, findings);
    setting_conflicts::of_instance(subject, it, findings);
    members::of_instance(subject.clan, it, findings);
    constraints::of_instance(subject, it, findings);
    hints::of_instance(subject, name, it, findings);
}
