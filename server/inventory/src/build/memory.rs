//! Facts that are left with the part of a file that they were read off, to be found after the next
//! edit.
//!
//! Only what follows from the part alone can be left: the part is closed, nothing else was asked
//! (no argument of a module, no mount) and nothing was found to be unknown.

use std::any::Any;
use std::sync::Arc;

use eval::{Attr, Definitions, FilePosition, Part, ThunkId};

use super::Builder;
use crate::clan::{HasPlaces, Placed, relative_to};

impl Builder<'_> {
    /// The facts that were left with the part that an attribute's value is to be worked out from.
    pub(super) fn remembered<T: Any + Send + Sync>(&self, attr: &Attr) -> Option<Placed<T>> {
        let (part, start) = self.closed(&attr.name, attr.value)?;
        Some(Placed::from(part.memo::<T>()?, start))
    }

    /// Can facts about an attribute's value be left with its part?
    pub(super) fn is_closed(&self, attr: &Attr) -> bool {
        self.closed(&attr.name, attr.value).is_some()
    }

    /// The closed part of a value that bears this very name in it: a name may be part of the facts.
    fn closed(&self, name: &str, value: ThunkId) -> Option<(Arc<Part>, FilePosition)> {
        self.ev.closed(value).filter(|(part, _)| part.name() == name)
    }

    /// Facts about what a name stands for, read anew unless they were left with its part.
    pub(super) fn placed<T: HasPlaces + Any + Send + Sync>(
        &mut self,
        name: &str,
        definitions: &Definitions,
        read: impl FnOnce(&mut Self) -> T,
    ) -> Placed<T> {
        let closed = match definitions.items.as_slice() {
            [only] if definitions.open.is_empty() && only.priority.is_none() => {
                self.closed(name, only.value)
            }
            _ => None,
        };
        let Some((part, start)) = closed else { return Placed::anywhere(read(self)) };
        if let Some(facts) = part.memo::<T>() {
            return Placed::from(facts, start);
        }
        let before = (self.ev.traces(), self.gaps.len());
        let facts = read(self);
        if before != (self.ev.traces(), self.gaps.len()) {
            return Placed::anywhere(facts);
        }
        match relative_to(facts, start) {
            Ok(facts) => {
                part.remember(facts.clone());
                Placed::from(facts, start)
            }
            Err(facts) => Placed::anywhere(facts),
        }
    }
}
