//! Tokens whose strings end where a person sees them end.
//!
//! The lexer of correct texts does the reading, piece by piece: it starts afresh behind each quote and each
//! `${`, and this keeps account of what is open.

use std::ops::Range;

use rnix::SyntaxKind::{self, *};

use super::string_end::{Extent, Quote, Scan, skip_escape};
use crate::{lexer::tokenize, token::Token};

/// All tokens of `text`. An unclosed string ends with a `TOKEN_STRING_END` without length.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer::new(text, Scan::new(text), 0..text.len(), None);
    lexer.run();
    lexer.tokens
}

/// The tokens in a `part` of a text, behind one of the kind `before`. `None` if one of them reaches
/// beyond it, or depends on more text than there is (all that is, if the text `ends`).
pub(super) fn tokens_of_part(
    text: &str,
    part: Range<usize>,
    ends: bool,
    before: SyntaxKind,
) -> Option<Vec<Token>> {
    let mut lexer = Lexer::new(text, Scan::of_part(text), part, Some(before));
    lexer.run();
    let seen = ends || lexer.scan.looked() <= text.len();
    let apart = lexer.pos == lexer.end && lexer.open.is_empty();
    (seen && apart && !lexer.scan.is_exhausted()).then_some(lexer.tokens)
}

#[derive(Clone, Copy)]
enum Open {
    String(Quote, Extent),
    /// A path that may go on, of this kind of token.
    Path(SyntaxKind),
    /// `${`, with the number of braces open in it.
    Interpolation(u32),
}

struct Lexer<'t> {
    text: &'t str,
    /// Where to stop.
    end: usize,
    scan: Scan<'t>,
    pos: usize,
    tokens: Vec<Token>,
    open: Vec<Open>,
    /// The last token's kind, trivia left out.
    before: Option<SyntaxKind>,
}

impl<'t> Lexer<'t> {
    fn new(text: &'t str, scan: Scan<'t>, part: Range<usize>, before: Option<SyntaxKind>) -> Self {
        let Range { start, end } = part;
        Lexer { text, end, scan, pos: start, tokens: Vec::new(), open: Vec::new(), before }
    }

    fn run(&mut self) {
        while self.pos < self.end || matches!(self.open.last(), Some(Open::String(..))) {
            match self.open.last().copied() {
                Some(Open::String(quote, extent)) => self.string(quote, extent),
                Some(Open::Path(kind)) => self.path(kind),
                _ => self.code(),
            }
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    fn push(&mut self, kind: SyntaxKind, end: usize) {
        let offset = |pos| u32::try_from(pos).unwrap_or(u32::MAX);
        self.tokens.push(Token { kind, start: offset(self.pos), end: offset(end) });
        self.pos = end;
        if !kind.is_trivia() {
            self.before = Some(kind);
        }
    }

    /// Reads up to the next quote, `${`, or the end of the interpolation around.
    fn code(&mut self) {
        for (kind, piece) in tokenize(self.rest()) {
            let end = self.pos + piece.len();
            let before = self.before;
            let kind = self.counted(kind);
            self.push(kind, end);
            match kind {
                TOKEN_STRING_START => {
                    let quote = Quote::of(piece);
                    let extent = self.scan.extent(end, quote, before);
                    return self.open.push(Open::String(quote, extent));
                }
                TOKEN_INTERPOL_START => return self.open.push(Open::Interpolation(0)),
                TOKEN_INTERPOL_END => {
                    self.open.pop();
                    return;
                }
                TOKEN_PATH_ABS | TOKEN_PATH_REL | TOKEN_PATH_HOME
                    if self.rest().starts_with("${") =>
                {
                    return self.open.push(Open::Path(kind));
                }
                _ if end >= self.end => return,
                _ => {}
            }
        }
    }

    /// The kind of a token in the interpolation around it, which counts its braces.
    fn counted(&mut self, kind: SyntaxKind) -> SyntaxKind {
        let Some(Open::Interpolation(braces)) = self.open.last_mut() else { return kind };
        match kind {
            TOKEN_L_BRACE => *braces += 1,
            TOKEN_R_BRACE if *braces == 0 => return TOKEN_INTERPOL_END,
            TOKEN_R_BRACE => *braces -= 1,
            _ => {}
        }
        kind
    }

    /// Reads a path on behind an interpolation.
    fn path(&mut self, kind: SyntaxKind) {
        if self.rest().starts_with("${") {
            self.push(TOKEN_INTERPOL_START, self.pos + 2);
            return self.open.push(Open::Interpolation(0));
        }
        let in_path = |c: &char| c.is_ascii_alphanumeric() || "/_.+-".contains(*c);
        let length = self.rest().chars().take_while(in_path).count();
        if length == 0 {
            self.open.pop();
        } else {
            self.push(kind, self.pos + length);
        }
    }

    /// Reads content up to the next interpolation or the string's end.
    fn string(&mut self, quote: Quote, extent: Extent) {
        let mut end = self.pos;
        while end < extent.end {
            if self.begins_interpolation(end, extent.end) {
                self.content(end);
                self.push(TOKEN_INTERPOL_START, end + 2);
                return self.open.push(Open::Interpolation(0));
            }
            end = skip_escape(self.text, end, quote).min(extent.end);
        }
        self.content(extent.end);
        // What is read in an interpolation may reach beyond where it seemed to end.
        let closing = if extent.closed && self.pos == extent.end { quote.len() } else { 0 };
        self.push(TOKEN_STRING_END, self.pos + closing);
        self.open.pop();
    }

    fn content(&mut self, end: usize) {
        if end > self.pos {
            self.push(TOKEN_STRING_CONTENT, end);
        }
    }

    /// Whether an interpolation begins at `pos` that ends before `limit`.
    fn begins_interpolation(&mut self, pos: usize, limit: usize) -> bool {
        self.text.get(pos..).is_some_and(|rest| rest.starts_with("${"))
            && self.scan.interpolation_end(pos + 2).is_some_and(|end| end <= limit)
    }
}
