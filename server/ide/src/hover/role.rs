//! A role: what it is for, its members, and why each of them is one.

use std::fmt::Write;

use inventory::{By, Place, Reason};

use super::Context;
use crate::counted::counted;

pub(super) fn hover(context: Context<'_>, instance_name: &str, name: &str) -> Option<String> {
    let instance = context.clan.instances.get(instance_name)?;
    let role = instance.roles.get(name)?;
    let service_name = instance.module.name.as_deref().unwrap_or("an unknown service");
    let mut out = format!("role **{name}** of `{instance_name}` ({service_name})\n");
    let service = context.analysis.reach(context.clan).service(&instance.module);
    let known = service.as_ref().and_then(|service| service.roles.get(name));
    if let Some(role) = known.filter(|role| !role.description.is_empty()) {
        let _ = write!(out, "\n{}\n", role.description.trim());
    }
    let open = if context.clan.has_open_members(role) { " that are known" } else { "" };
    let members = context.clan.members(instance, role);
    let _ = write!(out, "\n{}{open}\n", counted(members.len(), "machine"));
    for (machine, reasons) in &members {
        let reasons: Vec<String> = reasons.iter().map(|it| reason(context, it)).collect();
        let _ = write!(out, "\n- {machine}: {}", reasons.join(", "));
    }
    let source = known.and(service.as_ref()).map(|it| format!("\n\nsource: {}", it.source));
    Some(out.trim_end().to_owned() + &source.unwrap_or_default())
}

fn reason(context: Context<'_>, reason: &Reason) -> String {
    let at = context.place(&Place::Text(reason.at));
    match reason.by {
        By::Tag => format!("tag `{}` ({at})", reason.name),
        By::Machine => format!("by name ({at})"),
    }
}
