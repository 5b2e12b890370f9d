//! Where the thing under the cursor is defined: each kind of thing answers for itself.

mod tag;

use std::path::Path;

use eval::{FilePosition, FileRange};
use inventory::{Clan, ModuleRef, Place, Provider};
use syntax::TextRange;

use crate::Analysis;
use crate::flake;
use crate::place::{Spot, ground, spot};
use crate::settings::{SettingsPath, option, path_of_key};
use crate::subject::Subject;

/// The places that define a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The name that was asked about, quotes included, in bytes.
    pub range: TextRange,
    /// Each place that defines it; never empty. A machine's folder is told by a file in it.
    pub targets: Vec<FileRange>,
}

pub(crate) fn definition(analysis: &Analysis, at: FilePosition) -> Option<Definition> {
    let parse = analysis.parse(at.file)?;
    let ground = ground(analysis, at.file)?;
    let spot = spot(&parse, &ground, at)?;
    let clan = &ground.clan;
    let name = spot.name.text.as_str();
    let Some(subject) = Subject::of(&spot) else {
        let targets = setting(analysis, clan, &spot).filter(|targets| !targets.is_empty())?;
        return Some(Definition { range: spot.name.range, targets });
    };
    let targets = match subject {
        Subject::Machine => machine(analysis, clan, name),
        Subject::Tag => tag::places(clan, name),
        Subject::Instance => {
            let instance = clan.instances.get(name)?;
            instance.definitions.first().map(|&at| instance.at(at)).into_iter().collect()
        }
        Subject::Module { instance } => {
            let module = &clan.instances.get(instance)?.module;
            module_text(analysis, clan, &ModuleRef { name: Some(name.into()), ..module.clone() })
        }
        Subject::Input => {
            let inputs = flake::inputs(analysis, clan).into_iter();
            inputs.filter(|input| input.name == name).map(|input| input.at).collect()
        }
        Subject::Role { instance } => {
            let service = analysis.reach(clan).service_of(instance)?;
            service.roles.get(name)?.declared.clone()
        }
    };
    (!targets.is_empty()).then_some(Definition { range: spot.name.range, targets })
}

fn machine(analysis: &Analysis, clan: &Clan, name: &str) -> Vec<FileRange> {
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

/// Where the module of the service declares a setting.
fn setting(analysis: &Analysis, clan: &Clan, spot: &Spot) -> Option<Vec<FileRange>> {
    let path = path_of_key(spot)?;
    let path = SettingsPath::of(&path)?;
    let service = analysis.reach(clan).service_of(path.instance)?;
    Some(option(&service, &path)?.declared.clone())
}

/// What defines a service: the name below the clan's own `modules`, or the module in the source of an
/// input.
fn module_text(analysis: &Analysis, clan: &Clan, module: &ModuleRef) -> Vec<FileRange> {
    let own = clan.own_services.services.get(module.name.as_deref().unwrap_or_default());
    if clan.provider(module) == Some(Provider::Own) {
        return own.map(|service| service.definitions.clone()).unwrap_or_default();
    }
    let service = analysis.reach(clan).service(module);
    service.map(|service| service.declared.clone()).unwrap_or_default()
}
