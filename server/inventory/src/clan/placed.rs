//! Facts that outlive the places at which they were read.
//!
//! What is read off a closed part of a file (see [`eval::Part`]) holds as long as the part does,
//! while edits above move it about. So its places count from where the part begins, and who holds
//! the facts knows where that is.

use std::ops::Deref;
use std::sync::Arc;

use eval::{FilePosition, FileRange};
use syntax::TextRange;

/// A place in facts. Only [`Placed::at`] tells where that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Local(FileRange);

impl Local {
    /// A place that counts from the beginning of its file.
    pub(crate) fn of(at: FileRange) -> Local {
        Local(at)
    }

    /// Where it is, of a place that counts from there.
    pub(crate) fn in_file(self) -> FileRange {
        self.0
    }
}

/// Facts, and where that begins which they were read off.
#[derive(Debug)]
pub struct Placed<T> {
    facts: Arc<T>,
    /// Without it, places count from the beginning of their file.
    start: Option<FilePosition>,
}

/// Facts with places in them.
pub(crate) trait HasPlaces {
    /// Shows every place, to be changed.
    fn for_each_place(&mut self, change: &mut dyn FnMut(&mut Local));
}

impl<T> Placed<T> {
    /// Facts whose places count from the beginning of their files.
    pub(crate) fn anywhere(facts: T) -> Placed<T> {
        Placed { facts: Arc::new(facts), start: None }
    }

    /// Facts whose places count from `start`.
    pub(crate) fn from(facts: Arc<T>, start: FilePosition) -> Placed<T> {
        Placed { facts, start: Some(start) }
    }

    /// Where a place is, in its file.
    pub fn at(&self, place: Local) -> FileRange {
        match self.start {
            Some(start) => FileRange { file: start.file, range: place.0.range + start.offset },
            None => place.0,
        }
    }

    /// Are these the same facts, wherever they are?
    pub(crate) fn are_the_same(&self, other: &Placed<T>) -> bool {
        Arc::ptr_eq(&self.facts, &other.facts)
    }
}

/// Lets the places of facts count from `start`.
///
/// # Errors
/// The facts as they were, if one of their places lies before.
pub(crate) fn relative_to<T: HasPlaces>(mut facts: T, start: FilePosition) -> Result<Arc<T>, T> {
    let mut all_within = true;
    facts.for_each_place(&mut |place| {
        let FileRange { file, range } = place.0;
        all_within &= file == start.file && range.start() >= start.offset;
    });
    if !all_within {
        return Err(facts);
    }
    facts.for_each_place(&mut |place| {
        let range = place.0.range;
        let from = range.start().checked_sub(start.offset).unwrap_or_default();
        place.0.range = TextRange::at(from, range.len());
    });
    Ok(Arc::new(facts))
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.facts
    }
}

impl<T> Clone for Placed<T> {
    fn clone(&self) -> Placed<T> {
        Placed { facts: self.facts.clone(), start: self.start }
    }
}

impl<T: Default> Default for Placed<T> {
    fn default() -> Placed<T> {
        Placed::anywhere(T::default())
    }
}
