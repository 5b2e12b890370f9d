//! The settings of a role: their names at any depth, and the values that are known.

use inventory::catalogue::{ANY_ITEM, ANY_NAME, EnumValue, Kind, OptionDef};
use inventory::{Clan, ServiceSource};
use smol_str::SmolStr;

use super::{CompletionKind, Insert, Proposal, frame};
use crate::Analysis;
use crate::settings::{SettingsPath, option};

/// The settings that may be written below a path: those without a default first.
pub(super) fn names(
    analysis: &Analysis,
    clan: &Clan,
    path: &SettingsPath<'_>,
    written: &[SmolStr],
) -> Option<Vec<Proposal>> {
    let service = analysis.reach(clan).service_of(path.instance)?;
    let mut below = service.roles.get(path.role)?.settings_below(path.below);
    below.retain(|(name, option)| {
        let is_name = *name != ANY_NAME && *name != ANY_ITEM;
        is_name && option.is_none_or(|option| !option.hidden)
    });
    below.sort_by_key(|(_, option)| !option.is_some_and(|option| option.required));
    let proposals = below.into_iter().map(|(name, option)| Proposal {
        used: written.contains(name),
        detail: option.map(detail),
        signature: option.map(signature),
        value: option.and_then(|option| frame::value(&[], option)),
        documentation: option.map(|option| documentation(option, &service.source)),
        ..Proposal::name(name.clone(), CompletionKind::Setting)
    });
    Some(proposals.collect())
}

/// The values of a setting that can be listed. Inside quotes only strings fit.
pub(super) fn values(
    analysis: &Analysis,
    clan: &Clan,
    path: &SettingsPath<'_>,
    in_quotes: bool,
) -> Option<Vec<Proposal>> {
    let service = analysis.reach(clan).service_of(path.instance)?;
    Some(values_of(option(&service, path)?, in_quotes))
}

/// The values of an option that can be listed. Inside quotes only strings fit.
pub(super) fn values_of(option: &OptionDef, in_quotes: bool) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    of_kind(&option.kind(), &mut proposals);
    proposals.retain(|proposal| !in_quotes || matches!(proposal.insert, Insert::Name));
    proposals
}

fn of_kind(kind: &Kind, proposals: &mut Vec<Proposal>) {
    match kind {
        Kind::Bool => proposals.extend(["true", "false"].map(bare)),
        Kind::Null => proposals.push(bare("null")),
        Kind::Enum(values) => proposals.extend(values.iter().filter_map(|value| match value {
            EnumValue::Text(text) => Some(Proposal::name(text.clone(), CompletionKind::Word)),
            EnumValue::Int(int) => Some(bare(int.to_string())),
            EnumValue::Bool(bool) => Some(bare(bool.to_string())),
            EnumValue::Other => None,
        })),
        Kind::OneOf(kinds) => kinds.iter().for_each(|kind| of_kind(kind, proposals)),
        _ => {}
    }
}

/// A value that is no string.
fn bare(text: impl Into<SmolStr>) -> Proposal {
    Proposal { insert: Insert::Path, ..Proposal::name(text.into(), CompletionKind::Word) }
}

/// The type, on one line.
pub(super) fn detail(option: &OptionDef) -> String {
    let required = if option.required { "required: " } else { "" };
    format!("{required}{}", option.ty.replace('\n', " "))
}

/// What stands behind the name in a list: the type, and the default if there is a short one.
pub(super) fn signature(option: &OptionDef) -> String {
    let short = |text: &str| text.len() <= LONGEST && !text.contains('\n');
    let default = option.default.as_ref().filter(|default| short(default));
    let default = default.map(|default| format!(" = {default}")).unwrap_or_default();
    let ty = option.ty.replace('\n', " ").chars().take(LONGEST).collect::<String>();
    let more = if ty.len() < option.ty.len() { "…" } else { "" };
    format!(": {ty}{more}{default}")
}

/// More of a type or a default than this is cut, or left out: a list is narrow.
const LONGEST: usize = 40;

fn documentation(option: &OptionDef, source: &ServiceSource) -> String {
    let mut text = crate::hover::setting(option);
    text += &format!("\n\nsource: {source}");
    text.trim_start().to_owned()
}
