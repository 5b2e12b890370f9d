//! Infix and prefix operators, by precedence.

use rnix::SyntaxKind::{self, *};

use super::{binding::attrpath, expr, look_ahead, mistake};
use crate::parser::Parser;

/// How tightly the prefix `!` binds.
const INVERT: u8 = 9;
/// How tightly the prefix `-` binds.
const NEGATE: u8 = 14;

/// What a chain of equal operators groups to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
    /// `a == b == c` is a mistake.
    Neither,
}

/// An infix operator's level (a higher one binds tighter) and the side it groups to.
pub(super) fn infix(kind: SyntaxKind) -> Option<(u8, Side)> {
    let power = match kind {
        TOKEN_PIPE_LEFT => (1, Side::Right),
        TOKEN_PIPE_RIGHT => (2, Side::Left),
        TOKEN_IMPLICATION => (3, Side::Right),
        TOKEN_OR_OR => (4, Side::Left),
        TOKEN_AND_AND => (5, Side::Left),
        TOKEN_EQUAL | TOKEN_NOT_EQUAL => (6, Side::Neither),
        TOKEN_LESS | TOKEN_LESS_OR_EQ | TOKEN_MORE | TOKEN_MORE_OR_EQ => (7, Side::Neither),
        TOKEN_UPDATE => (8, Side::Right),
        TOKEN_ADD | TOKEN_SUB => (10, Side::Left),
        TOKEN_MUL | TOKEN_DIV => (11, Side::Left),
        TOKEN_CONCAT => (12, Side::Right),
        TOKEN_QUESTION => (13, Side::Left),
        _ => return None,
    };
    Some(power)
}

/// An expression of operators that bind at `min` or tighter.
pub(super) fn operation(p: &mut Parser<'_>, min: u8) {
    let mark = p.mark();
    match p.peek() {
        Some(TOKEN_SUB) => prefix(p, NEGATE),
        Some(TOKEN_INVERT) => prefix(p, INVERT),
        _ => expr::application(p),
    }
    let mut unchainable = None;
    while let Some((level, side)) = p.peek().and_then(infix).filter(|(level, _)| *level >= min) {
        if unchainable == Some(level) {
            mistake::chained(p);
        }
        if p.at(TOKEN_QUESTION) {
            p.bump();
            attrpath(p);
            p.close(mark, NODE_HAS_ATTR);
        } else {
            p.bump();
            operand(p, if side == Side::Right { level } else { level + 1 });
            p.close(mark, NODE_BIN_OP);
        }
        unchainable = (side == Side::Neither).then_some(level);
    }
}

fn prefix(p: &mut Parser<'_>, level: u8) {
    let mark = p.mark();
    p.bump();
    operand(p, level);
    p.close(mark, NODE_UNARY_OP);
}

fn operand(p: &mut Parser<'_>, min: u8) {
    if look_ahead::at_binding(p) {
        mistake::no_expr(p);
    } else if p.enter() {
        operation(p, min);
        p.leave();
    } else {
        mistake::too_deep(p);
    }
}
