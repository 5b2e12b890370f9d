//! How a text was read, and with it what an edit may take for granted.

use rnix::SyntaxKind::{self, *};
use rowan::{TextRange, TextSize};

use crate::{
    build::Span,
    parser::Output,
    recovery,
    token::{self, Token, lexed},
};

/// How a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Strictly. How recovery would read it is not known.
    Strict,
    /// Both readings have the same tokens, their brackets pair, and each string ends at its quote.
    ///
    /// What recovery makes of such a text is its parse, whether it holds a mistake or not: on the
    /// same tokens the grammar differs with the mode only at mistakes. And recovery had no use for
    /// the layout, so what it made of one part does not depend on the others.
    ///
    /// That may be so but for one part, which recovery had to mend.
    Both(Layout),
    /// With recovery, which took tokens of its own: what it makes of one part may depend on all.
    Recovered,
}

/// What is known of the layout of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Whether its lines are tidy, but for the damaged ones (see [`recovery::is_tidy`]).
    pub(crate) tidy: bool,
    pub(crate) damage: Option<Damage>,
}

/// Some bindings of a set of which recovery took tokens of its own. It is certain that the strict
/// reading fails, and that recovery reads all the rest as if they were not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Damage {
    pub(crate) range: TextRange,
    /// All that depends on no text behind this.
    pub(crate) looked: TextSize,
    /// Whether brackets had to be mended: then it depends on the rest being tidy.
    pub(crate) by_layout: bool,
}

impl Damage {
    /// Whether an edit in `range` may change it.
    pub(crate) fn is_touched(self, range: TextRange) -> bool {
        TextRange::new(self.range.start(), self.looked).intersect(range).is_some()
    }
}

impl Reading {
    /// How the text was read whose strict reading broke off.
    pub(crate) fn of_broken(text: &str, strict: &Output, recovered: &Output) -> Reading {
        let alike = same(text, &strict.tokens, &recovered.tokens)
            && pairs(&recovered.tokens)
            && is_plain(&recovered.tokens, &recovered.spans)
            && !recovered.refused;
        if alike { Reading::Both(Layout::of(text, &strict.tokens)) } else { Reading::Recovered }
    }

    /// How a text without mistakes was read, if both readings have the same tokens.
    pub(crate) fn of_correct(text: &str) -> Option<Reading> {
        let tokens = token::tokens(text);
        let recovered = recovery::unpaired_tokens(text);
        let alike =
            same(text, &tokens, &recovered) && pairs(&tokens) && !interpolates_apart(&tokens);
        alike.then(|| Reading::Both(Layout::of(text, &tokens)))
    }
}

impl Layout {
    fn of(text: &str, tokens: &[Token]) -> Layout {
        let outline = recovery::Outline::new(text, tokens);
        let mut file = recovery::Block { indent: None, base: None };
        Layout { tidy: recovery::is_tidy(outline.pieces(), &mut file), damage: None }
    }
}

/// Whether two readings of `text` have the same tokens.
pub(crate) fn same(text: &str, one: &[Token], other: &[Token]) -> bool {
    let same = |(one, other): (&Token, &Token)| {
        let places = one.start == other.start && one.end == other.end;
        places
            && (one.kind == other.kind
                || lexed(one.kind, one.text(text)) == lexed(other.kind, other.text(text)))
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}

/// Strings may nest in each other so deep: recovery looks at what is interpolated once for each
/// string around it, and has no fuel for many.
const STRINGS: usize = 4;

/// Whether each bracket of `tokens` has its partner.
pub(crate) fn pairs(tokens: &[Token]) -> bool {
    let mut open = Vec::new();
    let mut strings = 0;
    for token in tokens {
        if let Some(closer) = closer(token.kind) {
            open.push(closer);
            strings += usize::from(closer == TOKEN_STRING_END);
        } else if is_closer(token.kind) {
            if open.pop() != Some(token.kind) {
                return false;
            }
            strings -= usize::from(token.kind == TOKEN_STRING_END);
        }
        if strings > STRINGS {
            return false;
        }
    }
    open.is_empty()
}

/// Whether there are as many opening as closing brackets.
pub(crate) fn is_even(tokens: &[Token]) -> bool {
    let opening = tokens.iter().filter(|token| closer(token.kind).is_some()).count();
    opening == tokens.iter().filter(|token| is_closer(token.kind)).count()
}

fn closer(kind: SyntaxKind) -> Option<SyntaxKind> {
    Some(match kind {
        TOKEN_L_BRACE => TOKEN_R_BRACE,
        TOKEN_L_BRACK => TOKEN_R_BRACK,
        TOKEN_L_PAREN => TOKEN_R_PAREN,
        TOKEN_STRING_START => TOKEN_STRING_END,
        TOKEN_INTERPOL_START => TOKEN_INTERPOL_END,
        _ => return None,
    })
}

fn is_closer(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        TOKEN_R_BRACE | TOKEN_R_BRACK | TOKEN_R_PAREN | TOKEN_STRING_END | TOKEN_INTERPOL_END
    )
}

/// Whether each string is one node up to its end (so that what stands in a string also stands
/// below it in the tree), and no `${` stands apart from a path before it (which only the strict
/// grammar takes for the path's).
pub(crate) fn is_plain(tokens: &[Token], spans: &[Span]) -> bool {
    let starts = tokens.iter().filter(|token| token.kind == TOKEN_STRING_START).count();
    let ends = |span: &&Span| {
        let last = tokens.get((span.end as usize).saturating_sub(1));
        span.kind == NODE_STRING && last.is_some_and(|last| last.kind == TOKEN_STRING_END)
    };
    starts == spans.iter().filter(ends).count() && !interpolates_apart(tokens)
}

fn interpolates_apart(tokens: &[Token]) -> bool {
    let mut path_end = None;
    tokens.iter().filter(|token| !token.is_trivia()).any(|token| {
        let apart = token.kind == TOKEN_INTERPOL_START
            && path_end.is_some_and(|path_end| path_end < token.start);
        let is_path = matches!(token.kind, TOKEN_PATH_ABS | TOKEN_PATH_REL | TOKEN_PATH_HOME);
        path_end = is_path.then_some(token.end);
        apart
    })
}
