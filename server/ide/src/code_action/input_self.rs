//! Lets an instance be one of a service that this clan defines: `module.input = "self"`.

use inventory::Provider;
use smol_str::SmolStr;
use syntax::TextRange;

use super::change::Edits;
use super::cursor::Cursor;
use super::file::File;
use super::instance_module::set_module;
use super::{ActionKind, CodeAction, Context};
use crate::Diagnostic;
use crate::place::At;

const TITLE: &str = "Use the service of this clan: `module.input = \"self\"`";

/// Offers it where the instance or its service is named, if only this clan may be meant.
pub(super) fn offer(context: &Context<'_>, cursor: &Cursor) -> Vec<CodeAction> {
    let instance = match *cursor.path() {
        ["inventory", "instances", name, "module", "name"] if cursor.spot.at == At::Value => name,
        _ => cursor.instance().map_or("", |(name, _)| name),
    };
    let clan = cursor.file.clan();
    let Some(instance) = clan.instances.get(instance) else { return Vec::new() };
    let module = &instance.module;
    let is_own = |name: &SmolStr| clan.own_services.services.contains_key(name);
    let applies = clan.provider(module) == Some(Provider::ClanCore)
        && module.name.as_ref().is_some_and(is_own);
    let range = cursor.spot.name.range;
    let change = applies.then(|| change(context, &cursor.file, range)).flatten();
    let of = |change| CodeAction::of(ActionKind::Rewrite, TITLE.to_owned(), change);
    let action = change.map(of);
    action.into_iter().collect()
}

/// `missing-input-self`: the mistake is told where the instance or its service is named.
pub(super) fn fix(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let change = context.file().and_then(|file| change(context, &file, mistake.range));
    let fix = change.map(|change| CodeAction::fix(TITLE.to_owned(), change));
    fix.map(|fix| fix.preferred(true).safe(true)).into_iter().collect()
}

/// Lets this clan be the input of the instance whose name, or whose `module.name`, stands in a range.
fn change(context: &Context<'_>, file: &File, range: TextRange) -> Option<super::Change> {
    let mut edits = Edits::default();
    set_module(&mut edits, file, range, ("input", "self"), None)?;
    context.change(edits)
}
