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

/// The line once it is taken as a whole binding, by an editor that has snippets. With a value in it, it
/// must be no mistake of syntax.
pub(super) fn binding(asked: &Asked<'_>) -> Vec<String> {
    let items = asked.world.analysis.completion(asked.at).items;
    let Some(item) = items.into_iter().find(|item| item.label == asked.argument) else {
        return vec![String::new(), ABSENT.to_owned()];
    };
    let Some(binding) = item.binding else { return vec![String::new(), NONE.to_owned()] };
    let mistakes = |text: &str| ide::parse(text).errors().len();
    let filled = asked.source.replaced(item.edit.delete, &filled(&binding)).unwrap_or_default();
    let flawed = mistakes(&filled) > mistakes(&asked.source.text);
    let flaw = if flawed { " !syntax" } else { "" };
    let lines = changed_lines(item.edit.delete, &binding, asked.source);
    vec![String::new(), format!("{}{flaw}", lines.first().map_or("", String::as_str))]
}

/// A snippet with a word in its first place, or the first of several.
fn filled(snippet: &str) -> String {
    let Some((head, rest)) = snippet.split_once("${1|") else {
        return snippet.replace("$1", "x").replace("$0", "");
    };
    let (choices, tail) = rest.split_once("|}").unwrap_or((rest, ""));
    let first = choices.split([',', '|']).next().unwrap_or_default();
    format!("{head}{first}{}", tail.replace("$0", ""))
}
