//! From spans over tokens to a green tree.
//!
//! The parser leaves no events: a node is a run of tokens, and the nodes stand in the order in
//! which they ended. Inner nodes thus come before outer ones, and whatever no node claims (white
//! space, comments) falls into the innermost node that holds both its neighbours.

use rnix::{NixLanguage, SyntaxKind};
use rowan::{GreenNode, GreenToken, Language, NodeOrToken};

use crate::token::Token;

/// Trees are no higher than this: dropping one recurses, and has to fit a thread's stack.
const MAX_HEIGHT: u32 = 6_000;

/// A node over the tokens `start..end` (indices). Never empty.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) kind: SyntaxKind,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The tree of `spans` (in order of their ends) under a root of `kind`, or `None` where it would
/// be too high.
pub(crate) fn tree(
    text: &str,
    tokens: &[Token],
    spans: &[Span],
    kind: SyntaxKind,
) -> Option<GreenNode> {
    let mut builder = Builder::new(text, tokens);
    builder.nodes(spans, MAX_HEIGHT)?;
    Some(builder.finish(kind))
}

/// The nodes of `spans` and the tokens between them, side by side, or `None` where one would be
/// higher than what the `depth` above them leaves.
pub(crate) fn forest(
    text: &str,
    tokens: &[Token],
    spans: &[Span],
    depth: u32,
) -> Option<Vec<NodeOrToken<GreenNode, GreenToken>>> {
    let mut builder = Builder::new(text, tokens);
    builder.nodes(spans, MAX_HEIGHT.checked_sub(depth)?)?;
    builder.take_tokens(usize::MAX);
    Some(builder.orphans.into_iter().map(|orphan| orphan.element).collect())
}

/// A root of `kind` with all the tokens in one error node.
pub(crate) fn flat_tree(text: &str, tokens: &[Token], kind: SyntaxKind) -> GreenNode {
    let mut builder = Builder::new(text, tokens);
    let end = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
    if end > 0 {
        builder.node(Span { kind: SyntaxKind::NODE_ERROR, start: 0, end });
    }
    builder.finish(kind)
}

/// A finished child that has no parent yet.
struct Orphan {
    /// The index of its first token.
    start: u32,
    height: u32,
    element: NodeOrToken<GreenNode, GreenToken>,
}

struct Builder<'t> {
    text: &'t str,
    tokens: std::iter::Enumerate<std::slice::Iter<'t, Token>>,
    orphans: Vec<Orphan>,
    known: TokenCache,
    /// Of the highest node so far.
    height: u32,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self {
            text,
            tokens: tokens.iter().enumerate(),
            orphans: Vec::new(),
            known: TokenCache::for_tokens(tokens.len()),
            height: 0,
        }
    }

    /// Takes tokens up to (not including) the index `end`.
    fn take_tokens(&mut self, end: usize) {
        while self.tokens.len() > 0 {
            let mut ahead = self.tokens.clone();
            let Some((index, token)) = ahead.next() else { break };
            if index >= end {
                break;
            }
            self.tokens = ahead;
            if !token.is_lacking() {
                let green = self.known.token(token.kind, token.text(self.text));
                let start = u32::try_from(index).unwrap_or(u32::MAX);
                self.orphans.push(Orphan { start, height: 0, element: green.into() });
            }
        }
    }

    /// Makes `spans` nodes; `None` where one is higher than `limit`.
    fn nodes(&mut self, spans: &[Span], limit: u32) -> Option<()> {
        spans.iter().try_for_each(|span| {
            self.node(*span);
            (self.height <= limit).then_some(())
        })
    }

    fn node(&mut self, span: Span) {
        self.take_tokens(span.end as usize);
        let first = self
            .orphans
            .iter()
            .rposition(|orphan| orphan.start < span.start)
            .map_or(0, |before| before + 1);
        // All of it lacks in the text.
        if first == self.orphans.len() {
            return;
        }
        self.adopt(span.kind, first, span.start);
    }

    fn adopt(&mut self, kind: SyntaxKind, first: usize, start: u32) {
        let mut height = 0;
        let children = self.orphans.drain(first..).map(|orphan| {
            height = height.max(orphan.height);
            orphan.element
        });
        let node = GreenNode::new(NixLanguage::kind_to_raw(kind), children);
        self.height = self.height.max(height + 1);
        self.orphans.push(Orphan { start, height: height + 1, element: node.into() });
    }

    fn finish(mut self, kind: SyntaxKind) -> GreenNode {
        self.take_tokens(usize::MAX);
        let children = self.orphans.into_iter().map(|orphan| orphan.element);
        GreenNode::new(NixLanguage::kind_to_raw(kind), children)
    }
}

/// Recently made tokens, by kind and text: equal ones share one allocation. A slot that is taken
/// by another token is overwritten, so the cache is as small as it is forgetful.
struct TokenCache {
    slots: Vec<Option<GreenToken>>,
}

impl TokenCache {
    fn for_tokens(count: usize) -> Self {
        let size = count.next_power_of_two().clamp(64, 16_384);
        Self { slots: vec![None; size] }
    }

    fn token(&mut self, kind: SyntaxKind, text: &str) -> GreenToken {
        let raw = NixLanguage::kind_to_raw(kind);
        let slot = hash(raw.0, text) & (self.slots.len() - 1);
        match self.slots.get_mut(slot) {
            Some(Some(token)) if token.kind() == raw && token.text() == text => token.clone(),
            Some(place) => place.insert(GreenToken::new(raw, text)).clone(),
            None => GreenToken::new(raw, text),
        }
    }
}

/// A quick mix of kind and text (FNV-1a); only its spread matters.
fn hash(kind: u16, text: &str) -> usize {
    let seed = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(kind);
    let mixed = text
        .bytes()
        .fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    usize::try_from((mixed ^ (mixed >> 32)) & 0xffff_ffff).unwrap_or(0)
}
