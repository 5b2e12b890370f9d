//! The module system, as far as it is about *which* definitions there are: imports are followed,
//! functions called, and all definitions of one option gathered, each with its places.
//!
//! - [`Evaluator::submodule`] gathers the modules of a submodule ([`modules`]), giving functions
//!   their arguments ([`arguments`]);
//! - [`Evaluator::children`] splits those by option, [`Evaluator::entries`] the definitions of an
//!   `attrsOf` by name;
//! - [`Evaluator::discharge`] leaves of an option's definitions those that count ([`properties`]):
//!   that is where `mkIf`, `mkMerge` and `mkForce` are read.
//!
//! What a type then makes of the definitions is up to whoever knows the option.
//!
//! A mount says which literal set defines which option path. Inside a literal the rest of the path
//! follows from the text, so mounts are kept only where the way led through something else: a
//! file, a name, a call, an operator.

mod arguments;
mod config;
mod functions;
mod modules;
mod options;
mod properties;

use std::sync::Arc;

use indexmap::IndexMap;
use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::value::{Attr, Attrs, Origin, Sites, ThunkId, Unknown, Value};

pub use arguments::Context;
pub use modules::Submodule;
pub use properties::DEFAULT_PRIORITY;

/// One definition of an option.
#[derive(Debug, Clone)]
pub struct Definition {
    /// What is defined.
    pub value: ThunkId,
    /// Where the option's name stands for it; empty for a file's or a list item's value.
    pub sites: Sites,
    /// What `mkForce` and its like say of it that stand around the module that makes it.
    pub priority: Option<i64>,
}

impl Definition {
    /// A definition that no name leads to.
    pub fn of(value: ThunkId) -> Definition {
        Definition { value, sites: Sites::default(), priority: None }
    }
}

/// All definitions of one option, in order of modules.
#[derive(Debug, Clone, Default)]
pub struct Definitions {
    /// Those that are known.
    pub items: Vec<Definition>,
    /// Why there may be others.
    pub open: Vec<Arc<Unknown>>,
}

/// The attributes of all definitions of one option, by name.
#[derive(Debug, Clone, Default)]
pub struct Children {
    /// The definitions of each attribute, in order of first appearance.
    pub entries: IndexMap<SmolStr, Definitions>,
    /// Why there may be others, or further definitions of those.
    pub open: Vec<Arc<Unknown>>,
    /// The definitions that are no sets.
    pub others: Vec<(Definition, Value)>,
}

/// A literal set that defines an option path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    /// The literal.
    pub literal: Origin,
    /// What it defines, for example `inventory`, `machines`.
    pub path: Vec<SmolStr>,
}

/// What evaluation leaves behind beside values, see [`Evaluator::traces`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traces {
    mounts: usize,
    arguments: usize,
}

/// An option path on the way down: each name knows the one above it.
#[derive(Debug, Clone, Copy)]
pub struct OptionPath<'p> {
    above: Option<&'p OptionPath<'p>>,
    name: &'p str,
}

impl<'p> OptionPath<'p> {
    /// The path of all options.
    pub const ROOT: OptionPath<'static> = OptionPath { above: None, name: "" };

    /// The path of an option in this one.
    pub fn child(&'p self, name: &'p str) -> OptionPath<'p> {
        OptionPath { above: Some(self), name }
    }

    /// The last name.
    pub fn name(&self) -> &'p str {
        self.name
    }

    /// The names, outermost first.
    pub fn names(&self) -> Vec<SmolStr> {
        let mut names = Vec::new();
        let mut current = *self;
        while let Some(above) = current.above {
            names.push(SmolStr::new(current.name));
            current = *above;
        }
        names.reverse();
        names
    }
}

impl Definitions {
    /// An attribute's value as the only definition of what its name stands for.
    pub fn of_attr(attr: &Attr) -> Definitions {
        let (value, sites) = (attr.value, attr.sites.clone());
        Definitions { items: vec![Definition { value, sites, priority: None }], open: Vec::new() }
    }

