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
        match (inside, spot.at) {
            (Some(range), _) => Slot { range, quoting: Quoting::Present },
            (None, At::Key) => Slot { range: spot.name.range, quoting: Quoting::Key },
            (None, At::Value | At::Item) => {
                Slot { range: spot.name.range, quoting: Quoting::String }
            }
        }
    }

    /// A place of which the text is replaced as it is.
    pub(super) fn bare(range: TextRange) -> Slot {
        Slot { range, quoting: Quoting::Key }
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
