//! A run in which strings or brackets don't pair.
//!
//! What recovery makes of such a run is what it makes of it in the whole text, if
//!
//! - **the strict reading fails** for certain: either the run has more opening than closing
//!   brackets, or the other way round, while those around it pair; or the strict reading, begun at
//!   the run, comes to a mistake soon;
//! - **the tokens** end with the run: its strings end in it, and how they do was told from text that
//!   is known (what follows them is looked at up to the next quote);
//! - **the brackets** pair by regions (see `recovery/regions.rs`), and the lines around are tidy, so
//!   that in the whole text the same regions are found and no others.

use rnix::SyntaxKind::TOKEN_WHITESPACE;
use rowan::{TextRange, TextSize};

use super::{
    around,
    bindings::Run,
    lines::Lines,
    place::{Place, slice},
    window::Window,
};
use crate::{
    grammar,
    lexer::tokenize,
    parser::{Around, Mode, Parser},
    reading::{self, Damage, Layout},
    recovery::{self, Pairs, Part},
    token::Token,
};

/// So much of the text behind a run is looked at, one after the other, until it is enough.
const BEHIND: [u32; 3] = [1_024, 8_192, 65_536];

/// The window with the tokens that recovery makes of the run, and what is known of the layout then.
/// `lines` are the run's, if the text was tidy.
pub(super) fn mended(
    run: &Run,
    place: &Place<'_>,
    window: &Window,
    lines: Option<&Lines>,
) -> Option<(Window, Layout)> {
    window.is_apart_before(run).then_some(())?;
    let (view, part) = BEHIND.into_iter().find_map(|length| {
        let view = View::of(run, place, window, length);
        let part = view.part(run)?;
        view.fails(run).then_some((view, part))
    })?;
    let by_layout = part.pairs != Pairs::Plainly;
    let lines = lines.and_then(|lines| lines.with(window, &part.raw));
    let tidy = match part.pairs {
        Pairs::Plainly => lines.is_some_and(|lines| lines.are_tidy()),
        Pairs::ByRegions => !part.even && lines.is_some_and(|lines| lines.are_a_block()),
        Pairs::AsAWhole => false,
    };
    if (by_layout && !tidy) || !reading::pairs(&part.tokens) {
        return None;
    }
    let start = run.range.start();
    let end = |length: usize| Some(start + TextSize::try_from(length).ok()?);
    let range = TextRange::new(start, end(view.own)?);
    // Both readings were told from no more than the view.
    let damage = Damage { range, looked: end(view.text.len() - view.start)?, by_layout };
    let mended = window.with(&part.tokens);
    Some((mended, Layout { tidy, damage: Some(damage) }))
}

/// A run with some text behind it.
struct View<'w> {
    window: &'w Window,
    /// The window's text up to the run's end, and on.
    text: String,
    /// Where the run begins in it,
    start: usize,
    /// and how long it is.
    own: usize,
    /// Whether the text ends with the file.
    ends: bool,
}

impl<'w> View<'w> {
    fn of(run: &Run, place: &Place<'_>, window: &'w Window, length: u32) -> Self {
        let root = place.parse.syntax();
        let (begin, end) = (run.range.end(), root.text_range().end());
        let until = end.min(begin + TextSize::new(length));
        let (start, own) = (window.start as usize, window.own_text().len());
        let mut text = window.text.get(..start + own).unwrap_or_default().to_owned();
        text.push_str(&slice(&root, TextRange::new(begin, until)));
        View { window, text, start, own, ends: until == end }
    }

    /// The run and what follows it.
    fn rest(&self) -> &str {
        self.text.get(self.start..).unwrap_or_default()
    }

    fn moved(&self, tokens: &[Token]) -> Vec<Token> {
        tokens.iter().map(|token| token.moved(self.start)).collect()
    }

    /// What recovery makes of the run.
    fn part(&self, run: &Run) -> Option<Part> {
        let part = recovery::part(
            &self.text,
            self.start..self.start + self.own,
            self.ends,
            run.before.kind(),
        )?;
        let ends = |token: &Token| token.kind == TOKEN_WHITESPACE;
        part.tokens.last().is_some_and(ends).then_some(part)
    }

    /// Whether the strict reading is certain to fail.
    fn fails(&self, run: &Run) -> bool {
        let mut lexer = tokenize(self.rest());
        let mut tokens = Vec::new();
        let mut start = 0;
        while let Some(kind) = lexer.kind() {
            let end = lexer.place();
            tokens.push(Token::new(kind, start, end - start));
            if end == self.own && lexer.is_outside() && !reading::is_even(&tokens) {
                return true;
            }
            start = end;
        }
        if !self.ends {
            // What stands behind the last white space might go on in another way.
            let space = tokens.iter().rposition(|token| token.kind == TOKEN_WHITESPACE);
            tokens.truncate(space.unwrap_or(0));
        }
        self.breaks_early(run, &self.moved(&tokens))
    }

    /// Whether the grammar comes to a mistake in `tokens`, which begin with the run.
    fn breaks_early(&self, run: &Run, tokens: &[Token]) -> bool {
        let window = self.window;
        let mut all = window.tokens.get(..window.run.start).unwrap_or_default().to_vec();
        all.extend(tokens);
        let same = run.opener != run.before
            || !window.with_all(&self.text, &all).opens_something_else(run, Mode::Strict);
        let depth = around::depth(&run.set);
        let around = Around { consumed: window.run.start, depth, awaited: Vec::new() };
        let mut parser = Parser::amid(&self.text, all, Mode::Strict, &around);
        let in_let = run.opener.text() == "let";
        grammar::bindings_before(&mut parser, in_let, usize::MAX);
        let output = parser.finish();
        same && output.broke_early && !output.refused
    }
}
