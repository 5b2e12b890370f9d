//! `unknown-machine`: adds the machine to the inventory.

use super::change::Edits;
use super::file::set_around;
use super::machine::{add_first_machine, add_machine};
use super::{CodeAction, Context};
use crate::Diagnostic;

pub(super) fn add(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let change = || {
        let file = context.file()?;
        let attr = file.attr_at(mistake.range)?;
        let name = crate::place::attr_text(&attr)?;
        let mut edits = Edits::default();
        if add_machine(context, file.clan(), &mut edits, &name).is_none() {
            add_first_machine(&file, &set_around(&attr)?, &mut edits, &name)?;
        }
        let change = context.change(edits)?;
        Some(CodeAction::fix(format!("Add the machine `{name}` to the inventory"), change))
    };
    let has_near = mistake.misspelt.as_ref().is_some_and(|it| !it.near.is_empty());
    change().map(|action| action.preferred(!has_near)).into_iter().collect()
}
