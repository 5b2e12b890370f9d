//! One proposal of a completion, as lines.

use super::note::{NONE, lines};
use super::question::Asked;

/// What there is to say of it; the first line is that of the comment's beginning.
pub(super) fn about(asked: &Asked<'_>) -> Vec<String> {
    let about = asked.world.analysis.completion_documentation(asked.at, asked.argument);
    let text = about.map_or(vec![NONE.to_owned()], |it| lines(&it.1.plain()));
    [String::new()].into_iter().chain(text).collect()
}
