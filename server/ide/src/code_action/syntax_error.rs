//! `syntax`: inserts what the parser misses.

use syntax::{TextEdit, TextRange};

use super::change::Edits;
use super::{CodeAction, Context};
use crate::Diagnostic;

pub(super) fn insert(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    inserted(context, mistake).into_iter().collect()
}

fn inserted(context: &Context<'_>, mistake: &Diagnostic) -> Option<CodeAction> {
    let parse = context.analysis.parse(context.file)?;
    let mut errors = parse.errors().iter();
    let is_it = |error: &&syntax::SyntaxError| {
        error.range == mistake.range && error.message == mistake.message
    };
    let fix = errors.find(is_it)?.fix.clone()?;
    let title = format!("Insert `{}`", fix.insert.trim());
    let edit = TextEdit { delete: TextRange::empty(fix.offset), insert: fix.insert.clone() };
    // Where a line is half typed, what lacks is only the first of several things.
    let mends = parse.edit(&edit).errors().len() < parse.errors().len();
    let mut edits = Edits::default();
    edits.insert(context.file, fix.offset, fix.insert);
    Some(CodeAction::fix(title, context.change(edits)?).preferred(true).safe(mends))
}
