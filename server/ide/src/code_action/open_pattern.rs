//! `unexpected-argument`: lets a function take the arguments that it does not name.

use syntax::{AstNode, SyntaxKind, SyntaxNode, SyntaxToken, ast};

use super::change::Edits;
use super::layout::{begins_line, indent_of};
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
            Some(last) => {
                let (behind, text) = behind(last.syntax())?;
                edits.insert(file.id, behind.text_range().end(), text);
            }
            None => edits.insert(file.id, open_brace(&pattern)?.text_range().end(), " ..."),
        }
        let fix =
            CodeAction::fix("Take other arguments, too: `...`".to_owned(), context.change(edits)?);
        Some(fix.preferred(true).safe(true))
    };
    action().into_iter().collect()
}

fn open_brace(pattern: &ast::Pattern) -> Option<SyntaxToken> {
    let mut tokens =
        pattern.syntax().children_with_tokens().filter_map(syntax::NodeOrToken::into_token);
    tokens.find(|token| token.kind() == SyntaxKind::TOKEN_L_BRACE)
}

/// The token that `...` is put behind, and what is put there, laid out as the last name is.
fn behind(last: &SyntaxNode) -> Option<(SyntaxToken, String)> {
    let end = last.last_token()?;
    let is_comma = |token: &SyntaxToken| token.kind() == SyntaxKind::TOKEN_COMMA;
    let next = std::iter::successors(end.next_token(), SyntaxToken::next_token)
        .find(|token| !token.kind().is_trivia());
    let before = std::iter::successors(last.first_token()?.prev_token(), SyntaxToken::prev_token)
        .find(|token| !token.kind().is_trivia());
    let line = format!("\n{}", indent_of(last));
    if let Some(comma) = next.filter(is_comma) {
        let blank = if begins_line(last) { line.as_str() } else { " " };
        return Some((comma, format!("{blank}...")));
    }
    let has_comma_in_front = before.filter(is_comma).is_some_and(|comma| stands_first(&comma));
    let text = match (begins_line(last), has_comma_in_front) {
        (_, true) => format!("{line}, ..."),
        (true, false) => format!(",{line}..."),
        (false, false) => ", ...".to_owned(),
    };
    Some((end, text))
}

/// Does a token begin its line?
fn stands_first(token: &SyntaxToken) -> bool {
    token.prev_token().is_some_and(|it| it.kind().is_trivia() && it.text().contains('\n'))
}
