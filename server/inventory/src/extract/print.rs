//! Simple values: what options of one string or a list of strings come to, and where they stand.

use eval::{Definitions, Evaluator, FileRange, ThunkId, Value};
use smol_str::SmolStr;

/// A string option: `None` when it can't be told, `Some(None)` when it is unset or null.
pub(super) fn text(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Option<Option<SmolStr>> {
    let definitions = ev.discharge(definitions);
    if !definitions.open.is_empty() {
        return None;
    }
    match definitions.items.as_slice() {
        [] => Some(None),
        [definition] => match ev.force(definition.value) {
            Value::String(text) => Some(Some(text)),
            Value::Null => Some(None),
            _ => None,
        },
        _ => None,
    }
}

/// A list of strings: all definitions together; `None` when some of it can't be told.
pub(super) fn strings(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Option<Vec<SmolStr>> {
    let definitions = ev.discharge(definitions);
    let mut all = definitions.open.is_empty().then(Vec::new)?;
    for definition in &definitions.items {
        let Value::List(list) = ev.force(definition.value) else { return None };
        for &item in &list.items {
            all.push(string(ev, item)?);
        }
        if list.open.is_some() {
            return None;
        }
    }
    Some(all)
}

pub(super) fn string(ev: &mut Evaluator<'_>, value: ThunkId) -> Option<SmolStr> {
    match ev.force(value) {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// Every place that spells the name of these definitions.
pub(super) fn names_of(ev: &Evaluator<'_>, definitions: &Definitions) -> Vec<FileRange> {
    let sites = definitions.items.iter().flat_map(|definition| &definition.sites);
    sites.map(|site| ev.range(site.name)).collect()
}
