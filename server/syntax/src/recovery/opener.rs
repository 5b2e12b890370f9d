//! Where a bracket stood whose closing one is left over.

use rnix::SyntaxKind::{self, *};

use super::outline::Outline;

/// How many pieces a search passes before it gives up.
const REACH: usize = 4_096;
/// How many pieces may stand between `with` and its `;`.
const GUARD: usize = 32;

/// What a search needs: the pieces, which closer belongs to which opener, and where the innermost
/// open bracket stands.
pub(super) struct Search<'a> {
    pub(super) outline: &'a Outline,
    /// For each closer the place of its opener.
    pub(super) partners: &'a [Option<usize>],
    /// The innermost bracket that is still open.
    pub(super) around: Option<usize>,
}

impl Search<'_> {
    /// The place before which the opener of the closer at `at` lacks, as the closer's own line
    /// and what is left of it tell.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        match self.outline.kind(at)? {
            TOKEN_R_BRACE => self.set(at),
            _ => self.operands(at),
        }
    }

    /// Before the bindings that end at `end`.
    fn set(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..REACH {
            match self.outline.kind_before(at) {
                Some(TOKEN_ASSIGN) => return Some(at),
                Some(TOKEN_SEMICOLON | TOKEN_L_BRACE) if at == 0 => return None,
                Some(TOKEN_SEMICOLON) if self.guard(at - 1).is_some() => return Some(at),
                Some(TOKEN_SEMICOLON) => at = self.binding(at - 1)?,
                Some(TOKEN_LET) => return None,
                _ => return (at < end && !self.in_set_from(at)).then_some(at),
            }
        }
        None
    }

    /// Whether the innermost open bracket is a brace right before `at`.
    fn in_set_from(&self, at: usize) -> bool {
        self.around == at.checked_sub(1) && self.outline.kind_before(at) == Some(TOKEN_L_BRACE)
    }

    /// The place where the binding begins whose `;` stands at `end`.
    fn binding(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..REACH {
            let before = self.back(at)?;
            match self.outline.kind(before)? {
                TOKEN_SEMICOLON => at = self.guard(before)?,
                TOKEN_ASSIGN => return self.name(before),
                TOKEN_INHERIT => return Some(before),
                _ if Some(before) == self.around => return None,
                _ => at = before,
            }
        }
        None
    }

    /// The place of the `with` or `assert` that the `;` at `end` belongs to.
    fn guard(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..GUARD {
            at = self.back(at)?;
            match self.outline.kind(at)? {
                TOKEN_WITH | TOKEN_ASSERT => return Some(at),
                TOKEN_SEMICOLON | TOKEN_ASSIGN | TOKEN_INHERIT => return None,
                _ if Some(at) == self.around => return None,
                _ => {}
            }
        }
        None
    }

    /// Before the names of a function head that end at `end`.
    pub(super) fn head(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..REACH {
            let before = self.back(at);
            let kind = before.and_then(|before| self.outline.kind(before));
            match (before, kind) {
                (Some(before), Some(kind)) if stands_in_head(kind) => at = before,
                _ => return (at < end).then_some(at),
            }
        }
        None
    }

    /// The place where the attribute path begins that ends at `end`.
    fn name(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..REACH {
            let before = self.back(at)?;
            match self.outline.kind(before)? {
                TOKEN_IDENT | TOKEN_OR | TOKEN_STRING_START | TOKEN_INTERPOL_START => at = before,
                _ => return None,
            }
            if self.outline.kind_before(at) != Some(TOKEN_DOT) {
                return Some(at);
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    /// Before the operands that end at `end`: where a list or parenthesis may begin.
    fn operands(&self, end: usize) -> Option<usize> {
        let mut at = end;
        for _ in 0..REACH {
            let before = self.back(at)?;
            match self.outline.kind(before)? {
                TOKEN_ASSIGN => return Some(at),
                TOKEN_SEMICOLON => return None,
                _ if Some(before) == self.around => {
                    let parenthesis = self.outline.kind(end) == Some(TOKEN_R_PAREN);
                    let list = self.outline.kind(before) == Some(TOKEN_L_BRACK);
                    return (parenthesis && list).then_some(at);
                }
                _ => at = before,
            }
        }
        None
    }

    /// The place of the piece or the whole group before `at`; not one whose opener is unknown.
    fn back(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let closes =
            matches!(self.outline.kind(before)?, TOKEN_R_BRACE | TOKEN_R_BRACK | TOKEN_R_PAREN);
        let opener = self.partners.get(before).copied().flatten();
        if closes { opener } else { Some(opener.unwrap_or(before)) }
    }
}

/// Whether a piece, or a group that begins with it, can stand between the braces of a function head.
fn stands_in_head(kind: SyntaxKind) -> bool {
    let punctuation =
        matches!(kind, TOKEN_COMMA | TOKEN_ELLIPSIS | TOKEN_QUESTION | TOKEN_DOT | TOKEN_OR);
    punctuation || kind.is_fn_arg()
}

/// Whether an opening bracket may stand behind a piece of `kind` at the end of a line.
pub(super) fn may_follow(kind: SyntaxKind) -> bool {
    !matches!(kind, TOKEN_SEMICOLON | TOKEN_COMMA | TOKEN_DOT)
}
