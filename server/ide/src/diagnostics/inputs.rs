//! `module.input`: `unknown-input`, `input-without-services`.

use inventory::{Instance, ModuleRef, Provider};

use super::suggestion::listed;
use super::{Code, Findings, Misspelt, Severity, Subject};

pub(super) fn of_instance(subject: Subject<'_>, instance: &Instance, findings: &mut Findings) {
    let Some(Some(input)) = &instance.module.input else { return };
    let Some(at) = instance.module.input_at.filter(|_| input != "self") else { return };
    let at = instance.at(at);
    if let Some(known) = subject.inputs.filter(|known| !known.contains(input)) {
        let names: Vec<&str> =
            known.iter().filter(|name| *name != "self").map(smol_str::SmolStr::as_str).collect();
        let misspelt = Misspelt::among(input, names.iter().copied());
        let rest = match names.as_slice() {
            _ if !misspelt.near.is_empty() => misspelt.to_string(),
            few if !few.is_empty() && few.len() <= 6 => {
                format!("; it has {}", listed(few, "and"))
            }
            _ => String::new(),
        };
        let message = match input.as_str() {
            "" => format!("an input of the flake is to be named here{rest}"),
            input => format!("the flake has no input `{input}`{rest}"),
        };
        let kind = (Code::UnknownInput, Severity::Error);
        findings.report_misspelt(kind, at, message, misspelt);
    } else if gives_nothing(subject, &instance.module) {
        let message = format!("the input `{input}` gives no services: it has no `clan.modules`");
        findings.report((Code::InputWithoutServices, Severity::Error), at, message);
    }
}

/// Is the source of the input at hand, and are there certainly no services in it?
pub(super) fn gives_nothing(subject: Subject<'_>, module: &ModuleRef) -> bool {
    let Some(Provider::Input(input)) = subject.clan.provider(module) else {
        return false;
    };
    subject.reach.input(&input).is_some_and(|services| {
        let provided = services.provided;
        provided.services.is_empty() && provided.removed.is_empty() && provided.gaps.is_empty()
    })
}
