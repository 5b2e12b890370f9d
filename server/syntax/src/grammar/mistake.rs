//! What is said about mistakes, and how the grammar goes on behind them.

use rnix::SyntaxKind::{self, *};
use rowan::{TextRange, TextSize};

use super::{
    expr::{expr, unopened_set},
    look_ahead::{at_binding, can_begin_expr, can_begin_item, can_begin_name},
};
use crate::parser::{Mark, Parser};

/// Longer texts are not quoted in a message.
const QUOTABLE: usize = 60;

// Words.

/// How a message names the next token.
pub(super) fn shown(p: &Parser<'_>) -> String {
    match p.peek() {
        None => "end of the file".to_owned(),
        Some(TOKEN_STRING_START) => "string".to_owned(),
        _ => quoted(p.next_text()),
    }
}

fn quoted(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if text.chars().count() <= QUOTABLE && !text.contains('\n') {
        format!("`{text}`")
    } else {
        format!("`{}…`", line.chars().take(QUOTABLE).collect::<String>())
    }
}

/// How a message names what was consumed since `mark`: all of it when short, else its end.
fn shown_since(p: &Parser<'_>, mark: Mark) -> String {
    let text = p.text_since(mark);
    let short = text.chars().count() <= QUOTABLE && !text.contains('\n');
    quoted(if short { text } else { p.last_text() })
}

fn spelled(kind: SyntaxKind) -> &'static str {
    match kind {
        TOKEN_R_BRACE | TOKEN_INTERPOL_END => "}",
        TOKEN_L_BRACE => "{",
        TOKEN_R_BRACK => "]",
        TOKEN_L_BRACK => "[",
        TOKEN_L_PAREN => "(",
        TOKEN_R_PAREN => ")",
        TOKEN_SEMICOLON => ";",
        TOKEN_COLON => ":",
        TOKEN_COMMA => ",",
        TOKEN_THEN => " then",
        TOKEN_ELSE => " else",
        TOKEN_IN => " in",
        _ => "",
    }
}

// Where recovery stops.

/// Whether what stands here belongs to a construct around the innermost brackets, so that these
/// must end.
pub(super) fn ends_brackets(p: &Parser<'_>) -> bool {
    p.peek().is_none_or(|kind| p.awaits(kind)) || at_binding(p)
}

/// Whether what stands here belongs to a construct around the innermost bindings.
pub(super) fn ends_bindings(p: &Parser<'_>) -> bool {
    p.peek().is_none_or(|kind| kind != TOKEN_SEMICOLON && p.awaits(kind))
}

/// Skips what has no place here, keeping the expressions in it.
fn skip_junk(p: &mut Parser<'_>) {
    while !ends_brackets(p) {
        p.keep_silent_here();
        if can_begin_expr(p) {
            expr(p);
        } else {
            junk(p);
        }
    }
    p.keep_silent_here();
}

fn junk(p: &mut Parser<'_>) {
    let mark = p.mark();
    p.bump();
    p.close(mark, NODE_ERROR);
    p.keep_silent_here();
}

// Mistakes anywhere.

/// Tells that the next token has no place here, and passes it.
pub(super) fn unexpected(p: &mut Parser<'_>) {
    let (range, message) = unexpected_here(p).unwrap_or_else(|| {
        let message = format!("unexpected {}", shown(p));
        (p.next_range(), message)
    });
    p.error(range, message, None);
    if p.recovering() {
        junk(p);
    }
}

/// What is told of a token that has no place anywhere, and the range to underline.
pub(super) fn unexpected_here(p: &Parser<'_>) -> Option<(TextRange, String)> {
    let text = p.next_text();
    let start = p.next_range().start();
    text.starts_with("/*").then(|| {
        let message = "this comment is never closed: missing `*/`".to_owned();
        (TextRange::at(start, TextSize::of("/*")), message)
    })
}

/// Consumes a token of `kind`; tells, if it is not there, that it lacks.
pub(super) fn expect(p: &mut Parser<'_>, kind: SyntaxKind) {
    if p.eat(kind) {
        return;
    }
    if ends_brackets(p) || can_begin_item(p) {
        let message = format!("missing `{}` after {}", spelled(kind).trim(), quoted(p.last_text()));
        let fix = p.fix_after_last(spelled(kind));
        p.error(p.last_range(), message, Some(fix));
        p.keep_silent_here();
        return;
    }
    unexpected(p);
    if p.recovering() {
        skip_junk(p);
        p.eat(kind);
    }
}

