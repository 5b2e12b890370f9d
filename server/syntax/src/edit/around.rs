//! What the grammar would remember at a place amid a tree, told from the nodes around it.

use rnix::{
    SyntaxElement,
    SyntaxKind::{self, *},
    SyntaxNode,
};
use rowan::{Direction, NodeOrToken};

use crate::parser::Around;

/// What is remembered between the bindings of `set`, or `None` where the nodes around it don't
/// tell: in strings, beside junk, and where its place could look different to somebody who looks
/// ahead from further out (each `{` around is followed by a binding with `=` before `set` begins,
/// and there such looks end).
pub(super) fn between_bindings(set: &SyntaxNode) -> Option<Around> {
    let mut around = Around { depth: depth(set), ..Around::default() };
    let mut child = set.clone();
    while let Some(parent) = child.parent() {
        match awaited(&parent, &child)? {
            Awaited::Nothing => {}
            Awaited::Token(kind) => around.awaited.push(kind),
        }
        child = parent;
    }
    Some(around)
}

/// How many nodes there are around what stands right in `node`: no fewer than the grammar's depth
/// there, for each level of it makes a node.
pub(super) fn depth(node: &SyntaxNode) -> u32 {
    u32::try_from(node.ancestors().count()).unwrap_or(u32::MAX)
}

enum Awaited {
    Nothing,
    Token(SyntaxKind),
}

/// What `parent` waits for while `child` is read.
fn awaited(parent: &SyntaxNode, child: &SyntaxNode) -> Option<Awaited> {
    let before = before(child);
    Some(match (parent.kind(), before) {
        (NODE_ROOT, None) => Awaited::Nothing,
        (NODE_APPLY | NODE_SELECT | NODE_BIN_OP | NODE_UNARY_OP | NODE_HAS_ATTR, _) => {
            Awaited::Nothing
        }
        (NODE_LAMBDA, Some(TOKEN_COLON)) => Awaited::Nothing,
        (NODE_LET_IN, Some(TOKEN_IN)) => Awaited::Nothing,
        (NODE_WITH | NODE_ASSERT, Some(TOKEN_SEMICOLON)) => Awaited::Nothing,
        (NODE_IF_ELSE, Some(TOKEN_ELSE)) => Awaited::Nothing,
        (NODE_ATTR_SET | NODE_LEGACY_LET, _) if is_binding(child) => Awaited::Token(TOKEN_R_BRACE),
        (NODE_LET_IN, _) if is_binding(child) => Awaited::Token(TOKEN_IN),
        (NODE_ATTRPATH_VALUE, Some(TOKEN_ASSIGN)) => Awaited::Token(TOKEN_SEMICOLON),
        (NODE_WITH | NODE_ASSERT, Some(TOKEN_WITH | TOKEN_ASSERT)) => {
            Awaited::Token(TOKEN_SEMICOLON)
        }
        (NODE_IF_ELSE, Some(TOKEN_IF)) => Awaited::Token(TOKEN_THEN),
        (NODE_IF_ELSE, Some(TOKEN_THEN)) => Awaited::Token(TOKEN_ELSE),
        (NODE_PAREN, Some(TOKEN_L_PAREN)) => Awaited::Token(TOKEN_R_PAREN),
        (NODE_LIST, _) => Awaited::Token(TOKEN_R_BRACK),
        _ => return None,
    })
}

fn is_binding(node: &SyntaxNode) -> bool {
    node.kind() == NODE_ATTRPATH_VALUE
}

/// The kind of what stands before `node` in the same node, trivia left out.
fn before(node: &SyntaxNode) -> Option<SyntaxKind> {
    let mut before = node.siblings_with_tokens(Direction::Prev).skip(1);
    let element = before.find(|element| !is_trivia(element))?;
    Some(element.kind())
}

pub(super) fn is_trivia(element: &SyntaxElement) -> bool {
    matches!(element, NodeOrToken::Token(token) if token.kind().is_trivia())
}
