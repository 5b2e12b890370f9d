//! Many fixes at once, in rounds: fixes that work on one stretch of text wait for each other, and
//! what one fix shows another may mend.

use std::collections::BTreeMap;

use eval::FileId;
use line_index::{WideEncoding, WideLineCol};
use syntax::{TextRange, TextSize};

use super::change::{Change, apply};
use super::{CodeAction, fixes};
use crate::{Analysis, Code, Diagnostic};

/// Rounds are bounded by what there is to mend; this is for a fix that shows as much as it mends.
const MOST_ROUNDS: usize = 100;

/// What is to be mended, and how.
pub struct FixRules<'r> {
    /// The mistakes of a file that count.
    pub mistakes: &'r dyn Fn(&Analysis, FileId) -> Vec<Diagnostic>,
    /// Is a fix wanted? The first that is mends its mistake.
    pub wanted: &'r dyn Fn(&CodeAction) -> bool,
}

/// What fixes came to.
#[derive(Debug, Clone, Default)]
pub struct Fixed {
    /// The files that changed, each with its text.
    pub texts: BTreeMap<FileId, String>,
    /// What was done, in order.
    pub done: Vec<Done>,
}

/// A fix that was made.
#[derive(Debug, Clone)]
pub struct Done {
    /// Where the mistake was.
    pub file: FileId,
    /// In the text as it was then; columns in Unicode scalars.
    pub at: WideLineCol,
    /// Which mistake.
    pub code: Code,
    /// What the fix does.
    pub title: String,
}

pub(crate) fn fix_all(analysis: &Analysis, files: &[FileId], rules: &FixRules<'_>) -> Fixed {
    let mut world = analysis.clone();
    let mut fixed = Fixed::default();
    let mut left = count(&world, files, rules);
    for _ in 0..MOST_ROUNDS {
        let (change, done) = round(&world, files, rules);
        let Some(texts) = texts_after(&world, &change).filter(|texts| !texts.is_empty()) else {
            break;
        };
        let next = texts.iter().fold(world, |world, (&file, text)| world.with_text(file, text));
        let left_then = count(&next, files, rules);
        if left_then >= left {
            break;
        }
        (world, left) = (next, left_then);
        fixed.texts.extend(texts);
        fixed.done.extend(done);
    }
    fixed
}

/// The mistakes that there are: those of syntax count first, for they hide others.
fn count(world: &Analysis, files: &[FileId], rules: &FixRules<'_>) -> (usize, usize) {
    let mistakes = files.iter().flat_map(|&file| (rules.mistakes)(world, file));
    mistakes.fold((0, 0), |(syntax, others), mistake| match mistake.code {
        Code::Syntax => (syntax + 1, others),
        _ => (syntax, others + 1),
    })
}

/// As many fixes as do not work on the same text.
fn round(world: &Analysis, files: &[FileId], rules: &FixRules<'_>) -> (Change, Vec<Done>) {
    let (mut change, mut done) = (Change::default(), Vec::new());
    let mut taken = Taken::default();
    for &file in files {
        for mistake in (rules.mistakes)(world, file) {
            let fix = fixes(world, file, &mistake).into_iter().find(|fix| (rules.wanted)(fix));
            let Some(fix) = fix.filter(|fix| taken.take(&fix.change)) else { continue };
            change.join(fix.change);
            let at = place(world, file, mistake.range.start());
            done.push(Done { file, at, code: mistake.code, title: fix.title });
        }
    }
    (change, done)
}

fn place(world: &Analysis, file: FileId, offset: TextSize) -> WideLineCol {
    let lines = world.line_index(file);
    let at =
        lines.and_then(|lines| lines.to_wide(WideEncoding::Utf32, lines.try_line_col(offset)?));
    at.unwrap_or(WideLineCol { line: 0, col: 0 })
}

fn texts_after(world: &Analysis, change: &Change) -> Option<BTreeMap<FileId, String>> {
    let after = |(file, edits)| Some((file, apply(&world.text(file)?, edits)?));
    change.files().map(after).collect()
}

/// The stretches of text that fixes work on: by file and start, the end.
#[derive(Default)]
struct Taken(BTreeMap<(FileId, TextSize), TextSize>);

impl Taken {
    /// Takes the stretches of a change; `false` if one of them is taken.
    fn take(&mut self, change: &Change) -> bool {
        let free = change.extents().all(|(file, extent)| self.is_free(file, extent));
        if free {
            let extents = change.extents();
            self.0.extend(extents.map(|(file, extent)| ((file, extent.start()), extent.end())));
        }
        free
    }

    fn is_free(&self, file: FileId, extent: TextRange) -> bool {
        let before = self.0.range(..=(file, extent.end())).next_back();
        before.is_none_or(|(&(other, _), &end)| other != file || end < extent.start())
    }
}
