//! `show` must tell the machines, tags and members that clan-core has.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use crate::case::{self, Case, RealModule};

/// One clan as `show --format json` prints it.
#[derive(Deserialize)]
struct Shown {
    machines: BTreeMap<String, Machine>,
    tags: BTreeMap<String, BTreeSet<String>>,
    instances: BTreeMap<String, Instance>,
}

#[derive(Deserialize)]
struct Machine {
    class: Option<String>,
    tags: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Instance {
    module: Module,
    roles: BTreeMap<String, Role>,
}

#[derive(Deserialize)]
struct Module {
    name: Option<String>,
    input: Option<String>,
}

#[derive(Deserialize)]
struct Role {
    /// With the reasons of each.
    machines: BTreeMap<String, Value>,
}

/// What is known of a clan, a line each, so that two sides can be compared and read.
type Facts = BTreeSet<String>;

const INSTANCE: &str = " is an instance";

/// How what is shown differs from what clan-core has.
pub(crate) fn judge(case: &Case) -> Vec<String> {
    let Some(real) = real(case) else {
        return Vec::new();
    };
    match shown(case) {
        Ok(shown) => {
            let missing = real.difference(&shown).map(|fact| format!("does not show: {fact}"));
            let wrong = shown.difference(&real).map(|fact| format!("shows wrongly: {fact}"));
            missing.chain(wrong).collect()
        }
        Err(error) => vec![error],
    }
}

/// The machines, tags and members that are shown although clan-core has them not. No case may have
/// one, known in full or not; only whether an instance is there at all may be open.
pub(crate) fn judge_certainty(case: &Case) -> Vec<String> {
    let Some(real) = real(case) else {
        return Vec::new();
    };
    match shown(case) {
        Ok(shown) => {
            let wrong = shown.difference(&real).filter(|fact| !fact.ends_with(INSTANCE));
            wrong.map(|fact| format!("shows wrongly: {fact}")).collect()
        }
        Err(error) => vec![error],
    }
}

/// What clan-core has, where it got far enough to tell. Nix can't parse `seed/1`, which must come to
/// what it comes to when it is mended.
fn real(case: &Case) -> Option<Facts> {
    let name = if case.name == "seed/1" { "seed/1-fixed" } else { &case.name };
    let real = case::all().into_iter().find(|case| case.name == name)?.real;
    let whole = !name.starts_with("wrong/") || real.errors.is_empty();
    let (Some(machines), Some(tags)) = (&real.machines, &real.tags) else {
        return None;
    };
    let mut facts = Facts::new();
    for (name, machine) in machines {
        add_machine(&mut facts, name, Some(&machine.machine_class), &machine.tags);
    }
    add_tags(&mut facts, tags);
    for (name, instance) in &real.instances {
        facts.insert(format!("{name}{INSTANCE}"));
        if let Some(RealModule { name: module, input }) = &instance.module {
            facts.insert(module_fact(name, module, input.as_deref()));
        }
        for (role, members) in &instance.roles {
            add_members(&mut facts, name, role, members.iter());
        }
    }
    whole.then_some(facts)
}

/// What `show` tells of the only clan.
fn shown(case: &Case) -> Result<Facts, String> {
    let answer = case.ask("show")?;
    let clan = answer.pointer("/clans/0").cloned().ok_or("`show` found no clan")?;
    let clan: Shown = serde_json::from_value(clan).map_err(|error| format!("`show`: {error}"))?;
    let mut facts = Facts::new();
    for (name, machine) in &clan.machines {
        add_machine(&mut facts, name, machine.class.as_deref(), &machine.tags);
    }
    add_tags(&mut facts, &clan.tags);
    for (name, Instance { module, roles }) in &clan.instances {
        facts.insert(format!("{name}{INSTANCE}"));
        let Module { name: module, input } = module;
        facts.extend(module.iter().map(|module| module_fact(name, module, input.as_deref())));
        for (role, Role { machines }) in roles {
            add_members(&mut facts, name, role, machines.keys());
        }
    }
    Ok(facts)
}

fn add_machine(facts: &mut Facts, name: &str, class: Option<&str>, tags: &BTreeSet<String>) {
    facts.insert(format!("{name} is a machine"));
    facts.extend(class.map(|class| format!("{name} is of class {class}")));
    facts.extend(tags.iter().map(|tag| format!("{name} carries {tag}")));
}

fn add_tags(facts: &mut Facts, tags: &BTreeMap<String, BTreeSet<String>>) {
    for (tag, machines) in tags {
        facts.extend(machines.iter().map(|machine| format!("tag {tag} has {machine}")));
    }
}

fn module_fact(instance: &str, name: &str, input: Option<&str>) -> String {
    format!("{instance} is of {name}, input {}", input.unwrap_or("null"))
}

fn add_members<'a>(
    facts: &mut Facts,
    instance: &str,
    role: &str,
    members: impl Iterator<Item = &'a String>,
) {
    facts.insert(format!("{instance} has the role {role}"));
    facts.extend(members.map(|member| format!("{member} is {role} of {instance}")));
}
