//! Comments that silence findings: `# inventory-ls: allow(code, …)` on the line or alone above it,
//! `# inventory-ls: allow-file(code, …)` before the first word of a file.
//!
//! Only the lines with findings are looked at, so a file without any costs nothing.

use std::iter::successors;

use syntax::{Parse, SyntaxKind, SyntaxNode, SyntaxToken, TextRange, TextSize};

use super::{Code, Diagnostic};
use crate::remarks::said;

/// Takes out what the comments of a file allow. The findings are by place.
pub(super) fn silence(parse: &Parse, findings: &mut Vec<Diagnostic>) {
    if findings.is_empty() {
        return;
    }
    let root = parse.syntax();
    let in_file = allowed_in_file(&root);
    let mut line = Line::default();
    findings.retain(|finding| {
        let at = finding.range.start();
        if !line.range.contains(at) {
            line = Line::around(&root, at);
        }
        !in_file.contains(&finding.code) && !line.allowed.contains(&finding.code)
    });
}

fn allowed_in_file(root: &SyntaxNode) -> Vec<Code> {
    let tokens = successors(root.first_token(), SyntaxToken::next_token);
    let top = tokens.take_while(|token| token.kind().is_trivia());
    top.flat_map(|token| codes(&token, "allow-file")).collect()
}

/// A line of the text, and what may be wrong in it.
#[derive(Debug, Default)]
struct Line {
    /// Its bytes, the break at its end included.
    range: TextRange,
    allowed: Vec<Code>,
}

impl Line {
    fn around(root: &SyntaxNode, at: TextSize) -> Line {
        let Some(token) = root.token_at_offset(at).right_biased() else { return Line::default() };
        let mut line = Line { range: TextRange::empty(at), allowed: Vec::new() };
        line.extend_to_its_end(token.clone());
        if let Some(first) = line.extend_to_its_start(token) {
            line.look_above(&first);
        }
        line
    }

    /// Takes in what follows, up to the break; `token` is the one at the range's start.
    fn extend_to_its_end(&mut self, token: SyntaxToken) {
        let at = self.range.start();
        for token in successors(Some(token), SyntaxToken::next_token) {
            self.allowed.extend(codes(&token, "allow"));
            let start = token.text_range().start();
            let skipped = usize::from(at.checked_sub(start).unwrap_or_default());
            let rest = token.text().get(skipped..).unwrap_or_default();
            let end = rest.find('\n').map(|newline| at.max(start) + length(newline + 1));
            self.range = self.range.cover_offset(end.unwrap_or(token.text_range().end()));
            if end.is_some() {
                return;
            }
        }
    }

    /// Takes in what stands before; the line's first token, if the break before it is one
    /// between tokens.
    fn extend_to_its_start(&mut self, token: SyntaxToken) -> Option<SyntaxToken> {
        let at = self.range.start();
        for token in successors(Some(token), SyntaxToken::prev_token) {
            let start = token.text_range().start();
            let taken = usize::from(at.checked_sub(start).unwrap_or_default());
            let before = token.text().get(..taken).unwrap_or(token.text());
            if let Some(newline) = before.rfind('\n') {
                self.range = self.range.cover_offset(start + length(newline + 1));
                return (token.kind() == SyntaxKind::TOKEN_WHITESPACE).then_some(token);
            }
            self.range = self.range.cover_offset(start);
            self.allowed.extend(codes(&token, "allow"));
        }
        None
    }

    /// Takes in the comments that stand alone on the lines directly above the break.
    fn look_above(&mut self, line_break: &SyntaxToken) {
        let mut line_break = line_break.clone();
        while line_break.text().matches('\n').count() == 1 {
            let Some(comment) = line_break.prev_token() else { return };
            let before = comment.prev_token();
            let alone = before.as_ref().is_none_or(|token| {
                token.kind() == SyntaxKind::TOKEN_WHITESPACE
                    && (token.text().contains('\n') || token.prev_token().is_none())
            });
            if comment.kind() != SyntaxKind::TOKEN_COMMENT || !alone {
                return;
            }
            self.allowed.extend(codes(&comment, "allow"));
            let Some(before) = before else { return };
            line_break = before;
        }
    }
}

