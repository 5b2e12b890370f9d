//! The modules of one submodule: files and sets, what they import, and what functions make of them.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::arguments::{Arguments, Fixpoint};
use super::config::Declared;
use super::functions::Functions;
use super::{Context, Definition, Definitions, OptionPath};
use crate::evaluator::Evaluator;
use crate::native::NOWHERE;
use crate::value::{Attr, Attrs, Closure, ThunkId, Unknown, UnknownKind, Value};

/// The attributes of a module that are not option definitions.
const MODULE_KEYS: [&str; 8] =
    ["imports", "_file", "_class", "_module", "key", "disabledModules", "freeformType", "options"];

/// Imports that nest deeper than this are not followed: a function may import itself for ever.
const MAX_DEPTH: u32 = 64;

/// Nor are more modules than this: such a function may also import itself twice. The steps that
/// are left serve what is said elsewhere.
const MAX_MODULES: usize = 10_000;

/// What a module costs apart from its values: whoever reads them goes through all modules, often.
const STEPS_A_MODULE: usize = 5;

impl Evaluator<'_> {
    /// The definitions of a submodule as its modules: functions called, paths and `imports`
    /// followed, `config` unwrapped, and what `mkIf`, `mkMerge` and priorities say of all of one
    /// module pushed down to its options. [`Evaluator::children`] splits the result by option.
    pub fn submodule(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        context: &Context<'_>,
    ) -> Definitions {
        self.declared(definitions, path, context).definitions
    }

    /// As [`Self::submodule`], with the options that the modules declare.
    pub fn declared(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        context: &Context<'_>,
    ) -> Submodule {
        let definitions = self.discharge(definitions);
        let fixpoint = Fixpoint::default();
        let mut modules = Modules {
            found: Declared::default(),
            arguments: Arguments::new(*context, Rc::clone(&fixpoint)),
            functions: Vec::new(),
            seen: FxHashSet::default(),
            depth: 0,
            limited: false,
            skipped: false,
        };
        modules.found.definitions.open = definitions.open;
        for definition in definitions.items {
            modules.add(self, definition, path);
        }
        let mut found = Submodule {
            definitions: modules.found.definitions.clone(),
            options: modules.found.options.clone(),
            freeform: modules.found.freeform.clone(),
            classes: modules.found.classes.clone(),
        };
        // A module that is not seen may declare anything.
        found.options.open.clone_from(&found.definitions.open);
        let Modules { found: declared, functions, skipped, .. } = modules;
        // Nobody else sets it: it is made here.
        let declared = fixpoint.get_or_init(|| declared);
        Functions { called: &functions, declared, skipped }.refuse(self, context);
        found
    }
}

/// What the modules of a submodule say.
#[derive(Debug, Clone, Default)]
pub struct Submodule {
    /// What they define, ready for [`Evaluator::children`].
    pub definitions: Definitions,
    /// What they declare, each item a set of options, ready for [`Evaluator::children`].
    pub options: Definitions,
    /// The types that `freeformType` and `_module.freeformType` give to what no option declares. One
    /// that stands below `config` is among `definitions`.
    pub freeform: Definitions,
    /// What modules say that their `_class` is.
    pub classes: Definitions,
}

/// The modules of one submodule, as they are found.
struct Modules<'c> {
    found: Declared,
    arguments: Arguments<'c>,
    /// Files and sets that were seen: an import cycle ends here.
    seen: FxHashSet<ThunkId>,
    /// Those that are functions.
    functions: Vec<Arc<Closure>>,
    depth: u32,
    /// Were any left out?
    limited: bool,
    /// Were any passed over that define no clan?
    skipped: bool,
}