/// Tells that `what` should follow the last token.
pub(super) fn expected(p: &mut Parser<'_>, what: &str) {
    p.error(p.last_range(), format!("expected {what}"), None);
}

/// Tells that an expression should stand here.
pub(super) fn no_expr(p: &mut Parser<'_>) {
    let message = format!("expected an expression after {}", quoted(p.last_text()));
    p.error(p.last_range(), message, None);
}

/// Where an operand should stand: tells so, and reads what is none as well as it can.
pub(super) fn not_an_operand(p: &mut Parser<'_>) {
    match p.peek() {
        Some(kind) if begins_unparenthesized(kind) => unparenthesized(p),
        Some(TOKEN_ERROR) => unexpected(p),
        _ => no_expr(p),
    }
}

/// Tells that what stands here can't be an item of a list, and passes it.
pub(super) fn not_an_item(p: &mut Parser<'_>) {
    if p.peek().is_some_and(begins_unparenthesized) {
        unparenthesized(p);
    } else {
        unexpected(p);
    }
}

fn begins_unparenthesized(kind: SyntaxKind) -> bool {
    matches!(kind, TOKEN_LET | TOKEN_WITH | TOKEN_IF | TOKEN_ASSERT)
}

fn unparenthesized(p: &mut Parser<'_>) {
    let message = format!("put parentheses around the {} expression", shown(p));
    p.error(p.next_range(), message, None);
    if p.recovering() {
        expr(p);
        p.keep_silent_here();
    }
}

/// Tells that nesting goes too deep, and passes the brackets that stand here, without recursion.
pub(super) fn too_deep(p: &mut Parser<'_>) {
    let range = p.next_range();
    p.error(range, "nested too deeply to be read".to_owned(), None);
    let mark = p.mark();
    let mut depth = 0_u32;
    while let Some(kind) = p.peek() {
        match kind {
            TOKEN_L_BRACE | TOKEN_L_BRACK | TOKEN_L_PAREN | TOKEN_INTERPOL_START
            | TOKEN_STRING_START => depth += 1,
            _ if depth == 0 && p.awaits(kind) => break,
            TOKEN_R_BRACE | TOKEN_R_BRACK | TOKEN_R_PAREN | TOKEN_INTERPOL_END
            | TOKEN_STRING_END => depth = depth.saturating_sub(1),
            _ => {}
        }
        p.bump();
    }
    p.close(mark, NODE_ERROR);
    p.keep_silent_here();
}

/// Tells that `a == b == c` needs parentheses.
pub(super) fn chained(p: &mut Parser<'_>) {
    let message = format!("{} can't follow a comparison: add parentheses", shown(p));
    p.error(p.next_range(), message, None);
}

// Brackets.

/// The bracket opened at `open` should end here with `closer`, and does not.
pub(super) fn unclosed(p: &mut Parser<'_>, open: Mark, closer: SyntaxKind) {
    let lacking = p.at(closer) && p.at_lacking();
    if lacking || ends_brackets(p) {
        let (text, range) = p.token_at(open);
        let message = format!("{} is never closed: missing `{}`", quoted(text), spelled(closer));
        let fix = p.fix_after_last(&closing(p, open, closer));
        p.error(range, message, Some(fix));
        if lacking {
            p.bump();
        }
        p.keep_silent_here();
        return;
    }
    unexpected(p);
    if p.recovering() {
        skip_junk(p);
        p.eat(closer);
    }
}

/// What closes the bracket opened at `open` behind the last token: on a line of its own, under the
/// line that opened it, if it spans several, and with the `;` that lacks too.
fn closing(p: &Parser<'_>, open: Mark, closer: SyntaxKind) -> String {
    let next = if p.at_lacking() { p.peek_second() } else { p.peek() };
    let ends_binding = next.is_none_or(|kind| can_begin_name(kind) || kind == TOKEN_R_BRACE);
    let semicolon = if ends_binding && p.awaits(TOKEN_SEMICOLON) { ";" } else { "" };
    let closer = spelled(closer);
    if p.text_since(open).contains('\n') {
        format!("\n{}{closer}{semicolon}", " ".repeat(p.indent_at(p.place_of(open))))
    } else if closer == "}" {
        format!(" {closer}{semicolon}")
    } else {
        format!("{closer}{semicolon}")
    }
}

