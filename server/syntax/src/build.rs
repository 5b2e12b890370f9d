//! From spans over tokens to a green tree.
//!
//! The parser leaves no events: a node is a run of tokens, and the nodes stand in the order in
//! which they ended. Inner nodes thus come before outer ones, and whatever no node claims (white
//! space, comments) falls into the innermost node that holds both its neighbours.

mod share;

use rnix::{NixLanguage, SyntaxKind};
use rowan::{GreenNode, GreenToken, Language, NodeOrToken};

use self::share::{Nodes, Tokens};
use crate::token::Token;

/// Trees are no higher than this: dropping one recurses, and has to fit a thread's stack.
const MAX_HEIGHT: u32 = 6_000;

/// Nodes with more children are not shared: equal ones are rare.
const SHARED: usize = 4;

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
    /// Whether an equal one may be the same one: then so may be its parent.
    shared: bool,
    element: NodeOrToken<GreenNode, GreenToken>,
}

struct Builder<'t> {
    text: &'t str,
    tokens: std::iter::Enumerate<std::slice::Iter<'t, Token>>,
    orphans: Vec<Orphan>,
    known_tokens: Tokens,
    known_nodes: Nodes,
    /// Of the highest node so far.
    height: u32,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self {
            text,
            tokens: tokens.iter().enumerate(),
            orphans: Vec::new(),
            known_tokens: Tokens::for_tokens(tokens.len()),
            known_nodes: Nodes::for_tokens(tokens.len()),
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
                let green = self
                    .known_tokens
                    .token(NixLanguage::kind_to_raw(token.kind), token.text(self.text));
                let start = u32::try_from(index).unwrap_or(u32::MAX);
                let element = green.into();
                self.orphans.push(Orphan { start, height: 0, shared: true, element });
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
        let children = self.orphans.get(first..).unwrap_or_default();
        let height = 1 + children.iter().map(|orphan| orphan.height).max().unwrap_or(0);
        let shared = children.len() <= SHARED && children.iter().all(|orphan| orphan.shared);
        let node = self.green(NixLanguage::kind_to_raw(kind), first, shared);
        self.height = self.height.max(height);
        self.orphans.push(Orphan { start, height, shared, element: node.into() });
    }

    /// A node of the children from `first` on; the same as an equal one, if that may be.
    fn green(&mut self, kind: rowan::SyntaxKind, first: usize, shared: bool) -> GreenNode {
        let Some(children) = self.orphans.get(first..).filter(|_| shared) else {
            return GreenNode::new(kind, self.orphans.drain(first..).map(|orphan| orphan.element));
        };
        match self.known_nodes.find(kind, children.iter().map(|orphan| &orphan.element)) {
            Ok(node) => {
                self.orphans.truncate(first);
                node
            }
            Err(place) => {
                let children = self.orphans.drain(first..).map(|orphan| orphan.element);
                let node = GreenNode::new(kind, children);
                self.known_nodes.remember(&place, &node);
                node
            }
        }
    }

    fn finish(mut self, kind: SyntaxKind) -> GreenNode {
        self.take_tokens(usize::MAX);
        let children = self.orphans.into_iter().map(|orphan| orphan.element);
        GreenNode::new(NixLanguage::kind_to_raw(kind), children)
    }
}