    /// A single definition without a name of its own.
    pub fn of(value: ThunkId) -> Definitions {
        Definitions { items: vec![Definition::of(value)], open: Vec::new() }
    }
}

impl Evaluator<'_> {
    /// What the modules of a submodule define, option by option.
    pub fn children(&mut self, modules: &Definitions, path: &OptionPath<'_>) -> Children {
        let mut children = Children { open: modules.open.clone(), ..Children::default() };
        for definition in &modules.items {
            self.split(definition, path, &mut children);
        }
        children.open_below();
        children
    }

    /// What the definitions of an `attrsOf` option define, name by name.
    ///
    /// With `lazy` (nixpkgs' `lazyAttrsOf`) a name stays whose definitions all turn out not to
    /// count; else it goes, and one of which that can't be told leaves the set open.
    pub fn entries(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        lazy: bool,
    ) -> Children {
        let definitions = self.discharge(definitions);
        let mut children = self.children(&definitions, path);
        if !lazy {
            let mut open = Vec::new();
            children.entries.retain(|_, definitions| {
                let counting = self.discharge(definitions);
                if counting.items.is_empty() {
                    open.extend(counting.open);
                    return false;
                }
                true
            });
            open.retain(|unknown| children.open.iter().all(|known| !Arc::ptr_eq(known, unknown)));
            children.open.extend(open);
        }
        children
    }

    /// The sets that define an `attrsOf` option, if all its definitions are sets and nothing else
    /// may be: then their attributes are the names, and no other is possible.
    pub fn plain_sets(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
    ) -> Option<Vec<Arc<Attrs>>> {
        let definitions = self.discharge(definitions);
        if !definitions.open.is_empty() {
            return None;
        }
        let sets = definitions.items.iter().map(|definition| {
            let Value::Attrs(attrs) = self.force(definition.value) else { return None };
            self.mount(self.origin(definition.value), &attrs, path);
            attrs.open.is_none().then_some(attrs)
        });
        sets.collect()
    }

    fn split(&mut self, definition: &Definition, path: &OptionPath<'_>, children: &mut Children) {
        match self.force(definition.value) {
            Value::Attrs(attrs) => {
                self.mount(self.origin(definition.value), &attrs, path);
                children.open.extend(attrs.open.clone());
                for attr in &attrs.entries {
                    let entry = children.entries.entry(attr.name.clone()).or_default();
                    let (value, sites) = (attr.value, attr.sites.clone());
                    entry.items.push(Definition { value, sites, priority: definition.priority });
                }
            }
            Value::Unknown(unknown) => children.open.push(unknown),
            other => children.others.push((definition.clone(), other)),
        }
    }

    /// What evaluation did so far beside giving values. Where it is the same before and after
    /// something was read, that depends on what was read alone.
    pub fn traces(&self) -> Traces {
        Traces { mounts: self.mounts.len(), arguments: self.arguments_given }
    }

    /// The mounts that were met, in the order of meeting.
    pub fn mounts(&self) -> &[Mount] {
        &self.mounts
    }

    /// Notes the literals that make up a set whose name leads to `written`.
    fn mount(&mut self, written: Option<Origin>, attrs: &Attrs, path: &OptionPath<'_>) {
        for &literal in &attrs.literals {
            if Some(literal) != written {
                self.mounts.push(Mount { literal, path: path.names() });
            }
        }
    }
}

impl Children {
    /// What is open above is open below.
    fn open_below(&mut self) {
        if !self.open.is_empty() {
            for entry in self.entries.values_mut() {
                entry.open.clone_from(&self.open);
            }
        }
    }

    /// The definitions of an attribute; when there are none, what keeps them open.
    pub fn take(&mut self, name: &str) -> Definitions {
        match self.entries.shift_remove(name) {
            Some(definitions) => definitions,
            None => Definitions { items: Vec::new(), open: self.open.clone() },
        }
    }
}
