//! The module system, as far as it is about *which* definitions there are: imports are followed,
//! functions called, and all definitions of one option gathered, each with its places.
//!
//! A mount says which literal set defines which option path. Inside a literal the rest of the path
//! follows from the text, so mounts are kept only where the way led through something else: a
//! file, a name, a call, an operator.

use std::path::Path;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::value::{Attr, Attrs, Origin, Sites, ThunkId, Unknown, UnknownKind, Value};

/// One definition of an option.
#[derive(Debug, Clone)]
pub struct Definition {
    /// What is defined.
    pub value: ThunkId,
    /// Where the option's name stands for it; empty for a file's or a list item's value.
    pub sites: Sites,
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

/// The attributes of a module that are not option definitions.
const MODULE_KEYS: [&str; 6] = ["imports", "_file", "_class", "_module", "key", "disabledModules"];

impl Definitions {
    /// A single definition without a name of its own.
    pub fn of(value: ThunkId) -> Definitions {
        Definitions { items: vec![Definition { value, sites: Sites::default() }], open: Vec::new() }
    }
}

impl Evaluator<'_> {
    /// The definitions as those of a submodule: functions called, paths and `imports` followed,
    /// `config` unwrapped.
    pub fn submodule(&mut self, definitions: Definitions, path: &OptionPath<'_>) -> Definitions {
        let out = Definitions { items: Vec::new(), open: definitions.open };
        let mut modules = Modules { out, seen: FxHashSet::default(), depth: 0, limited: false };
        for definition in definitions.items {
            modules.add(self, definition, path);
        }
        modules.out
    }

    /// The definitions as sets, attribute by attribute.
    pub fn children(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> Children {
        let mut children = Children { open: definitions.open.clone(), ..Children::default() };
        for definition in &definitions.items {
            match self.force(definition.value) {
                Value::Attrs(attrs) => {
                    self.mount(self.origin(definition.value), &attrs, path);
                    children.open.extend(attrs.open.clone());
                    for attr in &attrs.entries {
                        let entry = children.entries.entry(attr.name.clone()).or_default();
                        let sites = attr.sites.clone();
                        entry.items.push(Definition { value: attr.value, sites });
                    }
                }
                Value::Unknown(unknown) => children.open.push(unknown),
                other => children.others.push((definition.clone(), other)),
            }
        }
        // What is open above is open below.
        if !children.open.is_empty() {
            for entry in children.entries.values_mut() {
                entry.open.clone_from(&children.open);
            }
        }
        children
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
    /// The definitions of an attribute; when there are none, what keeps them open.
    pub fn take(&mut self, name: &str) -> Definitions {
        match self.entries.shift_remove(name) {
            Some(definitions) => definitions,
            None => Definitions { items: Vec::new(), open: self.open.clone() },
        }
    }
}

/// The modules of one submodule, as they are found.
struct Modules {
    out: Definitions,
    /// Files and sets that were seen: an import cycle ends here.
    seen: FxHashSet<ThunkId>,
    depth: u32,
    /// Were any left out?
    limited: bool,
}

/// Imports that nest deeper than this are not followed: a function may import itself for ever.
const MAX_DEPTH: u32 = 64;

/// Nor are more modules than this: such a function may also import itself twice. The steps that
/// are left serve what is said elsewhere.
const MAX_MODULES: usize = 10_000;

/// What a module costs apart from its values: whoever reads them goes through all modules, often.
const STEPS_A_MODULE: usize = 5;

impl Modules {
    fn add(&mut self, ev: &mut Evaluator<'_>, module: Definition, path: &OptionPath<'_>) {
        if !self.seen.insert(module.value) {
            return;
        }
        ev.burn(STEPS_A_MODULE);
        if let Some(why) = self.limit() {
            // The rest is open by the first already: one is enough to tell why.
            if !std::mem::replace(&mut self.limited, true) {
                let (why, at) = (why.to_owned(), ev.origin(module.value));
                self.out.open.push(Arc::new(Unknown::new(why, at)));
            }
            return;
        }
        self.depth += 1;
        self.add_value(ev, module, path);
        self.depth -= 1;
    }

    /// Why no more modules are followed from here.
    fn limit(&self) -> Option<&'static str> {
        if self.depth == MAX_DEPTH {
            return Some("imports nest too deep");
        }
        (self.seen.len() > MAX_MODULES).then_some("there are too many imports")
    }

    fn add_value(&mut self, ev: &mut Evaluator<'_>, module: Definition, path: &OptionPath<'_>) {
        match ev.force(module.value) {
            Value::Attrs(attrs) => self.add_set(ev, module, &attrs, path),
            Value::Lambda(closure) => {
                let at = ev.origin(module.value);
                let arguments = ev.module_arguments();
                let value = ev.apply(Value::Lambda(closure.clone()), arguments, closure.origin());
                let value = ev.ready(value, at);
                self.add(ev, Definition { value, ..module }, path);
            }
            Value::Path(file) => {
                let at = ev.origin(module.value);
                let value = ev.import(&file, at);
                self.add(ev, Definition { value, ..module }, path);
            }
            // A path from a string, such as `"${self}/clan.nix"`.
            Value::String(file) if file.starts_with('/') => {
                let at = ev.origin(module.value);
                let value = ev.import(Path::new(file.as_str()), at);
                self.add(ev, Definition { value, ..module }, path);
            }
            Value::Unknown(unknown) if unknown.kind == UnknownKind::FlakeModule => {}
            Value::Unknown(unknown) => self.out.open.push(unknown),
            // Of the wrong type: whoever reads the attributes is told.
            _ => self.out.items.push(module),
        }
    }

    fn add_set(
        &mut self,
        ev: &mut Evaluator<'_>,
        module: Definition,
        attrs: &Arc<Attrs>,
        path: &OptionPath<'_>,
    ) {
        // A file or an item of `imports`: no name leads to it.
        let written = if module.sites.is_empty() { None } else { ev.origin(module.value) };
        ev.mount(written, attrs, path);
        let config = self.config(ev, module, attrs, path);
        self.out.items.push(config);
        if let Some(imports) = attrs.get("imports") {
            self.add_imports(ev, imports, path);
        }
    }

    /// What the module defines: its `config` if it has one, else all that is no module key.
    fn config(
        &mut self,
        ev: &mut Evaluator<'_>,
        module: Definition,
        attrs: &Arc<Attrs>,
        path: &OptionPath<'_>,
    ) -> Definition {
        if let Some(config) = attrs.get("config") {
            if let Value::Attrs(inner) = ev.force(config.value) {
                ev.mount(None, &inner, path);
            }
            return Definition { value: config.value, ..module };
        }
        if MODULE_KEYS.iter().all(|key| attrs.get(key).is_none()) {
            return module;
        }
        let own = |attr: &&Attr| !MODULE_KEYS.contains(&attr.name.as_str());
        let entries = attrs.entries.iter().filter(own).cloned().collect();
        let config = Attrs::new(entries, attrs.open.clone(), attrs.literals.clone());
        let origin = ev.origin(module.value);
        Definition { value: ev.ready(Value::Attrs(Arc::new(config)), origin), ..module }
    }

    fn add_imports(&mut self, ev: &mut Evaluator<'_>, imports: &Attr, path: &OptionPath<'_>) {
        match ev.force(imports.value) {
            Value::List(list) => {
                for &item in &list.items {
                    self.add(ev, Definition { value: item, sites: Sites::default() }, path);
                }
                self.out.open.extend(list.open.clone());
            }
            Value::Unknown(unknown) => self.out.open.push(unknown),
            _ => {}
        }
    }
}
