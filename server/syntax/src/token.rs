//! Tokens with their place in the text.

use rnix::SyntaxKind;
use rowan::{TextRange, TextSize};

use crate::lexer::tokenize;

/// One token: its kind and its place in bytes. A token without length stands for one that the
/// text lacks; it never reaches the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: SyntaxKind,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Token {
    /// One of `length` bytes at `start`.
    pub(crate) fn new(kind: SyntaxKind, start: usize, length: usize) -> Token {
        let offset = |place| u32::try_from(place).unwrap_or(u32::MAX);
        Token { kind, start: offset(start), end: offset(start + length) }
    }

    /// The same, `by` bytes further on.
    pub(crate) fn moved(self, by: usize) -> Token {
        Token::new(self.kind, self.start as usize + by, (self.end - self.start) as usize)
    }

    pub(crate) fn range(self) -> TextRange {
        TextRange::new(TextSize::new(self.start), TextSize::new(self.end.max(self.start)))
    }

    pub(crate) fn is_trivia(self) -> bool {
        self.kind.is_trivia()
    }

    /// Whether the text lacks it.
    pub(crate) fn is_lacking(self) -> bool {
        self.start == self.end
    }

    /// The token's text within `text`, the text it was read from.
    pub(crate) fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// All tokens of `text`; together they cover it.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let offset = |place| u32::try_from(place).unwrap_or(u32::MAX);
    let mut lexer = tokenize(text);
    // An inventory has a token for each five bytes; a text of more is copied once.
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut start = 0;
    while let Some(kind) = lexer.kind() {
        let end = offset(lexer.place());
        tokens.push(Token { kind, start, end });
        start = end;
    }
    tokens
}

/// The kind that a token of a tree had before the grammar looked at it.
pub(crate) fn lexed(kind: SyntaxKind, text: &str) -> SyntaxKind {
    match kind {
        SyntaxKind::TOKEN_CUR_POS => SyntaxKind::TOKEN_IDENT,
        SyntaxKind::TOKEN_IDENT if text == "or" => SyntaxKind::TOKEN_OR,
        kind => kind,
    }
}
