//! Paths, search paths and addresses: what a name or a sign turns out to be when one looks on.

use rnix::SyntaxKind::{self, *};

use super::{
    Lexer, Open,
    byte::{Class, is},
};

/// Characters that stand together and that a path or address may be made of. Each token among them
/// asks what follows them, so they are looked at once.
#[derive(Debug, Default)]
pub(super) struct Run {
    end: usize,
    /// The place behind the last `_`.
    underscore: usize,
}

impl Lexer<'_> {
    /// Passes a path, if one begins here.
    pub(super) fn path(&mut self, first: u8) -> Option<SyntaxKind> {
        match first {
            b'/' => self.absolute_path(),
            b'~' => {
                self.pos += 1;
                let begins = self.pass_char() == Some('/');
                Some(if begins { self.begun_path(2, TOKEN_PATH_HOME) } else { TOKEN_ERROR })
            }
            b'<' => self.search_path(),
            _ if is(first, Class::PATH) && self.is_relative_path() => {
                self.pos += 1;
                Some(self.begun_path(1, TOKEN_PATH_REL))
            }
            _ => None,
        }
    }

    fn absolute_path(&mut self) -> Option<SyntaxKind> {
        let begins = match self.byte(1)? {
            b'/' => false,
            b'$' => self.byte(2) == Some(b'{'),
            next => is(next, Class::PATH),
        };
        begins.then(|| {
            self.pos += 1;
            self.begun_path(1, TOKEN_PATH_ABS)
        })
    }

    /// Passes the rest of a path's first piece, of which `begun` bytes are passed.
    fn begun_path(&mut self, begun: usize, kind: SyntaxKind) -> SyntaxKind {
        self.open.push(Open::Path(kind));
        self.piece_of_path(self.pos - begun, kind)
    }

    /// Passes what a path goes on with; `None` where it ends.
    pub(super) fn rest_of_path(&mut self, kind: SyntaxKind) -> Option<SyntaxKind> {
        match self.byte(0) {
            Some(b'$') if self.byte(1) == Some(b'{') => Some(self.interpolation()),
            Some(next) if is(next, Class::PATH) => Some(self.piece_of_path(self.pos, kind)),
            _ => {
                self.open.pop();
                None
            }
        }
    }

    fn piece_of_path(&mut self, start: usize, kind: SyntaxKind) -> SyntaxKind {
        self.pass(Class::PATH);
        let piece = self.text.as_bytes().get(start..self.pos).unwrap_or_default();
        if self.rest_bytes().starts_with(b"${") {
            self.open.push(Open::Dollar);
        } else if piece.ends_with(b"/") || piece.windows(2).any(|pair| pair == b"//") {
            return TOKEN_ERROR;
        } else {
            self.open.pop();
        }
        kind
    }

    /// Passes `<…>`, if what stands here ends like that.
    fn search_path(&mut self) -> Option<SyntaxKind> {
        if self.search.end <= self.pos {
            let rest = self.rest_bytes();
            let among = |byte: &&u8| **byte == b'<' || is(**byte, Class::PATH);
            self.search.end = self.pos + rest.iter().take_while(among).count();
        }
        let closes = self.text.as_bytes().get(self.search.end) == Some(&b'>');
        if !closes || self.byte(1) == Some(b'|') {
            return None;
        }
        let named = self.byte(1).is_some_and(|next| is(next, Class::PATH));
        self.pos += 1;
        if !named {
            return Some(TOKEN_LESS);
        }
        self.pass(Class::PATH);
        let ends = self.pass_char() == Some('>');
        Some(if ends { TOKEN_PATH_SEARCH } else { TOKEN_ERROR })
    }

    /// The characters here that may be a path's, up to its first slash, and the two behind them.
    fn run(&mut self) -> (Option<u8>, Option<char>) {
        let bytes = self.text.as_bytes();
        if self.word.end <= self.pos {
            let rest = bytes.get(self.pos..).unwrap_or_default();
            let among = |byte: &&u8| **byte != b'/' && is(**byte, Class::PATH);
            let length = rest.iter().take_while(among).count();
            let run = rest.get(..length).unwrap_or_default();
            let underscore = run.iter().rposition(|byte| *byte == b'_');
            self.word.end = self.pos + length;
            self.word.underscore = underscore.map_or(0, |place| self.pos + place + 1);
        }
        let next = bytes.get(self.word.end).copied();
        let behind =
            self.text.get(self.word.end + 1..).filter(|_| next.is_some_and(|next| next.is_ascii()));
        (next, behind.and_then(|behind| behind.chars().next()))
    }

    fn is_relative_path(&mut self) -> bool {
        let (next, second) = self.run();
        let goes_on = |c: char| c != '/' && c != '*' && !c.is_whitespace();
        next == Some(b'/') && second.is_some_and(goes_on)
    }

    /// Whether what begins here is an address without quotes, like `https://nixos.org`.
    pub(super) fn is_address(&mut self) -> bool {
        let (next, second) = self.run();
        let goes_on = |c: char| u8::try_from(c).is_ok_and(|byte| is(byte, Class::ADDRESS));
        next == Some(b':') && second.is_some_and(goes_on) && self.word.underscore <= self.pos
    }
}
