//! A setting: its type, its default, what it is for, and who says so.

use std::fmt::Write;

use inventory::catalogue::OptionDef;

use super::Context;
use crate::place::Spot;
use crate::settings::{SettingsPath, option, path_of_key};

/// The setting whose name stands under the cursor.
pub(super) fn hover(context: Context<'_>, spot: &Spot) -> Option<String> {
    let path = path_of_key(spot)?;
    let path = SettingsPath::of(&path).filter(|path| !path.below.is_empty())?;
    let service = context.analysis.reach(context.clan).service_of(path.instance)?;
    let (name, role) = (path.below.join("."), path.role);
    let text = setting(option(&service, &path)?);
    Some(format!("setting **{name}** of the role {role}{text}\n\nsource: {}", service.source))
}

/// What there is to say of an option, each thing in a paragraph of its own.
pub(crate) fn setting(option: &OptionDef) -> String {
    let mut out = String::new();
    if !option.ty.is_empty() {
        let _ = write!(out, "\n\ntype: {}", option.ty);
    }
    match &option.default {
        Some(default) if default.contains('\n') => {
            let _ = write!(out, "\n\ndefault:\n```nix\n{default}\n```");
        }
        Some(default) => {
            let _ = write!(out, "\n\ndefault: `{default}`");
        }
        None if option.required => out += "\n\nit has no default",
        None => {}
    }
    if let Some(description) = &option.description {
        let _ = write!(out, "\n\n{}", description.trim());
    }
    out
}
