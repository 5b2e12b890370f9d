//! Nix's grammar, as functions of the parser.
//!
//! Each reads one construct, consumes what belongs to it, and leaves the cursor at the first
//! token that does not. A function that finds nothing of its own consumes nothing.

mod binding;
mod expr;
mod lambda;
mod look_ahead;
mod mistake;
mod operator;
mod string;

use rnix::SyntaxKind::NODE_ERROR;

use self::binding::Until;
use crate::parser::Parser;

/// A whole file: one expression.
pub(crate) fn file(p: &mut Parser<'_>) {
    if p.at_end() {
        let end = p.last_range();
        p.error(end, "expected an expression: the file holds none".to_owned(), None);
        return;
    }
    expr::expr(p);
    leftovers(p);
}

/// Some of the bindings of a set or, with `in_let`, a `let`: from the cursor to the token at `stop`.
/// Whether they end there. The first token is the one that opened them.
pub(crate) fn bindings_before(p: &mut Parser<'_>, in_let: bool, stop: usize) -> bool {
    let until = if in_let { Until::In } else { Until::Brace };
    binding::bindings_before(p, until, stop);
    p.place() == stop
}

/// Whether the `{` at the cursor opens a function's arguments.
pub(crate) fn at_pattern(p: &Parser<'_>) -> bool {
    look_ahead::at_pattern(p)
}

/// What follows the file's expression.
fn leftovers(p: &mut Parser<'_>) {
    if p.at_end() {
        return;
    }
    let (range, message) = mistake::unexpected_here(p).unwrap_or_else(|| {
        let shown = mistake::shown(p);
        (p.next_range(), format!("unexpected {shown}: the file's expression ends before it"))
    });
    p.error(range, message, None);
    let mark = p.mark();
    while !p.at_end() {
        let before = p.place();
        p.keep_silent_here();
        if look_ahead::can_begin_expr(p) {
            expr::expr(p);
        }
        if p.place() == before {
            p.bump();
        }
    }
    p.close(mark, NODE_ERROR);
}
