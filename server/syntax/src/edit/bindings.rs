//! Reads some bindings of a set or `let` anew.
//!
//! What is read begins behind a binding that ends with its `;` (or behind the opening brace) and
//! ends before another binding (or the closing brace). At both places the grammar remembers nothing
//! of what it read, but for what the nodes around tell, so a full parse comes to the first in the
//! state that is set up here; and when it comes to the second where a binding may begin, it goes on
//! from there as it did before.

use std::ops::Range;

use rnix::{
    SyntaxElement,
    SyntaxKind::{self, *},
    SyntaxNode, SyntaxToken,
};
use rowan::{GreenNode, GreenToken, NodeOrToken, TextRange, TextSize};

use super::{
    around, carry,
    place::{Place, line_start, slice},
};
use crate::{
    Parse, SyntaxError, build,
    build::Span,
    grammar,
    parser::{Around, Mode, Output, Parser},
    reading::{self, Reading},
    recovery,
    token::{self, Token, lexed},
};

/// Where more than this share of the text would be read anew, a full parse might as well;
const SHARE: u32 = 4;
/// but so much may be.
const LITTLE: u32 = 4_096;
/// In so many nested lists of bindings the edit is tried.
const LEVELS: usize = 4;
/// The grammar may look so many tokens beyond what it reads; a search that goes on gives up.
const AHEAD: usize = 32;

/// The parse after the edit, if only bindings around it have to be read anew.
pub(super) fn reread(place: &Place<'_>) -> Option<Parse> {
    let length = u32::from(place.parse.green.text_len());
    let sets = place.nodes().filter(|node| is_list_of_bindings(node.kind()));
    let runs = sets.filter_map(|set| Run::find(place, &set)).take(LEVELS);
    let most = (length / SHARE).max(LITTLE);
    runs.take_while(|run| u32::from(run.range.len()) <= most).find_map(|run| run.reread(place))
}

fn is_list_of_bindings(kind: SyntaxKind) -> bool {
    matches!(kind, NODE_ATTR_SET | NODE_LET_IN | NODE_LEGACY_LET)
}

type Child = NodeOrToken<GreenNode, GreenToken>;

/// Bindings that follow each other, with the white space around them.
struct Run {
    set: SyntaxNode,
    /// `{` or `let`.
    opener: SyntaxToken,
    /// The last token before: the opener, or a binding's `;`.
    before: SyntaxToken,
    /// The first token behind: the closing one, or a binding's first.
    behind: SyntaxToken,
    /// Indices of the set's children.
    children: Range<usize>,
    /// In the old text.
    range: TextRange,
}

impl Run {
    /// The smallest one in `set` that the edit is in.
    fn find(place: &Place<'_>, set: &SyntaxNode) -> Option<Run> {
        let opener = opener(set)?;
        let closer = closer(set)?;
        let deleted = place.range;
        let inner = TextRange::new(opener.text_range().end(), closer.text_range().start());
        if !inner.contains_range(deleted) {
            return None;
        }
        let at = |offset| set.child_or_token_at_range(TextRange::empty(offset));
        let mut last = at(deleted.start())?;
        let before = loop {
            if last.text_range().end() <= deleted.start() {
                if last.as_token() == Some(&opener) {
                    break opener.clone();
                }
                if let Some(semicolon) = end_of_binding(&last) {
                    break semicolon;
                }
            }
            last = last.prev_sibling_or_token()?;
        };
        let mut next = at(deleted.end())?;
        let behind = loop {
            let start = next.text_range().start();
            if start >= deleted.end() {
                let ends = next.as_token() == Some(&closer);
                let first = if ends { Some(closer.clone()) } else { beginning_of_binding(&next) };
                if let Some(first) = first.filter(|_| place.keeps_indents(start) == Some(true)) {
                    break first;
                }
                if ends {
                    return None;
                }
            }
            next = next.next_sibling_or_token()?;
        };
        let range = TextRange::new(before.text_range().end(), behind.text_range().start());
        let children = last.index() + 1..next.index();
        Some(Run { set: set.clone(), opener, before, behind, children, range })
    }

    fn reread(&self, place: &Place<'_>) -> Option<Parse> {
        let (mode, around) = match place.parse.reading {
            Reading::Strict => {
                let depth = around::depth(&self.set);
                (Mode::Strict, Around { depth, ..Around::default() })
            }
            Reading::Both => (Mode::Recover, around::between_bindings(&self.set)?),
            Reading::Recovered => return None,
        };
        let window = Window::of(self, place)?;
        if mode == Mode::Recover && !(self.pairs() && window.is_read_alike()) {
            return None;
        }
        let (children, errors) = window.read(self, mode, around)?;
        let errors = carry::errors(place, self.range, errors)?;
        let green = self.set.replace_with(self.with(children));
        Some(Parse { green, errors, reading: place.parse.reading })
    }

    /// Whether the brackets in it pair with each other.
    fn pairs(&self) -> bool {
        let mut tokens = Vec::new();
        let mut token = self.before.next_token();
        while let Some(current) = token.filter(|token| *token != self.behind) {
            tokens.push(Token { kind: current.kind(), start: 0, end: 0 });
            token = current.next_token();
        }
        reading::pairs(&tokens)
    }

