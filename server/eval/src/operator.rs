//! Operators.

use std::cmp::Ordering;
use std::path::Path;
use std::sync::Arc;

use smol_str::format_smolstr;
use syntax::ast::{BinOpKind, UnaryOpKind};

use crate::compare::as_float;
use crate::evaluator::Evaluator;
use crate::files::normalize;
use crate::value::{Attr, Attrs, List, Origin, ThunkId, Unknown, UnknownKind, Value};

impl Evaluator<'_> {
    pub(crate) fn unary(&mut self, operator: UnaryOpKind, operand: Value, at: Origin) -> Value {
        match (operator, operand) {
            (UnaryOpKind::Invert, Value::Bool(bool)) => Value::Bool(!bool),
            (UnaryOpKind::Negate, Value::Int(int)) => {
                int.checked_neg().map_or_else(|| overflow(at), Value::Int)
            }
            // Nix takes it from zero, which makes no negative zero.
            (UnaryOpKind::Negate, Value::Float(float)) => Value::Float(0.0 - float),
            (_, Value::Unknown(unknown)) => Value::Unknown(unknown),
            _ => mismatch(at),
        }
    }

    pub(crate) fn binary(
        &mut self,
        operator: BinOpKind,
        left: ThunkId,
        right: ThunkId,
        at: Origin,
    ) -> Value {
        match operator {
            BinOpKind::And => self.decide(left, right, false, at),
            BinOpKind::Or => self.decide(left, right, true, at),
            BinOpKind::Implication => match self.force(left) {
                Value::Bool(false) => Value::Bool(true),
                Value::Bool(true) => self.truth(right, at),
                other => unknown_or_mismatch(other, at),
            },
            BinOpKind::PipeRight => {
                let function = self.force(right);
                self.apply(function, left, at)
            }
            BinOpKind::PipeLeft => {
                let function = self.force(left);
                self.apply(function, right, at)
            }
            BinOpKind::Equal => said(self.equal(left, right, at)),
            BinOpKind::NotEqual => said(self.equal(left, right, at).map(|equal| !equal)),
            BinOpKind::Less => said(self.compare(left, right, at).map(Ordering::is_lt)),
            BinOpKind::LessOrEq => said(self.compare(left, right, at).map(Ordering::is_le)),
            BinOpKind::More => said(self.compare(left, right, at).map(Ordering::is_gt)),
            BinOpKind::MoreOrEq => said(self.compare(left, right, at).map(Ordering::is_ge)),
            _ => {
                let (left, right) = (self.force(left), self.force(right));
                self.strict_binary(operator, left, right, at)
            }
        }
    }

    /// `&&` and `||`: when the left side is `decisive` the right one does not count.
    fn decide(&mut self, left: ThunkId, right: ThunkId, decisive: bool, at: Origin) -> Value {
        match self.force(left) {
            Value::Bool(left) if left == decisive => Value::Bool(decisive),
            Value::Bool(_) => self.truth(right, at),
            other => unknown_or_mismatch(other, at),
        }
    }

    fn truth(&mut self, value: ThunkId, at: Origin) -> Value {
        match self.force(value) {
            Value::Bool(bool) => Value::Bool(bool),
            other => unknown_or_mismatch(other, at),
        }
    }

    fn strict_binary(
        &mut self,
        operator: BinOpKind,
        left: Value,
        right: Value,
        at: Origin,
    ) -> Value {
        match operator {
            BinOpKind::Update => self.update(left, right, at),
            BinOpKind::Concat => self.concat(left, right, at),
            BinOpKind::Add => {
                let (left, right) = (self.as_folder(left), self.as_folder(right));
                self.add(left, right, at)
            }
            BinOpKind::Sub => subtract(left, right, at),
            BinOpKind::Mul => multiply(left, right, at),
            BinOpKind::Div => divide(left, right, at),
            // Those that need not both sides, and comparisons, are handled before.
            _ => mismatch(at),
        }
    }

    /// `left // right`. What may be overridden by something unknown is unknown itself, but its
    /// name is there.
    fn update(&mut self, left: Value, right: Value, at: Origin) -> Value {
        let (left, right) = match (left, right) {
            (Value::Unknown(unknown), Value::Unknown(_)) => return Value::Unknown(unknown),
            (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) if thrown(&unknown) => {
                return Value::Unknown(unknown);
            }
            (left, right) => (as_open_set(left), as_open_set(right)),
        };
        let (Some(left), Some(right)) = (left, right) else { return mismatch(at) };
        self.burn(left.entries.len() + right.entries.len());
        let mut entries: Vec<Attr> = Vec::with_capacity(left.entries.len() + right.entries.len());
        for attr in &left.entries {
            match (right.get(&attr.name), &right.open) {
                (Some(_), _) => {}
                (None, None) => entries.push(attr.clone()),
                (None, Some(open)) => {
                    let origin = self.origin(attr.value);
                    let value = self.ready(Value::Unknown(open.clone()), origin);
                    entries.push(Attr { value, ..attr.clone() });
                }
            }
        }
        entries.extend(right.entries.iter().cloned());
        let literals = [left.literals.as_slice(), right.literals.as_slice()].concat();
        let open = right.open.clone().or_else(|| left.open.clone());
        Value::Attrs(Arc::new(Attrs::new(entries, open, literals)))
    }

    fn concat(&mut self, left: Value, right: Value, at: Origin) -> Value {
        let (left, right) = match (left, right) {
            (Value::Unknown(unknown), Value::Unknown(_)) => return Value::Unknown(unknown),
            (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) if thrown(&unknown) => {
                return Value::Unknown(unknown);
            }
            (left, right) => (as_open_list(left), as_open_list(right)),
        };
        let (Some(left), Some(right)) = (left, right) else { return mismatch(at) };
        self.burn((left.items.len() + right.items.len()) / ITEMS_A_STEP);
        if let Some(exhausted) = self.exhausted(Some(at)) {
            return Value::Unknown(exhausted);
        }
        let items = [left.items.as_slice(), right.items.as_slice()].concat();
        let open = left.open.clone().or_else(|| right.open.clone());
        Value::List(Arc::new(List { items, open }))
    }

    fn add(&mut self, left: Value, right: Value, at: Origin) -> Value {
        match (&left, &right) {
            (Value::String(left), Value::String(right)) => {
                self.burn((left.len() + right.len()) / BYTES_A_STEP);
                match self.exhausted(Some(at)) {
                    Some(exhausted) => Value::Unknown(exhausted),
                    None => Value::String(format_smolstr!("{left}{right}")),
                }
            }
            (Value::Path(left), Value::String(right)) => {
                let text = format!("{}{right}", left.display());
                Value::Path(Arc::from(normalize(Path::new(&text))))
            }
            (Value::String(left), Value::Path(right)) => {
                Value::String(format_smolstr!("{left}{}", right.display()))
            }
            (Value::Path(left), Value::Path(right)) => {
                let text = format!("{}{}", left.display(), right.display());
                Value::Path(Arc::from(normalize(Path::new(&text))))
            }
            _ => add_numbers(left, right, at),
        }
    }
}

