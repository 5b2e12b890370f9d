//! From the plain data of `ide` to the answer: bytes become positions, files numbers.

use std::path::Path;

use ide::{MachineClass, fleet};
use tower_lsp::ls_types::Uri;

use super::answer::{
    Carried, Clan, Definition, Instance, Machine, Module, Place, Role, Tag, Unknown, Use,
};
use super::files::Files;
use crate::server::world::Snapshot;

pub(super) fn clan(snapshot: &Snapshot, fleet: &fleet::Fleet) -> Clan {
    let mut scribe = Scribe { files: Files::new(snapshot) };
    let machines = fleet.machines.iter().map(|it| scribe.machine(it)).collect();
    let tags = fleet.tags.iter().map(|it| scribe.tag(it)).collect();
    let instances = fleet.instances.iter().map(|it| scribe.instance(it)).collect();
    let unknown = fleet.unknown.iter().map(|gap| Unknown {
        path: gap.path.clone(),
        why: gap.why.clone(),
        at: scribe.files.text(gap.at),
    });
    let unknown = unknown.collect();
    let root = Uri::from_file_path(&fleet.root);
    Clan {
        name: fleet.name.as_ref().map(ToString::to_string),
        root: root.map(|uri| uri.as_str().to_owned()).unwrap_or_default(),
        entry: entry(snapshot, &fleet.entry),
        files: scribe.files.into_uris(),
        machines,
        tags,
        instances,
        machines_open: fleet.machines_open,
        instances_open: fleet.instances_open,
        unknown,
    }
}

fn entry(snapshot: &Snapshot, path: &Path) -> String {
    let uri = snapshot.uri(snapshot.analysis.file(path));
    uri.map(|uri| uri.as_str().to_owned()).unwrap_or_default()
}

struct Scribe<'s> {
    files: Files<'s>,
}

impl Scribe<'_> {
    fn machine(&mut self, machine: &fleet::Machine) -> Machine {
        let tags = machine.tags.iter();
        let tags = tags.map(|&(tag, at)| Carried { tag, at: at.map(|at| self.files.text(at)) });
        Machine {
            name: machine.name.to_string(),
            class: machine.class.map(MachineClass::as_str),
            tags: tags.collect(),
            at: self.definitions(&machine.at),
            open: machine.open,
        }
    }

    fn tag(&mut self, tag: &fleet::Tag) -> Tag {
        Tag {
            name: tag.name.to_string(),
            built_in: tag.built_in,
            machines: tag.machines.clone(),
            at: tag.at.iter().map(|&at| self.files.text(at)).collect(),
        }
    }

    fn instance(&mut self, instance: &fleet::Instance) -> Instance {
        let module = &instance.module;
        let input = module.input.iter().flatten().next();
        Instance {
            name: instance.name.to_string(),
            module: Module {
                name: module.name.as_ref().map(ToString::to_string),
                input: input.map(ToString::to_string),
            },
            description: instance.description.as_ref().map(ToString::to_string),
            roles: instance.roles.iter().map(|it| self.role(it)).collect(),
            at: self.definitions(&instance.at),
            open: instance.open,
        }
    }

    fn role(&mut self, role: &fleet::Role) -> Role {
        Role {
            name: role.name.to_string(),
            machines: self.uses(&role.machines),
            tags: self.uses(&role.tags),
            members: role.members.clone(),
            at: self.definitions(&role.at),
            open: role.open,
        }
    }

    fn uses(&mut self, uses: &[fleet::Use]) -> Vec<Use> {
        let uses = uses.iter();
        uses.map(|it| Use { name: it.name.to_string(), at: self.files.text(it.at) }).collect()
    }

    fn definitions(&mut self, definitions: &[fleet::Definition]) -> Vec<Definition> {
        let definitions = definitions.iter();
        let places = definitions
            .map(|it| Definition { name: self.place(&it.name), whole: self.place(&it.whole) });
        places.collect()
    }

    fn place(&mut self, place: &ide::Place) -> Place {
        match place {
            ide::Place::Text(at) => self.files.text(*at),
            ide::Place::Folder(path) => self.files.folder(path),
        }
    }
}
