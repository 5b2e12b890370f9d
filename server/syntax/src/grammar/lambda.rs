//! Functions and their parameters.

use std::collections::HashSet;

use rnix::SyntaxKind::*;

use super::{
    expr::{close_bracket, expr, open_bracket},
    mistake,
};
use crate::parser::{Mark, Parser};

/// `x: body`.
pub(super) fn of_name(p: &mut Parser<'_>) {
    let mark = p.mark();
    ident(p);
    p.close(mark, NODE_IDENT_PARAM);
    body(p, mark);
}

/// `{ a, b ? 1, ... }: body` and `{ a }@all: body`.
pub(super) fn of_pattern(p: &mut Parser<'_>) {
    let mark = p.mark();
    let mut names = HashSet::new();
    formals(p, &mut names);
    if p.at(TOKEN_AT) {
        bind_after(p, &mut names);
    }
    p.close(mark, NODE_PATTERN);
    body(p, mark);
}

/// `all@{ a, b }: body`.
pub(super) fn of_bound_pattern(p: &mut Parser<'_>) {
    let mark = p.mark();
    let mut names = HashSet::new();
    name(p, &mut names);
    p.bump();
    p.close(mark, NODE_PAT_BIND);
    if p.at(TOKEN_L_BRACE) {
        formals(p, &mut names);
    } else {
        mistake::expected(p, "`{` and the arguments' names");
    }
    if p.at(TOKEN_AT) {
        let second = p.mark();
        p.bump();
        if p.at(TOKEN_IDENT) {
            ident(p);
        }
        let range = p.range_since(second);
        p.close(second, NODE_ERROR);
        p.remark(range, "the arguments are bound to a name twice: one `@` is enough".to_owned());
    }
    p.close(mark, NODE_PATTERN);
    body(p, mark);
}

fn body(p: &mut Parser<'_>, mark: Mark) {
    mistake::expect(p, TOKEN_COLON);
    expr(p);
    p.close(mark, NODE_LAMBDA);
}

/// `@all` behind a pattern.
fn bind_after<'t>(p: &mut Parser<'t>, names: &mut HashSet<&'t str>) {
    let mark = p.mark();
    p.bump();
    if p.at(TOKEN_IDENT) {
        name(p, names);
    } else {
        mistake::expected(p, "a name after `@`");
    }
    p.close(mark, NODE_PAT_BIND);
}

/// `{ a, b ? 1, ... }`.
fn formals<'t>(p: &mut Parser<'t>, names: &mut HashSet<&'t str>) {
    let open = p.mark();
    open_bracket(p);
    p.awaiting(TOKEN_R_BRACE, |p| names_of_formals(p, names));
    close_bracket(p, open, TOKEN_R_BRACE);
}

fn names_of_formals<'t>(p: &mut Parser<'t>, names: &mut HashSet<&'t str>) {
    loop {
        match p.peek() {
            Some(TOKEN_IDENT) => formal(p, names),
            Some(TOKEN_ELLIPSIS) => {
                p.bump();
                break;
            }
            _ => break,
        }
        if !comma(p) {
            break;
        }
    }
    rest_of_formals(p);
}

fn formal<'t>(p: &mut Parser<'t>, names: &mut HashSet<&'t str>) {
    let mark = p.mark();
    name(p, names);
    if p.eat(TOKEN_QUESTION) {
        p.awaiting(TOKEN_COMMA, expr);
    }
    p.close(mark, NODE_PAT_ENTRY);
}

/// Consumes the comma between two formals; tells that it lacks where a formal follows without it.
fn comma(p: &mut Parser<'_>) -> bool {
    if p.eat(TOKEN_COMMA) {
        return true;
    }
    let lacks = matches!(p.peek(), Some(TOKEN_IDENT | TOKEN_ELLIPSIS));
    if lacks {
        mistake::expect(p, TOKEN_COMMA);
    }
    lacks && !p.at_end()
}

/// What can't be a formal, up to the closing brace.
fn rest_of_formals(p: &mut Parser<'_>) {
    while !p.at(TOKEN_R_BRACE) && !p.at(TOKEN_COLON) && !mistake::ends_brackets(p) {
        match p.peek() {
            Some(TOKEN_IDENT) if p.recovering() => formal(p, &mut HashSet::new()),
            _ => mistake::unexpected(p),
        }
    }
}

/// A name of the pattern; telling it when `names` has it already.
fn name<'t>(p: &mut Parser<'t>, names: &mut HashSet<&'t str>) {
    let text = p.next_text();
    if !names.insert(text) {
        let range = p.next_range();
        p.remark(range, format!("the argument `{text}` is named twice"));
    }
    ident(p);
}

fn ident(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.bump();
    p.close(mark, NODE_IDENT);
}