fn length(bytes: usize) -> TextSize {
    TextSize::try_from(bytes).unwrap_or_default()
}

/// The codes that a comment lists behind `word`. A name that is no code silences nothing.
fn codes(token: &SyntaxToken, word: &str) -> Vec<Code> {
    if token.kind() != SyntaxKind::TOKEN_COMMENT {
        return Vec::new();
    }
    let list = listed(token.text(), word).into_iter().flat_map(|list| list.split(','));
    list.filter_map(|name| Code::named(name.trim())).collect()
}

/// What stands in the parentheses; whatever follows them is a remark.
pub(super) fn listed<'t>(comment: &'t str, word: &str) -> Option<&'t str> {
    let text = said(comment)?.strip_prefix(word)?.trim_start().strip_prefix('(')?;
    text.split_once(')').map(|(list, _)| list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Severity;

    /// How many findings of `unknown-tag` are left, one at each `x` of the text.
    #[track_caller]
    fn leaves(text: &str, expected: usize) {
        let at = text.match_indices('x').map(|(at, _)| TextRange::at(length(at), 1.into()));
        let mut findings: Vec<_> = at.map(finding).collect();
        silence(&syntax::parse(text), &mut findings);
        assert_eq!(findings.len(), expected, "{text}");
    }

    fn finding(range: TextRange) -> Diagnostic {
        Diagnostic {
            code: Code::UnknownTag,
            severity: Severity::Warning,
            range,
            message: String::new(),
            related: Vec::new(),
            misspelt: None,
        }
    }

    #[test]
    fn a_comment_reaches_its_line_or_the_next() {
        leaves("[ x # inventory-ls: allow(unknown-tag)\n x ]", 1);
        leaves("[\n # inventory-ls: allow(unknown-tag)\n x\n x ]", 1);
        leaves("[ /* inventory-ls: allow(unknown-tag) */ x x\n x ]", 1);
        leaves("# inventory-ls: allow(unknown-tag)\nx", 0);
        leaves("  # inventory-ls: allow(unknown-tag)\r\n\tx", 0);
    }

    #[test]
    fn remarks_may_stand_between() {
        leaves("[\n # inventory-ls: allow(unknown-tag)\n # joins soon\n x ]", 0);
        leaves("[\n # inventory-ls: allow(unknown-tag)\n\n x ]", 1);
        leaves("[\n # inventory-ls: allow(unknown-tag)\n y\n x ]", 1);
    }

    #[test]
    fn only_the_listed_codes_are_silenced() {
        leaves("[ x ] # inventory-ls: allow(unknown-role, unknown-tag): not yet", 0);
        leaves("[ x ] #inventory-ls:allow( unknown-tag )", 0);
        leaves("[ x ] # inventory-ls: allow(unknown-role, unknown)", 1);
        leaves("[ x ] # inventory-ls: allow()", 1);
        leaves("[ x ] # inventory-ls: allow(unknown-tag", 1);
        leaves("[ x ] # other-ls: allow(unknown-tag)", 1);
    }

    #[test]
    fn a_file_is_silenced_at_its_top() {
        leaves("# a clan\n\n# inventory-ls: allow-file(unknown-tag)\n[ x\n x ]", 0);
        leaves("[ # inventory-ls: allow-file(unknown-tag)\n x ]", 1);
    }

    #[test]
    fn strings_of_several_lines_are_no_comments() {
        leaves("[ ''\n# inventory-ls: allow(unknown-tag)\n'' x ]", 1);
        leaves("''\n# inventory-ls: allow(unknown-tag)\nx''", 1);
    }

    #[test]
    fn broken_text_has_comments_too() {
        leaves("{ a = [ x # inventory-ls: allow(unknown-tag)\n x", 1);
        leaves("x", 1);
    }
}
