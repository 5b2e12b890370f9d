//! A role: what it is for, its members, and why each of them is one.

use inventory::{Instance, Role};

use super::Context;
use crate::counted::counted;
use crate::markup::{Line, Markup, Table};

pub(super) fn hover(context: Context<'_>, instance_name: &str, name: &str) -> Option<Markup> {
    let clan = context.clan;
    let instance = clan.instances.get(instance_name);
    let given = instance.and_then(|it| Some((it, it.roles.get(name)?)));
    let service = context.analysis.reach(clan).service_of(instance_name);
    let known = service.as_ref().and_then(|service| service.roles.get(name));
    if given.is_none() && known.is_none() {
        return None;
    }
    let module = instance.map_or(Some(instance_name), |it| it.module.name.as_deref());
    let mut out = Markup::default();
    let head = Line::of("role ").strong(name).text(" of ").code(instance_name);
    out.paragraph(head.text(" (").code(module.unwrap_or("an unknown service")).text(")"));
    if let Some(role) = known.filter(|role| !role.description.is_empty()) {
        out.paragraph(role.description.trim());
    }
    match given {
        Some((instance, role)) => members(context, instance, role, &mut out),
        None if instance.map_or(clan.instances_open, |it| it.roles_open) => {}
        None => out.paragraph(counted(0, "machine")),
    }
    if let Some(service) = known.and(service.as_ref()) {
        out.paragraph(format!("source: {}", service.source));
    }
    Some(out)
}

fn members(context: Context<'_>, instance: &Instance, role: &Role, out: &mut Markup) {
    let clan = context.clan;
    let open = if clan.has_open_members(role) { " that are known" } else { "" };
    let members = clan.members(instance, role);
    out.paragraph(format!("{}{open}", counted(members.len(), "machine")));
    out.table(
        Table::new(["machine", "through"]).rows(&members, |(machine, reasons)| {
            [context.machine(machine), context.reasons(reasons)]
        }),
    );
}
