//! What is read anew, and what of the text around it the grammar may look at.

use std::ops::Range;

use rnix::SyntaxKind::*;
use rowan::{TextRange, TextSize};

use super::{
    bindings::{Child, Run},
    place::{Place, line_start, slice},
};
use crate::{
    SyntaxError, build,
    build::Span,
    grammar,
    parser::{Around, Mode, Output, Parser},
    reading, recovery,
    token::{self, Token, lexed},
};

/// The grammar may look so many tokens beyond what it reads; a search that goes on gives up.
const AHEAD: usize = 32;

/// The text that the grammar may look at, and its tokens: the opener and the token before the run,
/// the run as it is after the edit, and some tokens behind it.
pub(super) struct Window {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    /// Which of the tokens are the run's.
    pub(super) run: Range<usize>,
    /// Where the run begins in the window's text.
    pub(super) start: u32,
}

impl Window {
    pub(super) fn of(run: &Run, place: &Place<'_>) -> Option<Window> {
        let root = place.parse.syntax();
        let (start, end) = (run.range.start(), run.range.end());
        let mut text = String::new();
        let mut tokens = Vec::new();
        if run.opener != run.before {
            // A line of its own stands for that of the opener: it has the same indentation.
            let opener = run.opener.text_range();
            let line = TextRange::new(line_start(&root, opener.start())?, opener.start());
            let line = slice(&root, line);
            text.extend(line.chars().take_while(|c| c.is_whitespace()));
            tokens.push(Token::new(run.opener.kind(), text.len(), run.opener.text().len()));
            text.push_str(run.opener.text());
            text.push('\n');
        }
        text.push_str(&slice(&root, TextRange::new(line_start(&root, start)?, start)));
        let before = run.before.text().len();
        tokens.push(Token::new(run.before.kind(), text.len() - before, before));
        let begin = text.len();
        text.push_str(&slice(&root, TextRange::new(start, place.range.start())));
        text.push_str(place.insert);
        text.push_str(&slice(&root, TextRange::new(place.range.end(), end)));
        let first = tokens.len();
        let own = token::tokens(text.get(begin..)?);
        tokens.extend(own.into_iter().map(|token| token.moved(begin)));
        let run_tokens = first..tokens.len();
        let mut behind = Some(run.behind.clone());
        for _ in 0..AHEAD {
            let Some(token) = behind else { break };
            let kind = lexed(token.kind(), token.text());
            tokens.push(Token::new(kind, text.len(), token.text().len()));
            text.push_str(token.text());
            behind = token.next_token();
        }
        let start = u32::try_from(begin).ok()?;
        Some(Window { text, tokens, run: run_tokens, start })
    }

    /// The same with other tokens for the text of the run.
    pub(super) fn with(&self, own: &[Token]) -> Window {
        let mut tokens = self.tokens.clone();
        tokens.splice(self.run.clone(), own.iter().copied());
        let run = self.run.start..self.run.start + own.len();
        Window { text: self.text.clone(), tokens, run, start: self.start }
    }

    /// One with the same run's beginning, but other `tokens` of another `text`.
    pub(super) fn with_all(&self, text: &str, tokens: &[Token]) -> Window {
        let run = self.run.start..tokens.len();
        Window { text: text.to_owned(), tokens: tokens.to_vec(), run, start: self.start }
    }

