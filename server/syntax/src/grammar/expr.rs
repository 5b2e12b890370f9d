//! Expressions, but for operators, functions, sets and strings.

use rnix::SyntaxKind::{self, *};

use super::{
    binding::{Until, attrpath, bindings},
    lambda, look_ahead, mistake,
    operator::operation,
    string,
};
use crate::parser::{Mark, Parser};

/// Any expression.
pub(super) fn expr(p: &mut Parser<'_>) {
    if !p.enter() {
        mistake::too_deep(p);
        return;
    }
    match p.peek() {
        Some(TOKEN_LET) => let_in(p),
        Some(TOKEN_WITH) => guarded(p, NODE_WITH),
        Some(TOKEN_ASSERT) => guarded(p, NODE_ASSERT),
        Some(TOKEN_IF) => if_else(p),
        _ => operation(p, 0),
    }
    p.leave();
}

/// `let … in …`, and the old `let { …; body = …; }`.
fn let_in(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.bump();
    if p.at(TOKEN_L_BRACE) {
        braced_bindings(p);
        p.close(mark, NODE_LEGACY_LET);
        return;
    }
    bindings(p, Until::In);
    mistake::expect(p, TOKEN_IN);
    expr(p);
    p.close(mark, NODE_LET_IN);
}

/// `with …; …` and `assert …; …`.
fn guarded(p: &mut Parser<'_>, kind: SyntaxKind) {
    let mark = p.mark();
    p.bump();
    p.awaiting(TOKEN_SEMICOLON, expr);
    mistake::expect(p, TOKEN_SEMICOLON);
    expr(p);
    p.close(mark, kind);
}

fn if_else(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.bump();
    p.awaiting(TOKEN_THEN, expr);
    mistake::expect(p, TOKEN_THEN);
    p.awaiting(TOKEN_ELSE, expr);
    mistake::expect(p, TOKEN_ELSE);
    expr(p);
    p.close(mark, NODE_IF_ELSE);
}

/// A function and its arguments, or a single operand.
pub(super) fn application(p: &mut Parser<'_>) {
    let mark = p.mark();
    selection(p);
    while p.peek().is_some_and(SyntaxKind::is_fn_arg) && !look_ahead::at_binding(p) {
        selection(p);
        p.close(mark, NODE_APPLY);
    }
}

/// An operand and what is selected from it: `a`, `a.b.c`, `a.b or c`.
///
/// An `or` without a selection before it is a name, and the operand is applied to it: that is how
/// Nix reads `f or`, whatever stands around.
pub(super) fn selection(p: &mut Parser<'_>) {
    let mark = p.mark();
    primary(p);
    match p.peek() {
        Some(TOKEN_DOT) => {
            p.bump();
            attrpath(p);
            if p.eat(TOKEN_OR) {
                default(p);
            }
            p.close(mark, NODE_SELECT);
        }
        Some(TOKEN_OR) => {
            let name = p.mark();
            p.bump_as(TOKEN_IDENT);
            p.close(name, NODE_IDENT);
            p.close(mark, NODE_APPLY);
        }
        _ => {}
    }
}

fn default(p: &mut Parser<'_>) {
    if p.enter() {
        selection(p);
        p.leave();
    } else {
        mistake::too_deep(p);
    }
}

fn primary(p: &mut Parser<'_>) {
    let Some(kind) = p.peek() else { return mistake::no_expr(p) };
    match kind {
        TOKEN_L_PAREN => parenthesis(p),
        TOKEN_L_BRACK => list(p),
        TOKEN_L_BRACE if look_ahead::at_pattern(p) => lambda::of_pattern(p),
        TOKEN_L_BRACE | TOKEN_REC => set(p),
        TOKEN_STRING_START => string::string(p),
        TOKEN_PATH_ABS => string::path(p, NODE_PATH_ABS),
        TOKEN_PATH_REL => string::path(p, NODE_PATH_REL),
        TOKEN_PATH_HOME => string::path(p, NODE_PATH_HOME),
        TOKEN_PATH_SEARCH => single(p, NODE_PATH_SEARCH),
        TOKEN_IDENT if look_ahead::at_binding(p) => mistake::unbraced(p),
        TOKEN_IDENT => name(p),
        kind if kind.is_literal() => single(p, NODE_LITERAL),
        _ => mistake::not_an_operand(p),
    }
}

/// A node of the next token alone.
fn single(p: &mut Parser<'_>, kind: SyntaxKind) {
    let mark = p.mark();
    p.bump();
    p.close(mark, kind);
}

/// A name, or the function that it is the parameter of.
fn name(p: &mut Parser<'_>) {
    let mark = p.mark();
    match p.peek_second() {
        Some(TOKEN_COLON) => lambda::of_name(p),
        Some(TOKEN_AT) => lambda::of_bound_pattern(p),
        _ if p.next_text() == "__curPos" => {
            p.bump_as(TOKEN_CUR_POS);
            p.close(mark, NODE_CUR_POS);
        }
        _ => single(p, NODE_IDENT),
    }
}

fn parenthesis(p: &mut Parser<'_>) {
    let mark = p.mark();
    open_bracket(p);
    p.awaiting(TOKEN_R_PAREN, expr);
    close_bracket(p, mark, TOKEN_R_PAREN);
    p.close(mark, NODE_PAREN);
}

fn list(p: &mut Parser<'_>) {
    let mark = p.mark();
    open_bracket(p);
    if p.enter() {
        p.awaiting(TOKEN_R_BRACK, items);
        p.leave();
    } else {
        mistake::too_deep(p);
    }
    close_bracket(p, mark, TOKEN_R_BRACK);
    p.close(mark, NODE_LIST);
}

fn items(p: &mut Parser<'_>) {
    while !p.at(TOKEN_R_BRACK) && !mistake::ends_brackets(p) {
        if look_ahead::can_begin_item(p) {
            selection(p);
        } else {
            mistake::not_an_item(p);
        }
    }
}

/// Consumes the opening bracket that is next.
pub(super) fn open_bracket(p: &mut Parser<'_>) {
    if p.at_lacking() {
        mistake::unopened(p);
    } else {
        p.bump();
    }
}

/// Consumes the `closer` of the bracket opened at `open`.
pub(super) fn close_bracket(p: &mut Parser<'_>, open: Mark, closer: SyntaxKind) {
    if p.at_lacking() || !p.eat(closer) {
        mistake::unclosed(p, open, closer);
    }
}

/// `{ … }` or `rec { … }`.
pub(super) fn set(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.eat(TOKEN_REC);
    braced_bindings(p);
    p.close(mark, NODE_ATTR_SET);
}

/// `{`, bindings, `}`.
fn braced_bindings(p: &mut Parser<'_>) {
    let mark = p.mark();
    if p.at(TOKEN_L_BRACE) {
        open_bracket(p);
    } else {
        mistake::expect(p, TOKEN_L_BRACE);
    }
    bindings(p, Until::Brace);
    close_bracket(p, mark, TOKEN_R_BRACE);
}

/// A set whose `{` is missing.
pub(super) fn unopened_set(p: &mut Parser<'_>) {
    let mark = p.mark();
    bindings(p, Until::Brace);
    p.eat(TOKEN_R_BRACE);
    p.close(mark, NODE_ATTR_SET);
}
