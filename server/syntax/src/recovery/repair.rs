//! What mends brackets that don't pair.

use rnix::SyntaxKind::{self, TOKEN_ERROR};

use crate::token::Token;

/// A mistake and what mends it. The places are pieces', at first; then the tokens'.
#[derive(Debug, Clone, Copy)]
pub(super) enum Repair {
    /// This closing bracket lacks before a place.
    Close(SyntaxKind, usize),
    /// This opening bracket lacks before a place.
    Open(SyntaxKind, usize),
    /// The closing bracket at a place has no partner.
    Stray(usize),
}

/// `tokens` after `repairs`.
pub(super) fn mended(mut tokens: Vec<Token>, repairs: &[Repair]) -> Vec<Token> {
    let mut lacking = Vec::new();
    for repair in repairs {
        match *repair {
            Repair::Close(kind, place) | Repair::Open(kind, place) => lacking.push((place, kind)),
            Repair::Stray(place) => {
                tokens.get_mut(place).into_iter().for_each(|token| token.kind = TOKEN_ERROR);
            }
        }
    }
    lacking.sort_by_key(|(place, _)| *place);
    inserted(tokens, &lacking)
}

/// `tokens` with one without length before each place, of the kind beside it.
fn inserted(tokens: Vec<Token>, lacking: &[(usize, SyntaxKind)]) -> Vec<Token> {
    let mut lacking = lacking.iter().peekable();
    let mut mended = Vec::with_capacity(tokens.len() + lacking.len());
    let mut end = 0;
    for (index, token) in tokens.into_iter().enumerate() {
        while let Some((_, kind)) = lacking.next_if(|(place, _)| *place <= index) {
            mended.push(Token { kind: *kind, start: token.start, end: token.start });
        }
        end = token.end;
        mended.push(token);
    }
    mended.extend(lacking.map(|(_, kind)| Token { kind: *kind, start: end, end }));
    mended
}