    /// The text of the run.
    pub(super) fn own_text(&self) -> &str {
        let start = self.start as usize;
        let end = self.own().last().map_or(start, |last| last.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The tokens of the run.
    pub(super) fn own(&self) -> &[Token] {
        self.tokens.get(self.run.clone()).unwrap_or_default()
    }

    /// Whether the tokens of the run are the same between their neighbours as they are alone, and
    /// so are the neighbours.
    pub(super) fn stands_apart(&self, run: &Run) -> bool {
        let apart_behind = self.own().last().is_none_or(|last| match last.kind {
            TOKEN_COMMENT => !last.text(&self.text).starts_with('#'),
            kind => matches!(kind, TOKEN_WHITESPACE | TOKEN_SEMICOLON),
        });
        self.is_apart_before(run) && apart_behind && reading::pairs(self.own())
    }

    /// Whether that is so for the neighbour before: behind `let`, white space must have stood and
    /// stand.
    pub(super) fn is_apart_before(&self, run: &Run) -> bool {
        let space = |kind| kind == TOKEN_WHITESPACE;
        run.opener.kind() != TOKEN_LET
            || run.opener != run.before
            || (run.opener.next_token().is_some_and(|token| space(token.kind()))
                && self.own().first().is_some_and(|token| space(token.kind)))
    }

    /// Whether recovery has the same tokens. (What stands behind the run can't change that: see
    /// `stands_apart`.)
    pub(super) fn is_read_alike(&self) -> bool {
        let start = self.start as usize;
        let tokens = recovery::tokens(self.own_text()).into_iter();
        let tokens = tokens.map(|token| token.moved(start));
        reading::same(&self.text, self.own(), &tokens.collect::<Vec<_>>())
    }

    /// The new children and errors. `None` where the grammar does not come to the end of the run, or
    /// looks further than it can see.
    pub(super) fn read(
        &self,
        run: &Run,
        mode: Mode,
        mut around: Around,
    ) -> Option<(Vec<Child>, Vec<SyntaxError>)> {
        let depth = around.depth;
        around.consumed = self.run.start;
        let in_let = run.opener.kind() == TOKEN_LET;
        if run.opener == run.before && self.opens_something_else(run, mode) {
            return None;
        }
        let mut parser = Parser::amid(&self.text, self.tokens.clone(), mode, &around);
        let complete = grammar::bindings_before(&mut parser, in_let, self.run.end);
        let Output { tokens, spans, mut errors, broken, overran, refused, .. } = parser.finish();
        let failed = broken && mode == Mode::Strict;
        let certain = complete && !overran && !refused && !failed;
        let own = tokens.get(self.run.clone())?;
        let first = u32::try_from(self.run.start).ok()?;
        let moved = |span: &Span| {
            Some(Span {
                kind: span.kind,
                start: span.start.checked_sub(first)?,
                end: span.end.checked_sub(first)?,
            })
        };
        let spans = spans.iter().map(moved).collect::<Option<Vec<Span>>>()?;
        if !certain || !reading::is_plain(own, &spans) {
            return None;
        }
        errors.sort_by_key(|error| (error.range.start(), error.range.end()));
        let errors =
            errors.into_iter().map(|error| self.placed(error, run)).collect::<Option<_>>()?;
        Some((build::forest(&self.text, own, &spans, depth)?, errors))
    }

    /// Whether the opener, with what now stands behind it, is no longer that of a list of bindings.
    pub(super) fn opens_something_else(&self, run: &Run, mode: Mode) -> bool {
        match run.set.kind() {
            NODE_LET_IN => {
                let first = self.tokens.iter().skip(1).find(|token| !token.is_trivia());
                first.is_none_or(|first| first.kind == TOKEN_L_BRACE)
            }
            NODE_ATTR_SET if run.set.first_token().as_ref() == Some(&run.opener) => {
                let parser =
                    Parser::amid(&self.text, self.tokens.clone(), mode, &Around::default());
                grammar::at_pattern(&parser) || parser.finish().overran
            }
            _ => false,
        }
    }

    /// An error of the window, in the text. `None` for one that stands before the run.
    fn placed(&self, error: SyntaxError, run: &Run) -> Option<SyntaxError> {
        let base = TextSize::new(self.start);
        let new = |offset: TextSize| Some(offset.checked_sub(base)? + run.range.start());
        let range = TextRange::new(new(error.range.start())?, new(error.range.end())?);
        let fix = match error.fix {
            Some(fix) => Some(crate::Fix { offset: new(fix.offset)?, ..fix }),
            None => None,
        };
        Some(SyntaxError { range, fix, ..error })
    }
}
