//! The inventory's own keys, level by level. Those that have a value already are left out.

mod table;

use smol_str::SmolStr;

use super::{CompletionKind, Insert, Proposal};

pub(super) use table::Key;

/// The keys of the option set `path`; `None` where names are the user's own.
pub(super) fn of(path: &[&str]) -> Option<&'static [Key]> {
    match path {
        [] => Some(table::CLAN),
        ["meta"] | ["inventory", "meta"] => Some(table::META),
        ["inventory"] => Some(table::INVENTORY),
        ["inventory", "machines", _] => Some(table::MACHINE),
        ["inventory", "machines", _, "deploy"] => Some(table::DEPLOY),
        ["inventory", "instances", _] => Some(table::INSTANCE),
        ["inventory", "instances", _, "module"] => Some(table::MODULE),
        ["inventory", "instances", _, "roles", _] => Some(table::ROLE),
        ["inventory", "instances", _, "roles", _, "machines" | "tags", _] => Some(table::MEMBER),
        _ => None,
    }
}

/// The keys without a value; `written` gives those that have one in the set, or in a set of it.
pub(super) fn missing(
    keys: &'static [Key],
    written: impl Fn(Option<&str>) -> Vec<SmolStr>,
) -> Vec<Proposal> {
    let here = written(None);
    let missing = keys.iter().filter(|key| match key.name.split_once('.') {
        Some((set, name)) => !written(Some(set)).iter().any(|it| it == name),
        None => !here.iter().any(|it| it == key.name),
    });
    missing.map(proposal).collect()
}

fn proposal(key: &'static Key) -> Proposal {
    Proposal {
        insert: Insert::Path,
        detail: Some(key.ty.to_owned()),
        documentation: Some(key.doc.to_owned()),
        ..Proposal::name(SmolStr::new_static(key.name), CompletionKind::Key)
    }
}
