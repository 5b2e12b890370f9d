//! `missing-file`: makes the module that a path leads to.

use std::collections::BTreeSet;

use inventory::{Clan, Provider, Reader};

use super::change::Edits;
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::spelling::{as_key, as_string};

/// A module that says nothing yet; that of a service with the roles that are used of it.
pub(super) fn create(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let clan = file.clan();
        let mut missing = clan.refusals.files.iter();
        let missing = missing.find(|it| (it.at.file, it.at.range) == (file.id, mistake.range))?;
        let path = &missing.path;
        path.extension().is_some_and(|extension| extension == "nix").then_some(())?;
        let text = match &missing.reader {
            Reader::Service(name) => service(clan, name),
            Reader::Clan | Reader::Machines => "{ }\n".to_owned(),
        };
        let name = path.strip_prefix(&clan.root).unwrap_or(path).display().to_string();
        let mut edits = Edits::default();
        edits.create(context.analysis.file(path), text);
        Some(CodeAction::fix(format!("Create `{name}`"), context.change(edits)?))
    };
    action().into_iter().collect()
}

fn service(clan: &Clan, name: &str) -> String {
    let instances = clan.instances.values().filter(|instance| {
        let module = &instance.module;
        module.name.as_deref() == Some(name) && clan.provider(module) == Some(Provider::Own)
    });
    let mut roles: BTreeSet<&str> = instances
        .flat_map(|instance| instance.roles.keys().map(smol_str::SmolStr::as_str))
        .collect();
    if roles.is_empty() {
        roles.insert("default");
    }
    let roles = roles.into_iter().map(|role| format!("  roles.{} = {{ }};\n", as_key(role)));
    let (name, roles) = (as_string(name), roles.collect::<String>());
    format!("{{\n  _class = \"clan.service\";\n  manifest.name = {name};\n{roles}}}\n")
}
