//! A machine: where it is defined, its tags, and every role that it gets.

use std::fmt::Write;

use inventory::{By, Reason};

use super::Context;

pub(super) fn hover(context: Context<'_>, name: &str) -> Option<String> {
    let machine = context.clan.machines.get(name)?;
    let class = machine.class().map_or("class unknown", |class| class.as_str());
    let mut out = format!("machine **{name}** ({class})\n");
    let tags = context.clan.tags_of(name).into_iter();
    let tags: Vec<String> = tags.map(|(tag, _)| format!("`{tag}`")).collect();
    let open = if context.clan.is_open(machine) { " and others that can't be told" } else { "" };
    let _ = write!(out, "\ntags: {}{open}\n", tags.join(", "));
    let places: Vec<String> = machine.definitions().iter().map(|at| context.place(at)).collect();
    let _ = write!(out, "\ndefined in {}\n", places.join(", "));
    for (instance_name, instance) in &context.clan.instances {
        for (role_name, role) in &instance.roles {
            let reasons = context.clan.why_member(instance, role, name);
            if !reasons.is_empty() {
                let why = reasons.iter().map(reason).collect::<Vec<_>>().join(", ");
                let _ = write!(out, "\n- `{instance_name}` {role_name}: {why}");
            }
        }
    }
    Some(out)
}

fn reason(reason: &Reason) -> String {
    match reason.by {
        By::Tag => format!("tag `{}`", reason.name),
        By::Machine => "by name".to_owned(),
    }
}