/// The opening bracket that is next lacks in the text: tells so and consumes it.
pub(super) fn unopened(p: &mut Parser<'_>) {
    let opener = p.peek().map_or("", spelled);
    let message = format!("missing `{opener}` after {}", quoted(p.last_text()));
    let fix = p.fix_after_last(&format!(" {opener}"));
    p.error(p.last_range(), message, Some(fix));
    p.bump();
    p.keep_silent_here();
}

/// Tells that the string opened at `open` does not end.
pub(super) fn unclosed_string(p: &mut Parser<'_>, open: Mark) {
    let (quote, range) = p.token_at(open);
    let fix = p.fix_after_last(quote);
    p.error(range, format!("this string is never closed: missing `{quote}`"), Some(fix));
    if p.at(TOKEN_STRING_END) {
        p.bump();
    }
    p.keep_silent_here();
}

/// A binding stands where an expression should: outside of any set its `{` is missing.
pub(super) fn unbraced(p: &mut Parser<'_>) {
    if p.bindings_begin.is_some() {
        no_expr(p);
        return;
    }
    let fix = crate::Fix { offset: p.next_range().start(), insert: "{ ".to_owned() };
    let message = format!("missing `{{` before {}", shown(p));
    p.error(p.next_range(), message, Some(fix));
    p.keep_silent_here();
    unopened_set(p);
}

// Bindings.

/// A binding's name, begun at `mark`, is not followed by `=`. Tells what lacks, and whether a
/// value follows nevertheless.
pub(super) fn lacks_assign(p: &mut Parser<'_>, mark: Mark) -> bool {
    if value_follows_name(p) {
        let message = format!("missing `=` after {}", shown_since(p, mark));
        let fix = p.fix_after_last(" =");
        p.error(p.last_range(), message, Some(fix));
        p.keep_silent_here();
        return p.recovering();
    }
    let name = shown_since(p, mark);
    if p.at(TOKEN_SEMICOLON) || ends_brackets(p) || p.on_new_line() {
        p.error(p.last_range(), format!("expected `=` and a value after {name}"), None);
        p.keep_silent_here();
        return false;
    }
    p.error(p.next_range(), format!("expected `=` after {name}, not {}", shown(p)), None);
    if p.recovering() {
        skip_junk(p);
    }
    false
}

/// Whether what stands behind a name without `=` is its value rather than the next binding.
fn value_follows_name(p: &Parser<'_>) -> bool {
    if !can_begin_expr(p) || at_binding(p) || p.last_text() == "." {
        return false;
    }
    !p.on_new_line() || !p.peek().is_some_and(can_begin_name)
}

/// Tells that a binding lacks its value behind the `=`.
pub(super) fn no_value(p: &mut Parser<'_>) {
    if p.at(TOKEN_SEMICOLON) || ends_brackets(p) {
        p.error(p.last_range(), "expected a value after `=`".to_owned(), None);
        p.keep_silent_here();
        return;
    }
    unexpected(p);
    if p.recovering() {
        skip_junk(p);
    }
}

/// Consumes the `;` behind the value begun at `value`.
pub(super) fn end_binding(p: &mut Parser<'_>, value: Mark) {
    if p.eat(TOKEN_SEMICOLON) {
        return;
    }
    if ends_brackets(p) || p.on_new_line() {
        lacks_semicolon(p, value);
        return;
    }
    unexpected(p);
    if p.recovering() {
        skip_junk(p);
        p.eat(TOKEN_SEMICOLON);
    }
}

fn lacks_semicolon(p: &mut Parser<'_>, from: Mark) {
    let message = format!("missing `;` after {}", shown_since(p, from));
    let fix = p.fix_after_last(";");
    p.error(p.last_range(), message, Some(fix));
    p.keep_silent_here();
}

/// Tells that a name should follow the last token.
pub(super) fn no_name(p: &mut Parser<'_>) {
    let message = format!("expected a name after {}", quoted(p.last_text()));
    p.error(p.last_range(), message, None);
    p.keep_silent_here();
}
