//! A role: what it is for, its members, and why each of them is one.

use std::fmt::Write;

use inventory::{By, Place, Reason};

use super::{Context, counted};

pub(super) fn hover(context: Context<'_>, instance_name: &str, name: &str) -> Option<String> {
    let instance = context.clan.instances.get(instance_name)?;
    let role = instance.roles.get(name)?;
    let service = instance.module.name.as_deref().unwrap_or("an unknown service");
    let mut out = format!("role **{name}** of `{instance_name}` ({service})\n");
    if let Some(description) = context.clan.service(&instance.module).role_description(name) {
        let _ = write!(out, "\n{description}\n");
    }
    let open = if context.clan.has_open_members(role) { " that are known" } else { "" };
    let members = context.clan.members(instance, role);
    let _ = write!(out, "\n{}{open}\n", counted(members.len(), "machine"));
    for (machine, reasons) in &members {
        let reasons: Vec<String> = reasons.iter().map(|it| reason(context, it)).collect();
        let _ = write!(out, "\n- {machine}: {}", reasons.join(", "));
    }
    Some(out)
}

fn reason(context: Context<'_>, reason: &Reason) -> String {
    let at = context.place(&Place::Text(reason.at));
    match reason.by {
        By::Tag => format!("tag `{}` ({at})", reason.name),
        By::Machine => format!("by name ({at})"),
    }
}
