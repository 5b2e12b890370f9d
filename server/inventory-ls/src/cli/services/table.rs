//! The services as a table for people.

use std::collections::BTreeSet;

use anstyle::Style;

use super::report::{Report, RoleReport, ServiceReport};
use crate::cli::layout::{Rows, paragraph};
use crate::cli::output::printable;

const HEADING: Style = Style::new().bold();

/// A block for each input: its services, their roles, and what can be set in each; then a note.
pub(super) fn render(report: &Report<'_>, note: &str) -> String {
    let blocks: Vec<_> = report.iter().map(|(input, services)| block(input, services)).collect();
    format!("{}\n{}", blocks.join("\n"), paragraph(0, note))
}

/// Says that clan-core's services are those of the catalogue, which speaks of this commit.
pub(super) fn built_in(revision: &str, pins_another: bool) -> String {
    let revision: String = revision.chars().take(7).collect();
    let mut note = format!("clan-core's services are told as of its commit {revision}");
    if pins_another {
        note.push_str("; this clan pins another, in which they may differ");
    }
    note
}

/// Says where clan-core's services were read.
pub(super) fn read_from(source: &str) -> String {
    format!("clan-core's services are told as of {}", printable(source))
}

fn block<'c>(
    input: &str,
    services: impl IntoIterator<Item = (&'c &'c str, &'c ServiceReport<'c>)>,
) -> String {
    let mut rows = Rows::indented(2);
    let mut count = 0;
    let mut sources = BTreeSet::new();
    for (name, service) in services {
        count += 1;
        sources.insert(service.source.as_str());
        for (at, (role, definition)) in service.roles.iter().enumerate() {
            rows.push([if at == 0 { name } else { "" }, role], settings(definition));
        }
    }
    let noun = if count == 1 { "service" } else { "services" };
    let input = printable(input);
    let from = sources.len() == 1 && sources.iter().all(|source| *source != "catalogue");
    let from = from.then(|| sources.iter().next().map(|source| printable(source))).flatten();
    let from = from.map(|source| format!(" (from {source})")).unwrap_or_default();
    format!("{HEADING}{count} {noun} of {input}{HEADING:#}{from}\n{}", rows.render())
}

/// The names of the settings, only the outermost of nested ones.
fn settings(role: &RoleReport<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for option in &role.options {
        let Some(name) = option.path.first() else { continue };
        if names.last().is_none_or(|last| last != name) {
            names.push((*name).to_owned());
        }
    }
    let any = role.freeform.then(|| "any other".to_owned());
    names.extend(any);
    if names.is_empty() { vec!["no settings".to_owned()] } else { names }
}
