//! Pairs brackets as their indentation tells, and puts in those that lack.

use rnix::SyntaxKind::{self, *};

use super::{
    Pairs,
    opener::{Search, may_follow},
    outline::{Outline, Piece},
    regions,
    repair::{Repair, mended},
};
use crate::token::Token;

/// How many open brackets a search for a partner passes before it gives up.
const REACH: usize = 256;

/// `tokens`, which stand behind one of the kind `before`, their brackets paired, and how.
///
/// Brackets that pair without help stay as they are, however they are indented. Else each region
/// of the text that the layout tells apart and in which they don't is mended by itself; the text as
/// a whole, where what lacks in one of several regions would be left over in another.
pub(super) fn paired(
    text: &str,
    tokens: Vec<Token>,
    before: Option<SyntaxKind>,
) -> (Vec<Token>, Pairs) {
    let outline = Outline::new(text, &tokens).behind_token(before);
    if unpaired(outline.pieces()) == 0 {
        return (tokens, Pairs::Plainly);
    }
    if let Some(repairs) = repairs_by_region(&outline) {
        return (mended(tokens, &repairs), Pairs::ByRegions);
    }
    match repairs(&outline) {
        Some(repairs) => (mended(tokens, &repairs), Pairs::AsAWhole),
        None => (tokens, Pairs::AsAWhole),
    }
}

fn repairs_by_region(outline: &Outline) -> Option<Vec<Repair>> {
    let regions = regions::unpaired(outline);
    let parts: Vec<Outline> = regions.into_iter().map(|region| outline.part(region)).collect();
    let mistakes = parts.iter().map(|part| unpaired(part.pieces())).sum::<usize>();
    let believed = parts.len() == 1 || mistakes <= surplus(outline.pieces());
    let repairs = parts.iter().filter(|_| believed).map(repairs);
    let repairs = repairs.collect::<Option<Vec<_>>>()?;
    believed.then(|| repairs.concat())
}

/// What makes the brackets of `outline` pair. `None` for a layout that needs more repairs than there
/// are mistakes: it tells nothing.
fn repairs(outline: &Outline) -> Option<Vec<Repair>> {
    let mut pairing = Pairing::new(outline);
    pairing.run();
    (pairing.repairs.len() <= unpaired(outline.pieces())).then(|| pairing.placed())
}

/// How many brackets have no partner when each closing one takes the nearest of its kind.
pub(super) fn unpaired(pieces: &[Piece]) -> usize {
    let mut open: Vec<SyntaxKind> = Vec::new();
    let mut mistakes = 0;
    for kind in pieces.iter().map(|piece| piece.kind) {
        if closer_of(kind).is_some() {
            open.push(kind);
        } else if let Some(opener) = opener_of(kind) {
            match open.iter().rev().take(REACH).position(|open| *open == opener) {
                Some(above) => {
                    mistakes += above;
                    open.truncate(open.len() - above - 1);
                }
                None => mistakes += 1,
            }
        }
    }
    mistakes + open.len()
}

/// How many more opening than closing brackets there are of each kind, or the other way round.
fn surplus(pieces: &[Piece]) -> usize {
    let count = |kind| pieces.iter().filter(|piece| piece.kind == kind).count();
    let kinds =
        [TOKEN_L_BRACE, TOKEN_L_BRACK, TOKEN_L_PAREN, TOKEN_STRING_START, TOKEN_INTERPOL_START];
    let closers = kinds.into_iter().filter_map(closer_of);
    kinds.into_iter().zip(closers).map(|(open, close)| count(open).abs_diff(count(close))).sum()
}

pub(super) fn closer_of(kind: SyntaxKind) -> Option<SyntaxKind> {
    Some(match kind {
        TOKEN_L_BRACE => TOKEN_R_BRACE,
        TOKEN_L_BRACK => TOKEN_R_BRACK,
        TOKEN_L_PAREN => TOKEN_R_PAREN,
        TOKEN_STRING_START => TOKEN_STRING_END,
        TOKEN_INTERPOL_START => TOKEN_INTERPOL_END,
        _ => return None,
    })
}

pub(super) fn opener_of(kind: SyntaxKind) -> Option<SyntaxKind> {
    Some(match kind {
        TOKEN_R_BRACE => TOKEN_L_BRACE,
        TOKEN_R_BRACK => TOKEN_L_BRACK,
        TOKEN_R_PAREN => TOKEN_L_PAREN,
        TOKEN_STRING_END => TOKEN_STRING_START,
        TOKEN_INTERPOL_END => TOKEN_INTERPOL_START,
        _ => return None,
    })
}

/// An open bracket.
struct Open {
    at: usize,
    piece: Piece,
    /// Whether it is the last on its line.
    block: bool,
    /// The first line behind it that is indented no further than its own.
    dedent: Option<usize>,
    /// Whether a `=` stood right in it.
    assigns: bool,
    /// Whether `let`, `with` or `assert` stood right in it: then a `;` may.
    semicolons: bool,
}

impl Open {
    /// Whether it ends the line that begins at `begin`, and is of another kind than what `closer`
    /// ends.
    fn lacks_first(&self, begin: usize, closer: Piece) -> bool {
        self.at >= begin && self.block && opener_of(closer.kind) != Some(self.piece.kind)
    }
}

