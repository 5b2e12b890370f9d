//! How a machine becomes a machine: by `inventory.machines`, by `machines` at the top, by a folder
//! below `machines/`, by `inventory.json`. The set is the union of their names.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use eval::{Attr, Attrs, Context, DEFAULT_PRIORITY, Definitions, FileKind, OptionPath, Value};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::Builder;
use super::options::{Text, dotted};
use crate::catalogue::Kind;
use crate::clan::{Local, Machine, MachineClass, MachineFacts, Machines, Place, Placed};
use crate::schema::Level;

/// The options of a machine that take one value.
const SCALARS: [&str; 5] = ["name", "description", "icon", "installedAt", "machineClass"];

impl Builder<'_> {
    /// The machines, and whether there may be others.
    pub(super) fn machines(
        &mut self,
        entries: &Definitions,
        hosts: &Definitions,
        folder: Option<&Path>,
    ) -> (Machines, bool) {
        let elsewhere = self.machines_elsewhere(hosts, folder);
        let open = elsewhere.open | folder.is_none();
        let inventory = OptionPath::ROOT.child("inventory");
        let path = inventory.child("machines");
        let (machines, open) = match self.ev.plain_sets(entries, &path) {
            Some(sets) => (self.machines_of_sets(&sets, &path), open),
            None => {
                let children = self.ev.entries(entries, &path, true);
                let open = self.open(&dotted(&path), &children.open) || open;
                let machines = children.entries.into_iter().map(|(name, definitions)| {
                    let facts = self.machine(&name, &definitions, &path.child(&name));
                    (name, Machine { facts, elsewhere: Vec::new() })
                });
                (machines.collect(), open)
            }
        };
        let previous = self.previous.as_ref().map(|clan| &clan.machines);
        (Machines::new(elsewhere.add_to(machines), previous), open)
    }

    /// The machines that sets name, which is how nearly all are written. Most are named once, and
    /// most of those are remembered.
    fn machines_of_sets(
        &mut self,
        sets: &[Arc<Attrs>],
        path: &OptionPath<'_>,
    ) -> Vec<(SmolStr, Machine)> {
        let repeated = repeated(sets);
        let mut machines = Vec::with_capacity(sets.iter().map(|attrs| attrs.entries.len()).sum());
        for attr in sets.iter().flat_map(|attrs| &attrs.entries) {
            let name = &attr.name;
            if repeated.contains_key(name) {
                continue;
            }
            let facts = self.remembered::<MachineFacts>(attr).unwrap_or_else(|| {
                self.machine(name, &Definitions::of_attr(attr), &path.child(name))
            });
            machines.push((name.clone(), Machine { facts, elsewhere: Vec::new() }));
        }
        for (name, definitions) in repeated {
            let facts = self.machine(&name, &definitions, &path.child(&name));
            machines.push((name, Machine { facts, elsewhere: Vec::new() }));
        }
        machines
    }

    fn machine(
        &mut self,
        name: &str,
        definitions: &Definitions,
        path: &OptionPath<'_>,
    ) -> Placed<MachineFacts> {
        self.placed(name, definitions, |builder| builder.machine_facts(name, definitions, path))
    }

    fn machine_facts(
        &mut self,
        name: &str,
        definitions: &Definitions,
        path: &OptionPath<'_>,
    ) -> MachineFacts {
        let context = Context { name: Some(name), ..self.context() };
        let modules = self.ev.submodule(definitions, path, &context);
        // `mkIf false` takes all of it away, the computed tags too.
        let nothing = modules.items.is_empty() && !definitions.items.is_empty();
        let opaque = modules.items.is_empty() && !modules.open.is_empty();
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
        let mut mistakes = self.judge(Level::Machine, path, &options, &[]);
        self.judge_shape(&Kind::Submodule, path, definitions, &mut mistakes);
        let tags_option = options.take("tags");
        let own = self.strings(&tags_option);
        let opaque = opaque || self.any_unknown(&tags_option);
        let (_, priority) = self.ev.discharge_at(&tags_option);
        let tags_path = path.child("tags");
        let tags_open = self.open(&dotted(&tags_path), &own.open);
        let conflicts = SCALARS.iter().filter_map(|&name| {
            let definitions = options.entries.get(name)?;
            self.unequal(name, definitions)
        });
        let conflicts = conflicts.collect();
        let class = self.class(&options.take("machineClass"));
        let mut facts = MachineFacts {
            names: self.names(definitions).into_iter().map(Local::of).collect(),
            class,
            tags: Vec::new(),
            repeated_tags: Vec::new(),
            // `nixos` or `darwin` is among its tags, and which one may not be told.
            tags_open: tags_open || class.is_none(),
            // The computed tags are one more definition, without a priority of its own.
            computed_tags: !nothing && priority >= DEFAULT_PRIORITY,
            opaque,
            conflicts,
            mistakes,
        };
        if priority <= DEFAULT_PRIORITY {
            for (tag, at) in own.items {
                let is_new = facts.tags.iter().all(|(known, _)| *known != tag);
                let tags = if is_new { &mut facts.tags } else { &mut facts.repeated_tags };
                tags.push((tag, Local::of(at)));
            }
        }
        facts
    }

    fn class(&mut self, definitions: &Definitions) -> Option<MachineClass> {
        match self.text(definitions) {
            Text::Unset => Some(MachineClass::Nixos),
            Text::Known(class, _) if class == "nixos" => Some(MachineClass::Nixos),
            Text::Known(class, _) if class == "darwin" => Some(MachineClass::Darwin),
            _ => None,
        }
    }

    fn any_unknown(&mut self, definitions: &Definitions) -> bool {
        let mut values = definitions.items.iter().map(|definition| definition.value);
        values.any(|value| matches!(self.ev.force(value), Value::Unknown(_)))
    }

    /// The NixOS configurations, of which the names alone count, and the folders.
    fn machines_elsewhere(&mut self, hosts: &Definitions, folder: Option<&Path>) -> Elsewhere {
        let path = OptionPath::ROOT.child("machines");
        let children = self.ev.entries(hosts, &path, true);
        let open = self.open(&dotted(&path), &children.open);
        let mut elsewhere = Elsewhere { places: BTreeMap::new(), open };
        for (name, definitions) in children.entries {
            let places = self.names(&definitions).into_iter().map(Place::Text);
            elsewhere.places.entry(name).or_default().extend(places);
        }
        let folder = folder.map(|folder| folder.join("machines")).unwrap_or_default();
        // Hidden and empty folders count too; links to folders do not.
        for entry in self.ev.files().read_dir(&folder).unwrap_or_default() {
            if entry.kind == FileKind::Directory {
                let place = Place::Folder(folder.join(&entry.name));
                elsewhere.places.entry(entry.name.into()).or_default().push(place);
            }
        }
        elsewhere
    }
}

