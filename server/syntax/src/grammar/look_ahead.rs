//! Questions about the tokens ahead, answered without consuming any.

use rnix::SyntaxKind::{self, *};

use super::operator::infix;
use crate::parser::Parser;

/// How many tokens a look ahead may pass before it gives up.
const REACH: usize = 256;

/// Whether a token of `kind` can begin a name of an attribute path.
pub(super) fn can_begin_name(kind: SyntaxKind) -> bool {
    matches!(kind, TOKEN_IDENT | TOKEN_OR | TOKEN_STRING_START | TOKEN_INTERPOL_START)
}

/// Whether an expression begins here, be it one whose first operand lacks.
pub(super) fn can_begin_expr(p: &Parser<'_>) -> bool {
    p.peek().is_some_and(|kind| {
        can_begin_operand(kind)
            || matches!(kind, TOKEN_LET | TOKEN_WITH | TOKEN_ASSERT | TOKEN_IF | TOKEN_INVERT)
            || infix(kind).is_some()
    })
}

/// Whether an item of a list begins here.
pub(super) fn can_begin_item(p: &Parser<'_>) -> bool {
    p.peek().is_some_and(can_begin_operand)
}

fn can_begin_operand(kind: SyntaxKind) -> bool {
    kind.is_fn_arg() || kind == TOKEN_DOT
}

/// Whether the expression before the cursor ends here because a binding begins. No valid text has
/// `name =` or `inherit` where an expression could go on, so only a text with a mistake is asked.
pub(super) fn at_binding(p: &Parser<'_>) -> bool {
    p.recovering() && begins_binding(p, p.place())
}

/// Whether the dot before the cursor ends a half-typed name, and the line here is another binding.
///
/// This is the one heuristic that a strict parse meets too, since Nix takes
///
/// ```nix
///   roles.
///   module.name = "borgbackup";
/// ```
///
/// for `roles.module.name`. Nobody writes that on purpose: a name that goes on in the next line is
/// indented there.
pub(super) fn at_half_typed_name(p: &Parser<'_>) -> bool {
    let typed = p.indent_at(p.last_place());
    let block = p.bindings_begin.map_or(0, |place| p.indent_at(place));
    let goes_on = p.indent_at(p.place()) > typed && typed > block;
    !goes_on && begins_binding(p, p.place())
}

/// Whether `attr.path =` or `inherit` stands at `place`.
fn begins_binding(p: &Parser<'_>, place: usize) -> bool {
    let mut place = place;
    if p.kind_at(place) == Some(TOKEN_INHERIT) {
        return true;
    }
    for _ in 0..REACH {
        let Some(after) = after_name(p, place) else { return false };
        match p.kind_at(after) {
            Some(TOKEN_ASSIGN) => return true,
            Some(TOKEN_DOT) => place = p.next_place(after),
            _ => return false,
        }
        // A dot at the end of a line is half typed: the next line is another binding.
        if p.newline_before(place) {
            return false;
        }
    }
    false
}

/// The place after the name that stands at `place`.
fn after_name(p: &Parser<'_>, place: usize) -> Option<usize> {
    match p.kind_at(place)? {
        TOKEN_IDENT | TOKEN_OR => Some(p.next_place(place)),
        TOKEN_STRING_START => after_group(p, place, TOKEN_STRING_START, TOKEN_STRING_END),
        TOKEN_INTERPOL_START => after_group(p, place, TOKEN_INTERPOL_START, TOKEN_INTERPOL_END),
        _ => None,
    }
}

/// The place after the group of `open` and `close` that begins at `place`.
fn after_group(p: &Parser<'_>, place: usize, open: SyntaxKind, close: SyntaxKind) -> Option<usize> {
    let mut place = place;
    let mut depth = 0_u32;
    for _ in 0..REACH {
        let kind = p.kind_at(place)?;
        depth += u32::from(kind == open);
        depth -= u32::from(kind == close);
        place = p.next_place(place);
        if depth == 0 {
            return Some(place);
        }
    }
    None
}

/// Whether the `{` here opens a function's arguments rather than a set.
pub(super) fn at_pattern(p: &Parser<'_>) -> bool {
    let first = p.next_place(p.place());
    let second = p.next_place(first);
    match (p.kind_at(first), p.kind_at(second)) {
        (Some(TOKEN_IDENT), Some(TOKEN_R_BRACE)) if p.recovering() => is_parameter_end(p, second),
        (Some(TOKEN_IDENT), Some(TOKEN_COMMA | TOKEN_QUESTION | TOKEN_R_BRACE))
        | (Some(TOKEN_ELLIPSIS), Some(TOKEN_R_BRACE))
        | (Some(TOKEN_R_BRACE), Some(TOKEN_COLON | TOKEN_AT)) => true,
        _ => p.recovering() && is_damaged_pattern(p, first),
    }
}

/// Whether the brace at `place` is followed by what follows a pattern.
fn is_parameter_end(p: &Parser<'_>, place: usize) -> bool {
    matches!(p.kind_at(p.next_place(place)), Some(TOKEN_COLON | TOKEN_AT))
}

/// Whether the tokens from `place` on run to a `}:` without anything that only a set has.
fn is_damaged_pattern(p: &Parser<'_>, place: usize) -> bool {
    let mut place = place;
    let mut depth = 0_u32;
    for _ in 0..REACH {
        match p.kind_at(place) {
            Some(TOKEN_L_BRACE | TOKEN_L_PAREN | TOKEN_L_BRACK | TOKEN_INTERPOL_START) => {
                depth += 1;
            }
            Some(TOKEN_R_BRACE) if depth == 0 => return is_parameter_end(p, place),
            Some(TOKEN_R_BRACE | TOKEN_R_PAREN | TOKEN_R_BRACK | TOKEN_INTERPOL_END) => {
                depth = depth.saturating_sub(1);
            }
            Some(TOKEN_ASSIGN | TOKEN_SEMICOLON | TOKEN_INHERIT) if depth == 0 => return false,
            None => return false,
            _ => {}
        }
        place = p.next_place(place);
    }
    false
}
