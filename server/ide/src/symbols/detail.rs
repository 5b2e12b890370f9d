//! What an outline says beside a name.

use inventory::{Clan, TagSource};
use smol_str::SmolStr;

/// What is said of the option at a path.
pub(super) fn of(clan: &Clan, path: &[SmolStr]) -> Option<String> {
    let path: Vec<&str> = path.iter().map(SmolStr::as_str).collect();
    match *path.as_slice() {
        ["machines", name] | ["inventory", "machines", name] => machine(clan, name),
        ["inventory", "tags", name] => tag(clan, name),
        ["inventory", "instances", name] => instance(clan, name),
        ["inventory", "instances", instance, "roles", name] => role(clan, instance, name),
        _ => None,
    }
}

/// The tags of a machine, without those that every machine has.
fn machine(clan: &Clan, name: &str) -> Option<String> {
    let mut tags = clan.tags_of(name);
    tags.retain(|(_, source)| !matches!(source, TagSource::BuiltIn));
    listed(tags.iter().map(|(tag, _)| tag), "tags")
}

/// The machines that carry a tag.
fn tag(clan: &Clan, name: &str) -> Option<String> {
    listed(clan.carriers(name).into_iter(), "machines")
}

/// The service of an instance.
fn instance(clan: &Clan, name: &str) -> Option<String> {
    clan.instances.get(name)?.module.name.as_ref().map(SmolStr::to_string)
}

/// The members of a role.
fn role(clan: &Clan, instance: &str, name: &str) -> Option<String> {
    let instance = clan.instances.get(instance)?;
    listed(clan.member_names(instance.roles.get(name)?).into_iter(), "machines")
}

/// More names than this are counted: an outline is narrow.
const MOST: usize = 5;

fn listed<'n>(names: impl Iterator<Item = &'n SmolStr>, noun: &str) -> Option<String> {
    let names: Vec<&str> = names.map(SmolStr::as_str).collect();
    match names.len() {
        0 => None,
        count if count > MOST => Some(format!("{count} {noun}")),
        _ => Some(names.join(" ")),
    }
}
