//! Strings, paths and what is interpolated into them.

use rnix::SyntaxKind::{self, *};

use super::{
    expr::{close_bracket, expr},
    mistake,
};
use crate::parser::Parser;

/// `"…"` or `''…''`. Whatever happens, its children are the quotes, content and interpolations:
/// the typed view relies on it.
pub(super) fn string(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.bump();
    loop {
        match p.peek() {
            Some(TOKEN_STRING_CONTENT) => p.bump(),
            Some(TOKEN_INTERPOL_START) => interpolation(p, NODE_INTERPOL),
            Some(TOKEN_STRING_END) if !p.at_lacking() => {
                p.bump();
                break;
            }
            _ => {
                mistake::unclosed_string(p, mark);
                break;
            }
        }
    }
    p.close(mark, NODE_STRING);
}

/// `${ … }` in a string or path (`NODE_INTERPOL`), or as a name (`NODE_DYNAMIC`).
pub(super) fn interpolation(p: &mut Parser<'_>, kind: SyntaxKind) {
    let mark = p.mark();
    p.bump();
    p.awaiting(TOKEN_INTERPOL_END, expr);
    close_bracket(p, mark, TOKEN_INTERPOL_END);
    p.close(mark, kind);
}

/// A path of the kind `kind`, perhaps with interpolations.
pub(super) fn path(p: &mut Parser<'_>, kind: SyntaxKind) {
    let mark = p.mark();
    p.bump();
    // The first `${` may stand apart: rnix takes it for the path's then too.
    if p.at(TOKEN_INTERPOL_START) && (p.is_adjacent() || !p.recovering()) {
        interpolation(p, NODE_INTERPOL);
        while p.is_adjacent() {
            match p.peek() {
                Some(TOKEN_PATH_ABS | TOKEN_PATH_REL | TOKEN_PATH_HOME) => p.bump(),
                Some(TOKEN_INTERPOL_START) => interpolation(p, NODE_INTERPOL),
                _ => break,
            }
        }
    }
    p.close(mark, kind);
}
