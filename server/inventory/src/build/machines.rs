//! How a machine becomes a machine: by `inventory.machines`, by `machines` at the top, by a folder
//! below `machines/`, by `inventory.json`. The set is the union of their names.

use std::collections::BTreeMap;
use std::path::Path;

use eval::{Context, DEFAULT_PRIORITY, Definitions, FileKind, OptionPath, Value};
use smol_str::SmolStr;

use super::Builder;
use super::options::{Text, dotted};
use crate::clan::{Machine, MachineClass, Place, TagSource};

/// The machines, with their own tags only.
#[derive(Default)]
pub(super) struct Machines {
    pub(super) by_name: BTreeMap<SmolStr, Machine>,
    pub(super) open: bool,
    /// What `inventory.machines` says of each.
    pub(super) definitions: BTreeMap<SmolStr, Definitions>,
}

impl Builder<'_> {
    pub(super) fn machines(
        &mut self,
        entries: &Definitions,
        hosts: &Definitions,
        folder: Option<&Path>,
    ) -> Machines {
        let mut machines = Machines { open: folder.is_none(), ..Machines::default() };
        self.inventory_machines(entries, &mut machines);
        self.host_machines(hosts, &mut machines);
        if let Some(folder) = folder {
            self.folder_machines(&folder.join("machines"), &mut machines);
        }
        machines
    }

    fn inventory_machines(&mut self, entries: &Definitions, machines: &mut Machines) {
        let inventory = OptionPath::ROOT.child("inventory");
        let path = inventory.child("machines");
        let children = self.ev.entries(entries, &path, true);
        machines.open |= self.open(&dotted(&path), &children.open);
        for (name, definitions) in children.entries {
            let places = self.names(&definitions).into_iter().map(Place::Text).collect();
            machines.definitions.insert(name.clone(), definitions.clone());
            let machine = self.machine(&name, &definitions, &path.child(&name));
            machines.by_name.insert(name, Machine { definitions: places, ..machine });
        }
    }

    fn machine(&mut self, name: &str, definitions: &Definitions, path: &OptionPath<'_>) -> Machine {
        let context = Context { name: Some(name), ..self.context() };
        let modules = self.ev.submodule(definitions, path, &context);
        // `mkIf false` takes all of it away, the computed tags too.
        let nothing = modules.items.is_empty() && !definitions.items.is_empty();
        let opaque = modules.items.is_empty() && !modules.open.is_empty();
        let mut options = self.ev.children(&modules, path);
        self.open(&dotted(path), &options.open);
        let tags_option = options.take("tags");
        let own = self.strings(&tags_option);
        let opaque = opaque || self.any_unknown(&tags_option);
        let (_, priority) = self.ev.discharge_at(&tags_option);
        // The computed tags are one more definition, without a priority of its own.
        let computed = !nothing && priority >= DEFAULT_PRIORITY;
        let tags_path = path.child("tags");
        let mut tags_open = self.open(&dotted(&tags_path), &own.open);
        let class = match self.text(&options.take("machineClass")) {
            Text::Unset => Some(MachineClass::Nixos),
            Text::Known(class, _) if class == "nixos" => Some(MachineClass::Nixos),
            Text::Known(class, _) if class == "darwin" => Some(MachineClass::Darwin),
            _ => None,
        };
        // `nixos` or `darwin` is among its tags, and which one can't be told.
        tags_open |= class.is_none();
        let mut machine =
            Machine { class, opaque, tags_open, computed_tags: computed, ..Machine::default() };
        if priority <= DEFAULT_PRIORITY {
            for (tag, at) in own.items {
                machine.add_tag(tag, TagSource::Own(at));
            }
        }
        machine
    }

    fn any_unknown(&mut self, definitions: &Definitions) -> bool {
        let mut values = definitions.items.iter().map(|definition| definition.value);
        values.any(|value| matches!(self.ev.force(value), Value::Unknown(_)))
    }

    /// The NixOS configurations: their names alone count.
    fn host_machines(&mut self, hosts: &Definitions, machines: &mut Machines) {
        let path = OptionPath::ROOT.child("machines");
        let children = self.ev.entries(hosts, &path, true);
        machines.open |= self.open(&dotted(&path), &children.open);
        for (name, definitions) in children.entries {
            let machine = machines.by_name.entry(name).or_insert_with(Machine::plain);
            machine.definitions.extend(self.names(&definitions).into_iter().map(Place::Text));
        }
    }

    /// Folders count, hidden and empty ones too; links to folders do not.
    fn folder_machines(&mut self, folder: &Path, machines: &mut Machines) {
        for entry in self.ev.files().read_dir(folder).unwrap_or_default() {
            if entry.kind == FileKind::Directory {
                let place = Place::Folder(folder.join(&entry.name));
                let name = SmolStr::from(entry.name);
                let machine = machines.by_name.entry(name).or_insert_with(Machine::plain);
                machine.definitions.push(place);
            }
        }
    }
}

impl Machine {
    /// A machine of which nothing but the name is told: a NixOS one without tags.
    fn plain() -> Machine {
        Machine { class: Some(MachineClass::Nixos), computed_tags: true, ..Machine::default() }
    }

    /// Adds a tag, unless it carries it already.
    pub(super) fn add_tag(&mut self, tag: SmolStr, source: TagSource) {
        if self.tags.iter().all(|(known, _)| *known != tag) {
            self.tags.push((tag, source));
        }
    }
}
