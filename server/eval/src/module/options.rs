//! `options`: what modules declare, as a value that other modules may read. An option in it is its
//! declaration, with what becomes of it: `isDefined`, `definitions`, `highestPrio`, `value`.

use std::sync::Arc;

use smol_str::SmolStr;

use super::arguments::{Fixpoint, plain};
use super::config::{Declared, FOREIGN_DEPTH, option};
use super::{Definitions, OptionPath};
use crate::attributes::Attributes;
use crate::evaluator::Evaluator;
use crate::value::{Attr, Attrs, List, ThunkId, Unknown, Value};

/// The priority of an option's default.
const OF_DEFAULTS: i64 = 1500;

/// The value of `options`, once all modules are found.
pub(super) fn value(ev: &mut Evaluator<'_>, fixpoint: Fixpoint) -> Value {
    let Some(found) = fixpoint.get() else {
        return Value::unknown("`options` is asked for before the imports are known", None);
    };
    // A module that is not seen may declare anything.
    let open = found.definitions.open.clone();
    let declarations = Definitions { open, ..found.options.clone() };
    Place { fixpoint, path: Vec::new(), declarations }.value(ev)
}

/// Where an option or a set of options is declared.
struct Place {
    fixpoint: Fixpoint,
    path: Vec<SmolStr>,
    declarations: Definitions,
}

impl Place {
    fn value(self, ev: &mut Evaluator<'_>) -> Value {
        let declarations = self.declarations.items.iter();
        let options: Vec<Arc<Attrs>> =
            declarations.filter_map(|item| option(ev, item.value)).collect();
        if options.is_empty() { self.set(ev) } else { self.option(ev, &options) }
    }

    fn set(self, ev: &mut Evaluator<'_>) -> Value {
        let children = ev.children(&self.declarations, &OptionPath::ROOT);
        let foreign = || Arc::new(Unknown::new("other modules may declare it", None));
        let others = self.path.len() <= FOREIGN_DEPTH as usize;
        let open = children.open.first().cloned().or_else(|| others.then(foreign));
        let entries = children.entries.into_iter().map(|(name, declarations)| {
            let sites = declarations.items.iter().flat_map(|item| &item.sites).copied().collect();
            let (mut path, fixpoint) = (self.path.clone(), self.fixpoint.clone());
            path.push(name.clone());
            let inner = Place { fixpoint, path, declarations };
            Attr { name, value: ev.defer(None, move |ev| inner.value(ev)), sites }
        });
        let entries = entries.collect();
        Attrs::new(entries, open, Vec::new()).into()
    }

    /// An option of these declarations.
    fn option(self, ev: &mut Evaluator<'_>, declarations: &[Arc<Attrs>]) -> Value {
        let why = "this part of an option is not followed";
        let open = Some(Arc::new(Unknown::new(why, None)));
        let mut all = Attributes::open_as(&open);
        for (name, part) in PARTS {
            let (fixpoint, path) = (self.fixpoint.clone(), self.path.clone());
            let value = ev.defer(None, move |ev| {
                let mut declared = fixpoint.get().cloned().unwrap_or_default();
                path.iter().for_each(|name| declared = declared.below(ev, name));
                part(ev, &declared)
            });
            all.add(plain(SmolStr::new_static(name), value));
        }
        let kind = kind(ev, declarations);
        all.add(plain(SmolStr::new_static("type"), kind));
        for attr in declarations.iter().flat_map(|option| &option.entries) {
            all.add(attr.clone());
        }
        all.finish().into()
    }
}

/// The type of an option: without one any value will do.
fn kind(ev: &mut Evaluator<'_>, declarations: &[Arc<Attrs>]) -> ThunkId {
    let kinds: Vec<ThunkId> =
        declarations.iter().filter_map(|option| Some(option.get("type")?.value)).collect();
    let open = declarations.iter().find_map(|option| option.open.clone());
    let known = match (kinds.as_slice(), &open) {
        (&[kind], None) => Some(kind),
        ([], None) => unspecified(ev),
        _ => None,
    };
    known.unwrap_or_else(|| {
        let several = || Arc::new(Unknown::new("the option is declared several times", None));
        ev.ready(Value::Unknown(open.unwrap_or_else(several)), None)
    })
}

fn unspecified(ev: &mut Evaluator<'_>) -> Option<ThunkId> {
    let library = ev.library();
    let types = ev.attr_of(library, "types")?;
    ev.attr_of(types, "unspecified")
}

/// What becomes of an option.
type Part = fn(&mut Evaluator<'_>, &Declared) -> Value;

const PARTS: [(&str, Part); 4] = [
    ("isDefined", is_defined),
    ("definitions", definitions),
    ("highestPrio", highest_priority),
    ("value", |ev, declared| declared.clone().value(ev)),
];

/// A default defines an option, too.
fn is_defined(ev: &mut Evaluator<'_>, declared: &Declared) -> Value {
    match counting(ev, declared) {
        (List { items, open: Some(unknown) }, _) if items.is_empty() => Value::Unknown(unknown),
        (List { items, .. }, _) => Value::Bool(!items.is_empty()),
    }
}

fn definitions(ev: &mut Evaluator<'_>, declared: &Declared) -> Value {
    counting(ev, declared).0.into()
}

fn highest_priority(ev: &mut Evaluator<'_>, declared: &Declared) -> Value {
    match counting(ev, declared) {
        (List { open: Some(unknown), .. }, _) => Value::Unknown(unknown),
        (_, priority) => Value::Int(priority),
    }
}

/// The definitions that count, and their priority.
fn counting(ev: &mut Evaluator<'_>, declared: &Declared) -> (List, i64) {
    let (found, mut priority) = ev.discharge_at(&declared.definitions);
    let mut items: Vec<ThunkId> = found.items.iter().map(|item| item.value).collect();
    if items.is_empty()
        && let Some(default) = declared.declared_default(ev)
    {
        items.push(default);
        priority = OF_DEFAULTS;
    }
    (List { items, open: found.open.first().cloned() }, priority)
}
