//! Instances, their modules and their roles.

use std::collections::BTreeMap;

use eval::{Context, Definition, Definitions, FileRange, OptionPath, Value};
use smol_str::SmolStr;

use super::Builder;
use super::machines::Machines;
use super::options::{Strings, Text, dotted};
use crate::clan::{By, Instance, ModuleRef, Reason, Role, Use};

impl Builder<'_> {
    /// The instances by name, and whether there may be others.
    pub(super) fn instances(
        &mut self,
        definitions: &Definitions,
        machines: &Machines,
    ) -> (BTreeMap<SmolStr, Instance>, bool) {
        let inventory = OptionPath::ROOT.child("inventory");
        let path = inventory.child("instances");
        let children = self.ev.entries(definitions, &path, false);
        let open = self.open(&dotted(&path), &children.open);
        let carriers = Carriers::of(machines);
        let mut instances = BTreeMap::new();
        for (name, definitions) in children.entries {
            let instance = self.instance(&name, &definitions, &path.child(&name), &carriers);
            instances.insert(name, instance);
        }
        (instances, open)
    }

    fn instance(
        &mut self,
        name: &SmolStr,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        carriers: &Carriers<'_>,
    ) -> Instance {
        let names = self.names(definitions);
        let duplicates = self.duplicates(&definitions.items);
        let context = Context { name: Some(name), ..self.context() };
        let modules = self.ev.submodule(definitions, path, &context);
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
        let (module, module_conflicts) =
            self.module(name, &options.take("module"), &path.child("module"));
        let roles_path = path.child("roles");
        let roles = self.ev.entries(&options.take("roles"), &roles_path, false);
        let roles_open = self.open(&dotted(&roles_path), &roles.open);
        let roles = roles.entries.into_iter().map(|(role, definitions)| {
            let built = self.role(&definitions, &roles_path.child(&role), carriers);
            (role, built)
        });
        let roles = roles.collect();
        Instance { definitions: names, duplicates, module, module_conflicts, roles, roles_open }
    }

    /// Whole values that one enclosing set gives to the name, the second and later ones each
    /// against the first.
    fn duplicates(&self, definitions: &[Definition]) -> Vec<(FileRange, FileRange)> {
        let pairs = definitions.iter().flat_map(|definition| {
            let mut whole = definition.sites.iter().filter(|site| site.whole);
            let first = whole.next();
            whole.filter_map(move |later| Some((first?.name, later.name)))
        });
        pairs.map(|(first, later)| (self.ev.range(first), self.ev.range(later))).collect()
    }

    fn module(
        &mut self,
        instance: &SmolStr,
        definitions: &Definitions,
        path: &OptionPath<'_>,
    ) -> (ModuleRef, Vec<(FileRange, FileRange)>) {
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
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
            Text::Known(name, at) => (Some(name), Some(at)),
            Text::Null(_) | Text::Unknown => (None, None),
        };
        let input = match self.text(&inputs) {
            Text::Unset | Text::Null(_) => Some(None),
            Text::Known(input, _) => Some(Some(input)),
            Text::Unknown => None,
        };
        (ModuleRef { name, name_at, input }, conflicts)
    }

    fn role(
        &mut self,
        definitions: &Definitions,
        path: &OptionPath<'_>,
        carriers: &Carriers<'_>,
    ) -> Role {
        let names = self.names(definitions);
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
        let machines = self.uses(&options.take("machines"), &path.child("machines"));
        let tags = self.uses(&options.take("tags"), &path.child("tags"));
        let mut role = Role {
            definitions: names,
            open: machines.open || tags.open || (!tags.items.is_empty() && carriers.open),
            machines: machines.items,
            tags: tags.items,
            members: BTreeMap::new(),
        };
        role.resolve(carriers);
        role
    }

    /// The names that a role lists: the keys of sets and, for tags, the strings of lists.
    fn uses(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> Uses {
        let children = self.ev.entries(definitions, path, false);
        let mut open = self.open(&dotted(path), &children.open);
        let mut items = Vec::new();
        for (name, definitions) in children.entries {
            let spelled = self.names(&definitions).first().copied();
            let at = spelled.or_else(|| self.place(definitions.items.first()?));
            items.extend(at.map(|at| Use { name, at }));
        }
        for (definition, value) in children.others {
            if matches!(value, Value::List(_)) {
                let mut strings = Strings::default();
                let around = self.place(&definition);
                self.gather_strings(value, around, &mut strings);
                open |= self.open(&dotted(path), &strings.open);
                items.extend(strings.items.into_iter().map(|(name, at)| Use { name, at }));
            }
        }
        Uses { items, open }
    }
}

struct Uses {
    items: Vec<Use>,
    open: bool,
}

/// The machines that carry each tag.
struct Carriers<'m> {
    by_tag: BTreeMap<&'m str, Vec<&'m SmolStr>>,
    /// May some machine carry a tag that is not known?
    open: bool,
}

impl<'m> Carriers<'m> {
    fn of(machines: &'m Machines) -> Carriers<'m> {
        let mut by_tag: BTreeMap<&str, Vec<&SmolStr>> = BTreeMap::new();
        for (name, machine) in &machines.by_name {
            for (tag, _) in &machine.tags {
                by_tag.entry(tag).or_default().push(name);
            }
        }
        let open = machines.open || machines.by_name.values().any(|machine| machine.tags_open);
        Carriers { by_tag, open }
    }
}

impl Role {
    /// Works out the members. A machine that is named but does not exist is one, as in clan-core.
    fn resolve(&mut self, carriers: &Carriers<'_>) {
        for tag in &self.tags {
            for &machine in carriers.by_tag.get(tag.name.as_str()).into_iter().flatten() {
                let reason = Reason { by: By::Tag, name: tag.name.clone(), at: tag.at };
                self.members.entry(machine.clone()).or_default().push(reason);
            }
        }
        for machine in &self.machines {
            let reason = Reason { by: By::Machine, name: machine.name.clone(), at: machine.at };
            self.members.entry(machine.name.clone()).or_default().push(reason);
        }
    }
}

/// The first two definitions that are unequal, null and a string included.
fn conflict(texts: &[Text]) -> Option<(FileRange, FileRange)> {
    let (first, rest) = texts.split_first()?;
    let later = rest.iter().find(|text| text.place().is_some() && !text.says_the_same(first))?;
    Some((first.place()?, later.place()?))
}
