//! `duplicate-attribute`: takes one of the two out.

use syntax::{AstNode, TextRange, ast};

use super::change::Edits;
use super::file::File;
use super::layout::{is_finished, remove};
use super::merge::words;
use super::{CodeAction, Context};
use crate::Diagnostic;

/// Takes the later one out where both give the same; else the user has to choose.
pub(super) fn choose(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let Some((file, first, later)) = both(context, mistake) else { return Vec::new() };
    let without = |entry: &ast::AttrpathValue, title: &str| {
        let mut edits = Edits::default();
        remove(&mut edits, file.id, entry.syntax());
        Some(CodeAction::fix(title.to_owned(), context.change(edits)?))
    };
    if are_equal(&first, &later) {
        // In two `rec` sets one name may stand for two things.
        let are_siblings = first.syntax().parent() == later.syntax().parent();
        let fix = without(&later, "Remove this: it is the same as the first");
        return fix.map(|fix| fix.preferred(true).safe(are_siblings)).into_iter().collect();
    }
    let fixes = [without(&later, "Keep the first"), without(&first, "Keep this one")];
    fixes.into_iter().flatten().collect()
}

/// The file, and the bindings whose whole paths are told to be the same.
fn both(
    context: &Context<'_>,
    mistake: &Diagnostic,
) -> Option<(File, ast::AttrpathValue, ast::AttrpathValue)> {
    let file = context.file()?;
    let first = mistake.related.first().filter(|first| first.at.file == file.id)?;
    let (first, later) = (bound_by(&file, first.at.range)?, bound_by(&file, mistake.range)?);
    (first.syntax() != later.syntax()).then_some((file, first, later))
}

fn bound_by(file: &File, path: TextRange) -> Option<ast::AttrpathValue> {
    let mut around = file.node_around(path)?.ancestors();
    let binding = around.find_map(ast::AttrpathValue::cast)?;
    let is_whole = binding.attrpath()?.syntax().text_range() == path;
    (is_whole && is_finished(binding.syntax())).then_some(binding)
}

fn are_equal(a: &ast::AttrpathValue, b: &ast::AttrpathValue) -> bool {
    let (Some(a), Some(b)) = (a.value(), b.value()) else { return false };
    words(a.syntax()).eq(words(b.syntax()))
}
