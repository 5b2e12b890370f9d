//! The parser's hands: a cursor over the tokens, the nodes it closes, the errors it tells.
//!
//! The grammar (`grammar/`) is written in terms of this. It runs twice at most: strictly, where
//! the first mistake ends it, and then, on a text that holds a mistake, with recovery.

use std::cell::Cell;

use rnix::SyntaxKind;
use rowan::{TextRange, TextSize};

use crate::{Fix, SyntaxError, build::Span, token::Token};

/// How deep expressions may nest; what is deeper is an error. Each level costs the parser some
/// stack frames, and a thread has 2 MiB.
const MAX_DEPTH: u32 = 2_000;

/// What to do at a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Stop: somebody will parse again, with recovery.
    Strict,
    /// Tell it and go on.
    Recover,
}

/// What a parse leaves.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) tokens: Vec<Token>,
    pub(crate) spans: Vec<Span>,
    pub(crate) errors: Vec<SyntaxError>,
    /// Whether a token stood where the grammar has no place for it, or lacked.
    pub(crate) broken: bool,
    /// Whether the parser looked for a token behind the last one.
    pub(crate) overran: bool,
    /// Whether a strict parse broke off before it did.
    pub(crate) broke_early: bool,
    /// Whether something was too deep to be read.
    pub(crate) refused: bool,
}

/// Where a parse begins that does not begin with the text.
#[derive(Debug, Default)]
pub(crate) struct Around {
    /// How many of the tokens were consumed before.
    pub(crate) consumed: usize,
    /// How deep the cursor stands.
    pub(crate) depth: u32,
    /// What the constructs around the cursor wait for; each is one of `AWAITABLE`.
    pub(crate) awaited: Vec<SyntaxKind>,
}

/// A place where a node may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark(usize);

pub(crate) struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// The next token that is not trivia.
    pos: usize,
    /// One past the last token that was consumed.
    last: usize,
    spans: Vec<Span>,
    errors: Vec<SyntaxError>,
    mode: Mode,
    broken: bool,
    broke_early: bool,
    /// Where `last` stood at the latest error: a second one there would be its echo.
    told_at: Option<usize>,
    depth: u32,
    overran: Cell<bool>,
    refused: bool,
    /// Where the innermost list of bindings around the cursor was opened.
    pub(crate) bindings_begin: Option<usize>,
    /// How many constructs around the cursor wait for each of `AWAITABLE`.
    waiting: [u32; AWAITABLE.len()],
}

