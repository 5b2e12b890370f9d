//! The value that a setting ends up with on each machine, and who set it.

use inventory::catalogue::OptionDef;
use inventory::{Effective, Given, Instance, Layer, WrittenValue, effective};
use smol_str::SmolStr;

use super::Context;
use crate::markup::{Line, Table};
use crate::print::print;
use crate::settings::{Scope, SettingsPath};

/// For more machines than these nothing is worked out: a hover is waited for.
const MOST_MACHINES: usize = 2_000;

/// The values, each with the machines that have it; `None` when no machine is reached.
pub(super) fn on_each_machine(
    context: Context<'_>,
    path: &SettingsPath<'_>,
    option: &OptionDef,
) -> Option<Table> {
    let clan = context.clan;
    let instance = clan.instances.get(path.instance)?;
    let role = instance.roles.get(path.role)?;
    let members = clan.members(instance, role);
    let reached = members.keys().filter(|name| match path.scope {
        Scope::Role => true,
        Scope::Machine(machine) => *name == machine,
        Scope::Tag(tag) => clan.why_tagged(name, tag).is_some(),
    });
    let mut groups: Vec<(Line, Vec<&SmolStr>)> = Vec::new();
    for machine in reached.take(MOST_MACHINES) {
        let layers = role.layers(clan, machine);
        let text = outcome(context, instance, &effective(&layers, path.below, option));
        match groups.iter_mut().find(|(known, _)| *known == text) {
            Some((_, machines)) => machines.push(machine),
            None => groups.push((text, vec![machine])),
        }
    }
    let table = Table::new(["on machines", "value"]);
    (!groups.is_empty())
        .then(|| table.rows(groups, |(value, machines)| [context.machines(&machines), value]))
}

fn outcome(context: Context<'_>, instance: &Instance, effective: &Effective<'_>) -> Line {
    let given = effective.given.iter().map(|given| {
        let value = match &given.definition.value {
            WrittenValue::Unknown => Line::of("something that can't be told"),
            value => Line::default().code(print(value)),
        };
        value.text(" (").and(source(context, instance, given)).text(")")
    });
    let open = if effective.open { ", and maybe something that can't be told" } else { "" };
    match effective.given.len() {
        0 if effective.open => Line::of("something that can't be told"),
        0 => Line::of("the default"),
        1 => Line::default().list(given).text(open),
        _ => {
            let conflict = if effective.conflicting { ", which conflict" } else { "" };
            Line::default().joined(given, " and ").text(format!("{conflict}{open}"))
        }
    }
}

/// `role, clan.nix:12`
fn source(context: Context<'_>, instance: &Instance, given: &Given<'_>) -> Line {
    let by = match given.by {
        Layer::Role => Line::of("role"),
        Layer::Tag(tag) => Line::of("tag ").code(tag.name.as_str()),
        Layer::Machine(machine) => Line::of("machine ").code(machine.name.as_str()),
    };
    match given.definition.name.or(given.definition.at) {
        Some(at) => by.text(", ").and(context.at(instance.at(at))),
        None => by,
    }
}
