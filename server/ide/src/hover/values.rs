//! The value that a setting ends up with on each machine, and who set it.

use std::fmt::Write;

use inventory::catalogue::OptionDef;
use inventory::{Effective, Given, Instance, Layer, Place, WrittenValue, effective};
use smol_str::SmolStr;

use super::Context;
use crate::print::print;
use crate::settings::{Scope, SettingsPath};

/// More machines than these are counted.
const MOST_NAMES: usize = 6;

/// For more machines than these nothing is worked out: a hover is waited for.
const MOST_MACHINES: usize = 2_000;

/// A list of values, each with the machines that have it; `None` when no machine is reached.
pub(super) fn on_each_machine(
    context: Context<'_>,
    path: &SettingsPath<'_>,
    option: &OptionDef,
) -> Option<String> {
    let clan = context.clan;
    let instance = clan.instances.get(path.instance)?;
    let role = instance.roles.get(path.role)?;
    let members = clan.members(instance, role);
    let reached = members.keys().filter(|name| match path.scope {
        Scope::Role => true,
        Scope::Machine(machine) => *name == machine,
        Scope::Tag(tag) => clan.why_tagged(name, tag).is_some(),
    });
    let mut groups: Vec<(String, Vec<&SmolStr>)> = Vec::new();
    for machine in reached.take(MOST_MACHINES) {
        let layers = role.layers(clan, machine);
        let text = outcome(context, instance, &effective(&layers, path.below, option));
        match groups.iter_mut().find(|(known, _)| *known == text) {
            Some((_, machines)) => machines.push(machine),
            None => groups.push((text, vec![machine])),
        }
    }
    if groups.is_empty() {
        return None;
    }
    let mut out = "\n\non each machine:\n".to_owned();
    for (text, machines) in groups {
        let _ = write!(out, "\n- {}: {text}", listed(&machines));
    }
    Some(out)
}

fn listed(machines: &[&SmolStr]) -> String {
    let names: Vec<&str> = machines.iter().take(MOST_NAMES).map(|name| name.as_str()).collect();
    let rest = machines.len().saturating_sub(MOST_NAMES);
    let more = if rest > 0 { format!(" and {rest} others") } else { String::new() };
    format!("{}{more}", names.join(", "))
}

fn outcome(context: Context<'_>, instance: &Instance, effective: &Effective<'_>) -> String {
    let given = effective.given.iter().map(|given| {
        let value = match &given.definition.value {
            WrittenValue::Unknown => "something that can't be told".to_owned(),
            value => format!("`{}`", print(value)),
        };
        format!("{value} ({})", source(context, instance, given))
    });
    let given: Vec<String> = given.collect();
    let open = if effective.open { ", and maybe something that can't be told" } else { "" };
    match given.as_slice() {
        [] if effective.open => "something that can't be told".to_owned(),
        [] => "the default".to_owned(),
        [only] => format!("{only}{open}"),
        several if effective.conflicting => {
            format!("{}, which conflict{open}", several.join(" and "))
        }
        several => format!("{}{open}", several.join(" and ")),
    }
}

/// `role, clan.nix:12`
fn source(context: Context<'_>, instance: &Instance, given: &Given<'_>) -> String {
    let by = match given.by {
        Layer::Role => "role".to_owned(),
        Layer::Tag(tag) => format!("tag `{}`", tag.name),
        Layer::Machine(machine) => format!("machine `{}`", machine.name),
    };
    let at = given.definition.name.or(given.definition.at).map(|at| instance.at(at));
    let at = at.map(|at| format!(", {}", context.place(&Place::Text(at))));
    format!("{by}{}", at.unwrap_or_default())
}
