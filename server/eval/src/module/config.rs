//! `config`: what modules come to, as a value that other definitions may read.
//!
//! The types of options are mostly not known here, so only that is told which holds for any: sets
//! merge name by name, lists are joined, a single definition is the value. An option that some
//! module declares may change what is defined (a default, `apply`, a submodule with options of its
//! own), so below one only what is written is known, and the sets are open.

use std::sync::Arc;

use smol_str::SmolStr;

use super::{Definitions, OptionPath};
use crate::evaluator::Evaluator;
use crate::value::{Attr, Attrs, List, ThunkId, Unknown, Value};

/// Definitions of an option or of a set of options, with the declarations that were met.
#[derive(Debug, Clone, Default)]
pub(crate) struct Declared {
    pub(super) definitions: Definitions,
    /// The values of modules' `options`, at the same path.
    pub(super) options: Definitions,
    /// `_module.args`, as modules give it.
    pub(super) arguments: Definitions,
    /// The types that modules give to what no option declares.
    pub(super) freeform: Definitions,
    /// What modules say their `_class` is.
    pub(super) classes: Definitions,
    /// How many names lead here.
    pub(super) depth: u32,
    /// Stands some declared option above?
    pub(super) below_option: bool,
}

/// The sets of this depth and above hold options of flake-parts or of Clan itself.
pub(super) const FOREIGN_DEPTH: u32 = 1;

impl Evaluator<'_> {
    /// What definitions come to that no option is known of.
    pub fn merged(&mut self, definitions: Definitions) -> Value {
        Declared { definitions, depth: FOREIGN_DEPTH + 1, ..Declared::default() }.value(self)
    }
}

impl Declared {
    /// The value to its outermost shape.
    pub(crate) fn value(self, ev: &mut Evaluator<'_>) -> Value {
        if self.depth == 0 {
            return self.set(ev, &self.definitions);
        }
        let counting = ev.discharge(&self.definitions);
        match self.declaration(ev) {
            Declaration::Opaque(unknown) => return Value::Unknown(unknown),
            Declaration::Default(default) if counting.items.is_empty() => {
                return match counting.open.first() {
                    Some(open) => Value::Unknown(open.clone()),
                    None => ev.force(default),
                };
            }
            Declaration::Default(_) | Declaration::Plain => {
                return Declared { below_option: true, ..self }.merge(ev, &counting);
            }
            Declaration::None => {}
        }
        self.merge(ev, &counting)
    }

    /// The argument that modules give by `_module.args.<name>`.
    pub(super) fn argument(self, ev: &mut Evaluator<'_>, name: &str) -> Option<Value> {
        let mut children = ev.children(&self.arguments, &OptionPath::ROOT);
        let given = children.entries.shift_remove(name)?;
        Some(ev.merged(given))
    }

    /// What belongs to an option in this one.
    pub(super) fn below(&self, ev: &mut Evaluator<'_>, name: &str) -> Declared {
        let definitions = match self.depth {
            0 => self.definitions.clone(),
            _ => ev.discharge(&self.definitions),
        };
        let mut definitions = ev.children(&definitions, &OptionPath::ROOT);
        let mut options = ev.children(&self.options, &OptionPath::ROOT);
        Declared {
            definitions: definitions.take(name),
            options: options.take(name),
            depth: self.depth + 1,
            ..Declared::default()
        }
    }

    /// What the option is when nothing defines it.
    pub(super) fn declared_default(&self, ev: &mut Evaluator<'_>) -> Option<ThunkId> {
        let mut declarations = self.options.items.iter();
        declarations.find_map(|item| Some(option(ev, item.value)?.get("default")?.value))
    }

