//! Lets an instance be one of a service that this clan defines: `module.input = "self"`.

use inventory::Provider;
use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast};

use super::change::Edits;
use super::cursor::Cursor;
use super::file::{File, set_around};
use super::layout::Slot;
use super::{ActionKind, CodeAction, Context};
use crate::Diagnostic;
use crate::place::{At, Piece};

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

/// Sets the input of the instance whose name, or whose `module.name`, stands in a range.
fn change(context: &Context<'_>, file: &File, range: TextRange) -> Option<super::Change> {
    let mut edits = Edits::default();
    let (set, instance) = match file.attr_at(range) {
        Some(attr) => (set_around(&attr)?, file.path_of(&attr)?),
        None => {
            let mut around = file.node_around(range)?.ancestors();
            let binding = around.find_map(ast::AttrpathValue::cast)?;
            let path = file.path_of_binding(&binding)?;
            (ast::AttrSet::cast(binding.syntax().parent()?)?, path.get(..3)?.to_vec())
        }
    };
    let option = |names: &[&'static str]| {
        let names = names.iter().map(|name| SmolStr::new_static(name));
        let path: Vec<SmolStr> = instance.iter().cloned().chain(names).collect();
        file.pieces(&set, &path)
    };
    if let Some(input) = option(&["module", "input"]).first() {
        let value = input.value()?.syntax().text_range();
        edits.replace(file.id, value, "\"self\"");
    } else if let Some(name) = option(&["module", "name"]).first() {
        let text = format!("{}input = \"self\";", name.above());
        Slot::behind_piece(name)?.put(&mut edits, file.id, &text);
    } else {
        add(&mut edits, file, &option(&[]), &option(&["module"]))?;
    }
    context.change(edits)
}

/// Adds the input to an instance that says nothing of its module.
fn add(edits: &mut Edits, file: &File, instance: &[Piece], module: &[Piece]) -> Option<()> {
    if let Some(module) = module.iter().find_map(Piece::set) {
        Slot::in_set(&module)?.put(edits, file.id, "input = \"self\";");
    } else if let Some(set) = instance.iter().find_map(Piece::set) {
        Slot::at_start(&set)?.put(edits, file.id, "module.input = \"self\";");
    } else {
        let last = instance.last()?;
        let text = format!("{}{}.module.input = \"self\";", last.above(), last.attr);
        Slot::behind_piece(last)?.put(edits, file.id, &text);
    }
    Some(())
}
