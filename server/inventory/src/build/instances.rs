//! Instances, their modules and their roles.

use std::sync::Arc;

use eval::{Attrs, Context, Definition, Definitions, OptionPath, Unknown, Value};
use smol_str::SmolStr;

use super::Builder;
use super::machines::repeated;
use super::options::{Strings, Text, dotted};
use crate::catalogue::Kind;
use crate::check::OptionMistake;
use crate::clan::{
    Conflict, Instance, InstanceFacts, Instances, Local, ModuleRef, Role, Use, Written,
};
use crate::schema::Level;

impl Builder<'_> {
    /// The instances by name, and whether there may be others.
    pub(super) fn instances(&mut self, definitions: &Definitions) -> (Instances, bool) {
        let inventory = OptionPath::ROOT.child("inventory");
        let path = inventory.child("instances");
        if let Some(sets) = self.ev.plain_sets(definitions, &path) {
            let (instances, open) = self.instances_of_sets(&sets, &path);
            return (self.in_table(instances), open);
        }
        let children = self.ev.entries(definitions, &path, false);
        let open = self.open(&dotted(&path), &children.open);
        let mut instances = Vec::with_capacity(children.entries.len());
        for (name, definitions) in children.entries {
            let instance = self.instance(&name, &definitions, &path);
            instances.push((name, instance));
        }
        (self.in_table(instances), open)
    }

    fn in_table(&self, instances: Vec<(SmolStr, Instance)>) -> Instances {
        Instances::new(instances, self.previous.as_ref().map(|clan| &clan.instances))
    }

    /// The instances that sets name, which is how most are written. Most are named once, and most of
    /// those are remembered.
    fn instances_of_sets(
        &mut self,
        sets: &[Arc<Attrs>],
        path: &OptionPath<'_>,
    ) -> (Vec<(SmolStr, Instance)>, bool) {
        let repeated = repeated(sets);
        let mut open = Vec::new();
        let mut instances = Vec::with_capacity(sets.iter().map(|attrs| attrs.entries.len()).sum());
        for attr in sets.iter().flat_map(|attrs| &attrs.entries) {
            let name = &attr.name;
            if repeated.contains_key(name) {
                continue;
            }
            if let Some(instance) = self.remembered(attr) {
                instances.push((name.clone(), instance));
                continue;
            }
            let definitions = Definitions::of_attr(attr);
            // Nobody writes out what `lib.mkIf` gives, so what is closed is no condition.
            if self.is_closed(attr) || self.counts(&definitions, &mut open) {
                instances.push((name.clone(), self.instance(name, &definitions, path)));
            }
        }
        for (name, definitions) in repeated {
            if self.counts(&definitions, &mut open) {
                let instance = self.instance(&name, &definitions, path);
                instances.push((name, instance));
            }
        }
        let open = self.open(&dotted(path), &open);
        (instances, open)
    }

    /// Is something defined by these? If that can't be told, `open` is told why.
    fn counts(&mut self, definitions: &Definitions, open: &mut Vec<Arc<Unknown>>) -> bool {
        let counting = self.ev.discharge(definitions);
        if counting.items.is_empty() {
            open.extend(counting.open);
            return false;
        }
        true
    }

    /// The instance of a name below `path`.
    fn instance(
        &mut self,
        name: &SmolStr,
        definitions: &Definitions,
        path: &OptionPath<'_>,
    ) -> Instance {
        let path = path.child(name);
        self.placed(name, definitions, |builder| builder.instance_facts(name, definitions, &path))
    }

    fn instance_facts(
        &mut self,
        name: &SmolStr,
        definitions: &Definitions,
        path: &OptionPath<'_>,
    ) -> InstanceFacts {
        let context = Context { name: Some(name), ..self.context() };
        let modules = self.ev.submodule(definitions, path, &context);
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
        let mut problems = Problems {
            mistakes: self.judge(Level::Instance, path, &options, &["module", "roles"]),
            ..Problems::default()
        };
        self.judge_shape(&Kind::Submodule, path, definitions, &mut problems.mistakes);
        let (module, module_conflicts) =
            self.module(name, &options.take("module"), &path.child("module"), &mut problems);
        let roles_path = path.child("roles");
        let roles = self.ev.entries(&options.take("roles"), &roles_path, false);
        let roles_open = self.open(&dotted(&roles_path), &roles.open);
        let roles = roles.entries.into_iter().map(|(role, definitions)| {
            let built = self.role(&definitions, &roles_path.child(&role), &mut problems);
            (role, built)
        });
        let roles = roles.collect();
        InstanceFacts {
            definitions: self.names(definitions).into_iter().map(Local::of).collect(),
            duplicates: self.duplicates(&definitions.items),
            module,
            module_conflicts,
            conflicts: problems.conflicts,
            mistakes: problems.mistakes,
            roles,
            roles_open,
        }
    }

    /// Whole values that one enclosing set gives to the name, the second and later ones each
    /// against the first.
    fn duplicates(&self, definitions: &[Definition]) -> Vec<(Local, Local)> {
        let pairs = definitions.iter().flat_map(|definition| {
            let mut whole = definition.sites.iter().filter(|site| site.whole);
            let first = whole.next();
            whole.filter_map(move |later| Some((first?.name, later.name)))
        });
        let local = |at| Local::of(self.ev.range(at));
        pairs.map(|(first, later)| (local(first), local(later))).collect()
    }

    fn module(
        &mut self,
        instance: &SmolStr,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        problems: &mut Problems,
    ) -> (ModuleRef, Vec<(Local, Local)>) {
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
        problems.mistakes.extend(self.judge(Level::Module, path, &options, &[]));
        let (names, inputs) = (options.take("name"), options.take("input"));
        // Another key or another type: what it means to say can't be told.
        if !options.entries.is_empty() || !options.others.is_empty() {
            return (ModuleRef::default(), Vec::new());
        }
        let mut conflicts = Vec::new();
        for option in [&names, &inputs] {
            let texts = self.texts(option);
            conflicts.extend(conflict(&texts));
        }
        let (name, name_at) = match self.text(&names) {
            Text::Unset => (Some(instance.clone()), None),
            Text::Known(name, at) => (Some(name), Some(Local::of(at))),
            Text::Null(_) | Text::Unknown => (None, None),
        };
        let (input, input_at) = match self.text(&inputs) {
            Text::Unset | Text::Null(_) => (Some(None), None),
            Text::Known(input, at) => (Some(Some(input)), Some(Local::of(at))),
            Text::Unknown => (None, None),
        };
        (ModuleRef { name, name_at, input_at, input }, conflicts)
    }

    fn role(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        problems: &mut Problems,
    ) -> Role {
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
        let deep = ["machines", "tags", "settings"];
        let legacy = self.settings_as_config(path, definitions);
        let judged = legacy.is_empty().then(|| self.judge(Level::Role, path, &options, &deep));
        problems.mistakes.extend(judged.unwrap_or(legacy));
        self.judge_shape(&Kind::Submodule, path, definitions, &mut problems.mistakes);
        self.note_extra_modules(&options.take("extraModules"));
        let mut uses = |builder: &mut Self, names: &str| {
            builder.uses(&options.take(names), &path.child(names), problems)
        };
        let (machines, tags) = (uses(self, "machines"), uses(self, "tags"));
        let is_empty = options.entries.is_empty();
        let says_so = (is_empty && options.open.is_empty()) || machines.says_none || tags.says_none;
        Role {
            definitions: self.names(definitions).into_iter().map(Local::of).collect(),
            settings: self.settings(&options.take("settings"), &path.child("settings"), problems),
            is_empty_on_purpose: says_so && machines.items.is_empty() && tags.items.is_empty(),
            names_open: machines.open || tags.open,
            machines: machines.items,
            tags: tags.items,
        }
    }

    /// The names that a role lists: the keys of sets and, for tags, the strings of lists.
    fn uses(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        problems: &mut Problems,
    ) -> Uses {
        let children = self.ev.entries(definitions, path, false);
        let mut open = self.open(&dotted(path), &children.open);
        let mut items = Vec::new();
        for (name, definitions) in children.entries {
            let settings = self.member(&definitions, &path.child(&name), problems);
            let spelled = self.names(&definitions).first().copied();
            let is_bare = spelled.is_some()
                && definitions.items.iter().all(|definition| self.is_empty_set(definition));
            let at = spelled.or_else(|| self.place(definitions.items.first()?));
            items.extend(at.map(|at| Use { name, at: Local::of(at), settings, is_bare }));
        }
        for (definition, value) in children.others {
            if matches!(value, Value::List(_)) {
                let mut strings = Strings::default();
                let around = self.place(&definition);
                self.gather_strings(value, around, &mut strings);
                open |= self.open(&dotted(path), &strings.open);
                items.extend(strings.items.into_iter().map(|(name, at)| Use {
                    name,
                    at: Local::of(at),
                    settings: Written::default(),
                    is_bare: false,
                }));
            }
        }
        let says_none = items.is_empty() && !open && !definitions.items.is_empty();
        Uses { items, open, says_none }
    }

    /// The settings of a machine or a tag in a role.
    fn member(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        problems: &mut Problems,
    ) -> Written {
        if definitions.items.iter().all(|definition| self.is_empty_set(definition)) {
            return Written::default();
        }
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        problems.mistakes.extend(self.judge(Level::Member, path, &options, &["settings"]));
        self.judge_shape(&Kind::Submodule, path, definitions, &mut problems.mistakes);
        self.settings(&options.take("settings"), &path.child("settings"), problems)
    }

    fn is_empty_set(&mut self, definition: &Definition) -> bool {
        match self.ev.force(definition.value) {
            Value::Attrs(attrs) => attrs.entries.is_empty() && attrs.open.is_none(),
            _ => false,
        }
    }

    fn settings(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        problems: &mut Problems,
    ) -> Written {
        // From the machine or the instance on, without `inventory.instances.<name>`.
        let option = path.names().get(3..).unwrap_or_default().join(".");
        problems.conflicts.extend(self.not_unique(&option, definitions));
        self.note_settings(definitions);
        self.written(definitions, path)
    }
}

/// What is wrong with an instance, as it is found.
#[derive(Default)]
struct Problems {
    conflicts: Vec<Conflict>,
    mistakes: Vec<OptionMistake>,
}

struct Uses {
    items: Vec<Use>,
    open: bool,
    /// Is it said that there is none?
    says_none: bool,
}

/// The first two definitions that are unequal, null and a string included.
fn conflict(texts: &[Text]) -> Option<(Local, Local)> {
    let (first, rest) = texts.split_first()?;
    let later = rest.iter().find(|text| text.place().is_some() && !text.says_the_same(first))?;
    Some((Local::of(first.place()?), Local::of(later.place()?)))
}