    fn merge(&self, ev: &mut Evaluator<'_>, counting: &Definitions) -> Value {
        let values: Vec<Value> = counting.items.iter().map(|item| ev.force(item.value)).collect();
        let is_set = |value: &Value| matches!(value, Value::Attrs(_) | Value::Unknown(_));
        if let ([single], true) = (values.as_slice(), counting.open.is_empty())
            && !matches!(single, Value::Attrs(_))
        {
            return single.clone();
        }
        if values.iter().all(is_set) && !values.is_empty() {
            return self.set(ev, counting);
        }
        if values.iter().all(|value| matches!(value, Value::List(_))) && !values.is_empty() {
            return join(&values, counting.open.first());
        }
        let unknown = counting.open.first().cloned();
        let unknown = unknown.or_else(|| match values.as_slice() {
            [Value::Unknown(unknown), ..] => Some(unknown.clone()),
            _ => None,
        });
        Value::Unknown(unknown.unwrap_or_else(|| Arc::new(self.untold(&values))))
    }

    fn untold(&self, values: &[Value]) -> Unknown {
        let why = match values {
            [] => "this option's value is not known",
            _ => "this option is defined several times, and its type is not known",
        };
        Unknown::new(why, None)
    }

    /// A set of what is below, each value worked out when it is asked for.
    fn set(&self, ev: &mut Evaluator<'_>, definitions: &Definitions) -> Value {
        let children = ev.children(definitions, &OptionPath::ROOT);
        let mut options = ev.children(&self.options, &OptionPath::ROOT);
        let mut entries = Vec::with_capacity(children.entries.len());
        for (name, definitions) in children.entries {
            let options = options.entries.shift_remove(&name).unwrap_or_default();
            entries.push(self.entry(ev, name, definitions, options));
        }
        for (name, declared) in options.entries {
            entries.push(self.entry(ev, name, Definitions::default(), declared));
        }
        let foreign = || Arc::new(Unknown::new("other modules may declare and set it", None));
        let open = children.open.first().or(options.open.first()).cloned();
        let others = self.depth <= FOREIGN_DEPTH || self.below_option;
        let open = open.or_else(|| others.then(foreign));
        Attrs::new(entries, open, Vec::new()).into()
    }

    fn entry(
        &self,
        ev: &mut Evaluator<'_>,
        name: SmolStr,
        definitions: Definitions,
        options: Definitions,
    ) -> Attr {
        let sites = definitions.items.iter().flat_map(|item| &item.sites).copied().collect();
        let inner = Declared {
            definitions,
            options,
            depth: self.depth + 1,
            below_option: self.below_option,
            ..Declared::default()
        };
        let value = ev.defer(None, move |ev| inner.value(ev));
        Attr { name, value, sites }
    }

    /// What the modules declare of this very option.
    fn declaration(&self, ev: &mut Evaluator<'_>) -> Declaration {
        let Some(declared) = self.options.items.first() else { return Declaration::None };
        let Some(option) = option(ev, declared.value) else { return Declaration::None };
        if option.get("apply").is_some() {
            let why = "the option that declares it changes what is written";
            return Declaration::Opaque(Arc::new(Unknown::new(why, None)));
        }
        match option.get("default") {
            Some(default) => Declaration::Default(default.value),
            None => Declaration::Plain,
        }
    }
}

/// An option's declaration; `None` for a set of options.
pub(super) fn option(ev: &mut Evaluator<'_>, declared: ThunkId) -> Option<Arc<Attrs>> {
    let Value::Attrs(option) = ev.force(declared) else { return None };
    let kind = option.get("_type")?;
    matches!(ev.force(kind.value), Value::String(kind) if kind == "option").then_some(option)
}

/// What is declared of an option.
enum Declaration {
    /// Nothing: it is no option, or one that we don't see.
    None,
    /// An option without a default.
    Plain,
    /// The value when nothing defines it.
    Default(ThunkId),
    /// What it comes to can't be told.
    Opaque(Arc<Unknown>),
}

/// Lists of several definitions are joined.
fn join(lists: &[Value], open: Option<&Arc<Unknown>>) -> Value {
    let mut all = List { items: Vec::new(), open: open.cloned() };
    for value in lists {
        if let Value::List(list) = value {
            all.items.extend_from_slice(&list.items);
            all.open = all.open.or_else(|| list.open.clone());
        }
    }
    all.into()
}
