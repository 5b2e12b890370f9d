//! The report as aligned text, for people: at most 80 columns wide where names allow it.

use std::collections::BTreeSet;

use anstyle::{AnsiColor, Style};

use super::report::{ClanReport, Instance, Machine, Module, Reason, Role, Unknown};
use crate::cli::layout::{Rows, paragraph};
use crate::cli::output::printable;

const HEADING: Style = Style::new().bold();
const CAUTION: Style = AnsiColor::Yellow.on_default().bold();

/// Machines with class and tags, instances with the members of their roles, and what is unknown.
pub(super) fn render(clan: &ClanReport) -> String {
    let mut text = format!("{HEADING}Clan {}{HEADING:#} (from {})\n", clan.root, clan.entry);
    heading(&mut text, HEADING, &counted(clan.machines.len(), "machine", clan.machines_open));
    text.push_str(&machines(clan));
    heading(&mut text, HEADING, &counted(clan.instances.len(), "instance", clan.instances_open));
    for (name, it) in &clan.instances {
        text.push_str(&instance(name, it, clan.machines_open));
    }
    if !clan.complete {
        let title = "Unknown: what stands here could not be followed, and may add to the above";
        heading(&mut text, CAUTION, title);
        clan.unknown.iter().for_each(|gap| text.push_str(&unknown(gap)));
    }
    text
}

fn heading(text: &mut String, style: Style, title: &str) {
    text.push_str(&format!("\n{style}{title}{style:#}\n"));
}

fn counted(count: usize, noun: &str, open: bool) -> String {
    let plural = if count == 1 { "" } else { "s" };
    let more = if open { ", perhaps more" } else { "" };
    format!("{count} {noun}{plural}{more}")
}

fn machines(clan: &ClanReport) -> String {
    let mut rows = Rows::indented(2);
    for (name, machine) in &clan.machines {
        let Machine { class, tags, tags_open, .. } = machine;
        let class = class.unwrap_or("class unknown");
        rows.push([name.as_str(), class], tags.iter().cloned().chain(more(*tags_open)));
    }
    rows.render()
}

/// A last item for a list that may go on.
fn more(open: bool) -> Option<String> {
    open.then(|| "perhaps more".to_owned())
}

fn instance(name: &str, instance: &Instance, machines_open: bool) -> String {
    let mut rows = Rows::indented(4);
    for (name, it) in &instance.roles {
        role(&mut rows, name, it, machines_open);
    }
    let more = if instance.roles_open { "    perhaps more roles\n" } else { "" };
    let title = printable(&format!("{name}: {}", service(&instance.module)));
    format!("  {title}\n{}{more}", rows.render())
}

fn service(module: &Module) -> String {
    let name = module.name.as_deref().unwrap_or("unknown service");
    match (&module.input, module.input_unknown) {
        (_, true) => format!("{name} from an unknown input"),
        (Some(input), _) => format!("{name} from {input}"),
        (None, _) => format!("{name} from clan-core, by default"),
    }
}

/// A row for each way in which machines became members, so that each member stands once.
fn role(rows: &mut Rows, name: &str, role: &Role, machines_open: bool) {
    let mut ways: Vec<(String, Vec<String>)> = Vec::new();
    for (member, reasons) in &role.machines {
        let (why, member) = (why(reasons), label(member, role, machines_open));
        match ways.iter_mut().find(|(known, _)| *known == why) {
            Some((_, members)) => members.push(member),
            None => ways.push((why, vec![member])),
        }
    }
    if ways.is_empty() && !role.open {
        ways.push(("nobody".to_owned(), Vec::new()));
    }
    if role.open {
        ways.push(("perhaps more".to_owned(), Vec::new()));
    }
    for (at, (why, members)) in ways.into_iter().enumerate() {
        rows.push([if at == 0 { name } else { "" }, &why], members);
    }
}

/// A member's name, with a remark when it is not a machine.
fn label(member: &str, role: &Role, machines_open: bool) -> String {
    match (role.strangers.contains(member), machines_open) {
        (false, _) => member.to_owned(),
        (true, false) => format!("{member} (no such machine)"),
        (true, true) => format!("{member} (not a known machine)"),
    }
}

/// Such as `tag backup`, `tags backup, laptop + by name`.
fn why(reasons: &[Reason]) -> String {
    let tags: BTreeSet<_> = reasons.iter().filter_map(tag).collect();
    let named = reasons.iter().any(|reason| tag(reason).is_none());
    let names = tags.iter().copied().collect::<Vec<_>>().join(", ");
    let tagged = match tags.len() {
        0 => None,
        1 => Some(format!("tag {names}")),
        _ => Some(format!("tags {names}")),
    };
    let named = named.then(|| "by name".to_owned());
    tagged.into_iter().chain(named).collect::<Vec<_>>().join(" + ")
}

fn tag(reason: &Reason) -> Option<&str> {
    match reason {
        Reason::Tag { name, .. } => Some(name),
        Reason::Machine { .. } => None,
    }
}

fn unknown(gap: &Unknown) -> String {
    let Unknown { path, at, why } = gap;
    let path = printable(path);
    format!("  {path} at {}:{}\n{}", at.file, at.line, paragraph(4, why))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::render;
    use crate::cli::show::fixture::{clan, clan_with_gap, report};
    use crate::cli::show::report::ClanReport;

    fn shows(clan: &ClanReport, expected: &Expect) {
        let text = render(clan);
        expected.assert_eq(&anstream::adapter::strip_str(&text).to_string());
    }

    #[test]
    fn everybody_and_everything_has_a_row() {
        shows(
            &report(&clan()),
            &expect![[r#"
                Clan . (from clan.nix)

                2 machines
                  jon   nixos  all, backup, nixos
                  sara  nixos  all, nixos

                1 instance
                  bk: borgbackup from core
                    client  tag backup + by name  jon
                            by name               sara
                    server  by name               vault (no such machine)
                    spare   nobody
            "#]],
        );
    }

    #[test]
    fn what_is_unknown_is_told_with_its_reason() {
        shows(
            &report(&clan_with_gap()),
            &expect![[r#"
                Clan . (from clan.nix)

                2 machines
                  jon   nixos          all, backup, nixos
                  sara  class unknown  perhaps more

                1 instance
                  bk: borgbackup from core
                    client  tag backup + by name  jon
                            by name               sara
                            perhaps more
                    server  by name               vault (no such machine)
                    spare   nobody

                Unknown: what stands here could not be followed, and may add to the above
                  inventory.machines.sara at clan.nix:10
                    `fleet` is not known here: it is an argument that Clan gives
            "#]],
        );
    }
}
