//! Errors that an edit leaves as they are, but for their place.

use std::sync::Arc;

use rowan::{TextRange, TextSize};

use super::place::Place;
use crate::{Fix, SyntaxError};

/// The errors after an edit that told those in `region` anew, as `fresh`. `None` where another one
/// might be told in other words.
///
/// Messages quote, and fixes depend on, what stands on the line of the error; or, for a bracket that
/// is never closed, on whether its group spans several lines, which it does and goes on to do when
/// the edit happens on another line than the bracket.
pub(super) fn errors(
    place: &Place<'_>,
    region: TextRange,
    fresh: Vec<SyntaxError>,
) -> Option<Arc<[SyntaxError]>> {
    let old = &place.parse.errors;
    if old.is_empty() && fresh.is_empty() {
        return Some(Arc::clone(old));
    }
    let start = old.partition_point(|error| error.range.start() < region.start());
    let end = old.partition_point(|error| error.range.start() < region.end());
    let (before, rest) = old.split_at_checked(start)?;
    let behind = rest.split_at_checked(end.checked_sub(start)?)?.1;
    if !before.is_empty() || !behind.is_empty() {
        let lines = place.lines()?;
        let apart = |range: TextRange| range.end() < lines.start() || lines.end() < range.start();
        let elsewhere = |error: &SyntaxError| {
            let fix = error.fix.as_ref().map(|fix| TextRange::empty(fix.offset));
            apart(error.range) && fix.is_none_or(apart)
        };
        // An error at the last token before may have been told because of what follows it.
        let touches = before.iter().any(|error| error.range.end() >= region.start());
        if touches || !before.iter().chain(behind).all(elsewhere) {
            return None;
        }
    }
    let mut errors = Vec::with_capacity(before.len() + fresh.len() + behind.len());
    errors.extend(before.iter().map(|error| moved(error, place)));
    errors.extend(fresh);
    errors.extend(behind.iter().map(|error| moved(error, place)));
    Some(errors.into())
}

fn moved(error: &SyntaxError, place: &Place<'_>) -> SyntaxError {
    let new = |offset: TextSize| {
        if offset < place.range.end() { offset } else { place.shifted(offset) }
    };
    let range = TextRange::new(new(error.range.start()), new(error.range.end()));
    let fix = error.fix.as_ref().map(|fix| Fix { offset: new(fix.offset), ..fix.clone() });
    SyntaxError { range, message: error.message.clone(), fix }
}
