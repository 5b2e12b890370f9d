//! Reads some bindings of a set or `let` anew.
//!
//! What is read begins behind a binding that ends with its `;` (or behind the opening brace) and
//! ends before another binding (or the closing brace). At both places the grammar remembers nothing
//! of what it read, but for what the nodes around tell, so a full parse comes to the first in the
//! state that is set up here; and when it comes to the second where a binding may begin, it goes on
//! from there as it did before.

use std::ops::Range;

use rnix::{
    SyntaxElement,
    SyntaxKind::{self, *},
    SyntaxNode, SyntaxToken,
};
use rowan::{GreenNode, GreenToken, NodeOrToken, TextRange};

use super::{around, carry, damage, lines::Lines, place::Place, window::Window};
use crate::{
    Parse,
    parser::{Around, Mode},
    reading::{self, Layout, Reading},
    token::Token,
};

/// Where more than this share of the text would be read anew, a full parse might as well;
const SHARE: u32 = 4;
/// but so much may be.
const LITTLE: u32 = 4_096;
/// In so many nested lists of bindings the edit is tried.
const LEVELS: usize = 4;

/// The parse after the edit, if only bindings around it have to be read anew.
pub(super) fn reread(place: &Place<'_>) -> Option<Parse> {
    runs(place).find_map(|run| run.reread(place))
}

/// Whether there are bindings around the edit.
pub(super) fn has_run(place: &Place<'_>) -> bool {
    runs(place).next().is_some()
}

/// The bindings around the edit, from the innermost on.
fn runs(place: &Place<'_>) -> impl Iterator<Item = Run> {
    let length = u32::from(place.parse.green.text_len());
    let most = (length / SHARE).max(LITTLE);
    let sets = place.nodes().filter(|node| is_list_of_bindings(node.kind()));
    let runs = sets.filter_map(|set| Run::around(place, &set)).take(LEVELS);
    runs.take_while(move |run| u32::from(run.range.len()) <= most)
}

fn is_list_of_bindings(kind: SyntaxKind) -> bool {
    matches!(kind, NODE_ATTR_SET | NODE_LET_IN | NODE_LEGACY_LET)
}

pub(super) type Child = NodeOrToken<GreenNode, GreenToken>;

/// Bindings that follow each other, with the white space around them.
pub(super) struct Run {
    pub(super) set: SyntaxNode,
    /// `{` or `let`.
    pub(super) opener: SyntaxToken,
    /// The last token before: the opener, or a binding's `;`.
    pub(super) before: SyntaxToken,
    /// The first token behind: the closing one, or a binding's first.
    pub(super) behind: SyntaxToken,
    /// Indices of the set's children.
    children: Range<usize>,
    /// In the old text.
    pub(super) range: TextRange,
}

impl Run {
    /// The smallest one in `set` that the edit is in, and the damaged part, unless that is apart.
    fn around(place: &Place<'_>, set: &SyntaxNode) -> Option<Run> {
        let run = Run::find(place, set, place.reach)?;
        match place.parse.damage().map(|damage| damage.range) {
            Some(damage) if overlap(run.range, damage) => {
                Run::find(place, set, place.reach.cover(damage))
            }
            _ => Some(run),
        }
    }

    /// The smallest one in `set` that holds `deleted`.
    fn find(place: &Place<'_>, set: &SyntaxNode, deleted: TextRange) -> Option<Run> {
        let opener = opener(set)?;
        let closer = closer(set)?;
        let inner = TextRange::new(opener.text_range().end(), closer.text_range().start());
        if !inner.contains_range(deleted) {
            return None;
        }
        let at = |offset| set.child_or_token_at_range(TextRange::empty(offset));
        let mut last = at(deleted.start())?;
        let before = loop {
            if last.text_range().end() <= deleted.start() {
                if last.as_token() == Some(&opener) {
                    break opener.clone();
                }
                if let Some(semicolon) = end_of_binding(&last) {
                    break semicolon;
                }
            }
            last = last.prev_sibling_or_token()?;
        };
        let mut next = at(deleted.end())?;
        let behind = loop {
            let start = next.text_range().start();
            if start >= deleted.end() {
                let ends = next.as_token() == Some(&closer);
                let first = if ends { Some(closer.clone()) } else { beginning_of_binding(&next) };
                if let Some(first) = first.filter(|_| place.keeps_indents(start) == Some(true)) {
                    break first;
                }
                if ends {
                    return None;
                }
            }
            next = next.next_sibling_or_token()?;
        };
        let range = TextRange::new(before.text_range().end(), behind.text_range().start());
        let children = last.index() + 1..next.index();
        Some(Run { set: set.clone(), opener, before, behind, children, range })
    }

    fn reread(&self, place: &Place<'_>) -> Option<Parse> {
        let window = Window::of(self, place)?;
        match place.parse.reading {
            Reading::Strict => {
                let around = Around { depth: around::depth(&self.set), ..Around::default() };
                window.stands_apart(self).then_some(())?;
                self.replaced(place, &window, around, Reading::Strict)
            }
            Reading::Both(layout) => {
                let around = around::between_bindings(&self.set)?;
                let (window, layout) = self.mended(place, window, layout)?;
                self.replaced(place, &window, around, Reading::Both(layout))
            }
            Reading::Recovered => None,
        }
    }