/// The tokens that end a construct or a part of one.
const AWAITABLE: [SyntaxKind; 9] = [
    SyntaxKind::TOKEN_R_BRACE,
    SyntaxKind::TOKEN_R_BRACK,
    SyntaxKind::TOKEN_R_PAREN,
    SyntaxKind::TOKEN_INTERPOL_END,
    SyntaxKind::TOKEN_SEMICOLON,
    SyntaxKind::TOKEN_COMMA,
    SyntaxKind::TOKEN_THEN,
    SyntaxKind::TOKEN_ELSE,
    SyntaxKind::TOKEN_IN,
];

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str, tokens: Vec<Token>, mode: Mode) -> Self {
        Self::amid(text, tokens, mode, &Around::default())
    }

    /// A parser that stands amid a file, of which it is given the `tokens` that it may look at.
    pub(crate) fn amid(text: &'t str, tokens: Vec<Token>, mode: Mode, around: &Around) -> Self {
        let mut parser = Self {
            text,
            spans: Vec::with_capacity(tokens.len() / 2),
            tokens,
            pos: 0,
            last: around.consumed,
            errors: Vec::new(),
            mode,
            broken: false,
            broke_early: false,
            told_at: None,
            depth: around.depth,
            overran: Cell::new(false),
            refused: false,
            bindings_begin: None,
            waiting: AWAITABLE.map(|kind| u32::from(around.awaited.contains(&kind))),
        };
        parser.pos = parser.after_trivia(around.consumed);
        parser
    }

    pub(crate) fn finish(self) -> Output {
        Output {
            tokens: self.tokens,
            spans: self.spans,
            errors: self.errors,
            broken: self.broken,
            broke_early: self.broke_early,
            overran: self.overran.get(),
            refused: self.refused,
        }
    }

    /// The token at `place`; remembers when there is none.
    fn token(&self, place: usize) -> Option<Token> {
        let token = self.tokens.get(place).copied();
        if token.is_none() {
            self.overran.set(true);
        }
        token
    }

    fn after_trivia(&self, from: usize) -> usize {
        let trivia = self
            .tokens
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|token| token.is_trivia());
        from + trivia.count()
    }

    // Looking.

    /// The kind of the next token that is not trivia.
    pub(crate) fn peek(&self) -> Option<SyntaxKind> {
        self.kind_at(self.pos)
    }

    /// The kind of the token after the next, trivia left out.
    pub(crate) fn peek_second(&self) -> Option<SyntaxKind> {
        self.kind_at(self.next_place(self.pos))
    }

    pub(crate) fn at(&self, kind: SyntaxKind) -> bool {
        self.peek() == Some(kind)
    }

    pub(crate) fn at_end(&self) -> bool {
        self.token(self.pos).is_none()
    }

    pub(crate) fn recovering(&self) -> bool {
        self.mode == Mode::Recover
    }

    /// Whether the next token is one that the text lacks.
    pub(crate) fn at_lacking(&self) -> bool {
        self.token(self.pos).is_some_and(Token::is_lacking)
    }

    /// Where the next token stands; `kind_at` and `next_place` look on from there.
    pub(crate) fn place(&self) -> usize {
        self.pos
    }

    /// Where the token stands that `mark` is at.
    pub(crate) fn place_of(&self, mark: Mark) -> usize {
        mark.0
    }

    /// Where the last token stands.
    pub(crate) fn last_place(&self) -> usize {
        self.last.saturating_sub(1)
    }

    pub(crate) fn kind_at(&self, place: usize) -> Option<SyntaxKind> {
        self.token(place).map(|token| token.kind)
    }

    /// The place of the token after the one at `place`, trivia left out.
    pub(crate) fn next_place(&self, place: usize) -> usize {
        self.after_trivia(place + 1)
    }

    /// Whether nothing stands between the last token and the next.
    pub(crate) fn is_adjacent(&self) -> bool {
        self.pos == self.last
    }

    /// Whether the next token begins a line that the last one is not on.
    pub(crate) fn on_new_line(&self) -> bool {
        self.newline_before(self.pos)
    }

    /// Whether a line ends in the trivia before the token at `place`.
    pub(crate) fn newline_before(&self, place: usize) -> bool {
        let before = self.tokens.get(..place).unwrap_or_default();
        before
            .iter()
            .rev()
            .take_while(|token| token.is_trivia())
            .any(|token| token.text(self.text).contains('\n'))
    }

    /// How many characters of white space begin the line of the token at `place`.
    pub(crate) fn indent_at(&self, place: usize) -> usize {
        let start = self.token(place).map_or(0, |token| token.start as usize);
        let before = self.text.get(..start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text.get(line..).unwrap_or_default();
        line.chars().take_while(|c| c.is_whitespace() && *c != '\n').count()
    }

    /// The text of the next token.
    pub(crate) fn next_text(&self) -> &'t str {
        self.token(self.pos).map_or("", |token| token.text(self.text))
    }

    /// The text of the last token.
    pub(crate) fn last_text(&self) -> &'t str {
        self.last_token().map_or("", |token| token.text(self.text))
    }

    /// The text from `mark` to the last token.
    pub(crate) fn text_since(&self, mark: Mark) -> &'t str {
        let start = self.tokens.get(mark.0).map_or(0, |token| token.start as usize);
        let end = self.last_token().map_or(0, |token| token.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    pub(crate) fn next_range(&self) -> TextRange {
        self.token(self.pos).map_or_else(|| self.last_range(), Token::range)
    }

    /// The range of the last token; of the next one, where there is none before.
    pub(crate) fn last_range(&self) -> TextRange {
        let token = self.last_token().or_else(|| self.tokens.get(self.pos).copied());
        token.map_or_else(TextRange::default, Token::range)
    }

    /// The range from `mark` to the last token.
    pub(crate) fn range_since(&self, mark: Mark) -> TextRange {
        let start = self.tokens.get(mark.0).map_or(TextSize::new(0), |token| token.range().start());
        TextRange::new(start, self.last_range().end().max(start))
    }

    fn last_token(&self) -> Option<Token> {
        self.tokens.get(..self.last).unwrap_or_default().last().copied()
    }

    // Moving.

    /// Consumes the next token.
    pub(crate) fn bump(&mut self) {
        if self.pos < self.tokens.len() {
            self.last = self.pos + 1;
            self.pos = self.after_trivia(self.last);
        }
    }

    /// Consumes the next token as one of `kind`.
    pub(crate) fn bump_as(&mut self, kind: SyntaxKind) {
        if let Some(token) = self.tokens.get_mut(self.pos) {
            token.kind = kind;
        }
        self.bump();
    }

    /// Consumes the next token if it is of `kind`.
    pub(crate) fn eat(&mut self, kind: SyntaxKind) -> bool {
        let there = self.at(kind);
        if there {
            self.bump();
        }
        there
    }

    // Nodes.

    pub(crate) fn mark(&self) -> Mark {
        Mark(self.pos)
    }

    /// Whether a token was consumed since `mark`.
    pub(crate) fn moved_since(&self, mark: Mark) -> bool {
        self.last > mark.0
    }

    /// Makes what was consumed since `mark` a node; nothing makes no node.
    pub(crate) fn close(&mut self, mark: Mark, kind: SyntaxKind) {
        if self.moved_since(mark) {
            let index = |place| u32::try_from(place).unwrap_or(u32::MAX);
            self.spans.push(Span { kind, start: index(mark.0), end: index(self.last) });
        }
    }

    /// The text and range of the token that stands at `mark`.
    pub(crate) fn token_at(&self, mark: Mark) -> (&'t str, TextRange) {
        let token = self.tokens.get(mark.0);
        token.map_or_else(Default::default, |token| (token.text(self.text), token.range()))
    }

    // What ends the constructs around the cursor.

    /// Runs `read` while a construct waits for `kind`, one of `AWAITABLE`.
    pub(crate) fn awaiting(&mut self, kind: SyntaxKind, read: impl FnOnce(&mut Self)) {
        let slot = AWAITABLE.iter().position(|awaitable| *awaitable == kind);
        if let Some(count) = slot.and_then(|slot| self.waiting.get_mut(slot)) {
            *count += 1;
        }
        read(self);
        if let Some(count) = slot.and_then(|slot| self.waiting.get_mut(slot)) {
            *count -= 1;
        }
    }

    /// Whether a construct around the cursor waits for `kind`.
    pub(crate) fn awaits(&self, kind: SyntaxKind) -> bool {
        AWAITABLE.iter().zip(self.waiting).any(|(awaitable, count)| *awaitable == kind && count > 0)
    }

    // Depth.

    /// Goes a level deeper; `false` where that is too deep, and then there is nothing to leave.
    pub(crate) fn enter(&mut self) -> bool {
        let free = self.depth < MAX_DEPTH;
        self.depth += u32::from(free);
        self.refused |= !free;
        free
    }

    pub(crate) fn leave(&mut self) {
        self.depth -= 1;
    }

    // Errors.

    /// Tells a mistake of the grammar. A strict parse ends here.
    pub(crate) fn error(&mut self, range: TextRange, message: String, fix: Option<Fix>) {
        if self.mode == Mode::Strict {
            self.broke_early |= !self.broken && !self.overran.get();
            self.broken = true;
            self.pos = self.tokens.len();
            return;
        }
        self.broken = true;
        if self.told_at != Some(self.last) {
            self.told_at = Some(self.last);
            self.errors.push(SyntaxError { range, message, fix });
        }
    }

    /// Takes it that the mistake at the cursor was told: what lacks from here on is its echo.
    pub(crate) fn keep_silent_here(&mut self) {
        self.told_at = Some(self.last);
    }

    /// Tells a mistake that the grammar can read over.
    pub(crate) fn remark(&mut self, range: TextRange, message: String) {
        self.errors.push(SyntaxError { range, message, fix: None });
    }

    /// The insertion of `insert` right after the last token.
    pub(crate) fn fix_after_last(&self, insert: &str) -> Fix {
        Fix { offset: self.last_range().end(), insert: insert.to_owned() }
    }
}
