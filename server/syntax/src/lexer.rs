//! Text to tokens: the same that rnix's tokenizer makes, odd ones too, in less than half of its
//! time, and in linear time whatever the text.
//!
//! Nearly all of a text is ASCII, so this looks at bytes; a character that is none is either white
//! space, content, or an error of its own.

mod byte;
mod path;
mod string;
#[cfg(test)]
mod tests;

use rnix::SyntaxKind::{self, *};

use self::{
    byte::{Class, is},
    path::Run,
};

/// The tokens of `text`; together they cover it.
pub(crate) fn tokenize(text: &str) -> Lexer<'_> {
    Lexer { text, pos: 0, open: Vec::new(), word: Run::default(), search: Run::default() }
}

/// What a token stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    String(Quote),
    /// A string whose end is next.
    StringEnd(Quote),
    /// `${` is next.
    Dollar,
    /// `${`, with so many braces open in it.
    Interpolation(u32),
    /// A path of this kind that may go on.
    Path(SyntaxKind),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quote {
    Double,
    Indented,
}

/// Reads a text, token by token.
#[derive(Debug)]
pub(crate) struct Lexer<'t> {
    text: &'t str,
    pos: usize,
    open: Vec<Open>,
    /// The latest characters that were looked at for a path or address,
    word: Run,
    /// and those for a search path.
    search: Run,
}

impl<'t> Iterator for Lexer<'t> {
    type Item = (SyntaxKind, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.pos;
        let kind = self.kind()?;
        Some((kind, self.text.get(start..self.pos).unwrap_or_default()))
    }
}

