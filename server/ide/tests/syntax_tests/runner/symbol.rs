//! What an editor finds in all of the workspace, as lines.

use std::path::Path;

use super::answer::ROOT;
use super::note::NONE;
use super::outline;
use super::question::Asked;

/// More are not told: a case shows which are the best.
const MOST: usize = 20;

/// A line for each thing, the best first; the first line is that of the comment's beginning.
pub(super) fn lines(asked: &Asked<'_>) -> Vec<String> {
    let analysis = &asked.world.analysis;
    let clans = analysis.clans(Path::new(ROOT));
    let found = analysis.workspace_symbols(&clans, asked.argument, MOST);
    let lines = found.iter().map(|symbol| {
        let container = symbol.container.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        let (kind, place) = (outline::kind(symbol.kind), asked.world.places(&[symbol.at]));
        format!("{kind}{}{container} {place}", symbol.name)
    });
    let none = found.is_empty().then(|| NONE.to_owned());
    [String::new()].into_iter().chain(lines).chain(none).collect()
}
