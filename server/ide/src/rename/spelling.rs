//! How a name is written at a place, and how another is written there instead.

use eval::FileRange;
use smol_str::SmolStr;
use syntax::{AstNode, SyntaxKind, SyntaxNode, TextRange, TextSize, ast};

use super::Refused;
use crate::Analysis;
use crate::entity::Entity;
use crate::place::string_text;
use crate::spelling::{as_key, as_string, is_identifier};
use crate::stretch;

/// Can a thing have that name?
pub(super) fn check(entity: &Entity, new: &str) -> Result<(), Refused> {
    if new.is_empty() {
        return Err(Refused(format!("{} needs a name", entity.with_article())));
    }
    if new.chars().any(char::is_control) {
        return Err(Refused(format!("the name of {} is on one line", entity.with_article())));
    }
    // It is also a folder, and the name of a host.
    let fits_a_host = |char: char| char.is_alphanumeric() || "-_.".contains(char);
    let is_host = new.chars().all(fits_a_host) && !new.starts_with(['.', '-']);
    if matches!(entity, Entity::Machine(_)) && !is_host {
        return Err(Refused(format!(
            "`{new}` is no name for a machine: those are of letters, digits, `-`, `_` and `.`"
        )));
    }
    Ok(())
}

/// A text without its quotes, if it has any, and where that is.
pub(super) fn inside(written: &str, range: TextRange) -> Option<(TextRange, &str)> {
    for quote in ["\"", "''"] {
        let inner = written.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
        if let Some(inner) = inner {
            let start = range.start() + TextSize::of(quote);
            return Some((TextRange::at(start, TextSize::of(inner)), inner));
        }
    }
    Some((range, written))
}

/// What is written in the place of a name; `None` where the text there is not that name.
pub(super) fn replacement(
    analysis: &Analysis,
    at: FileRange,
    old: &SmolStr,
    new: &str,
) -> Result<Option<String>, Refused> {
    let Some(parse) = analysis.parse(at.file) else {
        let text = analysis.text(at.file);
        let written = text.as_ref().and_then(|text| text.get(std::ops::Range::from(at.range)));
        return Ok(written.filter(|it| **it == in_json(old)).map(|_| in_json(new)));
    };
    let is_name = |node: &SyntaxNode| {
        matches!(node.kind(), SyntaxKind::NODE_IDENT | SyntaxKind::NODE_STRING)
            && node.text_range() == at.range
    };
    let around = stretch::node_around(&parse.syntax(), at.range);
    let Some(node) = around.into_iter().flat_map(|node| node.ancestors()).find(is_name) else {
        return Ok(None);
    };
    let around = node.parent().map(|parent| parent.kind());
    let string = ast::Str::cast(node.clone());
    let is_closed = node.last_token().is_some_and(|it| it.kind() == SyntaxKind::TOKEN_STRING_END);
    if string.is_some() && !is_closed {
        return Err(Refused(format!("a string with `{old}` is not closed: close it first")));
    }
    let says = string.as_ref().map_or_else(|| Some(node.text().to_string().into()), string_text);
    if says.as_ref() != Some(old) {
        return Ok(None);
    }
    match around {
        Some(SyntaxKind::NODE_INHERIT) => Err(Refused(format!(
            "`{old}` is inherited: bind it with `=` first, so that its name can be another"
        ))),
        Some(SyntaxKind::NODE_ATTRPATH) => Ok(Some(key(string.is_some(), old, new))),
        // A variable has that name; what it stands for is named elsewhere.
        _ => Ok(string.map(|_| as_string(new))),
    }
}

/// Quotes stay where they are, unless they were needed and are so no more.
fn key(quoted: bool, old: &str, new: &str) -> String {
    if quoted && (is_identifier(old) || !is_identifier(new)) { as_string(new) } else { as_key(new) }
}

/// A name as a string of JSON.
pub(super) fn in_json(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}
