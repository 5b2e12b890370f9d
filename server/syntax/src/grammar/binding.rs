//! Bindings: `a.b = c;`, `inherit (x) a b;`, and the attribute paths in front of them.

use rnix::SyntaxKind::{self, *};

use super::{
    expr::{close_bracket, expr},
    look_ahead::{self, can_begin_expr, can_begin_name},
    mistake,
    string::{interpolation, string},
};
use crate::parser::Parser;

/// What ends a list of bindings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    Brace,
    In,
}

impl Until {
    fn kind(self) -> SyntaxKind {
        match self {
            Until::Brace => TOKEN_R_BRACE,
            Until::In => TOKEN_IN,
        }
    }
}

/// Bindings up to their end, which stays.
pub(super) fn bindings(p: &mut Parser<'_>, until: Until) {
    let outer = p.bindings_begin.replace(p.last_place());
    p.awaiting(until.kind(), |p| entries(p, until, usize::MAX));
    p.bindings_begin = outer;
}

/// Bindings up to the token at `stop`, if none goes on behind it. The first token opened their
/// list.
pub(super) fn bindings_before(p: &mut Parser<'_>, until: Until, stop: usize) {
    p.bindings_begin = Some(0);
    p.awaiting(until.kind(), |p| entries(p, until, stop));
}

fn entries(p: &mut Parser<'_>, until: Until, stop: usize) {
    while let Some(kind) = p.peek().filter(|kind| *kind != until.kind() && p.place() < stop) {
        match kind {
            TOKEN_INHERIT => inherit(p),
            _ if can_begin_name(kind) || kind == TOKEN_DOT => binding(p),
            TOKEN_ASSIGN => nameless(p),
            _ if mistake::ends_bindings(p) => break,
            _ => mistake::unexpected(p),
        }
    }
}

/// `a.b = c;`
fn binding(p: &mut Parser<'_>) {
    let mark = p.mark();
    name(p, |_| false);
    rest_of_names(p, look_ahead::at_half_typed_name);
    p.close(mark, NODE_ATTRPATH);
    if p.eat(TOKEN_ASSIGN) || mistake::lacks_assign(p, mark) {
        value(p);
    } else {
        p.eat(TOKEN_SEMICOLON);
    }
    p.close(mark, NODE_ATTRPATH_VALUE);
}

/// `= c;`, whose name lacks.
fn nameless(p: &mut Parser<'_>) {
    let mark = p.mark();
    let range = p.next_range();
    p.error(range, "expected a name before `=`".to_owned(), None);
    p.bump();
    value(p);
    p.close(mark, NODE_ATTRPATH_VALUE);
}

/// A binding's value and its `;`.
fn value(p: &mut Parser<'_>) {
    if can_begin_expr(p) && !look_ahead::at_binding(p) {
        let mark = p.mark();
        p.awaiting(TOKEN_SEMICOLON, expr);
        mistake::end_binding(p, mark);
    } else {
        mistake::no_value(p);
        p.eat(TOKEN_SEMICOLON);
    }
}

/// `inherit a b;` and `inherit (from) a b;`
fn inherit(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.bump();
    if p.at(TOKEN_L_PAREN) {
        inherit_from(p);
    }
    while p.peek().is_some_and(can_begin_name) && !look_ahead::at_binding(p) {
        attr(p);
    }
    mistake::end_binding(p, mark);
    p.close(mark, NODE_INHERIT);
}

fn inherit_from(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.bump();
    p.awaiting(TOKEN_R_PAREN, expr);
    close_bracket(p, mark, TOKEN_R_PAREN);
    p.close(mark, NODE_INHERIT_FROM);
}

/// `a."b".${c}` in an expression. Where a name lacks behind a dot, the path ends in the dot.
pub(super) fn attrpath(p: &mut Parser<'_>) {
    let mark = p.mark();
    name(p, look_ahead::at_binding);
    rest_of_names(p, look_ahead::at_binding);
    p.close(mark, NODE_ATTRPATH);
}

/// Dots and the names behind them.
fn rest_of_names(p: &mut Parser<'_>, lacks: fn(&Parser<'_>) -> bool) {
    while p.eat(TOKEN_DOT) {
        name(p, lacks);
    }
}

/// A name, unless `lacks` tells that what stands in the next line is something else.
fn name(p: &mut Parser<'_>, lacks: fn(&Parser<'_>) -> bool) {
    let named = p.peek().is_some_and(can_begin_name);
    if named && !(p.on_new_line() && lacks(p)) {
        attr(p);
    } else {
        mistake::no_name(p);
    }
}

fn attr(p: &mut Parser<'_>) {
    match p.peek() {
        Some(TOKEN_INTERPOL_START) => interpolation(p, NODE_DYNAMIC),
        Some(TOKEN_STRING_START) => string(p),
        _ => {
            let mark = p.mark();
            p.bump_as(TOKEN_IDENT);
            p.close(mark, NODE_IDENT);
        }
    }
}
