//! A machine: every role that it gets, with its settings there, its tags, and where it is defined.

use super::{Context, given};
use crate::markup::{Line, Markup, Table};
use crate::roles::{roles, roles_open};

pub(super) fn hover(context: Context<'_>, name: &str) -> Option<Markup> {
    let clan = context.clan;
    let machine = clan.machines.get(name)?;
    let class = machine.class().map_or("class unknown", |class| class.as_str());
    let mut out = Markup::default();
    let head = Line::of("machine ").strong(name).text(format!(" ({class}), defined in "));
    out.paragraph(head.and(context.places(machine.definitions())));
    out.table(gets(context, name));
    if roles_open(clan) {
        out.paragraph("it may have roles that can't be told");
    }
    out.table(Table::new(["tag", "from"]).rows(clan.tags_of(name), |(tag, source)| {
        [Line::default().code(tag), context.carried_by(source)]
    }));
    if clan.is_open(machine) {
        out.paragraph("it may carry tags that can't be told");
    }
    Some(out)
}

/// The roles that it is in, why, and what is set for it there.
fn gets(context: Context<'_>, name: &str) -> Table {
    let reach = context.analysis.reach(context.clan);
    let mut table = Table::new(["role", "through", "settings"]);
    for role in roles(context.clan) {
        let reasons = role.why(context.clan, name);
        if reasons.is_empty() {
            continue;
        }
        table.row(|| {
            let service = reach.service(&role.instance.module);
            let known = service.as_ref().and_then(|service| service.roles.get(role.name));
            let settings = given::settings(&role.role.layers(context.clan, name), known);
            let settings = settings.map(|text| Line::default().code(text));
            [context.role(&role), context.reasons(&reasons), settings.unwrap_or_default()]
        });
    }
    table
}
