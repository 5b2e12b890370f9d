//! `conflicting-definition` and `settings-defined-twice`: tells which of two definitions counts.

use syntax::{AstNode, TextRange, ast};

use super::change::Edits;
use super::file::{File, set_around};
use super::scope::{call, needs_parentheses};
use super::{CodeAction, Context};
use crate::place::Piece;
use crate::{Diagnostic, Related};

/// Lets this one count, or the other.
pub(super) fn decide(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let Some(file) = context.file() else { return Vec::new() };
    // Both may be items of one `mkMerge`, which a decision about the whole leaves as they are.
    let here = |related: &Related| related.at.file == file.id && related.at.range == mistake.range;
    if mistake.related.iter().any(here) {
        return Vec::new();
    }
    let decisions =
        [("mkForce", "Let this definition win"), ("mkDefault", "Let the other definition win")];
    let action = |(function, title): (&str, &str)| {
        let mut edits = Edits::default();
        let call = wrap(&mut edits, &file, mistake.range, function)?;
        Some(CodeAction::fix(format!("{title}: `{call}`"), context.change(edits)?))
    };
    decisions.into_iter().filter_map(action).collect()
}

/// Makes a function's argument of the value that stands in a range or, where an option's name
/// stands there, of its value. Gives the function as it is called.
fn wrap(edits: &mut Edits, file: &File, range: TextRange, function: &str) -> Option<String> {
    if let Some(attr) = file.attr_at(range) {
        let pieces = file.pieces(&set_around(&attr)?, &file.path_of(&attr)?);
        // Only one piece is a definition of its own.
        let [piece] = pieces.as_slice() else { return None };
        return wrap_piece(edits, file, piece, function);
    }
    let mut nodes = file.node_around(range)?.ancestors();
    let value = nodes.find_map(ast::Expr::cast).filter(|it| it.syntax().text_range() == range)?;
    let call = call(value.syntax(), function)?;
    wrap_value(edits, file, &value, &call);
    Some(call)
}

fn wrap_piece(edits: &mut Edits, file: &File, piece: &Piece, function: &str) -> Option<String> {
    let value = piece.bound()?;
    let call = call(value.syntax(), function)?;
    let rest = piece.rest();
    let Some(first) = rest.first() else {
        wrap_value(edits, file, &value, &call);
        return Some(call);
    };
    // `settings.a = 1` is a definition of `settings` only as a set.
    let dot =
        TextRange::new(piece.attr.syntax().text_range().end(), first.syntax().text_range().start());
    edits.replace(file.id, dot, format!(" = {call} {{ "));
    edits.insert(file.id, value.syntax().text_range().end(), "; }");
    Some(call)
}

fn wrap_value(edits: &mut Edits, file: &File, value: &ast::Expr, call: &str) {
    let range = value.syntax().text_range();
    let (open, close) = if needs_parentheses(value) { ("(", ")") } else { ("", "") };
    edits.insert(file.id, range.start(), format!("{call} {open}"));
    if !close.is_empty() {
        edits.insert(file.id, range.end(), close);
    }
}
