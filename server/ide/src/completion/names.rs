//! How a name is written at a place: bare or in quotes, and which text it replaces.

use syntax::{TextEdit, TextRange, TextSize};

use super::{Insert, Proposal};
use crate::place::{At, Spot};
use crate::spelling::{as_key, as_string, escaped};

/// A place that takes a name.
pub(super) struct Slot {
    /// What is replaced.
    pub(super) range: TextRange,
    quoting: Quoting,
    /// Are quotes a part of what is replaced?
    has_quote: bool,
    /// Is it a key to which nothing is bound yet?
    is_unbound: bool,
}

enum Quoting {
    /// The quotes are there, and are not touched.
    Present,
    /// A key: quotes only where the name needs them.
    Key,
    /// A string is wanted.
    String,
}

impl Slot {
    pub(super) fn of(spot: &Spot, cursor: TextSize) -> Slot {
        // Beside the quotes, they are a part of what is replaced: a change is around the cursor.
        let inside = spot.name.inside_quotes.filter(|it| it.contains_inclusive(cursor));
        let has_quote = inside.is_none() && spot.name.inside_quotes.is_some();
        let range = inside.unwrap_or(spot.name.range);
        let quoting = match (inside, spot.at) {
            (Some(_), _) => Quoting::Present,
            (None, At::Key) => Quoting::Key,
            (None, At::Value | At::Item) => Quoting::String,
        };
        let is_unbound = spot.at == At::Key && !spot.bound;
        Slot { range, quoting, has_quote, is_unbound }
    }

    /// A place of which the text is replaced as it is.
    pub(super) fn bare(range: TextRange) -> Slot {
        Slot { range, quoting: Quoting::Key, has_quote: false, is_unbound: false }
    }

    /// Do quotes stand around it?
    pub(super) fn is_quoted(&self) -> bool {
        matches!(self.quoting, Quoting::Present) || self.has_quote
    }

    /// Is it a key that ends at the cursor, and to which nothing is bound?
    pub(super) fn is_unbound(&self, cursor: TextSize) -> bool {
        self.is_unbound && !self.is_quoted() && self.range.end() == cursor
    }

    /// The part before a cursor, if a name can take its place: half of a pair of quotes can't go.
    pub(super) fn before(&self, cursor: TextSize) -> Option<TextRange> {
        let (start, end) = (self.range.start(), cursor.min(self.range.end()));
        (!self.has_quote && start <= end).then(|| TextRange::new(start, end))
    }

    /// The change that writes a proposal here; `None` where its text can't stand.
    pub(super) fn edit(&self, proposal: &Proposal) -> Option<TextEdit> {
        let name = &proposal.name;
        let insert = match (&proposal.insert, &self.quoting) {
            (Insert::Name, Quoting::Present) => escaped(name),
            (Insert::Name, Quoting::Key) => as_key(name),
            (Insert::Name, Quoting::String) => as_string(name),
            // In quotes, a dot would be part of a name.
            (Insert::Path, Quoting::Present) => (!name.contains('.')).then(|| name.to_string())?,
            (Insert::Path, Quoting::Key | Quoting::String) => name.to_string(),
            (Insert::Snippet(_), Quoting::Present) => return None,
            (Insert::Snippet(text), Quoting::Key | Quoting::String) => text.clone(),
        };
        Some(TextEdit { delete: self.range, insert })
    }
}
