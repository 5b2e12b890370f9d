//! A tag: the machines that it expands to, and the roles that use it.

use std::fmt::Write;

use inventory::{Clan, Place, TagSource};

use super::Context;
use crate::counted::counted;

pub(super) fn hover(context: Context<'_>, tag: &str) -> Option<String> {
    let clan = context.clan;
    let machines = clan.carriers(tag);
    let open = if clan.tags_open() { " that are known" } else { "" };
    let mut out = match machines.as_slice() {
        [] => format!("tag **{tag}**: no machine{open} carries it\n"),
        _ => format!("tag **{tag}**: {}{open}\n", counted(machines.len(), "machine")),
    };
    for name in &machines {
        let why = clan.why_tagged(name, tag).map(|source| carried_by(context, source));
        let _ = write!(out, "\n- {name}{}", why.unwrap_or_default());
    }
    let roles = roles_of(clan, tag);
    if !roles.is_empty() {
        let gap = if machines.is_empty() { "\n" } else { "\n\n" };
        let _ = write!(out, "{gap}used by {}", roles.join(", "));
    }
    Some(out)
}

/// Why a machine carries a tag.
fn carried_by(context: Context<'_>, source: TagSource) -> String {
    match source {
        TagSource::Own(at) => format!(" ({})", context.place(&Place::Text(at))),
        TagSource::Listed(at) => {
            format!(" (by `inventory.tags`, {})", context.place(&Place::Text(at)))
        }
        TagSource::BuiltIn => String::new(),
    }
}

fn roles_of(clan: &Clan, tag: &str) -> Vec<String> {
    let mut roles = Vec::new();
    for (instance_name, instance) in &clan.instances {
        for (role_name, role) in &instance.roles {
            if role.names_tag(tag) {
                roles.push(format!("`{instance_name}` {role_name}"));
            }
        }
    }
    roles
}
