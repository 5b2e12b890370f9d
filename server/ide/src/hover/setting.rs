//! A setting or another option: its type, its default, what it is for, what it comes to, and who says
//! so.

use std::fmt::Write;

use inventory::catalogue::{OptionDef, SettingAt};
use inventory::schema;

use super::{Context, values};
use crate::markup::{Line, Markup};
use crate::settings::{self, SettingsPath};

/// The setting or the clan's own option at a path.
pub(crate) fn option(context: Context<'_>, path: &[&str]) -> Option<Markup> {
    let Some(path) = SettingsPath::of(path).filter(|path| !path.below.is_empty()) else {
        return own_option(context, path);
    };
    let service = context.analysis.reach(context.clan).service_of(path.instance)?;
    let option = settings::option(&service, &path)?;
    let head = Line::of("setting ").strong(path.below.join("."));
    let mut out = Markup::default();
    out.paragraph(head.text(" of the role ").code(path.role));
    describe(&mut out, option);
    if let Some(table) = values::on_each_machine(context, &path, option) {
        out.table(table);
    }
    out.paragraph(format!("source: {}", service.source));
    Some(out)
}

/// An option of the clan, of its inventory, of a machine or of an instance.
fn own_option(context: Context<'_>, path: &[&str]) -> Option<Markup> {
    let SettingAt::Option(option) = schema().setting(path) else { return None };
    let mut out = Markup::default();
    out.paragraph(Line::of("option ").strong(*path.last()?));
    describe(&mut out, option);
    out.paragraph(format!("source: {}", context.analysis.reach(context.clan).catalogue()));
    Some(out)
}

fn describe(out: &mut Markup, option: &OptionDef) {
    let text = setting(option);
    if !text.is_empty() {
        out.paragraph(text.trim_start());
    }
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
