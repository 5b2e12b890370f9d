//! `==` and `<`, also of what is inside lists and sets.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::evaluator::Evaluator;
use crate::value::{Attrs, List, Origin, ThunkId, Unknown, UnknownKind, Value};

impl Evaluator<'_> {
    /// Are two values equal? Whatever is known to differ decides, also beside something unknown.
    pub(crate) fn equal(
        &mut self,
        left: ThunkId,
        right: ThunkId,
        at: Origin,
    ) -> Result<bool, Arc<Unknown>> {
        let (left, right) = (self.force(left), self.force(right));
        self.bounded(at, |ev| ev.equal_values(&left, &right, at))
    }

    /// Are two values equal? `None` if that can't be told.
    pub fn are_equal(&mut self, left: ThunkId, right: ThunkId) -> Option<bool> {
        let at = self.origin(left).or(self.origin(right))?;
        self.equal(left, right, at).ok()
    }

    fn equal_values(
        &mut self,
        left: &Value,
        right: &Value,
        at: Origin,
    ) -> Result<bool, Arc<Unknown>> {
        match (left, right) {
            (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) => Err(unknown.clone()),
            (Value::List(left), Value::List(right)) => self.equal_lists(left, right, at),
            (Value::Attrs(left), Value::Attrs(right)) => {
                match (self.is_derivation(left), self.is_derivation(right)) {
                    (Some(true), Some(true)) => self.equal_derivations(left, right, at),
                    (Some(false), _) | (_, Some(false)) => self.equal_sets(left, right, at),
                    // Two that may be derivations may be equal whatever else they hold.
                    _ => match self.equal_sets(left, right, at)? {
                        true => Ok(true),
                        false => {
                            Err(Arc::new(Unknown::new("these sets may be derivations", Some(at))))
                        }
                    },
                }
            }
            (Value::Lambda(_) | Value::Native(_), Value::Lambda(_) | Value::Native(_)) => {
                Err(Arc::new(Unknown::new("functions are compared", Some(at))))
            }
            (Value::Null, Value::Null) => Ok(true),
            (Value::Bool(left), Value::Bool(right)) => Ok(left == right),
            (Value::String(left), Value::String(right)) => Ok(left == right),
            (Value::Path(left), Value::Path(right)) => Ok(left == right),
            _ => match numbers(left, right) {
                Some(Some(ordering)) => Ok(ordering == Ordering::Equal),
                // Nix takes a NaN to equal itself when it is the same item of a list.
                Some(None) => Err(Arc::new(Unknown::new("these numbers have no order", Some(at)))),
                None => Ok(false),
            },
        }
    }

    /// Is this a set that Nix takes for a derivation? `None` if that can't be told.
    fn is_derivation(&mut self, attrs: &Attrs) -> Option<bool> {
        match (attrs.get("type").map(|attr| attr.value), &attrs.open) {
            (None, None) => Some(false),
            (None, Some(_)) => None,
            (Some(kind), _) => match self.force(kind) {
                Value::Unknown(_) => None,
                Value::String(kind) => Some(kind == "derivation"),
                _ => Some(false),
            },
        }
    }

    /// Derivations are equal when they are built into the same folder.
    fn equal_derivations(
        &mut self,
        left: &Attrs,
        right: &Attrs,
        at: Origin,
    ) -> Result<bool, Arc<Unknown>> {
        match (left.get("outPath"), right.get("outPath")) {
            (Some(left), Some(right)) => self.equal(left.value, right.value, at),
            _ => match left.open.as_ref().or(right.open.as_ref()) {
                Some(open) => Err(open.clone()),
                None => self.equal_sets(left, right, at),
            },
        }
    }

    fn equal_lists(&mut self, left: &List, right: &List, at: Origin) -> Result<bool, Arc<Unknown>> {
        // Of an open list not even the number of an item is known.
        if let Some(open) = left.open.as_ref().or(right.open.as_ref()) {
            return Err(open.clone());
        }
        if left.items.len() != right.items.len() {
            return Ok(false);
        }
        self.all_equal(left.items.iter().copied().zip(right.items.iter().copied()), at)
    }

    fn equal_sets(
        &mut self,
        left: &Attrs,
        right: &Attrs,
        at: Origin,
    ) -> Result<bool, Arc<Unknown>> {
        let mut pairs = Vec::with_capacity(left.entries.len());
        let open = left.open.as_ref().or(right.open.as_ref());
        for attr in &left.entries {
            match (right.get(&attr.name), &right.open) {
                (Some(other), _) => pairs.push((attr.value, other.value)),
                (None, None) => return Ok(false),
                (None, Some(_)) => {}
            }
        }
        let surplus = right.entries.iter().any(|attr| left.get(&attr.name).is_none());
        if surplus && left.open.is_none() {
            return Ok(false);
        }
        match (self.all_equal(pairs.into_iter(), at), open) {
            (Ok(true), Some(open)) => Err(open.clone()),
            (answer, _) => answer,
        }
    }

    fn all_equal(
        &mut self,
        pairs: impl Iterator<Item = (ThunkId, ThunkId)>,
        at: Origin,
    ) -> Result<bool, Arc<Unknown>> {
        let mut unknown = None;
        for (left, right) in pairs {
            match self.equal(left, right, at) {
                Ok(true) => {}
                Ok(false) => return Ok(false),
                // Nothing is compared any more after a `throw`.
                Err(why) if why.kind == UnknownKind::Thrown => return Err(unknown.unwrap_or(why)),
                Err(why) => unknown = Some(why),
            }
        }
        unknown.map_or(Ok(true), Err)
    }

    /// Which of two values comes first, of numbers, strings, paths and lists of them.
    pub(crate) fn compare(
        &mut self,
        left: ThunkId,
        right: ThunkId,
        at: Origin,
    ) -> Result<Ordering, Arc<Unknown>> {
        let (left, right) = (self.force(left), self.force(right));
        self.bounded(at, |ev| ev.compare_values(&left, &right, at))
    }

    fn compare_values(
        &mut self,
        left: &Value,
        right: &Value,
        at: Origin,
    ) -> Result<Ordering, Arc<Unknown>> {
        let incomparable = || Arc::new(Unknown::new("these values have no order", Some(at)));
        match (left, right) {
            (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) => Err(unknown.clone()),
            (Value::String(left), Value::String(right)) => Ok(left.cmp(right)),
            (Value::Path(left), Value::Path(right)) => Ok(left.as_os_str().cmp(right.as_os_str())),
            (Value::List(left), Value::List(right)) => {
                if let Some(open) = left.open.as_ref().or(right.open.as_ref()) {
                    return Err(open.clone());
                }
                for (&left, &right) in left.items.iter().zip(&right.items) {
                    if !self.equal(left, right, at)? {
                        return self.compare(left, right, at);
                    }
                }
                Ok(left.items.len().cmp(&right.items.len()))
            }
            _ => numbers(left, right).flatten().ok_or_else(incomparable),
        }
    }

    /// Does some work one level deeper, if steps and depth allow it: for what recurses.
    pub(crate) fn bounded<T>(
        &mut self,
        at: Origin,
        work: impl FnOnce(&mut Self) -> Result<T, Arc<Unknown>>,
    ) -> Result<T, Arc<Unknown>> {
        let mut answer = None;
        let bound = self.within_bounds(Some(at), |ev| {
            answer = Some(work(ev));
            Value::Null
        });
        match (answer, bound) {
            (Some(answer), _) => answer,
            (None, Value::Unknown(unknown)) => Err(unknown),
            (None, _) => Err(Arc::new(Unknown::new("evaluation goes too deep", Some(at)))),
        }
    }
}

/// The order of two numbers, whole or not; `None` if one is no number, inner `None` if they have
/// no order.
fn numbers(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => Some(Some(left.cmp(right))),
        (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) => {
            Some(as_float(left)?.partial_cmp(&as_float(right)?))
        }
        _ => None,
    }
}

/// A number as a floating-point one.
pub(crate) fn as_float(value: &Value) -> Option<f64> {
    match value {
        // Nix rounds as well.
        #[expect(clippy::cast_precision_loss)]
        Value::Int(int) => Some(*int as f64),
        Value::Float(float) => Some(*float),
        _ => None,
    }
}
