//! What `mkIf`, `mkMerge`, `mkForce`, `mkDefault` and `mkOrder` say of definitions.

use std::sync::Arc;

use super::{Definition, Definitions};
use crate::evaluator::Evaluator;
use crate::value::{Attrs, ThunkId, Unknown, Value};

/// The priority of a definition of which nothing is said, as in nixpkgs' `lib.modules`. The lower
/// number wins: `mkForce` is 50, `mkDefault` 1000.
pub const DEFAULT_PRIORITY: i64 = 100;

/// The place in the order of a definition of which nothing is said: `mkBefore` is 500, `mkAfter`
/// 1500.
const DEFAULT_ORDER: i64 = 1000;

impl Evaluator<'_> {
    /// Of an option's definitions those that count: `mkMerge` is taken apart, `mkIf` decided, and
    /// of several priorities the strongest is kept. A condition that can't be told leaves the
    /// option open.
    pub fn discharge(&mut self, definitions: &Definitions) -> Definitions {
        self.discharge_at(definitions).0
    }

    /// As [`Self::discharge`], with the priority that the definitions have which count; lower is
    /// stronger.
    pub fn discharge_at(&mut self, definitions: &Definitions) -> (Definitions, i64) {
        if let [only] = definitions.items.as_slice()
            && !self.is_property(only.value)
        {
            let counting = Definition { priority: None, ..only.clone() };
            let open = definitions.open.clone();
            let priority = only.priority.unwrap_or(DEFAULT_PRIORITY);
            return (Definitions { items: vec![counting], open }, priority);
        }
        let mut unfolding = Unfolding { found: Vec::new(), open: definitions.open.clone() };
        for definition in &definitions.items {
            unfolding.add(self, Found::new(definition.clone()));
        }
        let Unfolding { mut found, open } = unfolding;
        let strongest = found.iter().map(Found::priority).min();
        found.retain(|found| Some(found.priority()) == strongest);
        found.sort_by_key(|found| found.order);
        let counting = found.into_iter().map(|it| Definition { priority: None, ..it.definition });
        (Definitions { items: counting.collect(), open }, strongest.unwrap_or(DEFAULT_PRIORITY))
    }

    /// Adds the definitions that a module's `config` comes to. What a priority around all of it
    /// says holds of each of its options.
    pub(super) fn push_down(&mut self, config: Definition, definitions: &mut Definitions) {
        let mut unfolding = Unfolding::default();
        unfolding.add(self, Found::new(config));
        definitions.open.extend(unfolding.open);
        definitions.items.extend(unfolding.found.into_iter().map(|found| {
            let priority = (found.priority() != DEFAULT_PRIORITY).then_some(found.priority());
            Definition { priority, ..found.definition }
        }));
    }

    /// Which property a set stands for, if any.
    fn property(&mut self, attrs: &Attrs) -> Option<Property> {
        let kind = attrs.get("_type")?;
        let Value::String(kind) = self.force(kind.value) else { return None };
        match kind.as_str() {
            "if" => Some(Property::If),
            "merge" => Some(Property::Merge),
            "override" => Some(Property::Override),
            "order" => Some(Property::Order),
            "definition" => Some(Property::Definition),
            _ => None,
        }
    }

    fn is_property(&mut self, value: ThunkId) -> bool {
        match self.force(value) {
            Value::Attrs(attrs) => self.property(&attrs).is_some(),
            _ => false,
        }
    }

    /// A field of a property, which always has it.
    fn field(&mut self, attrs: &Attrs, name: &str) -> Value {
        match (attrs.get(name), &attrs.open) {
            (Some(attr), _) => self.force(attr.value),
            (None, Some(open)) => Value::Unknown(open.clone()),
            (None, None) => Value::Null,
        }
    }
}

/// What `lib.mkIf` and its like make of a value: a set with a `_type`.
#[derive(Debug, Clone, Copy)]
enum Property {
    If,
    Merge,
    Override,
    Order,
    Definition,
}

/// A definition with what `mkForce` and `mkOrder` say around it.
#[derive(Clone)]
struct Found {
    definition: Definition,
    order: i64,
}

impl Found {
    fn new(definition: Definition) -> Found {
        Found { definition, order: DEFAULT_ORDER }
    }

    fn priority(&self) -> i64 {
        self.definition.priority.unwrap_or(DEFAULT_PRIORITY)
    }

    /// The same of another value.
    fn of(&self, value: ThunkId) -> Found {
        Found { definition: Definition { value, ..self.definition.clone() }, order: self.order }
    }
}

/// Definitions that are taken out of what stands around them.
#[derive(Default)]
struct Unfolding {
    found: Vec<Found>,
    /// Why there may be others.
    open: Vec<Arc<Unknown>>,
}

impl Unfolding {
    fn add(&mut self, ev: &mut Evaluator<'_>, found: Found) {
        let value = ev.force(found.definition.value);
        if let Value::Attrs(attrs) = &value
            && let Some(property) = ev.property(attrs)
        {
            ev.burn(1);
            return self.add_property(ev, property, attrs, found);
        }
        self.found.push(found);
    }

    fn add_property(
        &mut self,
        ev: &mut Evaluator<'_>,
        property: Property,
        attrs: &Attrs,
        around: Found,
    ) {
        match property {
            Property::If => match ev.field(attrs, "condition") {
                Value::Bool(true) => self.add_field(ev, attrs, "content", &around),
                Value::Bool(false) => {}
                other => self.untold(other, "a condition that is neither true nor false"),
            },
            Property::Merge => match ev.field(attrs, "contents") {
                Value::List(list) => {
                    self.open.extend(list.open.clone());
                    for &item in &list.items {
                        self.add(ev, around.of(item));
                    }
                }
                other => self.untold(other, "definitions to merge that are no list"),
            },
            Property::Override => match ev.field(attrs, "priority") {
                Value::Int(priority) => {
                    let definition =
                        Definition { priority: Some(priority), ..around.definition.clone() };
                    self.add_field(ev, attrs, "content", &Found { definition, ..around });
                }
                other => self.untold(other, "a priority that is not a number"),
            },
            Property::Order => match ev.field(attrs, "priority") {
                Value::Int(order) => {
                    self.add_field(ev, attrs, "content", &Found { order, ..around });
                }
                other => self.untold(other, "an order that is not a number"),
            },
            Property::Definition => self.add_field(ev, attrs, "value", &around),
        }
    }

    fn add_field(&mut self, ev: &mut Evaluator<'_>, attrs: &Attrs, name: &str, around: &Found) {
        match attrs.get(name) {
            Some(attr) => self.add(ev, around.of(attr.value)),
            None => self.open.extend(attrs.open.clone()),
        }
    }

    fn untold(&mut self, value: Value, why: &str) {
        self.open.push(match value {
            Value::Unknown(unknown) => unknown,
            _ => Arc::new(Unknown::new(why, None)),
        });
    }
}
