//! What holds of every fix, in every case: the mistake is gone, and no other comes in its place.

use std::collections::BTreeMap;

use ide::{Analysis, Code, CodeAction, Diagnostic, FileId, TextEdit, TextRange, TextSize, apply};

use super::answer::World;

/// How often each mistake is made: by file, code and what is told of it.
type Mistakes = BTreeMap<(FileId, &'static str, String), usize>;

/// What is wrong with the fixes of a case's mistakes, a line each.
pub(super) fn broken(world: &World) -> Vec<String> {
    let before = mistakes(world, &world.analysis);
    let mut broken = Vec::new();
    for &file in &world.files {
        for mistake in world.analysis.diagnostics(file) {
            for fix in world.analysis.fixes(file, &mistake) {
                let flaw = flaw(world, &before, (file, &mistake), &fix);
                broken.extend(flaw.map(|flaw| {
                    format!("the fix `{}` of `{}`: {flaw}", fix.title, mistake.message)
                }));
            }
        }
    }
    broken
}

fn flaw(
    world: &World,
    before: &Mistakes,
    (file, mistake): (FileId, &Diagnostic),
    fix: &CodeAction,
) -> Option<String> {
    let mut analysis = world.analysis.clone();
    for (file, edits) in fix.change.files() {
        let Some(text) = apply(&world.text(file), edits) else {
            return Some("its edits are beyond the text".to_owned());
        };
        analysis = analysis.with_text(file, &text);
    }
    let count = |of: &Mistakes| of.get(&key(file, mistake)).copied().unwrap_or_default();
    if count(&mistakes(world, &analysis)) >= count(before) {
        return Some("the mistake is still there".to_owned());
    }
    // What could not be read may hold anything.
    let files = fix.change.files().filter(|_| mistake.code != Code::Syntax);
    for (file, edits) in files {
        let changed = changed(edits);
        for mistake in analysis.diagnostics(file) {
            let there = changed.iter().any(|range| range.intersect(mistake.range).is_some());
            // What is told of each piece of a role is told of one that is added, too.
            let known = before.contains_key(&key(file, &mistake));
            if there && !known {
                return Some(format!("now {}: {}", mistake.code.as_str(), mistake.message));
            }
        }
    }
    None
}

/// The text that edits put in, in the text that they make.
fn changed(edits: &[TextEdit]) -> Vec<TextRange> {
    let (mut gone, mut come) = (TextSize::default(), TextSize::default());
    let changed = edits.iter().map(|edit| {
        let length = TextSize::of(edit.insert.as_str());
        let range = TextRange::at(edit.delete.start() + come - gone, length);
        gone += edit.delete.len();
        come += length;
        range
    });
    changed.collect()
}

fn mistakes(world: &World, analysis: &Analysis) -> Mistakes {
    let mut mistakes = Mistakes::new();
    for &file in &world.files {
        for mistake in analysis.diagnostics(file) {
            *mistakes.entry(key(file, &mistake)).or_default() += 1;
        }
    }
    mistakes
}

fn key(file: FileId, mistake: &Diagnostic) -> (FileId, &'static str, String) {
    (file, mistake.code.as_str(), mistake.message.clone())
}