/// How many items of a list can be copied in a step.
const ITEMS_A_STEP: usize = 8;

/// How many bytes of a string can be copied in a step.
pub(crate) const BYTES_A_STEP: usize = 32;

/// Does evaluation end there? Then nothing is made of it, not even something open.
fn thrown(unknown: &Unknown) -> bool {
    unknown.kind == UnknownKind::Thrown
}

fn as_open_set(value: Value) -> Option<Arc<Attrs>> {
    match value {
        Value::Attrs(attrs) => Some(attrs),
        Value::Unknown(unknown) => {
            Some(Arc::new(Attrs::new(Vec::new(), Some(unknown), Vec::new())))
        }
        _ => None,
    }
}

fn as_open_list(value: Value) -> Option<Arc<List>> {
    match value {
        Value::List(list) => Some(list),
        Value::Unknown(unknown) => Some(Arc::new(List { items: Vec::new(), open: Some(unknown) })),
        _ => None,
    }
}

pub(crate) fn add_numbers(left: Value, right: Value, at: Origin) -> Value {
    arithmetic(left, right, i64::checked_add, |a, b| a + b, at)
}

pub(crate) fn subtract(left: Value, right: Value, at: Origin) -> Value {
    arithmetic(left, right, i64::checked_sub, |a, b| a - b, at)
}

pub(crate) fn multiply(left: Value, right: Value, at: Origin) -> Value {
    arithmetic(left, right, i64::checked_mul, |a, b| a * b, at)
}

pub(crate) fn divide(left: Value, right: Value, at: Origin) -> Value {
    if as_float(&right) == Some(0.0) && !matches!(left, Value::Unknown(_)) {
        return Value::unknown("a division by zero", Some(at));
    }
    arithmetic(left, right, i64::checked_div, |a, b| a / b, at)
}

fn arithmetic(
    left: Value,
    right: Value,
    ints: fn(i64, i64) -> Option<i64>,
    floats: fn(f64, f64) -> f64,
    at: Origin,
) -> Value {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => {
            ints(left, right).map_or_else(|| overflow(at), Value::Int)
        }
        (Value::Unknown(unknown), _) | (_, Value::Unknown(unknown)) => Value::Unknown(unknown),
        (left, right) => match (as_float(&left), as_float(&right)) {
            (Some(left), Some(right)) => Value::Float(floats(left, right)),
            _ => mismatch(at),
        },
    }
}

fn said(answer: Result<bool, Arc<Unknown>>) -> Value {
    answer.map_or_else(Value::Unknown, Value::Bool)
}

fn unknown_or_mismatch(value: Value, at: Origin) -> Value {
    match value {
        Value::Unknown(_) => value,
        _ => mismatch(at),
    }
}

fn mismatch(at: Origin) -> Value {
    Value::unknown("the operator does not go with these values", Some(at))
}

fn overflow(at: Origin) -> Value {
    Value::unknown("the number is too large", Some(at))
}
