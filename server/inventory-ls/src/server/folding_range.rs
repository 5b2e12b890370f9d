//! `textDocument/foldingRange`

use std::collections::HashSet;

use ide::FoldingKind;
use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, Range};

use super::backend::Asked;

/// As many as editors take that do not say how many they take.
const MOST: usize = 5_000;

pub(super) fn folding_range(asked: &Asked) -> Vec<FoldingRange> {
    let client = asked.snapshot.client;
    let most = client.folding_limit.map_or(MOST, |limit| limit as usize).min(MOST);
    let folds = asked.snapshot.analysis.folding_ranges(asked.document.file, most);
    let folds = folds.into_iter().map(|fold| convert(asked, &fold));
    let mut folds: Vec<FoldingRange> = if client.folds_lines {
        // Of those that begin in one line a client can show only one: the outermost.
        let mut lines = HashSet::new();
        let folds = folds.filter_map(of_lines);
        folds.filter(|fold| lines.insert(fold.start_line)).collect()
    } else {
        folds.collect()
    };
    folds.sort_by_key(|fold| (fold.start_line, fold.start_character));
    folds
}

fn convert(asked: &Asked, fold: &ide::FoldingRange) -> FoldingRange {
    let Range { start, end } = asked.range(fold.range);
    FoldingRange {
        start_line: start.line,
        start_character: Some(start.character),
        end_line: end.line,
        end_character: Some(end.character),
        kind: match fold.kind {
            FoldingKind::Code => None,
            FoldingKind::Imports => Some(FoldingRangeKind::Imports),
            FoldingKind::Comment => Some(FoldingRangeKind::Comment),
        },
        collapsed_text: None,
    }
}

/// The whole lines of it. That of the closing bracket stays, so that what is behind it can be seen.
fn of_lines(fold: FoldingRange) -> Option<FoldingRange> {
    let whole = fold.kind == Some(FoldingRangeKind::Comment);
    let end_line = if whole { fold.end_line } else { fold.end_line.checked_sub(1)? };
    let (start_character, end_character) = (None, None);
    (end_line > fold.start_line).then_some(FoldingRange {
        end_line,
        start_character,
        end_character,
        ..fold
    })
}
