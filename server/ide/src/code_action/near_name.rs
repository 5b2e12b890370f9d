//! Any misspelt name: puts one that was perhaps meant in its place.

use std::ops::Range;

use smol_str::SmolStr;
use syntax::ast;

use super::change::Edits;
use super::collision::may_be_renamed;
use super::{CodeAction, Context};
use crate::place::attr_text;
use crate::spelling::{as_key, as_string, is_identifier};
use crate::{Code, Diagnostic, Misspelt, Severity};

/// One action for each near name, none of them preferred where there are several.
pub(super) fn change(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let Some(misspelt) = &mistake.misspelt else { return Vec::new() };
    let only = misspelt.near.len() == 1;
    let actions = misspelt.near.iter().filter_map(|name| {
        let text = spelled(context, mistake, misspelt, name)?;
        let mut edits = Edits::default();
        edits.replace(context.file, mistake.range, text);
        let action = CodeAction::fix(format!("Change to `{name}`"), context.change(edits)?);
        Some(action.preferred(only).safe(only && is_beyond_doubt(mistake)))
    });
    actions.collect()
}

/// A role is one of few words that its service has. A name of the user's own may stand for something
/// that is still to be added, however near another one is.
fn is_beyond_doubt(mistake: &Diagnostic) -> bool {
    mistake.code == Code::UnknownRole && mistake.severity == Severity::Error
}

/// How a name is spelled in the place of the misspelt one; `None` where that is not written there,
/// or where there is no room for the name.
fn spelled(
    context: &Context<'_>,
    mistake: &Diagnostic,
    misspelt: &Misspelt,
    name: &SmolStr,
) -> Option<String> {
    if context.analysis.parse(context.file).is_none() {
        return spelled_in_json(context, mistake, misspelt, name);
    }
    let file = context.file()?;
    if let Some(attr) = file.attr_at(mistake.range) {
        if attr_text(&attr)? != misspelt.name || !may_be_renamed(&file, &attr, name) {
            return None;
        }
        let quoted = matches!(attr, ast::Attr::Str(_));
        return Some(if quoted { as_string(name) } else { as_key(name) });
    }
    if let Some((_, text)) = file.string_at(mistake.range) {
        return (text == misspelt.name).then(|| as_string(name));
    }
    let variable = file.variable_at(mistake.range)?;
    let fits = variable.to_string() == misspelt.name && is_identifier(name);
    fits.then(|| name.to_string())
}

/// The same in a file that is no Nix.
fn spelled_in_json(
    context: &Context<'_>,
    mistake: &Diagnostic,
    misspelt: &Misspelt,
    name: &SmolStr,
) -> Option<String> {
    let text = context.analysis.text(context.file)?;
    let written = text.get(Range::<usize>::from(mistake.range))?;
    let quoted = format!("\"{name}\"");
    let is_plain = !name.contains(|char: char| char == '"' || char == '\\' || char.is_control());
    let is_key = text.get(usize::from(mistake.range.end())..)?.trim_start().starts_with(':');
    // The object may have that key; where it is far away, nobody misses the fix.
    let has_room = !is_key || !text.contains(&quoted);
    (written == format!("\"{}\"", misspelt.name) && is_plain && has_room).then_some(quoted)
}
