//! Where a name comes from that is not written, or not everywhere.

use std::path::Path;

use eval::FileRange;
use inventory::Clan;

use super::{Refused, Task};
use crate::Analysis;
use crate::entity::Entity;

/// Of a name that stands nowhere as it is.
pub(super) fn computed(
    analysis: &Analysis,
    clan: &Clan,
    entity: &Entity,
    at: FileRange,
) -> Refused {
    let (noun, name) = (entity.noun(), entity.name());
    let is_named = |path: &Path| {
        path.file_stem().is_some_and(|stem| stem == name.as_str())
            || path.ends_with(format!("{name}/default.nix"))
    };
    let mut files = clan.files.iter().map(|&file| analysis.path(file));
    if let Some(file) = files.find(|path| is_named(path)) {
        let file = shown(clan, &file);
        return Refused(format!(
            "the {noun} `{name}` has its name from the file {file}: rename that"
        ));
    }
    let place = place(analysis, clan, at);
    Refused(format!("the name of the {noun} `{name}` is computed at {place}, not written there"))
}

/// Of a name that is written where the thing is defined, and computed elsewhere.
pub(super) fn also_computed(task: Task<'_>, at: FileRange, difference: &str) -> Refused {
    let place = place(task.analysis, task.clan, at);
    Refused(format!("it would change more than the name: {difference}; see {place}"))
}

/// `clan.nix:12`
fn place(analysis: &Analysis, clan: &Clan, at: FileRange) -> String {
    let line = analysis.line_index(at.file).and_then(|lines| lines.try_line_col(at.range.start()));
    format!("{}:{}", shown(clan, &analysis.path(at.file)), line.map_or(1, |it| it.line + 1))
}

fn shown(clan: &Clan, path: &Path) -> String {
    path.strip_prefix(&clan.root).unwrap_or(path).display().to_string()
}
