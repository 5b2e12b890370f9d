//! What an interface defines of its own options: by its `config`, or by the default of an option around
//! them. Whether a condition holds does not matter here: users may make it hold.

use std::rc::Rc;

use eval::{Attrs, Definitions, Evaluator, ThunkId, Value};

/// What stands around a definition (`mkIf` and its like) is looked through no deeper than this.
const DEEPEST: u32 = 32;

/// The definitions of what is at some path, as far as they are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Defined {
    values: Rc<[ThunkId]>,
    /// May there be others?
    open: bool,
}

impl Defined {
    /// These, and those of modules.
    pub(super) fn and(&self, definitions: &Definitions) -> Defined {
        let others = definitions.items.iter().map(|item| item.value);
        let values = self.values.iter().copied().chain(others).collect();
        Defined { values, open: self.open || !definitions.open.is_empty() }
    }

    /// These, and a default.
    pub(super) fn or(&self, default: Option<ThunkId>) -> Defined {
        Defined { values: self.values.iter().copied().chain(default).collect(), open: self.open }
    }

    /// Is, or may something be, defined?
    pub(super) fn is_any(&self) -> bool {
        self.open || !self.values.is_empty()
    }

    /// What they define of an option in there.
    pub(super) fn below(&self, ev: &mut Evaluator<'_>, name: &str) -> Defined {
        let mut search = Search { ev, name, values: Vec::new(), open: self.open };
        self.values.iter().for_each(|&value| search.value(value, DEEPEST));
        Defined { values: search.values.into(), open: search.open }
    }
}

/// Looks for an attribute in definitions.
struct Search<'s, 'a> {
    ev: &'s mut Evaluator<'a>,
    name: &'s str,
    values: Vec<ThunkId>,
    open: bool,
}

impl Search<'_, '_> {
    fn value(&mut self, value: ThunkId, depth: u32) {
        match (depth.checked_sub(1), self.ev.force(value)) {
            (Some(depth), Value::Attrs(attrs)) => self.set(&attrs, depth),
            (Some(_), Value::Null | Value::Bool(_) | Value::Int(_) | Value::String(_)) => {}
            // A module that is a function or a file may define anything.
            _ => self.open = true,
        }
    }

    fn set(&mut self, attrs: &Attrs, depth: u32) {
        self.open |= attrs.open.is_some();
        let kind = attrs.get("_type").map(|kind| self.ev.force(kind.value));
        let inner = match kind {
            Some(Value::String(kind)) if kind == "merge" => return self.merged(attrs, depth),
            Some(Value::String(kind)) if kind == "definition" => attrs.get("value"),
            Some(_) => attrs.get("content"),
            None => {
                self.values.extend(attrs.get(self.name).map(|attr| attr.value));
                return;
            }
        };
        if let Some(inner) = inner {
            self.value(inner.value, depth);
        }
    }

    fn merged(&mut self, attrs: &Attrs, depth: u32) {
        let contents = attrs.get("contents").map(|contents| self.ev.force(contents.value));
        let Some(Value::List(list)) = contents else {
            self.open = true;
            return;
        };
        self.open |= list.open.is_some();
        list.items.iter().for_each(|&item| self.value(item, depth));
    }
}
