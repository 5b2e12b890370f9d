//! A role: what it is for, its members, and why each of them is one.

use super::Context;
use crate::counted::counted;
use crate::markup::{Line, Markup, Table};

pub(super) fn hover(context: Context<'_>, instance_name: &str, name: &str) -> Option<Markup> {
    let clan = context.clan;
    let instance = clan.instances.get(instance_name)?;
    let role = instance.roles.get(name)?;
    let service_name = instance.module.name.as_deref().unwrap_or("an unknown service");
    let mut out = Markup::default();
    let head = Line::of("role ").strong(name).text(" of ").code(instance_name);
    out.paragraph(head.text(" (").code(service_name).text(")"));
    let service = context.analysis.reach(clan).service(&instance.module);
    let known = service.as_ref().and_then(|service| service.roles.get(name));
    if let Some(role) = known.filter(|role| !role.description.is_empty()) {
        out.paragraph(role.description.trim());
    }
    let open = if clan.has_open_members(role) { " that are known" } else { "" };
    let members = clan.members(instance, role);
    out.paragraph(format!("{}{open}", counted(members.len(), "machine")));
    out.table(
        Table::new(["machine", "through"]).rows(&members, |(machine, reasons)| {
            [context.machine(machine), context.reasons(reasons)]
        }),
    );
    if let Some(service) = known.and(service.as_ref()) {
        out.paragraph(format!("source: {}", service.source));
    }
    Some(out)
}
