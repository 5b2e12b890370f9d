//! A tag: the machines that it expands to, and the roles that use it. In the list of a machine: what
//! that machine has through it.

use inventory::{By, Reason};
use smol_str::SmolStr;

use super::Context;
use crate::counted::counted;
use crate::markup::{Line, Markup, Table};
use crate::roles::{RoleOf, roles, roles_open};

pub(super) fn hover(context: Context<'_>, tag: &str) -> Markup {
    let clan = context.clan;
    let machines = clan.carriers(tag);
    let open = if clan.tags_open() { " that are known" } else { "" };
    let count = match machines.len() {
        0 => format!(": no machine{open} carries it"),
        count => format!(": {}{open}", counted(count, "machine")),
    };
    let mut out = Markup::default();
    out.paragraph(Line::of("tag ").strong(tag).text(count));
    out.table(Table::new(["machine", "from"]).rows(machines, |name| {
        let why = clan.why_tagged(name, tag).map(|source| context.carried_by(source));
        [context.machine(name), why.unwrap_or_default()]
    }));
    out.table(Table::new(["used by", "at"]).rows(users(context, tag), |role| {
        let used = role.role.tags.iter().filter(|used| used.name == tag);
        let places = used.map(|used| context.at(role.instance.at(used.at)));
        [context.role(&role), Line::default().list(places)]
    }));
    out
}

/// What a tag in the list of a machine gives it; `None` if the machine does not carry it.
pub(super) fn of_machine(context: Context<'_>, machine: &str, tag: &str) -> Option<Markup> {
    let clan = context.clan;
    clan.why_tagged(machine, tag)?;
    let roles: Vec<RoleOf<'_>> = users(context, tag).collect();
    let known = if roles_open(clan) { " that is known" } else { "" };
    let gives = match roles.len() {
        0 => format!(": no role{known} comes with it"),
        count => format!(": {}", counted(count, "role")),
    };
    let mut out = Markup::default();
    out.paragraph(Line::of("tag ").strong(tag).text(" of ").strong(machine).text(gives));
    out.table(Table::new(["role", "through", "otherwise"]).rows(roles, |role| {
        let by_it = |reason: &Reason| reason.by == By::Tag && reason.name == tag;
        let (here, others): (Vec<_>, Vec<_>) = role.why(clan, machine).into_iter().partition(by_it);
        let others = match others.is_empty() {
            true if role.role.is_open() || clan.tags_open() => Line::of("not that is known"),
            true => Line::of("not at all"),
            false => context.reasons(&others),
        };
        [context.role(&role), context.reasons(&here), others]
    }));
    let others = clan.carriers(tag).into_iter().filter(|name| *name != machine);
    let others: Vec<&SmolStr> = others.collect();
    out.paragraph(match others.len() {
        0 if clan.tags_open() => Line::of("no other machine that is known carries it"),
        0 => Line::of("no other machine carries it"),
        _ => Line::of("also carried by ").and(context.machines(&others)),
    });
    Some(out)
}

fn users<'c>(context: Context<'c>, tag: &str) -> impl Iterator<Item = RoleOf<'c>> {
    roles(context.clan).filter(move |role| role.role.names_tag(tag))
}
