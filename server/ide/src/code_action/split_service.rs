//! `split-service`: names the input in every instance of the service.

use super::change::Edits;
use super::instance_module::set_module;
use super::{CodeAction, Context};
use crate::Diagnostic;

/// Gives the instances without an input the one that this instance names.
pub(super) fn unite(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let clan = file.clan();
        let named = clan.instances.values().find(|instance| {
            let at = instance.module.input_at.map(|at| instance.at(at));
            at.is_some_and(|at| (at.file, at.range) == (file.id, mistake.range))
        })?;
        let input = named.module.input.clone()??;
        let others = clan.instances.values().filter(|other| {
            other.module.name == named.module.name && other.module.input == Some(None)
        });
        let mut edits = Edits::default();
        for other in others {
            let at = other.module.name_at.or(other.definitions.first().copied())?;
            let at = other.at(at);
            set_module(
                &mut edits,
                &context.file_of(clan, at.file)?,
                at.range,
                ("input", &input),
                None,
            )?;
        }
        let title = format!("Name the input `{input}` in the other instances too");
        Some(CodeAction::fix(title, context.change(edits)?))
    };
    action().into_iter().collect()
}