impl Lexer<'_> {
    /// Where the next token begins.
    pub(crate) fn place(&self) -> usize {
        self.pos
    }

    /// Whether the next token is in no string, path or interpolation.
    pub(crate) fn is_outside(&self) -> bool {
        self.open.is_empty()
    }

    /// Passes a token and tells its kind.
    pub(crate) fn kind(&mut self) -> Option<SyntaxKind> {
        while let Some(open) = self.open.last().copied() {
            let kind = match open {
                Open::Interpolation(_) => break,
                Open::Dollar => {
                    self.open.pop();
                    Some(self.interpolation())
                }
                Open::Path(kind) => self.rest_of_path(kind),
                Open::String(quote) => self.string(quote),
                Open::StringEnd(quote) => Some(self.string_end(quote)),
            };
            if kind.is_some() {
                return kind;
            }
        }
        self.code()
    }

    // Looking.

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.pos + ahead).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    fn rest_bytes(&self) -> &[u8] {
        self.text.as_bytes().get(self.pos..).unwrap_or_default()
    }

    // Moving.

    /// Passes the bytes that are of `class`.
    fn pass(&mut self, class: Class) {
        let passed = self.rest_bytes().iter().take_while(|byte| is(**byte, class));
        self.pos += passed.count();
    }

    fn pass_char(&mut self) -> Option<char> {
        let next = self.rest().chars().next()?;
        self.pos += next.len_utf8();
        Some(next)
    }

    /// Passes `${`.
    fn interpolation(&mut self) -> SyntaxKind {
        self.pos += 2;
        self.open.push(Open::Interpolation(0));
        TOKEN_INTERPOL_START
    }

    // Tokens outside of strings and paths.

    fn code(&mut self) -> Option<SyntaxKind> {
        let first = self.byte(0)?;
        if self.space() {
            return Some(TOKEN_WHITESPACE);
        }
        let special = self.comment(first).or_else(|| self.ellipsis()).or_else(|| self.path(first));
        if special.is_some() {
            return special;
        }
        Some(match first {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(),
            b'0'..=b'9' => self.number(first),
            b'.' => self.dot(),
            b'"' => self.quote(1, Quote::Double),
            b'\'' if self.byte(1) == Some(b'\'') => self.quote(2, Quote::Indented),
            b'$' if self.byte(1) == Some(b'{') => self.interpolation(),
            b'{' | b'}' => self.brace(first),
            _ => self.sign(first),
        })
    }

    /// Passes white space.
    fn space(&mut self) -> bool {
        let start = self.pos;
        loop {
            self.pass(Class::SPACE);
            let next = self.byte(0).filter(|byte| !byte.is_ascii());
            let space = next.and_then(|_| self.rest().chars().next()).filter(|c| c.is_whitespace());
            match space {
                Some(space) => self.pos += space.len_utf8(),
                None => return self.pos > start,
            }
        }
    }

    fn comment(&mut self, first: u8) -> Option<SyntaxKind> {
        let rest = self.rest_bytes();
        if first == b'#' {
            self.pos += rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            return Some(TOKEN_COMMENT);
        }
        if first != b'/' || self.byte(1) != Some(b'*') {
            return None;
        }
        let inside = rest.get(2..).unwrap_or_default();
        let end = inside.windows(2).position(|end| end == b"*/");
        self.pos += end.map_or(rest.len(), |end| end + 4);
        Some(if end.is_some() { TOKEN_COMMENT } else { TOKEN_ERROR })
    }

    fn word(&mut self) -> SyntaxKind {
        let start = self.pos;
        if self.is_address() {
            self.pass(Class::ADDRESS);
            return TOKEN_URI;
        }
        self.pass(Class::NAME);
        match self.text.as_bytes().get(start..self.pos).unwrap_or_default() {
            b"assert" => TOKEN_ASSERT,
            b"else" => TOKEN_ELSE,
            b"if" => TOKEN_IF,
            b"in" => TOKEN_IN,
            b"inherit" => TOKEN_INHERIT,
            b"let" => TOKEN_LET,
            b"or" => TOKEN_OR,
            b"rec" => TOKEN_REC,
            b"then" => TOKEN_THEN,
            b"with" => TOKEN_WITH,
            _ => TOKEN_IDENT,
        }
    }

    /// A number; what begins with a zero is whole unless a dot follows.
    fn number(&mut self, first: u8) -> SyntaxKind {
        self.pos += 1;
        let whole = first == b'0' && self.byte(0) != Some(b'.');
        self.pass(Class::DIGIT);
        if whole || self.byte(0) != Some(b'.') {
            return TOKEN_INTEGER;
        }
        self.pos += 1;
        self.fraction()
    }

    fn fraction(&mut self) -> SyntaxKind {
        self.pass(Class::DIGIT);
        if !matches!(self.byte(0), Some(b'e' | b'E')) {
            return TOKEN_FLOAT;
        }
        self.pos += 1 + usize::from(matches!(self.byte(1), Some(b'+' | b'-')));
        let exponent = self.pos;
        self.pass(Class::DIGIT);
        if self.pos > exponent { TOKEN_FLOAT } else { TOKEN_ERROR }
    }

    fn ellipsis(&mut self) -> Option<SyntaxKind> {
        self.rest_bytes().starts_with(b"...").then(|| {
            self.pos += 3;
            TOKEN_ELLIPSIS
        })
    }

    fn dot(&mut self) -> SyntaxKind {
        self.pos += 1;
        if self.byte(0).is_some_and(|byte| byte.is_ascii_digit()) {
            self.fraction()
        } else {
            TOKEN_DOT
        }
    }

    /// A brace, which the interpolation around counts.
    fn brace(&mut self, brace: u8) -> SyntaxKind {
        self.pos += 1;
        let around = match self.open.last_mut() {
            Some(Open::Interpolation(braces)) => Some(braces),
            _ => None,
        };
        match (brace, around) {
            (b'{', around) => {
                around.into_iter().for_each(|braces| *braces += 1);
                TOKEN_L_BRACE
            }
            (_, Some(0)) => {
                self.open.pop();
                TOKEN_INTERPOL_END
            }
            (_, around) => {
                around.into_iter().for_each(|braces| *braces -= 1);
                TOKEN_R_BRACE
            }
        }
    }

    fn sign(&mut self, first: u8) -> SyntaxKind {
        let double = match (first, self.byte(1)) {
            (b'=', Some(b'=')) => Some(TOKEN_EQUAL),
            (b'!', Some(b'=')) => Some(TOKEN_NOT_EQUAL),
            (b'+', Some(b'+')) => Some(TOKEN_CONCAT),
            (b'-', Some(b'>')) => Some(TOKEN_IMPLICATION),
            (b'/', Some(b'/')) => Some(TOKEN_UPDATE),
            (b'<', Some(b'|')) => Some(TOKEN_PIPE_LEFT),
            (b'<', Some(b'=')) => Some(TOKEN_LESS_OR_EQ),
            (b'>', Some(b'=')) => Some(TOKEN_MORE_OR_EQ),
            (b'&', Some(b'&')) => Some(TOKEN_AND_AND),
            (b'|', Some(b'>')) => Some(TOKEN_PIPE_RIGHT),
            (b'|', Some(b'|')) => Some(TOKEN_OR_OR),
            _ => None,
        };
        if let Some(kind) = double {
            self.pos += 2;
            return kind;
        }
        self.pass_char();
        match first {
            b'=' => TOKEN_ASSIGN,
            b';' => TOKEN_SEMICOLON,
            b'[' => TOKEN_L_BRACK,
            b']' => TOKEN_R_BRACK,
            b'(' => TOKEN_L_PAREN,
            b')' => TOKEN_R_PAREN,
            b':' => TOKEN_COLON,
            b',' => TOKEN_COMMA,
            b'@' => TOKEN_AT,
            b'?' => TOKEN_QUESTION,
            b'!' => TOKEN_INVERT,
            b'+' => TOKEN_ADD,
            b'-' => TOKEN_SUB,
            b'*' => TOKEN_MUL,
            b'/' => TOKEN_DIV,
            b'<' => TOKEN_LESS,
            b'>' => TOKEN_MORE,
            _ => TOKEN_ERROR,
        }
    }
}
