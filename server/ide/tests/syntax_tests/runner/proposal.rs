//! One proposal of a completion, as lines.

use super::answer::changed_lines;
use super::note::{ABSENT, NONE, lines};
use super::question::Asked;

/// What there is to say of it; the first line is that of the comment's beginning.
pub(super) fn about(asked: &Asked<'_>) -> Vec<String> {
    let about = asked.world.analysis.completion_documentation(asked.at, asked.argument);
    let text = about.map_or(vec![NONE.to_owned()], |it| lines(&it.1.plain()));
    [String::new()].into_iter().chain(text).collect()
}

/// The line once it is taken as a whole binding, by an editor that has snippets.
pub(super) fn binding(asked: &Asked<'_>) -> Vec<String> {
    let items = asked.world.analysis.completion(asked.at).items;
    let item = items.into_iter().find(|item| item.label == asked.argument);
    let line = item.map_or(Some(ABSENT.to_owned()), |item| {
        let lines = changed_lines(item.edit.delete, &item.binding?, asked.source);
        lines.into_iter().next()
    });
    vec![String::new(), line.unwrap_or(NONE.to_owned())]
}