    /// The set with `fresh` in place of the run, in which what is equal stays what it is.
    fn with(&self, mut fresh: Vec<Child>) -> GreenNode {
        let green = self.set.green();
        let old = |index: usize| green.children().nth(index);
        let Range { mut start, mut end } = self.children.clone();
        let equal = |index: usize, new: Option<&Child>| match (old(index), new) {
            (Some(NodeOrToken::Node(old)), Some(NodeOrToken::Node(new))) => *old == **new,
            (Some(NodeOrToken::Token(old)), Some(NodeOrToken::Token(new))) => *old == **new,
            _ => false,
        };
        while start < end && equal(end - 1, fresh.last()) {
            fresh.pop();
            end -= 1;
        }
        let same = fresh.iter().take(end - start);
        let same = same.enumerate().take_while(|(index, new)| equal(start + index, Some(*new)));
        let same = same.count();
        fresh.drain(..same);
        start += same;
        match fresh.pop() {
            Some(only) if fresh.is_empty() && end - start == 1 => green.replace_child(start, only),
            last => green.splice_children(start..end, fresh.into_iter().chain(last)),
        }
    }
}

/// The token behind which the bindings of `set` begin.
fn opener(set: &SyntaxNode) -> Option<SyntaxToken> {
    let mut tokens = set.children_with_tokens().filter(|element| !around::is_trivia(element));
    let first = tokens.next()?.into_token()?;
    let opener = match (set.kind(), first.kind()) {
        (NODE_LEGACY_LET, TOKEN_LET) | (NODE_ATTR_SET, TOKEN_REC) => tokens.next()?.into_token()?,
        _ => first,
    };
    let kind = if set.kind() == NODE_LET_IN { TOKEN_LET } else { TOKEN_L_BRACE };
    (opener.kind() == kind).then_some(opener)
}

/// The token before which they end.
fn closer(set: &SyntaxNode) -> Option<SyntaxToken> {
    let mut last = set.last_child_or_token();
    if set.kind() != NODE_LET_IN {
        return last?.into_token().filter(|token| token.kind() == TOKEN_R_BRACE);
    }
    while let Some(element) = last {
        if element.kind() == TOKEN_IN {
            return element.into_token();
        }
        last = element.prev_sibling_or_token();
    }
    None
}

/// The `;` that ends a binding: with it the grammar forgets all that it remembers of the binding.
fn end_of_binding(element: &SyntaxElement) -> Option<SyntaxToken> {
    let node = element.as_node()?;
    let last = node.last_child_or_token()?.into_token()?;
    (is_binding(node.kind()) && last.kind() == TOKEN_SEMICOLON).then_some(last)
}

/// The first token of a binding that has a name. (One without is told to lack it before anything of
/// it is read, and what can be told there depends on what was told before.)
fn beginning_of_binding(element: &SyntaxElement) -> Option<SyntaxToken> {
    let node = element.as_node()?;
    let first = node.first_token()?;
    let named = matches!(
        first.kind(),
        TOKEN_INHERIT | TOKEN_IDENT | TOKEN_STRING_START | TOKEN_INTERPOL_START
    );
    (is_binding(node.kind()) && named).then_some(first)
}

fn is_binding(kind: SyntaxKind) -> bool {
    matches!(kind, NODE_ATTRPATH_VALUE | NODE_INHERIT)
}

/// The text that the grammar may look at, and its tokens: the opener and the token before the run,
/// the run as it is after the edit, and some tokens behind it.
struct Window {
    text: String,
    tokens: Vec<Token>,
    /// Which of the tokens are the run's.
    run: Range<usize>,
    /// Where the run begins in the window's text.
    start: u32,
}

impl Window {
    fn of(run: &Run, place: &Place<'_>) -> Option<Window> {
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
        let window = Window { text, tokens, run: run_tokens, start };
        window.stands_apart(run).then_some(window)
    }

    /// The tokens of the run.
    fn own(&self) -> &[Token] {
        self.tokens.get(self.run.clone()).unwrap_or_default()
    }

    /// Whether the tokens of the run are the same between their neighbours as they are alone, and
    /// so are the neighbours. Behind `let`, white space must have stood and stand.
    fn stands_apart(&self, run: &Run) -> bool {
        let space = |kind| kind == TOKEN_WHITESPACE;
        let apart_before = run.opener.kind() != TOKEN_LET
            || run.opener != run.before
            || (run.opener.next_token().is_some_and(|token| space(token.kind()))
                && self.own().first().is_some_and(|token| space(token.kind)));
        let apart_behind = self.own().last().is_none_or(|last| match last.kind {
            TOKEN_COMMENT => !last.text(&self.text).starts_with('#'),
            kind => matches!(kind, TOKEN_WHITESPACE | TOKEN_SEMICOLON),
        });
        apart_before && apart_behind && reading::pairs(self.own())
    }

    /// Whether recovery has the same tokens. (What stands behind the run can't change that: see
    /// `stands_apart`.)
    fn is_read_alike(&self) -> bool {
        let start = self.start as usize;
        let end = self.own().last().map_or(start, |last| last.end as usize);
        let text = self.text.get(start..end).unwrap_or_default();
        let tokens = recovery::tokens(text).into_iter().map(|token| token.moved(start));
        reading::same(&self.text, self.own(), &tokens.collect::<Vec<_>>())
    }

    /// The new children and errors. `None` where the grammar does not come to the end of the run, or
    /// looks further than it can see.
    fn read(
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
        let Output { tokens, spans, mut errors, broken, overran, refused } = parser.finish();
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
    fn opens_something_else(&self, run: &Run, mode: Mode) -> bool {
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
