//! What may be written at the cursor. The change is always given exactly, quotes included.

mod names;

use eval::FilePosition;
use inventory::{Catalogue, Clan, Resolution, Role};
use smol_str::SmolStr;
use syntax::TextEdit;

use crate::Analysis;
use crate::place::{At, Spot, spot};
use names::Slot;

/// One proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletionItem {
    /// What the list shows; also what is filtered by.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A word more, on one line.
    pub detail: Option<String>,
    /// The rest, as Markdown.
    pub documentation: Option<String>,
    /// The exact change, on one line of the text, around the cursor.
    pub edit: TextEdit,
    /// Orders the list, as a string.
    pub sort_text: String,
}

/// What a proposal names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// A role of a service.
    Role,
    /// A machine.
    Machine,
    /// A tag.
    Tag,
    /// A service.
    Service,
}

pub(crate) fn completion(analysis: &Analysis, at: FilePosition) -> Option<Vec<CompletionItem>> {
    let parse = analysis.parse(at.file)?;
    let clan = analysis.clan(&analysis.path(at.file))?;
    let spot = spot(&parse, &clan, at)?;
    let slot = Slot::of(&spot);
    let proposals = proposals(&clan, &spot)?;
    let items = proposals.into_iter().enumerate().map(|(rank, proposal)| CompletionItem {
        edit: slot.edit(&proposal.name),
        sort_text: format!("{rank:05}"),
        label: proposal.name.into(),
        kind: proposal.kind,
        detail: proposal.detail,
        documentation: None,
    });
    Some(items.collect())
}

/// A name that fits, before it is known how it is written.
struct Proposal {
    name: SmolStr,
    kind: CompletionKind,
    detail: Option<String>,
    /// Is it written at this place already? Such names come last.
    used: bool,
}

fn proposals(clan: &Clan, spot: &Spot) -> Option<Vec<Proposal>> {
    let path: Vec<&str> = spot.path.iter().map(SmolStr::as_str).collect();
    let mut proposals = match (path.as_slice(), spot.at) {
        (["inventory", "instances", instance, "roles"], At::Key) => roles(clan, instance)?,
        (["inventory", "instances", instance, "roles", role, "machines"], At::Key) => {
            let role = clan.instances.get(*instance).and_then(|it| it.roles.get(*role));
            machines(clan, |name| role.is_some_and(|role| role.names_machine(name)))
        }
        (["inventory", "instances", instance, "roles", role, "tags"], At::Key | At::Item) => {
            let role = clan.instances.get(*instance).and_then(|it| it.roles.get(*role));
            tags(clan, |name| role.is_some_and(|role| role.names_tag(name)))
        }
        (["inventory", "machines", machine, "tags"], At::Item) => {
            let carried = clan.machines.get(*machine);
            let mut tags = tags(clan, |name| {
                carried.is_some_and(|machine| machine.tags.iter().any(|(tag, _)| tag == name))
            });
            // What is being typed is itself a tag by now, of this machine alone.
            tags.retain(|tag| {
                tag.name != spot.name.text || !only_carrier(clan, machine, &tag.name)
            });
            tags
        }
        (["inventory", "tags", tag], At::Item) => {
            let listed = clan.tags.get(*tag);
            machines(clan, |name| {
                listed.is_some_and(|tag| tag.machines.iter().any(|machine| machine == name))
            })
        }
        (["inventory", "instances", _, "module", "name"], At::Value) => services(),
        _ => return None,
    };
    // The name that the cursor stands in is being chosen anew: it is not used elsewhere.
    proposals.sort_by_key(|proposal| proposal.used && proposal.name != spot.name.text);
    Some(proposals)
}

/// The roles of the instance's service, with how many machines each holds already.
fn roles(clan: &Clan, instance: &str) -> Option<Vec<Proposal>> {
    let instance = clan.instances.get(instance)?;
    let Resolution::Catalogue(service) = clan.service(&instance.module) else { return None };
    let roles = service.roles.iter().map(|(name, definition)| {
        let used = instance.roles.get(name).is_some_and(Role::is_used);
        let detail = Some(definition.description.to_string());
        Proposal { name: name.clone(), kind: CompletionKind::Role, detail, used }
    });
    Some(roles.collect())
}

fn machines(clan: &Clan, used: impl Fn(&str) -> bool) -> Vec<Proposal> {
    let machines = clan.machines.iter().map(|(name, machine)| {
        let tags: Vec<&str> = machine.tags.iter().map(|(tag, _)| tag.as_str()).collect();
        Proposal {
            used: used(name),
            name: name.clone(),
            kind: CompletionKind::Machine,
            detail: Some(tags.join(" ")),
        }
    });
    machines.collect()
}

fn tags(clan: &Clan, used: impl Fn(&str) -> bool) -> Vec<Proposal> {
    let tags = clan.tags.iter().map(|(name, tag)| {
        let detail = match tag.machines.as_slice() {
            [] => None,
            machines if machines.len() <= 5 => Some(machines.join(" ")),
            machines => Some(format!("{} machines", machines.len())),
        };
        Proposal { used: used(name), name: name.clone(), kind: CompletionKind::Tag, detail }
    });
    tags.collect()
}

fn only_carrier(clan: &Clan, machine: &str, tag: &str) -> bool {
    clan.tags.get(tag).is_some_and(|tag| tag.machines.iter().all(|carrier| carrier == machine))
}

fn services() -> Vec<Proposal> {
    let services = Catalogue::embedded().services().map(|(name, service)| Proposal {
        name: name.clone(),
        kind: CompletionKind::Service,
        detail: Some(service.description.to_string()),
        used: false,
    });
    services.collect()
}
