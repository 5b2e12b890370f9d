//! What a clan comes down to, subject by subject.

use ide::{By, Clan, Instance, MachineClass, Role};

use super::labels::{quoted, take};
use super::note::{ABSENT, NONE};

/// Stands at the end of a list that may go on.
const OPEN: &str = "...";

/// The answer to `show: SUBJECT = …`.
pub(super) fn answer(clan: Option<&Clan>, subject: &str) -> String {
    let Some(clan) = clan else {
        return "(no clan)".to_owned();
    };
    let named = |prefix: &str| subject.strip_prefix(prefix).and_then(|rest| take(rest, None));
    match subject {
        "machines" => machines(clan),
        "instances" => list(clan.instances.keys().map(|name| quoted(name)), false),
        "unknown" => list(clan.unknown.iter().map(|gap| quoted_path(&gap.path)), false),
        _ => {
            if let Some((name, _)) = named("tags of ") {
                return tags_of(clan, &name);
            }
            if let Some((name, _)) = named("tag ") {
                return tag(clan, &name);
            }
            if let Some((name, _)) = named("module of ") {
                return module(clan, &name);
            }
            role(clan, subject)
        }
    }
}

fn list(names: impl Iterator<Item = String>, open: bool) -> String {
    let names: Vec<String> = names.chain(open.then(|| OPEN.to_owned())).collect();
    if names.is_empty() { NONE.to_owned() } else { names.join(", ") }
}

/// A path reads better without quotes, dots and all.
fn quoted_path(path: &str) -> String {
    if path.contains([' ', ',']) { format!("{path:?}") } else { path.to_owned() }
}

fn machines(clan: &Clan) -> String {
    let machines = clan.machines.iter().map(|(name, machine)| match machine.class() {
        Some(MachineClass::Nixos) => quoted(name),
        Some(class) => format!("{} ({})", quoted(name), class.as_str()),
        None => format!("{} (?)", quoted(name)),
    });
    list(machines, false)
}

fn tags_of(clan: &Clan, machine: &str) -> String {
    clan.machines.get(machine).map_or(ABSENT.to_owned(), |it| {
        list(clan.tags_of(machine).iter().map(|(tag, _)| quoted(tag)), clan.is_open(it))
    })
}

fn tag(clan: &Clan, name: &str) -> String {
    let carriers = clan.carriers(name);
    if carriers.is_empty() {
        return ABSENT.to_owned();
    }
    list(carriers.into_iter().map(|machine| quoted(machine)), false)
}

fn module(clan: &Clan, instance: &str) -> String {
    let Some(instance) = clan.instances.get(instance) else {
        return ABSENT.to_owned();
    };
    let name = instance.module.name.as_deref().map_or("?".to_owned(), quoted);
    match &instance.module.input {
        Some(None) => name,
        Some(Some(input)) => format!("{name} (from {})", quoted(input)),
        None => format!("{name} (from ?)"),
    }
}

fn role(clan: &Clan, subject: &str) -> String {
    let names = take(subject, Some('.')).and_then(|(instance, rest)| {
        let (role, rest) = take(rest.strip_prefix('.')?, None)?;
        rest.is_empty().then_some((instance, role))
    });
    let Some((instance, role)) = names else {
        return "(no subject: machines, instances, unknown, tag NAME, tags of MACHINE, \
                module of INSTANCE or INSTANCE.ROLE)"
            .to_owned();
    };
    let instance = clan.instances.get(instance.as_str());
    let role = instance.and_then(|instance| instance.roles.get(role.as_str()));
    let (Some(instance), Some(role)) = (instance, role) else { return ABSENT.to_owned() };
    members(clan, instance, role)
}

fn members(clan: &Clan, instance: &Instance, role: &Role) -> String {
    let members = clan.members(instance, role);
    let members = members.iter().map(|(machine, reasons)| {
        let reasons: Vec<String> = reasons
            .iter()
            .map(|reason| match reason.by {
                By::Tag => format!("tag {}", quoted(&reason.name)),
                By::Machine => "machine".to_owned(),
            })
            .collect();
        format!("{} ({})", quoted(machine), reasons.join(", "))
    });
    list(members, clan.has_open_members(role))
}
