//! `removed-service`: names the flake that has the service now.

use inventory::Resolution;

use super::change::Edits;
use super::instance_module::set_module;
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::flake;
use crate::spelling::as_string;

/// Where the flake has that input, or may have it.
pub(super) fn follow(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let clan = file.clan();
        let mut instances = clan.instances.values();
        let instance = instances.find(|instance| {
            let at = instance.module.name_at.or(instance.definitions.first().copied());
            at.map(|at| instance.at(at))
                .is_some_and(|at| (at.file, at.range) == (file.id, mistake.range))
        })?;
        let reach = context.analysis.reach(clan);
        let Resolution::Absent(absent) = reach.resolve(&instance.module) else { return None };
        let successor = absent.successor?;
        let inputs = flake::all_inputs(context.analysis, clan);
        inputs.is_none_or(|inputs| inputs.contains(&successor.input)).then_some(())?;
        let mut edits = Edits::default();
        if instance.module.name.as_ref() != Some(&successor.name) {
            // The name stands there, and not that of an instance which is called so.
            file.string_at(mistake.range)?;
            edits.replace(file.id, mistake.range, as_string(&successor.name));
        }
        set_module(&mut edits, &file, mistake.range, ("input", &successor.input), None)?;
        let title = format!("Take `{}` from the input `{}`", successor.name, successor.input);
        Some(CodeAction::fix(title, context.change(edits)?).preferred(true))
    };
    action().into_iter().collect()
}
