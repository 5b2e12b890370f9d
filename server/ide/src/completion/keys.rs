//! The options of the clan itself, level by level, as the schema declares them. Those that have a
//! value already are left out.

use inventory::catalogue::{ANY_NAME, OptionDef};
use inventory::schema;
use smol_str::SmolStr;

use super::{CompletionKind, Insert, Proposal, frame};

/// A set of options within a set is spelled out, dotted, if it holds no more than these.
const FEW: usize = 5;

/// The options that may be written below a path; `None` where names are the user's own. `written`
/// gives the names that have a value in the set, or in a set of it.
pub(super) fn missing(
    path: &[&str],
    written: impl Fn(Option<&str>) -> Vec<SmolStr>,
) -> Option<Vec<Proposal>> {
    let below = schema().settings_below(path);
    if below.is_empty() || below.iter().any(|(name, _)| *name == ANY_NAME) {
        return None;
    }
    let here = written(None);
    let mut proposals = Vec::new();
    for (name, option) in below {
        match option {
            Some(option) if !option.hidden && !here.contains(name) => {
                proposals.push(proposal(path, name.clone(), option));
            }
            Some(_) => {}
            None => {
                let inner: Vec<SmolStr> =
                    path.iter().map(SmolStr::new).chain([name.clone()]).collect();
                let inner = schema().settings_below(&inner);
                let there = written(Some(name));
                let dotted = inner.into_iter().filter(|(name, _)| !there.contains(name)).take(FEW);
                proposals.extend(dotted.filter_map(|(inner, option)| {
                    Some(proposal(path, SmolStr::from(format!("{name}.{inner}")), option?))
                }));
            }
        }
    }
    Some(proposals)
}

/// The option at a path, if there is one.
pub(super) fn option(path: &[&str]) -> Option<&'static OptionDef> {
    match schema().setting(path) {
        inventory::catalogue::SettingAt::Option(option) => Some(option),
        _ => None,
    }
}

fn proposal(path: &[&str], name: SmolStr, option: &OptionDef) -> Proposal {
    let names: Vec<&str> = path.iter().copied().chain(name.split('.')).collect();
    Proposal {
        value: frame::value(&names, option),
        insert: Insert::Path,
        detail: Some(super::settings::detail(option)),
        signature: Some(super::settings::signature(option)),
        documentation: Some(crate::hover::setting(option).trim_start().to_owned()),
        ..Proposal::name(name, CompletionKind::Key)
    }
}
