//! Comparing what ours says with what Nix says.

use std::path::Path;

use eval::{Evaluator, ThunkId, Value};
use serde_json::Value as Json;

use crate::nix::oracle::Said;
use crate::support::Memory;

/// How what ours says compares with what Nix says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// It is the same; where Nix has no value, ours has one.
    Same,
    /// It is the same as far as it is known.
    Unknown,
    /// It differs.
    Different,
}

/// Judges an expression.
pub(crate) fn judge(text: &str, said: &Said) -> Verdict {
    let memory = Memory::new(&[("/main.nix", text)]);
    let mut ev = Evaluator::new(&memory);
    let main = ev.import(Path::new("/main.nix"), None);
    match said {
        Said::Value(json) => compare(&mut ev, main, json),
        Said::Throw | Said::Failure => known(&mut ev, main),
    }
}

fn worst(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.max().unwrap_or(Verdict::Same)
}

fn same(same: bool) -> Verdict {
    if same { Verdict::Same } else { Verdict::Different }
}

fn compare(ev: &mut Evaluator<'_>, thunk: ThunkId, json: &Json) -> Verdict {
    match (ev.force(thunk), json) {
        (Value::Unknown(_), _) => Verdict::Unknown,
        (Value::List(list), _) if list.open.is_some() => Verdict::Unknown,
        (Value::Null, json) => same(json.is_null()),
        (Value::Bool(bool), json) => same(json.as_bool() == Some(bool)),
        (Value::Int(int), json) => same(json.as_i64() == Some(int)),
        // Older versions of Nix write few digits.
        (Value::Float(float), json) => {
            same(json.as_f64().is_some_and(|it| (it - float).abs() <= float.abs() * 1e-5))
        }
        (Value::String(text), json) => same(json.as_str() == Some(&text)),
        (Value::List(list), Json::Array(array)) if list.items.len() == array.len() => {
            let pairs = list.items.iter().zip(array);
            worst(pairs.map(|(&item, json)| compare(ev, item, json)))
        }
        (Value::Attrs(attrs), Json::Object(object)) => {
            let values = attrs.entries.iter().map(|attr| match object.get(attr.name.as_str()) {
                Some(json) => compare(ev, attr.value, json),
                None => Verdict::Different,
            });
            let missing = attrs.open.is_none() && object.len() != attrs.entries.len();
            let open = if attrs.open.is_some() { Verdict::Unknown } else { same(!missing) };
            worst(values).max(open)
        }
        _ => Verdict::Different,
    }
}

/// Is all of a value known?
fn known(ev: &mut Evaluator<'_>, thunk: ThunkId) -> Verdict {
    let (open, values) = match ev.force(thunk) {
        Value::Unknown(_) => return Verdict::Unknown,
        Value::List(list) => (list.open.is_some(), list.items.clone()),
        Value::Attrs(attrs) => {
            (attrs.open.is_some(), attrs.entries.iter().map(|attr| attr.value).collect())
        }
        _ => (false, Vec::new()),
    };
    match open {
        true => Verdict::Unknown,
        false => worst(values.into_iter().map(|value| known(ev, value))),
    }
}
