//! Lays what was expected beside what was answered.

use super::note::{Kind, Note};

/// A statement as expected and as answered; one of them is missing where nothing matches it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) expected: Option<Note>,
    pub(super) got: Option<Note>,
}

impl Pair {
    /// Is the expectation met?
    pub(super) fn agrees(&self) -> bool {
        self.expected == self.got
    }

    /// The number of source lines above it.
    pub(super) fn below(&self) -> usize {
        [&self.expected, &self.got].into_iter().flatten().map(|note| note.below).min().unwrap_or(0)
    }
}

/// Pairs the expectations of a file, in their order, with the answers to their questions and with
/// the findings that come closest; findings that nobody expected follow.
pub(super) fn pairs(
    expected: &[Note],
    answer: impl Fn(&Note) -> Note,
    mut found: Vec<Note>,
) -> Vec<Pair> {
    let pair = |note: &Note| Pair {
        got: note.is_question().then(|| answer(note)),
        expected: Some(note.clone()),
    };
    let mut pairs: Vec<Pair> = expected.iter().map(pair).collect();
    for close in [equal, same_place_and_kind, same_place, same_line_and_kind] {
        for Pair { expected, got } in pairs.iter_mut().filter(|pair| pair.got.is_none()) {
            let matching =
                |candidate: &Note| expected.as_ref().is_some_and(|e| close(e, candidate));
            *got = found.iter().position(matching).map(|index| found.remove(index));
        }
    }
    pairs.extend(found.into_iter().map(|note| Pair { expected: None, got: Some(note) }));
    pairs
}

fn equal(expected: &Note, found: &Note) -> bool {
    expected == found
}

fn same_place_and_kind(expected: &Note, found: &Note) -> bool {
    expected.range == found.range && expected.kind == found.kind
}

fn same_place(expected: &Note, found: &Note) -> bool {
    expected.range == found.range && is_related(expected) == is_related(found)
}

fn same_line_and_kind(expected: &Note, found: &Note) -> bool {
    expected.below == found.below && expected.kind == found.kind
}

fn is_related(note: &Note) -> bool {
    matches!(&note.kind, Kind::Finding(head) if head.starts_with("related"))
}
