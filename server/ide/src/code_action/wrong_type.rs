//! `wrong-type` and `wrong-setting-type`: makes a list of a lone value, or puts one of the few values
//! there that the option takes.

use inventory::catalogue::{EnumValue, Kind};
use syntax::{AstNode, ast};

use super::change::Edits;
use super::file::File;
use super::kind_at::{item_of, kind_at};
use super::{CodeAction, Context};
use crate::place::string_text;
use crate::spelling::as_string;
use crate::{Diagnostic, Misspelt, Severity};

/// Puts a lone value between brackets where a list of such values is taken.
pub(super) fn wrap(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let value = value_at(&file, mistake)?;
        let item = item_of(kind_at(context, &file, value.syntax())?)?;
        may_be_item(&item, &value).then_some(())?;
        let range = value.syntax().text_range();
        let mut edits = Edits::default();
        edits.insert(file.id, range.start(), "[ ");
        edits.insert(file.id, range.end(), " ]");
        let fix = CodeAction::fix("Make it a list of one".to_owned(), context.change(edits)?);
        let is_certain = mistake.severity == Severity::Error && is_one_name(&value);
        Some(fix.preferred(true).safe(is_certain))
    };
    action().into_iter().collect()
}

/// The value that is not of its type.
fn value_at(file: &File, mistake: &Diagnostic) -> Option<ast::Expr> {
    let mut nodes = file.node_around(mistake.range)?.ancestors();
    nodes.find_map(ast::Expr::cast).filter(|it| it.syntax().text_range() == mistake.range)
}

/// May a value be an item as it is written?
fn may_be_item(item: &Kind, value: &ast::Expr) -> bool {
    match item {
        Kind::Text => matches!(value, ast::Expr::Str(_)),
        Kind::Int { .. } => matches!(value, ast::Expr::Literal(it) if is_integer(it)),
        Kind::Module => matches!(value, ast::Expr::PathRel(_) | ast::Expr::PathAbs(_)),
        _ => false,
    }
}

fn is_integer(literal: &ast::Literal) -> bool {
    matches!(literal.kind(), ast::LiteralKind::Integer(_))
}

/// Is it one name or path? A text of several words may be meant as so many items, an empty one as
/// none.
fn is_one_name(value: &ast::Expr) -> bool {
    let separates = |char: char| char.is_whitespace() || ",;:".contains(char);
    match value {
        ast::Expr::Str(string) => {
            string_text(string).is_some_and(|text| !text.is_empty() && !text.contains(separates))
        }
        _ => true,
    }
}

/// Where there are more values than these, only those that are near are offered.
const MOST_VALUES: usize = 8;

/// One action for each value that is taken; what is near comes first.
pub(super) fn values(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let Some(file) = context.file() else { return Vec::new() };
    let Some(value) = value_at(&file, mistake) else { return Vec::new() };
    let kind = kind_at(context, &file, value.syntax());
    let Some(mut values) = kind.and_then(|kind| all_values(&kind)) else { return Vec::new() };
    let written = match &value {
        ast::Expr::Str(string) => string_text(string).unwrap_or_default(),
        other => other.to_string().into(),
    };
    let near = Misspelt::among(&written, values.iter().map(|it| it.name.as_str())).near;
    let is_near = |value: &Value| near.iter().any(|near| near == value.name.as_str());
    values.sort_by_key(|value| !is_near(value));
    let only = values.len() == 1 || near.len() == 1;
    let few = values.len() <= MOST_VALUES;
    let action = |(place, value): (usize, Value)| {
        let mut edits = Edits::default();
        edits.replace(file.id, mistake.range, value.text.as_str());
        let title = format!("Change to `{}`", value.text);
        let fix = CodeAction::fix(title, context.change(edits)?);
        (few || is_near(&value)).then_some(fix.preferred(only && place == 0))
    };
    values.into_iter().enumerate().filter_map(action).collect()
}

/// A value that an option takes.
struct Value {
    /// Without quotes.
    name: String,
    /// As it is written.
    text: String,
}

/// All values of a kind; `None` where they can't be listed.
fn all_values(kind: &Kind) -> Option<Vec<Value>> {
    let bare = |name: String| Value { text: name.clone(), name };
    match kind {
        Kind::Bool => Some([true, false].map(|value| bare(value.to_string())).into()),
        Kind::Null => Some(vec![bare("null".to_owned())]),
        Kind::Enum(known) => {
            let values = known.iter().map(|value| match value {
                EnumValue::Text(text) => {
                    Some(Value { name: text.to_string(), text: as_string(text) })
                }
                EnumValue::Int(int) => Some(bare(int.to_string())),
                EnumValue::Bool(bool) => Some(bare(bool.to_string())),
                EnumValue::Other => None,
            });
            values.collect()
        }
        Kind::OneOf(kinds) => {
            let values: Option<Vec<Vec<Value>>> = kinds.iter().map(all_values).collect();
            Some(values?.into_iter().flatten().collect())
        }
        _ => None,
    }
}
