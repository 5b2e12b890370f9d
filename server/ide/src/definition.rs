//! Where the thing under the cursor is defined: each kind of thing answers for itself.

mod tag;

use std::path::Path;

use eval::{FilePosition, FileRange};
use inventory::{Clan, Place, Provider};
use syntax::TextRange;

use crate::Analysis;
use crate::document_link::{self, DocumentLink, LinkTarget};
use crate::entity::{Entity, Owner, ServiceKey, named_at};
use crate::references;

pub(crate) use tag::places as tag;

/// The places that define a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The name that was asked about, quotes included, in bytes.
    pub range: TextRange,
    /// Each place that defines it; never empty. A machine's folder is told by a file in it.
    pub targets: Vec<FileRange>,
}

pub(crate) fn definition(analysis: &Analysis, at: FilePosition) -> Option<Definition> {
    let (ground, named) = named_at(analysis, at)?;
    let targets = targets(analysis, &ground.clan, &named.entity);
    (!targets.is_empty()).then_some(Definition { range: named.range, targets })
}

/// Where the file lies that a path in the text leads to.
pub(crate) fn of_path(analysis: &Analysis, at: FilePosition) -> Option<Definition> {
    let DocumentLink { range, target } = document_link::path_at(analysis, at)?;
    let LinkTarget::File(path) = target else { return None };
    let target = FileRange { file: analysis.file(&path), range: TextRange::default() };
    Some(Definition { range, targets: vec![target] })
}

fn targets(analysis: &Analysis, clan: &Clan, entity: &Entity) -> Vec<FileRange> {
    match entity {
        Entity::Machine(name) => machine(analysis, clan, name),
        Entity::Tag(tag) => tag::places(clan, tag).collect(),
        Entity::Instance(name) => {
            let module = match Owner::of_instance(clan, name) {
                Owner::Service(key) => service(analysis, clan, &key),
                Owner::Instance(_) => Vec::new(),
            };
            if module.is_empty() { defined(analysis, clan, entity) } else { module }
        }
        Entity::Service(key) => service(analysis, clan, key),
        Entity::Role(..) | Entity::Setting(..) | Entity::Input(_) => {
            defined(analysis, clan, entity)
        }
    }
}

/// The places that name it as a definition.
fn defined(analysis: &Analysis, clan: &Clan, entity: &Entity) -> Vec<FileRange> {
    let places = references::places(analysis, clan, entity).into_iter();
    places.filter(|place| place.is_definition).map(|place| place.at).collect()
}

/// Where a machine is made.
pub(crate) fn machine(analysis: &Analysis, clan: &Clan, name: &str) -> Vec<FileRange> {
    let places = clan.machines.get(name).map(inventory::Machine::definitions).unwrap_or_default();
    let targets = places.into_iter().filter_map(|place| match place {
        Place::Text(at) => Some(at),
        Place::Folder(folder) => file_of_machine(analysis, &folder),
    });
    targets.collect()
}

/// An editor can't go to a folder: the first of the files in it that Clan reads stands for it.
pub(crate) fn file_of_machine(analysis: &Analysis, folder: &Path) -> Option<FileRange> {
    let names = ["configuration.nix", "hardware-configuration.nix", "disko.nix"];
    let files = names.map(|name| analysis.file(&folder.join(name)));
    let file = files.into_iter().find(|&file| analysis.parse(file).is_some())?;
    Some(FileRange { file, range: TextRange::default() })
}

/// What defines a service: the name below the clan's own `modules`, or the module in the source of an
/// input.
fn service(analysis: &Analysis, clan: &Clan, key: &ServiceKey) -> Vec<FileRange> {
    if key.provider == Provider::Own {
        let own = clan.own_services.services.get(&key.name);
        return own.map(|service| service.definitions.clone()).unwrap_or_default();
    }
    let services = analysis.reach(clan).services(&key.provider).into_iter();
    let mut known = services.filter(|usable| usable.name == key.name);
    known.next().map(|usable| usable.service.declared.clone()).unwrap_or_default()
}