struct Pairing<'o> {
    outline: &'o Outline,
    open: Vec<Open>,
    partners: Vec<Option<usize>>,
    /// The beginnings of the lines above the cursor, each indented further than the one before.
    lines: Vec<(u32, usize)>,
    repairs: Vec<Repair>,
}

impl<'o> Pairing<'o> {
    fn new(outline: &'o Outline) -> Self {
        Self {
            outline,
            open: Vec::new(),
            partners: vec![None; outline.len()],
            lines: Vec::new(),
            repairs: Vec::new(),
        }
    }

    fn run(&mut self) {
        for at in 0..self.outline.len() {
            let Some(piece) = self.outline.get(at) else { break };
            if piece.first {
                self.begin_line(at, piece);
            }
            self.end_impossible(at, piece);
            if opener_of(piece.kind).is_some() {
                self.close(at, piece);
            } else if closer_of(piece.kind).is_some() {
                self.push(at, piece);
            } else {
                self.note(piece.kind);
            }
            if piece.first {
                self.lines.push((piece.indent, at));
            }
        }
        self.end_above(0, self.outline.len());
    }

    fn begin_line(&mut self, at: usize, piece: Piece) {
        while self.lines.last().is_some_and(|(indent, _)| *indent > piece.indent) {
            self.lines.pop();
        }
        for open in self.open.iter_mut().rev().take(REACH) {
            if open.piece.indent < piece.indent {
                break;
            }
            open.dedent.get_or_insert(at);
        }
    }

    fn push(&mut self, at: usize, piece: Piece) {
        let block = self.outline.get(at + 1).is_none_or(|next| next.first);
        let open = Open { at, piece, block, dedent: None, assigns: false, semicolons: false };
        self.open.push(open);
    }

    fn note(&mut self, kind: SyntaxKind) {
        let Some(open) = self.open.last_mut() else { return };
        match kind {
            TOKEN_ASSIGN => open.assigns = true,
            TOKEN_LET | TOKEN_WITH | TOKEN_ASSERT => open.semicolons = true,
            _ => {}
        }
    }

    // What can't stand in an open bracket ends it.

    fn end_impossible(&mut self, at: usize, piece: Piece) {
        while self.open.last().is_some_and(|open| self.excludes(open, at, piece)) {
            let closer = self.open.pop().and_then(|open| closer_of(open.piece.kind));
            self.repairs.extend(closer.map(|closer| Repair::Close(closer, at)));
        }
    }

    fn excludes(&self, open: &Open, at: usize, piece: Piece) -> bool {
        match open.piece.kind {
            TOKEN_L_BRACK | TOKEN_L_PAREN if open.semicolons => false,
            TOKEN_L_BRACK | TOKEN_L_PAREN if piece.kind == TOKEN_SEMICOLON => !open.assigns,
            TOKEN_L_BRACK | TOKEN_L_PAREN => {
                self.outline.begins_binding(at) && !self.lacks_brace(open, at, piece)
            }
            TOKEN_L_BRACE => self.set_excludes(open, at, piece),
            _ => false,
        }
    }

    /// Whether a binding right in a list or parenthesis stands there since its set's `{` lacks,
    /// rather than that the bracket should have ended: it is the first thing in it, follows a set,
    /// or is indented as what stands in the bracket.
    fn lacks_brace(&self, open: &Open, at: usize, piece: Piece) -> bool {
        let parenthesis = open.piece.kind == TOKEN_L_PAREN;
        let deeper = open.piece.indent < piece.indent && (open.block || parenthesis);
        let inline = open.piece.line == piece.line;
        let behind_set = self.outline.kind_before(at) == Some(TOKEN_R_BRACE);
        open.assigns || if inline { open.at + 1 == at || behind_set || parenthesis } else { deeper }
    }

    /// Whether a set can't go on here. Between bindings there is no `;` and, but for function
    /// heads, no brace; and what is no set has no `:` behind it.
    fn set_excludes(&self, open: &Open, at: usize, piece: Piece) -> bool {
        let before = self.outline.kind_before(at);
        let at_binding = before == Some(TOKEN_SEMICOLON) || open.at + 1 == at;
        let inline = open.piece.line == piece.line;
        match piece.kind {
            TOKEN_SEMICOLON if at_binding && !open.semicolons => {
                inline || (piece.first && piece.indent <= open.piece.indent)
            }
            TOKEN_L_BRACE if before == Some(TOKEN_SEMICOLON) && !open.semicolons => {
                let around = self.open.iter().rev().nth(1);
                around.is_some_and(|around| around.piece.kind == TOKEN_L_BRACK)
            }
            TOKEN_COLON => !open.assigns && self.is_head(open, at),
            _ => false,
        }
    }

    /// Whether nothing but names, commas, defaults and `...` stand between a brace and `at`.
    fn is_head(&self, open: &Open, at: usize) -> bool {
        (open.at + 1..at).len() <= REACH
            && (open.at + 1..at).filter_map(|at| self.outline.kind(at)).all(|kind| {
                matches!(kind, TOKEN_IDENT | TOKEN_COMMA | TOKEN_ELLIPSIS | TOKEN_QUESTION)
            })
    }

