//! Leaves out what an outline has no room for: first whom the roles name, then the ends of the
//! longest lists, so that each list is there with its beginning.

use super::{Node, SymbolKind};

/// Cuts a tree down to so many nodes.
pub(super) fn to(most: usize, nodes: &mut Vec<Node>) {
    if count(nodes, usize::MAX) > most {
        drop_members(nodes);
    }
    if count(nodes, usize::MAX) > most {
        // The longest lists that are short enough: more in each is more in all.
        let (mut fits, mut too_long) = (0, most + 1);
        while too_long - fits > 1 {
            let tried = usize::midpoint(fits, too_long);
            if count(nodes, tried) > most { too_long = tried } else { fits = tried }
        }
        shorten(nodes, fits);
    }
}

/// The nodes of a tree in which no list is longer than `longest`.
fn count(nodes: &[Node], longest: usize) -> usize {
    nodes.iter().take(longest).map(|node| 1 + count(&node.children, longest)).sum()
}

fn drop_members(nodes: &mut Vec<Node>) {
    nodes.retain(|node| !node.is_member);
    nodes.iter_mut().for_each(|node| drop_members(&mut node.children));
}

fn shorten(nodes: &mut Vec<Node>, longest: usize) {
    nodes.truncate(longest);
    for node in nodes {
        if node.kind == SymbolKind::Group {
            node.left_out = node.children.len().saturating_sub(longest);
        }
        shorten(&mut node.children, longest);
    }
}

#[cfg(test)]
mod tests {
    use syntax::TextRange;

    use super::*;

    fn node(kind: SymbolKind, children: Vec<Node>) -> Node {
        let place = (TextRange::default(), TextRange::default());
        Node { children, ..Node::new(kind, "x", place) }
    }

    fn many(kind: SymbolKind, count: usize, children: impl Fn() -> Vec<Node>) -> Vec<Node> {
        (0..count).map(|_| node(kind, children())).collect()
    }

    /// So many machines, and instances with a role each that names two.
    fn tree(machines: usize, instances: usize) -> Vec<Node> {
        let member = || node(SymbolKind::Machine, Vec::new());
        let members =
            || vec![Node { is_member: true, ..member() }, Node { is_member: true, ..member() }];
        let roles = || many(SymbolKind::Role, 1, members);
        let machines = many(SymbolKind::Machine, machines, Vec::new);
        let instances = many(SymbolKind::Instance, instances, roles);
        vec![node(SymbolKind::Group, machines), node(SymbolKind::Group, instances)]
    }

    /// What is there after the cut, and how long the two lists are.
    fn cut(machines: usize, instances: usize) -> (usize, usize, usize) {
        let mut nodes = tree(machines, instances);
        to(100, &mut nodes);
        let length = |list: usize| nodes.get(list).map_or(0, |node| node.children.len());
        (count(&nodes, usize::MAX), length(0), length(1))
    }

    #[test]
    fn what_has_room_stays() {
        assert_eq!(cut(50, 12), (100, 50, 12));
    }

    #[test]
    fn members_go_first() {
        assert_eq!(cut(50, 13), (78, 50, 13));
    }

    #[test]
    fn then_the_longest_lists_are_cut() {
        assert_eq!(cut(1_000, 13), (100, 72, 13));
        assert_eq!(cut(1_000, 1_000), (98, 32, 32));
    }
}
