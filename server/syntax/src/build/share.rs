//! Equal tokens share one allocation, and so do equal small nodes.
//!
//! Most of an inventory repeats: names, punctuation, white space, `"laptop"`. What was made lately
//! is remembered in slots; a slot that is taken by something else is overwritten, so what remembers
//! is as small as it is forgetful.

use rowan::{GreenNode, GreenToken, NodeOrToken, SyntaxKind};

/// With more slots the processor's nearest memory does not hold what they lead to: slower at 10 000
/// machines, though more is shared.
const MOST: usize = 2_048;

fn slots<T: Clone>(tokens: usize) -> Vec<Option<T>> {
    vec![None; tokens.next_power_of_two().clamp(64, MOST)]
}

/// The slot among `count` (a power of two) that a hash leads to: its upper bits, where a product's
/// factors are mixed best.
fn slot(hash: u64, count: usize) -> usize {
    usize::try_from(hash >> 40).unwrap_or(0) & (count - 1)
}

/// An odd number without a pattern (from the golden ratio), by which a product spreads its factor.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(SPREAD)
}

/// Tokens made lately.
pub(super) struct Tokens {
    slots: Vec<Option<GreenToken>>,
}

impl Tokens {
    /// For a text of so many tokens.
    pub(super) fn for_tokens(count: usize) -> Self {
        Self { slots: slots(count) }
    }

    pub(super) fn token(&mut self, kind: SyntaxKind, text: &str) -> GreenToken {
        let slot = slot(hash(kind, text), self.slots.len());
        match self.slots.get_mut(slot) {
            Some(Some(token)) if token.kind() == kind && token.text() == text => token.clone(),
            Some(place) => place.insert(GreenToken::new(kind, text)).clone(),
            None => GreenToken::new(kind, text),
        }
    }
}

/// A mix of the kind and the text's length, first and last bytes: what else differs is rare.
fn hash(kind: SyntaxKind, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let short = |bytes: &[u8]| bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (short(bytes), 0),
    };
    let length = u64::try_from(bytes.len()).unwrap_or(0);
    mix(mix(mix(0, u64::from(kind.0) | length << 16), first), last)
}

/// Nodes made lately.
pub(super) struct Nodes {
    slots: Vec<Option<GreenNode>>,
}

/// What a node is made of.
pub(super) type Child = NodeOrToken<GreenNode, GreenToken>;

/// Where a node belongs that was not found.
pub(super) struct Place(usize);

impl Nodes {
    /// For a text of so many tokens.
    pub(super) fn for_tokens(count: usize) -> Self {
        Self { slots: slots(count / 2) }
    }

    /// The node of `kind` with these very `children`, told by their addresses: equal ones share one
    /// as a rule.
    pub(super) fn find<'c>(
        &self,
        kind: SyntaxKind,
        children: impl Iterator<Item = &'c Child> + Clone,
    ) -> Result<GreenNode, Place> {
        let addresses = children.map(|child| match child {
            NodeOrToken::Node(node) => address(&**node),
            NodeOrToken::Token(token) => address(&**token),
        });
        let hash = addresses.clone().fold(u64::from(kind.0), mix);
        let slot = slot(hash, self.slots.len());
        let same = |node: &&GreenNode| {
            let theirs = node.children().map(|child| match child {
                NodeOrToken::Node(node) => address(node),
                NodeOrToken::Token(token) => address(token),
            });
            node.kind() == kind && theirs.eq(addresses.clone())
        };
        let known = self.slots.get(slot).and_then(Option::as_ref);
        known.filter(same).cloned().ok_or(Place(slot))
    }

    pub(super) fn remember(&mut self, place: &Place, node: &GreenNode) {
        if let Some(slot) = self.slots.get_mut(place.0) {
            *slot = Some(node.clone());
        }
    }
}

fn address<T>(it: &T) -> u64 {
    u64::try_from(std::ptr::from_ref(it).addr()).unwrap_or(0)
}
