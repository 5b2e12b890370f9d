//! What follows a file's structure, as lines: where its paths lead, what can be folded, what is
//! selected step by step.

use ide::{FileRange, FoldingKind, LinkTarget, TextRange};

use super::answer::ROOT;
use super::note::NONE;
use super::outline::place;
use super::question::Asked;

/// `LINE:COLUMN TEXT -> TARGET`, a line for each link.
pub(super) fn links(asked: &Asked<'_>) -> Vec<String> {
    let links = asked.world.analysis.document_links(asked.file);
    let lines = links.iter().map(|link| {
        let target = match &link.target {
            LinkTarget::File(path) => path.strip_prefix(ROOT).unwrap_or(path).display().to_string(),
            LinkTarget::Page(page) => page.clone(),
        };
        let at = asked.world.places(&[FileRange { file: asked.file, range: link.range }]);
        let (_, at) = at.split_once(':').unwrap_or_default();
        format!("{at} {} -> {target}", text(asked, link.range))
    });
    below(lines.collect())
}

/// `FROM-TO` by lines and columns, a line for each stretch that goes.
pub(super) fn folds(asked: &Asked<'_>) -> Vec<String> {
    let mut folds = asked.world.analysis.folding_ranges(asked.file, usize::MAX);
    folds.sort_by_key(|fold| fold.range.start());
    let lines = folds.iter().map(|fold| {
        let kind = match fold.kind {
            FoldingKind::Code => "",
            FoldingKind::Imports => " imports",
            FoldingKind::Comment => " comment",
        };
        format!("{}{kind}", place(fold.range, asked.source))
    });
    below(lines.collect())
}

/// The texts around a place, the smallest first; of those that go over lines the place.
pub(super) fn selection(asked: &Asked<'_>) -> Vec<String> {
    let ranges = asked.world.analysis.selection_ranges(asked.at);
    let lines = ranges.iter().map(|&range| {
        let text = text(asked, range);
        if text.contains('\n') { place(range, asked.source) } else { text.to_owned() }
    });
    below(lines.collect())
}

/// The first line is that of the comment's beginning and stays empty.
fn below(mut lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() {
        return vec![NONE.to_owned()];
    }
    lines.insert(0, String::new());
    lines
}

fn text<'a>(asked: &Asked<'a>, range: TextRange) -> &'a str {
    asked.source.text.get(std::ops::Range::from(range)).unwrap_or_default()
}
