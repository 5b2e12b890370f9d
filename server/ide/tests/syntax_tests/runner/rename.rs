//! What another name changes.

use super::action;
use super::answer::ROOT;
use super::note::NONE;
use super::question::{Answer, Asked};

/// The lines that are renamed, what is moved and what is noted; or why not.
pub(super) fn lines(asked: &Asked<'_>) -> Answer {
    let mut lines = vec![String::new()];
    match asked.world.analysis.rename(asked.at, asked.argument) {
        Ok(renaming) => {
            action::changed(asked.world, asked.at.file, &renaming.change, &mut lines);
            let shown = |path: &std::path::Path| {
                path.strip_prefix(ROOT).unwrap_or(path).display().to_string()
            };
            let moves = renaming.moves.iter();
            lines.extend(moves.map(|it| format!("move {} to {}", shown(&it.from), shown(&it.to))));
            lines.extend(renaming.notes.iter().map(|note| format!("note: {note}")));
        }
        Err(refused) => lines.push(format!("refused: {}", refused.0)),
    }
    lines.into()
}

/// The name that can be another, or why it can't.
pub(super) fn name(asked: &Asked<'_>) -> Answer {
    match asked.world.analysis.prepare_rename(asked.at) {
        Ok(None) => vec![NONE.to_owned()].into(),
        Ok(Some(found)) => Answer { range: Some(found.range), lines: vec![found.name.to_string()] },
        Err(refused) => vec![format!("{NONE} {}", refused.0)].into(),
    }
}
