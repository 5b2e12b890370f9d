//! What a person sees of a text's layout: lines, their indentation, and what stands on them.

use rnix::SyntaxKind::{self, *};

use crate::token::Token;

/// A token that is not trivia, with its line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    /// Its index among all tokens.
    pub(crate) token: usize,
    pub(crate) kind: SyntaxKind,
    pub(crate) line: u32,
    /// Of its line, in characters.
    pub(crate) indent: u32,
    /// Whether its line begins with it.
    pub(crate) first: bool,
}

/// The pieces of a text or of a part of it.
#[derive(Debug)]
pub(crate) struct Outline {
    pieces: Vec<Piece>,
    /// What stands in front of a part.
    before: Option<SyntaxKind>,
}

impl Outline {
    pub(crate) fn new(text: &str, tokens: &[Token]) -> Outline {
        let mut pieces = Vec::with_capacity(tokens.len() / 2);
        let (mut line, mut indent, mut first) = (0, leading_space(text), true);
        for (index, token) in tokens.iter().enumerate() {
            if !token.is_trivia() {
                pieces.push(Piece { token: index, kind: token.kind, line, indent, first });
                first = false;
            }
            let words = token.text(text);
            if let Some(newline) = words.rfind('\n') {
                line += 1;
                let start = token.start as usize + newline + 1;
                indent = leading_space(text.get(start..).unwrap_or_default());
                first = token.is_trivia();
            }
        }
        Outline { pieces, before: None }
    }

    pub(crate) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The same, but behind a token of the kind `before`.
    pub(super) fn behind_token(self, before: Option<SyntaxKind>) -> Outline {
        Outline { before, ..self }
    }

    /// Some of the pieces, of which nothing is known but what stands in front.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Outline {
        let before = self.kind_before(range.start);
        Outline { pieces: self.pieces.get(range).unwrap_or_default().to_vec(), before }
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Piece> {
        self.pieces.get(at).copied()
    }

    pub(super) fn kind(&self, at: usize) -> Option<SyntaxKind> {
        self.pieces.get(at).map(|piece| piece.kind)
    }

    /// The kind of the piece before `at`.
    pub(super) fn kind_before(&self, at: usize) -> Option<SyntaxKind> {
        at.checked_sub(1).map_or(self.before, |before| self.kind(before))
    }

    /// Whether `attr.path =` or `inherit` stands at `at`.
    pub(super) fn begins_binding(&self, at: usize) -> bool {
        match (self.kind_before(at), self.kind(at)) {
            (_, Some(TOKEN_INHERIT)) => return true,
            (Some(TOKEN_DOT), _) => return false,
            _ => {}
        }
        let mut at = at;
        loop {
            let Some(behind) = self.behind_name(at) else { return false };
            match self.kind(behind) {
                Some(TOKEN_ASSIGN) => return true,
                Some(TOKEN_DOT) => at = behind + 1,
                _ => return false,
            }
        }
    }

    fn behind_name(&self, at: usize) -> Option<usize> {
        match self.kind(at)? {
            TOKEN_IDENT | TOKEN_OR => Some(at + 1),
            TOKEN_STRING_START => self.behind(at, TOKEN_STRING_START, TOKEN_STRING_END),
            TOKEN_INTERPOL_START => self.behind(at, TOKEN_INTERPOL_START, TOKEN_INTERPOL_END),
            _ => None,
        }
    }

    fn behind(&self, at: usize, open: SyntaxKind, close: SyntaxKind) -> Option<usize> {
        let mut depth = 0_u32;
        for (offset, piece) in self.pieces.get(at..)?.iter().take(64).enumerate() {
            depth += u32::from(piece.kind == open);
            depth -= u32::from(piece.kind == close);
            if depth == 0 {
                return Some(at + offset + 1);
            }
        }
        None
    }
}

/// How many blanks `text` begins with.
pub(crate) fn leading_space(text: &str) -> u32 {
    let spaces = text.chars().take_while(|c| *c == ' ' || *c == '\t').count();
    u32::try_from(spaces).unwrap_or(u32::MAX)
}
