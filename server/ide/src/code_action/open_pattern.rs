//! `unexpected-argument`: lets a function take the arguments that it does not name.

use std::iter::successors;

use eval::FileId;
use syntax::{AstNode, NodeOrToken, SyntaxKind, SyntaxNode, SyntaxToken, ast};

use super::change::Edits;
use super::layout::{begins_line, behind_comment, indent_of, stands_alone};
use super::{CodeAction, Context};
use crate::Diagnostic;

/// Adds `...` behind the last name.
pub(super) fn open(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let mut around = file.node_around(mistake.range)?.ancestors();
        let pattern = around.find_map(ast::Pattern::cast)?;
        let mut edits = Edits::default();
        match pattern.pat_entries().last() {
            Some(last) => add_behind(&mut edits, file.id, last.syntax())?,
            None => edits.insert(file.id, open_brace(&pattern)?.text_range().end(), " ..."),
        }
        let title = "Take other arguments, too: `...`".to_owned();
        Some(CodeAction::fix(title, context.change(edits)?).preferred(true).safe(true))
    };
    action().into_iter().collect()
}

fn open_brace(pattern: &ast::Pattern) -> Option<SyntaxToken> {
    let tokens = pattern.syntax().children_with_tokens().filter_map(NodeOrToken::into_token);
    tokens.into_iter().find(|token| token.kind() == SyntaxKind::TOKEN_L_BRACE)
}

/// Adds it as the last name is laid out: on its line, or on a line of its own with the comma at its
/// beginning or its end.
fn add_behind(edits: &mut Edits, file: FileId, last: &SyntaxNode) -> Option<()> {
    let end = last.last_token()?;
    let comma_before = comma(last.first_token()?.prev_token(), SyntaxToken::prev_token);
    let comma_behind = comma(end.next_token(), SyntaxToken::next_token);
    let line = format!("\n{}", indent_of(last));
    if comma_before.is_some_and(|comma| stands_alone(&comma)) {
        edits.insert(file, behind_comment(&end), format!("{line}, ..."));
        return Some(());
    }
    if comma_behind.is_none() {
        edits.insert(file, end.text_range().end(), ",");
    }
    let behind = comma_behind.unwrap_or(end);
    if begins_line(last) {
        edits.insert(file, behind_comment(&behind), format!("{line}..."));
    } else {
        edits.insert(file, behind.text_range().end(), " ...");
    }
    Some(())
}

/// The first of some tokens that says something, if that is a comma.
fn comma(
    first: Option<SyntaxToken>,
    next: fn(&SyntaxToken) -> Option<SyntaxToken>,
) -> Option<SyntaxToken> {
    let word = successors(first, next).find(|token| !token.kind().is_trivia())?;
    (word.kind() == SyntaxKind::TOKEN_COMMA).then_some(word)
}
