//! What stands around the value of an option, so that a key comes as a whole binding: `= "$1";`.
//!
//! There is none for sets: one goes on below them with a dot as often as with a brace. Nor are there
//! quotes where names are proposed: those come with the proposal, or are typed, which asks for them.

use inventory::catalogue::{EnumValue, Kind, OptionDef};
use syntax::{Parse, SyntaxKind, SyntaxToken, TextRange, TextSize};

use super::snippet::choice;
use crate::place::At;
use crate::spelling::as_string;
use crate::subject::Subject;

/// More values than these are not offered one by one.
const MOST: usize = 20;

/// The place of a value, as a snippet that may be chosen from.
const ANY: &str = "$1";

/// A snippet of the value of an option at a path; `None` where it may be a set, or anything.
pub(super) fn value(path: &[&str], option: &OptionDef) -> Option<String> {
    let names = |at| Subject::at(path, at).is_some();
    match option.kind() {
        Kind::List(_) if names(At::Item) => Some(list(ANY)),
        kind if names(At::Value) => of_kind(&kind, None).map(|_| ANY.to_owned()),
        kind => of_kind(&kind, option.default.as_deref()),
    }
}

fn of_kind(kind: &Kind, default: Option<&str>) -> Option<String> {
    match kind {
        Kind::Bool => Some(one_of(["true", "false"].map(str::to_owned).to_vec(), default)),
        Kind::Enum(values) => {
            let values = values.iter().map(|value| match value {
                EnumValue::Text(text) => Some(as_string(text)),
                EnumValue::Int(int) => Some(int.to_string()),
                EnumValue::Bool(bool) => Some(bool.to_string()),
                EnumValue::Other => None,
            });
            let values: Option<Vec<String>> = values.collect();
            let values = values.filter(|values| (1..=MOST).contains(&values.len()));
            Some(values.map_or(ANY.to_owned(), |values| one_of(values, default)))
        }
        Kind::Text | Kind::Matching(_) => Some(format!("\"{ANY}\"")),
        Kind::Int { .. } | Kind::Float | Kind::Path => Some(ANY.to_owned()),
        Kind::List(item) => Some(list(&of_kind(item, None).unwrap_or(ANY.to_owned()))),
        Kind::OneOf(kinds) => {
            let mut values = kinds.iter().filter(|kind| **kind != Kind::Null);
            match (values.next(), values.next()) {
                (Some(kind), None) => of_kind(kind, default),
                // Of different forms, which one is meant can't be told.
                _ => kinds
                    .iter()
                    .all(|it| *it == Kind::Null || of_kind(it, None).is_some())
                    .then(|| ANY.to_owned()),
            }
        }
        Kind::Any | Kind::Null | Kind::Set(_) | Kind::AnySet | Kind::Submodule | Kind::Module => {
            None
        }
    }
}

fn list(item: &str) -> String {
    format!("[ {item} ]")
}

/// Values to choose from: that which it has anyway comes last.
fn one_of(mut values: Vec<String>, default: Option<&str>) -> String {
    values.sort_by_key(|value| Some(value.as_str()) == default);
    let values: Vec<String> = values.iter().map(|value| choice(value)).collect();
    format!("${{1|{}|}}", values.join(","))
}

/// Does a key begin where nothing else does, and is there nothing more behind it on the line, but what
/// closes the set, and no rest of a binding below?
pub(super) fn has_room(parse: &Parse, key: TextRange) -> bool {
    begins_a_name(parse, key.start()) && ends_the_line(parse, key.end())
}

fn begins_a_name(parse: &Parse, at: TextSize) -> bool {
    let token = parse.syntax().token_at_offset(at).left_biased();
    let mut before = std::iter::successors(token, SyntaxToken::prev_token);
    let written = before.find(|token| !token.kind().is_trivia());
    written.is_some_and(|token| {
        use SyntaxKind::{TOKEN_DOT, TOKEN_L_BRACE, TOKEN_SEMICOLON};
        matches!(token.kind(), TOKEN_L_BRACE | TOKEN_SEMICOLON | TOKEN_DOT)
    })
}

fn ends_the_line(parse: &Parse, at: TextSize) -> bool {
    let token = parse.syntax().token_at_offset(at).right_biased();
    let mut ended = false;
    for token in std::iter::successors(token, SyntaxToken::next_token) {
        let before = at.checked_sub(token.text_range().start()).unwrap_or_default();
        let text = token.text().get(usize::from(before)..).unwrap_or_default();
        match token.kind() {
            _ if text.is_empty() => {}
            SyntaxKind::TOKEN_WHITESPACE => ended |= text.contains('\n'),
            SyntaxKind::TOKEN_COMMENT if ended => {}
            SyntaxKind::TOKEN_R_BRACE => return true,
            SyntaxKind::TOKEN_SEMICOLON | SyntaxKind::TOKEN_ASSIGN | SyntaxKind::TOKEN_DOT => {
                return false;
            }
            _ => return ended,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ty: &str, default: Option<&str>, expected: Option<&str>) {
        let option =
            OptionDef { ty: ty.into(), default: default.map(Into::into), ..OptionDef::default() };
        assert_eq!(value(&["x"], &option).as_deref(), expected, "{ty}");
    }

    #[test]
    fn values_have_the_form_of_their_type() {
        check("string", None, Some("\"$1\""));
        check("null or string", Some("null"), Some("\"$1\""));
        check("list of string", None, Some("[ \"$1\" ]"));
        check("list of (submodule)", None, Some("[ $1 ]"));
        check("null or signed integer", None, Some("$1"));
        check("signed integer or string", None, Some("$1"));
        check("boolean", Some("true"), Some("${1|false,true|}"));
        check("one of \"a,b\", \"c\"", Some("\"c\""), Some("${1|\"a\\,b\",\"c\"|}"));
    }

    #[test]
    fn what_may_be_a_set_has_none() {
        check("attribute set of string", None, None);
        check("string or attribute set", None, None);
        check("raw value", None, None);
        check("", None, None);
    }
}