    // Closing brackets.

    fn close(&mut self, at: usize, piece: Piece) {
        match self.partner(at, piece) {
            Some(index) => {
                self.end_above(index + 1, at);
                let open = self.open.pop();
                self.set_partner(at, open.map(|open| open.at));
            }
            None => self.lacks_opener(at, piece),
        }
    }

    fn set_partner(&mut self, at: usize, opener: Option<usize>) {
        if let Some(partner) = self.partners.get_mut(at) {
            *partner = opener;
        }
    }

    /// Which open bracket the closing one at `at` ends.
    fn partner(&self, at: usize, piece: Piece) -> Option<usize> {
        let kind = opener_of(piece.kind)?;
        let of_kind = |open: &Open| open.piece.kind == kind;
        let nearest = self.nearest(of_kind);
        if matches!(kind, TOKEN_STRING_START | TOKEN_INTERPOL_START) {
            return nearest;
        }
        let top = self.open.last().filter(|open| of_kind(open));
        if piece.first {
            let aligned = |open: &Open| of_kind(open) && open.piece.indent == piece.indent;
            if let Some(aligned) = self.nearest(aligned) {
                return Some(aligned);
            }
            let further = top.is_none_or(|open| open.piece.indent < piece.indent);
            return if further && self.opener_place(at, piece).is_some() { None } else { nearest };
        }
        let doubtful = top.is_none_or(|open| open.block && open.piece.line < piece.line);
        if doubtful && self.opener_place(at, piece).is_some() { None } else { nearest }
    }

    /// The innermost open bracket that `suits`, not beyond an interpolation.
    fn nearest(&self, suits: impl Fn(&Open) -> bool) -> Option<usize> {
        for (index, open) in self.open.iter().enumerate().rev().take(REACH) {
            if suits(open) {
                return Some(index);
            }
            if open.piece.kind == TOKEN_INTERPOL_START {
                break;
            }
        }
        None
    }

    fn lacks_opener(&mut self, at: usize, piece: Piece) {
        let opener = opener_of(piece.kind).zip(self.opener_place(at, piece));
        self.set_partner(at, opener.map(|(_, place)| place));
        let repair = opener.map_or(Repair::Stray(at), |(kind, place)| Repair::Open(kind, place));
        self.repairs.push(repair);
    }

    /// The place before which the opening bracket lacks of the closing one at `at`.
    fn opener_place(&self, at: usize, piece: Piece) -> Option<usize> {
        let above = || piece.first.then(|| self.end_of_line_above(at, piece)).flatten();
        let around = self.open.last().map(|open| open.at);
        let search = Search { outline: self.outline, partners: &self.partners, around };
        let head = matches!(self.outline.kind(at + 1), Some(TOKEN_COLON | TOKEN_AT));
        if head && piece.kind == TOKEN_R_BRACE {
            return search.head(at);
        }
        above().or_else(|| search.before(at))
    }

    /// For a closing bracket that begins a line: the end of the line above that is indented as it
    /// is, with only further indented ones between.
    fn end_of_line_above(&self, at: usize, piece: Piece) -> Option<usize> {
        let around = self.open.last();
        let begin = match self.lines.last() {
            Some((indent, begin)) if *indent == piece.indent => *begin,
            // The first thing in a bracket of another kind.
            Some((_, begin)) if around.is_some_and(|open| open.lacks_first(*begin, piece)) => {
                *begin
            }
            None => return Some(0),
            _ => return None,
        };
        let line = self.outline.get(begin)?.line;
        let end = (begin..at).find(|at| self.outline.get(*at).is_some_and(|p| p.line > line))?;
        let inside = around.is_none_or(|open| open.at < end);
        let guarded = matches!(self.outline.kind(begin)?, TOKEN_WITH | TOKEN_ASSERT);
        (inside && (guarded || may_follow(self.outline.kind_before(end)?))).then_some(end)
    }

    /// Ends the open brackets above the lowest `count`, at `at` at the latest.
    fn end_above(&mut self, count: usize, at: usize) {
        while self.open.len() > count {
            let Some(open) = self.open.pop() else { return };
            if let Some(closer) = closer_of(open.piece.kind) {
                self.repairs.push(Repair::Close(closer, open.dedent.unwrap_or(at)));
            }
        }
    }

    /// The repairs, with the places of tokens.
    fn placed(self) -> Vec<Repair> {
        let place = |at| self.outline.get(at).map(|piece| piece.token);
        let behind = |at: usize| at.checked_sub(1).and_then(place).map(|last| last + 1);
        let placed = |repair: &Repair| match *repair {
            Repair::Close(kind, at) => Some(Repair::Close(kind, behind(at).or_else(|| place(at))?)),
            Repair::Open(kind, at) => Some(Repair::Open(kind, place(at).or_else(|| behind(at))?)),
            Repair::Stray(at) => Some(Repair::Stray(place(at)?)),
        };
        self.repairs.iter().filter_map(placed).collect()
    }
}