    /// The window as recovery reads it, and what is known of the layout then.
    fn mended(
        &self,
        place: &Place<'_>,
        window: Window,
        layout: Layout,
    ) -> Option<(Window, Layout)> {
        let apart = layout.damage.filter(|damage| !self.range.contains_range(damage.range));
        if layout.damage.is_none() && !self.pairs() {
            return None;
        }
        let lines = if layout.tidy { Lines::of(self, &window) } else { None };
        if window.stands_apart(self) && window.is_read_alike() {
            let tidy = lines.is_some_and(|lines| lines.are_tidy());
            let damage = apart.map(|damage| place.moved(damage));
            let certain = tidy || !damage.is_some_and(|damage| damage.by_layout);
            return certain.then_some((window, Layout { tidy, damage }));
        }
        if apart.is_some() {
            return None;
        }
        damage::mended(self, place, &window, lines.as_ref())
    }

    fn replaced(
        &self,
        place: &Place<'_>,
        window: &Window,
        around: Around,
        reading: Reading,
    ) -> Option<Parse> {
        let mode = if reading == Reading::Strict { Mode::Strict } else { Mode::Recover };
        let (children, errors) = window.read(self, mode, around)?;
        let errors = carry::errors(place, self.range, errors)?;
        let green = self.set.replace_with(self.with(children));
        Some(Parse { green, errors, reading })
    }

    /// Whether the brackets in it pair with each other.
    fn pairs(&self) -> bool {
        let mut tokens = Vec::new();
        let mut token = self.before.next_token();
        while let Some(current) = token.filter(|token| *token != self.behind) {
            tokens.push(Token { kind: current.kind(), start: 0, end: 0 });
            token = current.next_token();
        }
        reading::pairs(&tokens)
    }

    /// The set with `fresh` in place of the run, in which what is equal stays what it is.
    fn with(&self, mut fresh: Vec<Child>) -> GreenNode {
        let green = self.set.green();
        let old = |index: usize| green.children().nth(index);
        let Range { mut start, mut end } = self.children.clone();
        let equal = |index: usize, new: Option<&Child>| match (old(index), new) {
            (Some(NodeOrToken::Node(old)), Some(NodeOrToken::Node(new))) => *old == **new,
            (Some(NodeOrToken::Token(old)), Some(NodeOrToken::Token(new))) => *old == **new,
            _ => false,
        };
        while start < end && equal(end - 1, fresh.last()) {
            fresh.pop();
            end -= 1;
        }
        let same = fresh.iter().take(end - start);
        let same = same.enumerate().take_while(|(index, new)| equal(start + index, Some(*new)));
        let same = same.count();
        fresh.drain(..same);
        start += same;
        match fresh.pop() {
            Some(only) if fresh.is_empty() && end - start == 1 => green.replace_child(start, only),
            last => green.splice_children(start..end, fresh.into_iter().chain(last)),
        }
    }
}

/// Whether two ranges share some text, but neither holds the other.
fn overlap(run: TextRange, damage: TextRange) -> bool {
    let shared = run.intersect(damage).is_some_and(|shared| !shared.is_empty());
    shared && !run.contains_range(damage)
}

/// The token behind which the bindings of `set` begin.
fn opener(set: &SyntaxNode) -> Option<SyntaxToken> {
    let mut tokens = set.children_with_tokens().filter(|element| !around::is_trivia(element));
    let first = tokens.next()?.into_token()?;
    let opener = match (set.kind(), first.kind()) {
        (NODE_LEGACY_LET, TOKEN_LET) | (NODE_ATTR_SET, TOKEN_REC) => tokens.next()?.into_token()?,
        _ => first,
    };
    let kind = if set.kind() == NODE_LET_IN { TOKEN_LET } else { TOKEN_L_BRACE };
    (opener.kind() == kind).then_some(opener)
}

/// The token before which they end.
fn closer(set: &SyntaxNode) -> Option<SyntaxToken> {
    let mut last = set.last_child_or_token();
    if set.kind() != NODE_LET_IN {
        return last?.into_token().filter(|token| token.kind() == TOKEN_R_BRACE);
    }
    while let Some(element) = last {
        if element.kind() == TOKEN_IN {
            return element.into_token();
        }
        last = element.prev_sibling_or_token();
    }
    None
}

/// The `;` that ends a binding: with it the grammar forgets all that it remembers of the binding.
fn end_of_binding(element: &SyntaxElement) -> Option<SyntaxToken> {
    let node = element.as_node()?;
    let last = node.last_child_or_token()?.into_token()?;
    (is_binding(node.kind()) && last.kind() == TOKEN_SEMICOLON).then_some(last)
}

/// The first token of a binding that has a name. (One without is told to lack it before anything of
/// it is read, and what can be told there depends on what was told before.)
fn beginning_of_binding(element: &SyntaxElement) -> Option<SyntaxToken> {
    let node = element.as_node()?;
    let first = node.first_token()?;
    let named = matches!(
        first.kind(),
        TOKEN_INHERIT | TOKEN_IDENT | TOKEN_STRING_START | TOKEN_INTERPOL_START
    );
    (is_binding(node.kind()) && named).then_some(first)
}

fn is_binding(kind: SyntaxKind) -> bool {
    matches!(kind, NODE_ATTRPATH_VALUE | NODE_INHERIT)
}