impl Modules<'_> {
    fn add(&mut self, ev: &mut Evaluator<'_>, module: Definition, path: &OptionPath<'_>) {
        if !self.seen.insert(module.value) {
            return;
        }
        ev.burn(STEPS_A_MODULE);
        if let Some(why) = self.limit() {
            // The rest is open by the first already: one is enough to tell why.
            if !std::mem::replace(&mut self.limited, true) {
                let at = ev.origin(module.value);
                self.open(Arc::new(Unknown::new(why, at)));
            }
            return;
        }
        self.depth += 1;
        self.add_value(ev, module, path);
        self.depth -= 1;
    }

    fn open(&mut self, why: Arc<Unknown>) {
        self.found.definitions.open.push(why);
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
            function @ (Value::Lambda(_) | Value::Native(_)) => {
                self.add_function(ev, module, function, path);
            }
            Value::Path(file) => self.add_file(ev, module, &file, path),
            // A path from a string, such as `"${self}/clan.nix"`.
            Value::String(file) if file.starts_with('/') => {
                let file = Arc::from(Path::new(file.as_str()));
                self.add_file(ev, module, &file, path);
            }
            Value::Unknown(unknown) if unknown.kind == UnknownKind::FlakeModule => {
                self.skipped = true;
            }
            Value::Unknown(unknown) => self.open(unknown),
            // Of the wrong type: whoever reads the attributes is told.
            _ => self.found.definitions.items.push(module),
        }
    }

    fn add_function(
        &mut self,
        ev: &mut Evaluator<'_>,
        module: Definition,
        function: Value,
        path: &OptionPath<'_>,
    ) {
        let at = ev.origin(module.value);
        if let Value::Lambda(closure) = &function {
            self.functions.push(closure.clone());
        }
        let arguments = self.arguments.of(ev, &function);
        let called_at = match &function {
            Value::Lambda(closure) => closure.origin(),
            _ => at.unwrap_or(NOWHERE),
        };
        let value = ev.apply(function, arguments, called_at);
        let value = ev.ready(value, at);
        self.add(ev, Definition { value, ..module }, path);
    }

    fn add_file(
        &mut self,
        ev: &mut Evaluator<'_>,
        module: Definition,
        file: &Arc<Path>,
        path: &OptionPath<'_>,
    ) {
        let at = ev.origin(module.value);
        let value = ev.import(file, at);
        if let Value::Unknown(_) = ev.force(value) {
            ev.refuse_absent(file);
        }
        self.add(ev, Definition { value, ..module }, path);
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
        self.add_others(ev, attrs);
        for config in config(ev, module, attrs, path) {
            ev.push_down(config, &mut self.found.definitions);
        }
        if let Some(imports) = attrs.get("imports") {
            self.add_imports(ev, imports, path);
        }
    }

    /// What a module says beside `config`.
    fn add_others(&mut self, ev: &mut Evaluator<'_>, attrs: &Attrs) {
        if let Some(options) = attrs.get("options") {
            self.found.options.items.push(Definition::of(options.value));
        }
        let class = attrs.get("_class").map(|attr| Definition::of(attr.value));
        self.found.classes.items.extend(class);
        if let Some(disabled) = attrs.get("disabledModules") {
            let at = ev.origin(disabled.value);
            self.open(Arc::new(Unknown::new("`disabledModules` is not followed", at)));
        }
        let freeform = &mut self.found.freeform.items;
        freeform.extend(attrs.get("freeformType").map(|attr| Definition::of(attr.value)));
        match attrs.get("_module").map(|attr| ev.force(attr.value)) {
            Some(Value::Attrs(module)) => {
                let arguments = module.get("args").map(|attr| Definition::of(attr.value));
                self.found.arguments.items.extend(arguments);
                self.found.arguments.open.extend(module.open.clone());
                freeform.extend(module.get("freeformType").map(|attr| Definition::of(attr.value)));
            }
            Some(Value::Unknown(unknown)) => self.found.arguments.open.push(unknown),
            _ => {}
        }
    }

    fn add_imports(&mut self, ev: &mut Evaluator<'_>, imports: &Attr, path: &OptionPath<'_>) {
        match ev.force(imports.value) {
            Value::List(list) => {
                for &item in &list.items {
                    self.add(ev, Definition::of(item), path);
                }
                self.found.definitions.open.extend(list.open.clone());
            }
            Value::Unknown(unknown) => self.open(unknown),
            _ => {}
        }
    }
}

/// What a module defines: its `config` if it has one (and `meta`, which nixpkgs lets stand beside
/// it), else all that is no module key.
fn config(
    ev: &mut Evaluator<'_>,
    module: Definition,
    attrs: &Arc<Attrs>,
    path: &OptionPath<'_>,
) -> Vec<Definition> {
    let Some(config) = attrs.get("config") else {
        return vec![without(ev, module, attrs, &MODULE_KEYS)];
    };
    if let Value::Attrs(inner) = ev.force(config.value) {
        ev.mount(None, &inner, path);
    }
    let mut all = vec![Definition { value: config.value, ..module.clone() }];
    if let Some(meta) = attrs.get("meta") {
        let beside = Attrs::new(vec![meta.clone()], None, Vec::new());
        let origin = ev.origin(module.value);
        all.push(Definition { value: ev.ready(beside.into(), origin), ..module });
    }
    all
}

/// A definition by a set, less some of its names.
fn without(
    ev: &mut Evaluator<'_>,
    module: Definition,
    attrs: &Attrs,
    names: &[&str],
) -> Definition {
    if names.iter().all(|name| attrs.get(name).is_none()) {
        return module;
    }
    let kept = attrs.entries.iter().filter(|attr| !names.contains(&attr.name.as_str()));
    let kept = Attrs::new(kept.cloned().collect(), attrs.open.clone(), attrs.literals.clone());
    let origin = ev.origin(module.value);
    Definition { value: ev.ready(kept.into(), origin), ..module }
}
