//! What can be done at a place: the titles, and the lines that an action changes.

use ide::{
    Analysis, Change, CodeAction, FileId, FilePosition, FileRange, TextRange, apply, line_diff,
};

use super::answer::{ROOT, World};
use super::note::{ABSENT, NONE};

/// The titles, a line each, with what an editor is told of each action; the first line is that of
/// the comment's beginning and stays empty.
pub(super) fn titles(world: &World, at: FilePosition) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(actions(world, at).iter().map(|action| {
        let traits = [("preferred", action.preferred), ("safe", action.safe)];
        let traits = traits.iter().filter(|(_, holds)| *holds).map(|(name, _)| *name);
        let words: Vec<&str> = [action.kind.as_str()].into_iter().chain(traits).collect();
        format!("{} ({})", action.title, words.join(", "))
    }));
    if lines.len() == 1 { vec![NONE.to_owned()] } else { lines }
}

/// What an action changes: lines that go after a `-`, lines that come after a `+`, `...` between
/// stretches. The name of the file stands above those of another one.
pub(super) fn lines(world: &World, at: FilePosition, title: &str) -> Vec<String> {
    let found = actions(world, at).into_iter().find(|action| action.title == title);
    let change = found.map(|action| action.change).or_else(|| of_file(world, at, title));
    let Some(change) = change else { return vec![String::new(), ABSENT.to_owned()] };
    let mut lines = vec![String::new()];
    changed(world, at.file, &change, &mut lines);
    lines
}

/// Adds the lines that a change takes and brings.
pub(super) fn changed(world: &World, here: FileId, change: &Change, lines: &mut Vec<String>) {
    for (file, edits) in change.files() {
        if file != here {
            let path = world.analysis.path(file);
            let path = path.strip_prefix(ROOT).unwrap_or(&path);
            lines.push(format!("{}:", path.display()));
        }
        let old = world.text(file);
        match apply(&old, edits) {
            Some(new) => differences(&old, &new, lines),
            None => lines.push("(edits beyond the text)".to_owned()),
        }
    }
}

fn actions(world: &World, at: FilePosition) -> Vec<CodeAction> {
    let mistakes = world.analysis.diagnostics(at.file);
    let at = FileRange { file: at.file, range: TextRange::empty(at.offset) };
    world.analysis.code_actions(at, &mistakes)
}

/// What an action on the whole file changes.
fn of_file(world: &World, at: FilePosition, title: &str) -> Option<Change> {
    let mistakes = world.analysis.diagnostics(at.file);
    let range = FileRange { file: at.file, range: TextRange::empty(at.offset) };
    let mut actions = world.analysis.file_actions(range, &mistakes, &|_| true).into_iter();
    let action = actions.find(|action| action.title() == title)?;
    world.analysis.change_of(at.file, action, &Analysis::diagnostics)
}

fn differences(old: &str, new: &str, lines: &mut Vec<String>) {
    let (before, after): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    for (number, change) in line_diff(old, new).into_iter().enumerate() {
        if number > 0 {
            lines.push("...".to_owned());
        }
        let of = |mark: char, lines: &[&str], range: std::ops::Range<usize>| -> Vec<String> {
            let lines = lines.get(range).unwrap_or_default();
            lines.iter().map(|line| format!("{mark} {line}").trim_end().to_owned()).collect()
        };
        lines.extend(of('-', &before, change.old));
        lines.extend(of('+', &after, change.new));
    }
}

impl World {
    pub(super) fn text(&self, file: FileId) -> String {
        self.analysis.text(file).map(|text| text.to_string()).unwrap_or_default()
    }
}
