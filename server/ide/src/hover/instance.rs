//! An instance: its service, and each role with its members.

use std::fmt::Write;

use inventory::{Clan, Instance, ModuleRef, Role};

use super::Context;

pub(super) fn hover(context: Context<'_>, name: &str) -> Option<String> {
    let instance = context.clan.instances.get(name)?;
    let mut out = format!("instance **{name}** of {}\n", service(&instance.module));
    for (role, built) in &instance.roles {
        let _ = write!(out, "\n- {role}: {}", members(context.clan, instance, built));
    }
    if instance.roles_open {
        out += "\n- and maybe roles that can't be told";
    }
    if instance.roles.is_empty() && !instance.roles_open {
        out += "\nno role has members yet";
    }
    Some(out)
}

fn service(module: &ModuleRef) -> String {
    let name = module.name.as_ref().map(|name| format!("`{name}`"));
    let name = name.unwrap_or_else(|| "a service that can't be told".to_owned());
    match &module.input {
        Some(Some(input)) if !input.is_empty() => format!("{name} (input `{input}`)"),
        Some(_) => name,
        None => format!("{name} (from an input that can't be told)"),
    }
}

fn members(clan: &Clan, instance: &Instance, role: &Role) -> String {
    let members = clan.members(instance, role);
    let mut names: Vec<&str> = members.keys().map(smol_str::SmolStr::as_str).collect();
    if clan.has_open_members(role) {
        names.push("maybe others");
    }
    if names.is_empty() { "nobody".to_owned() } else { names.join(", ") }
}
