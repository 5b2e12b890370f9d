//! An instance: its service, and each role with its members.

use inventory::ModuleRef;
use smol_str::SmolStr;

use super::Context;
use crate::markup::{Line, Markup, Table};
use crate::roles::RoleOf;

pub(super) fn hover(context: Context<'_>, name: &str) -> Option<Markup> {
    let (instance_name, instance) = context.clan.instances.get_key_value(name)?;
    let mut out = Markup::default();
    let head = Line::of("instance ").strong(name).text(" of ").and(service(&instance.module));
    out.paragraph(head);
    out.table(Table::new(["role", "machines", "who"]).rows(&instance.roles, |(name, role)| {
        let role = RoleOf { instance_name, instance, name, role };
        let (count, who) = members(context, &role);
        [Line::default().name(name.as_str(), role.at()), count, who]
    }));
    if instance.roles_open {
        out.paragraph("it may have roles that can't be told");
    } else if instance.roles.is_empty() {
        out.paragraph("no role has members yet");
    }
    Some(out)
}

fn service(module: &ModuleRef) -> Line {
    let line = match &module.name {
        Some(name) => Line::default().code(name.as_str()),
        None => Line::of("a service that can't be told"),
    };
    match &module.input {
        Some(Some(input)) if !input.is_empty() => {
            line.text(" (input ").code(input.as_str()).text(")")
        }
        Some(_) => line,
        None => line.text(" (from an input that can't be told)"),
    }
}

/// How many there are, and who.
fn members(context: Context<'_>, role: &RoleOf<'_>) -> (Line, Line) {
    let members = context.clan.members(role.instance, role.role);
    let names: Vec<&SmolStr> = members.keys().collect();
    let open = context.clan.has_open_members(role.role);
    let known = context.machines(&names);
    let who = match (names.is_empty(), open) {
        (true, true) => Line::of("maybe some that can't be told"),
        (true, false) => Line::default(),
        (false, true) => known.text(" and maybe others"),
        (false, false) => known,
    };
    let least = if open { "at least " } else { "" };
    (Line::of(format!("{least}{}", names.len())), who)
}
