//! What can be done with a whole file. Whether there is anything to do is told at once, what would
//! change only on request: it may be much.

use eval::{FileId, FileRange};

use super::change::{Change, Edits};
use super::fix_all::{FixRules, fix_all};
use super::legacy::{self, is_legacy, migrate};
use super::{ActionKind, Context, fixes};
use crate::line_diff::line_diff;
use crate::{Analysis, Code, Diagnostic};
use syntax::{TextRange, TextSize};

/// Something that can be done with a whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileAction {
    /// Mends whatever can be mended unasked.
    FixAll,
    /// Mends all mistakes of a code, each as most people would.
    FixAllOf(Code),
    /// Rewrites the forms that Clan no longer takes.
    Migrate,
}

impl FileAction {
    /// What it does, as a command.
    pub fn title(self) -> String {
        match self {
            FileAction::FixAll => "Fix all mistakes that have a certain fix".to_owned(),
            FileAction::FixAllOf(code) => format!("Fix all `{}` in this file", code.as_str()),
            FileAction::Migrate => legacy::TITLE.to_owned(),
        }
    }

    /// What it is for.
    pub fn kind(self) -> ActionKind {
        match self {
            FileAction::FixAll => ActionKind::FixAll,
            FileAction::FixAllOf(_) => ActionKind::QuickFix,
            FileAction::Migrate => ActionKind::Migrate,
        }
    }
}

/// What can be done with the file in which a stretch is asked about; `mistakes` are to be told of it.
/// Kinds that nobody wants are not looked for.
pub(crate) fn file_actions(
    analysis: &Analysis,
    at: FileRange,
    mistakes: &[Diagnostic],
    wanted: &dyn Fn(ActionKind) -> bool,
) -> Vec<FileAction> {
    let mut actions = Vec::new();
    if wanted(ActionKind::QuickFix) {
        actions.extend(of_codes(analysis, at, mistakes));
    }
    let is_fixed = |mistake| fixes(analysis, at.file, mistake).iter().any(|fix| fix.safe);
    if wanted(ActionKind::FixAll) && mistakes.iter().any(is_fixed) {
        actions.push(FileAction::FixAll);
    }
    let is_legacy = || Context { analysis, file: at.file }.file().is_some_and(|it| is_legacy(&it));
    if wanted(ActionKind::Migrate) && is_legacy() {
        actions.push(FileAction::Migrate);
    }
    actions
}

/// The codes of the mistakes at a place that are made more than once, and that have one fix that most
/// people would choose.
fn of_codes(analysis: &Analysis, at: FileRange, mistakes: &[Diagnostic]) -> Vec<FileAction> {
    let mut actions = Vec::new();
    for mistake in mistakes.iter().filter(|it| it.range.intersect(at.range).is_some()) {
        let same = mistakes.iter().filter(|it| it.code == mistake.code).count();
        let action = FileAction::FixAllOf(mistake.code);
        let is_fixed = || fixes(analysis, at.file, mistake).iter().any(|fix| fix.preferred);
        if same > 1 && !actions.contains(&action) && is_fixed() {
            actions.push(action);
        }
    }
    actions
}

/// What an action changes; `None` if nothing. `mistakes` tells those of a file that count.
pub(crate) fn change_of(
    analysis: &Analysis,
    file: FileId,
    action: FileAction,
    mistakes: &dyn Fn(&Analysis, FileId) -> Vec<Diagnostic>,
) -> Option<Change> {
    let fixed = match action {
        FileAction::FixAll => {
            fix_all(analysis, &[file], &FixRules { mistakes, wanted: &|fix| fix.safe })
        }
        FileAction::FixAllOf(code) => {
            let of_code = |analysis: &Analysis, file| {
                let mut mistakes = mistakes(analysis, file);
                mistakes.retain(|it| it.code == code || it.code == Code::Syntax);
                mistakes
            };
            let wanted = |fix: &super::CodeAction| {
                fix.preferred && fix.mends.as_ref().is_some_and(|it| it.code == code)
            };
            fix_all(analysis, &[file], &FixRules { mistakes: &of_code, wanted: &wanted })
        }
        FileAction::Migrate => return migrate(analysis, file),
    };
    let mut edits = Edits::default();
    for (&file, text) in &fixed.texts {
        difference(&mut edits, file, &analysis.text(file)?, text);
    }
    Context { analysis, file }.change(edits)
}

/// The edits that make one text of another, line by line.
pub(super) fn difference(edits: &mut Edits, file: FileId, old: &str, new: &str) {
    let starts = |text: &str| -> Vec<TextSize> {
        let mut at = TextSize::default();
        let ends = text.split_inclusive('\n').map(|line| {
            at += TextSize::of(line);
            at
        });
        std::iter::once(TextSize::default()).chain(ends).collect()
    };
    let (old_starts, new_starts) = (starts(old), starts(new));
    let range = |starts: &[TextSize], lines: &std::ops::Range<usize>| {
        Some(TextRange::new(*starts.get(lines.start)?, *starts.get(lines.end)?))
    };
    for change in line_diff(old, new) {
        let (gone, come) = (range(&old_starts, &change.old), range(&new_starts, &change.new));
        let text = come.and_then(|come| new.get(std::ops::Range::<usize>::from(come)));
        if let (Some(gone), Some(text)) = (gone, text) {
            edits.replace(file, gone, text);
        }
    }
}
