//! `==` and `<`, also of what is inside lists and sets.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::evaluator::Evaluator;
use crate::value::{Attrs, List, Origin, ThunkId, Unknown, Value};

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

    fn equal_values(
        &mut self,
        left: &Value,
        right: &Value,
        at: Origin,
    ) -> Result<bool, Arc<Unknown>> {
        match (left, right) {
            (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) => Err(unknown.clone()),
            (Value::List(left), Value::List(right)) => self.equal_lists(left, right, at),
            (Value::Attrs(left), Value::Attrs(right)) => self.equal_sets(left, right, at),
            (Value::Lambda(_) | Value::Native(_), Value::Lambda(_) | Value::Native(_)) => {
                Err(Arc::new(Unknown::new("functions are compared", Some(at))))
            }
            (Value::Null, Value::Null) => Ok(true),
            (Value::Bool(left), Value::Bool(right)) => Ok(left == right),
            (Value::String(left), Value::String(right)) => Ok(left == right),
            (Value::Path(left), Value::Path(right)) => Ok(left == right),
            _ => Ok(numbers(left, right).is_some_and(|ordering| ordering == Some(Ordering::Equal))),
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

    fn bounded<T>(
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
            (None, _) => Err(Arc::new(Unknown::new("this comparison is not followed", Some(at)))),
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
