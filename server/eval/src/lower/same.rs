//! Whether two trees are the same.

use std::ptr;

use syntax::{GreenNodeData, GreenTokenData, NodeOrToken};

/// Do two nodes hold the same, node by node? What they share is not looked into, and most that
/// differ have different lengths. Trees may be too high to recurse into.
pub(super) fn is_same_node(a: &GreenNodeData, b: &GreenNodeData) -> bool {
    if ptr::eq(a, b) {
        return true;
    }
    if !is_alike(a, b) {
        return false;
    }
    let mut pending = vec![(a, b)];
    while let Some((a, b)) = pending.pop() {
        for pair in a.children().zip(b.children()) {
            match pair {
                (NodeOrToken::Node(a), NodeOrToken::Node(b)) if ptr::eq(a, b) => {}
                (NodeOrToken::Node(a), NodeOrToken::Node(b)) if is_alike(a, b) => {
                    pending.push((a, b));
                }
                (NodeOrToken::Token(a), NodeOrToken::Token(b)) if is_same_token(a, b) => {}
                _ => return false,
            }
        }
    }
    true
}

pub(super) fn is_same_token(a: &GreenTokenData, b: &GreenTokenData) -> bool {
    ptr::eq(a, b) || (a.kind() == b.kind() && a.text() == b.text())
}

fn is_alike(a: &GreenNodeData, b: &GreenNodeData) -> bool {
    a.text_len() == b.text_len() && a.kind() == b.kind() && a.children().len() == b.children().len()
}
