//! What is shown beside a text: the lines with their hints in them, and what a lens tells.

use ide::{FilePosition, FileRange, InlayHint, TextRange, TextSize};

use super::answer::World;
use super::note::NONE;
use super::question::Answer;
use super::source::Source;

/// Every line that has hints, with each where it is shown: `«jon, sara»`.
pub(super) fn hints(world: &World, file: ide::FileId, source: &Source) -> Answer {
    let range = TextRange::up_to(TextSize::of(source.text.as_str()));
    let hints = world.analysis.inlay_hints(FileRange { file, range });
    let mut by_line: Vec<(usize, Vec<&InlayHint>)> = Vec::new();
    for hint in &hints {
        let line = source.line_at(hint.at);
        match by_line.last_mut() {
            Some((last, hints)) if *last == line => hints.push(hint),
            _ => by_line.push((line, vec![hint])),
        }
    }
    let mut lines = vec![String::new()];
    lines.extend(by_line.iter().map(|(line, hints)| with_hints(source, *line, hints)));
    if lines.len() == 1 { vec![NONE.to_owned()].into() } else { lines.into() }
}

fn with_hints(source: &Source, line: usize, hints: &[&InlayHint]) -> String {
    let mut text: Vec<char> = source.line(line).chars().collect();
    for hint in hints.iter().rev() {
        let label: String = hint.label.iter().map(|part| part.text.as_str()).collect();
        let (_, column) = source.position(hint.at);
        text.splice(column..column, format!("«{label}»").chars());
    }
    text.into_iter().collect::<String>().trim().to_owned()
}

/// What the lens at a place tells, and the places that it leads to.
pub(super) fn lens(world: &World, at: FilePosition) -> Answer {
    let names = world.analysis.code_lenses(at.file).into_iter();
    let name = names.into_iter().find(|name| name.contains_inclusive(at.offset));
    let lens = name.and_then(|range| world.analysis.code_lens(FileRange { file: at.file, range }));
    match lens {
        Some(lens) => {
            let lines = vec![lens.title.clone(), world.places(&lens.places)];
            Answer { range: name, lines: lines.into_iter().filter(|it| !it.is_empty()).collect() }
        }
        None => vec![NONE.to_owned()].into(),
    }
}
