//! Strings, piece by piece.

use rnix::SyntaxKind::{self, *};

use super::{Lexer, Open, Quote, byte::Class};

impl Lexer<'_> {
    pub(super) fn quote(&mut self, length: usize, quote: Quote) -> SyntaxKind {
        self.pos += length;
        self.open.push(Open::String(quote));
        TOKEN_STRING_START
    }

    pub(super) fn string_end(&mut self, quote: Quote) -> SyntaxKind {
        self.open.pop();
        self.pos += match quote {
            Quote::Double => 1,
            Quote::Indented => 2,
        };
        TOKEN_STRING_END
    }

    /// Content up to the end or to an interpolation; `None` where there is none. A string that does
    /// not end is an error.
    pub(super) fn string(&mut self, quote: Quote) -> Option<SyntaxKind> {
        let start = self.pos;
        let next = self.content(quote);
        match next {
            Some(Open::String(_)) => return Some(TOKEN_ERROR),
            Some(Open::StringEnd(_)) => {
                self.open.pop();
                self.open.extend(next);
            }
            Some(next) => self.open.push(next),
            None => {
                self.open.pop();
                return (self.pos > start).then_some(TOKEN_ERROR);
            }
        }
        (self.pos > start).then_some(TOKEN_STRING_CONTENT)
    }

    /// Passes content and tells what is next. `None` at the end of the text; the string again, where
    /// the text ends amid an escape.
    fn content(&mut self, quote: Quote) -> Option<Open> {
        loop {
            let plain = match quote {
                Quote::Double => Class::PLAIN,
                Quote::Indented => Class::INDENTED,
            };
            self.pass(plain);
            match (self.byte(0)?, self.byte(1)) {
                (b'$', Some(b'{')) => return Some(Open::Dollar),
                (b'$', Some(b'$')) => self.pos += 2,
                (b'"', _) => return Some(Open::StringEnd(quote)),
                (b'\\', _) => {
                    self.pos += 1;
                    if self.pass_char().is_none() {
                        return Some(Open::String(quote));
                    }
                }
                (b'\'', None) => {
                    self.pos += 1;
                    return Some(Open::String(quote));
                }
                (b'\'', Some(b'\'')) => match self.byte(2) {
                    Some(b'\'' | b'$') => self.pos += 3,
                    Some(b'\\') => {
                        self.pos += 3;
                        if self.pass_char().is_none() {
                            return Some(Open::String(quote));
                        }
                    }
                    _ => return Some(Open::StringEnd(quote)),
                },
                _ => self.pos += 1,
            }
        }
    }
}
