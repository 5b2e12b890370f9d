//! A setting: its type, its default, what it is for, and who says so.

use std::fmt::Write;

use inventory::catalogue::{OptionDef, SettingAt};
use smol_str::SmolStr;

use super::Context;
use crate::place::{At, Spot};
use crate::settings::{SettingsPath, service_of};

/// The setting whose name stands under the cursor.
pub(super) fn hover(context: Context<'_>, spot: &Spot) -> Option<String> {
    if spot.at != At::Key || spot.name.text.is_empty() {
        return None;
    }
    let names = spot.path.iter().chain([&spot.name.text]);
    let path: Vec<&str> = names.map(SmolStr::as_str).collect();
    let path = SettingsPath::of(&path).filter(|path| !path.below.is_empty())?;
    let told = service_of(context.analysis, context.clan, path.instance)?;
    let SettingAt::Option(option) = told.role(path.role)?.setting(path.below) else { return None };
    let (name, role) = (path.below.join("."), path.role);
    let text = setting(option);
    Some(format!("setting **{name}** of the role {role}{text}\n\nsource: {}", told.source))
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
