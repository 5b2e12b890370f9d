//! What an outline says beside a name.

use inventory::{Clan, TagSource};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::{Node, SymbolKind};

/// A word more about a symbol.
pub(super) fn of(clan: &Clan, node: &Node) -> Option<String> {
    match node.kind {
        // What it comes to stands where it is made.
        _ if node.is_member => None,
        SymbolKind::Group if node.left_out > 0 => {
            let shown = node.children.len();
            Some(format!("the first {shown} of {}", shown + node.left_out))
        }
        SymbolKind::Group | SymbolKind::Service => None,
        SymbolKind::Machine => machine(clan, &node.name),
        SymbolKind::Tag => listed(clan.carriers(&node.name), "machines"),
        SymbolKind::Instance => {
            clan.instances.get(&node.name)?.module.name.as_ref().map(SmolStr::to_string)
        }
        SymbolKind::Role => role(clan, node.instance.as_ref()?, &node.name),
    }
}

/// The tags of a machine, without those that every machine has.
fn machine(clan: &Clan, name: &str) -> Option<String> {
    let mut tags = clan.tags_of(name);
    tags.retain(|(_, source)| !matches!(source, TagSource::BuiltIn));
    listed(tags.iter().map(|(tag, _)| tag).collect(), "tags")
}

/// The members of a role.
fn role(clan: &Clan, instance: &str, name: &str) -> Option<String> {
    let role = clan.instances.get(instance)?.roles.get(name)?;
    let tagged = role.tags.iter().flat_map(|tag| clan.carriers(&tag.name));
    let members: FxHashSet<&SmolStr> =
        tagged.chain(role.machines.iter().map(|used| &used.name)).collect();
    let mut members: Vec<&SmolStr> = members.into_iter().collect();
    // Where they are only counted, their order does not matter.
    if members.len() <= MOST {
        members.sort_unstable();
    }
    listed(members, "machines")
}

/// More names than this are counted: an outline is narrow.
const MOST: usize = 5;

fn listed(names: Vec<&SmolStr>, noun: &str) -> Option<String> {
    let names: Vec<&str> = names.into_iter().map(SmolStr::as_str).collect();
    match names.len() {
        0 => None,
        count if count > MOST => Some(format!("{count} {noun}")),
        _ => Some(names.join(" ")),
    }
}