/// The definitions of the names that are in more than one set.
pub(super) fn repeated(sets: &[Arc<Attrs>]) -> IndexMap<SmolStr, Definitions> {
    let mut repeated: IndexMap<SmolStr, Definitions> = IndexMap::new();
    if sets.len() < 2 {
        return repeated;
    }
    let mut first: FxHashMap<&str, &Attr> = FxHashMap::default();
    for attr in sets.iter().flat_map(|attrs| &attrs.entries) {
        if let Some(earlier) = first.insert(&attr.name, attr) {
            let definitions =
                repeated.entry(attr.name.clone()).or_insert_with(|| Definitions::of_attr(earlier));
            definitions.items.extend(Definitions::of_attr(attr).items);
        }
    }
    repeated
}

/// What makes machines beside `inventory.machines`.
struct Elsewhere {
    places: BTreeMap<SmolStr, Vec<Place>>,
    open: bool,
}

impl Elsewhere {
    /// The machines with these places, those included that are named nowhere else.
    fn add_to(mut self, mut machines: Vec<(SmolStr, Machine)>) -> Vec<(SmolStr, Machine)> {
        for (name, machine) in &mut machines {
            machine.elsewhere = self.places.remove(name).unwrap_or_default();
        }
        let others = self.places.into_iter();
        machines.extend(
            others.map(|(name, elsewhere)| (name, Machine { elsewhere, ..Machine::default() })),
        );
        machines
    }
}
