//! The symbols of `inventory.json`, by the places that the index has there.

use eval::{FileId, FileRange};
use inventory::{Clan, Instance, Place, Role};
use syntax::TextRange;

use super::{Node, SymbolKind};

/// The machines, tags and instances that the file names, by place. Of what a name holds only the
/// names are known, so a range ends with the last of those.
pub(super) fn nodes(clan: &Clan, file: FileId) -> Vec<Node> {
    let here = |at: FileRange| (at.file == file).then_some(at.range);
    let leaf = |kind, name: &str, range| Node::new(kind, name, (range, range));
    let mut nodes = Vec::new();
    for (name, machine) in &clan.machines {
        let places = machine.definitions().into_iter().filter_map(|place| match place {
            Place::Text(at) => here(at),
            Place::Folder(_) => None,
        });
        nodes.extend(places.map(|range| leaf(SymbolKind::Machine, name, range)));
    }
    for (name, places) in &clan.tags.definitions {
        let places = places.iter().filter_map(|&at| here(at));
        nodes.extend(places.map(|range| leaf(SymbolKind::Tag, name, range)));
    }
    for (name, instance) in &clan.instances {
        let mut places = instance.definitions.iter().filter_map(|&at| here(instance.at(at)));
        if let Some(range) = places.next() {
            let roles = roles(instance, here);
            nodes.push(parent(leaf(SymbolKind::Instance, name, range), roles));
        }
    }
    nodes.retain(|node| !node.name.trim().is_empty());
    nodes.sort_by_key(|node| node.range.start());
    nodes
}

fn roles(instance: &Instance, here: impl Fn(FileRange) -> Option<TextRange>) -> Vec<Node> {
    let roles = instance.roles.iter().filter_map(|(name, role)| {
        let range = role.definitions.iter().find_map(|&at| here(instance.at(at)))?;
        let node = Node::new(SymbolKind::Role, name, (range, range));
        Some(parent(node, members(instance, role, &here)))
    });
    roles.collect()
}

fn members(
    instance: &Instance,
    role: &Role,
    here: impl Fn(FileRange) -> Option<TextRange>,
) -> Vec<Node> {
    let machines = role.machines.iter().map(|used| (SymbolKind::Machine, used));
    let tags = role.tags.iter().map(|used| (SymbolKind::Tag, used));
    let members = machines.chain(tags).filter_map(|(kind, used)| {
        let range = here(instance.at(used.at))?;
        Some(Node { is_member: true, ..Node::new(kind, &used.name, (range, range)) })
    });
    members.collect()
}

/// A node that reaches to the end of its children.
fn parent(mut node: Node, mut children: Vec<Node>) -> Node {
    children.retain(|child| {
        !child.name.trim().is_empty() && child.range.start() >= node.selection.end()
    });
    children.sort_by_key(|child| child.range.start());
    for child in &mut children {
        node.range = node.range.cover(child.range);
        if child.kind == SymbolKind::Role {
            child.instance = Some(node.name.clone());
        }
    }
    node.children = children;
    node
}
