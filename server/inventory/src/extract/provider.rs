//! The services that a flake gives to inventories: its `clan.modules`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use eval::{
    Children, Context, Definition, Definitions, Evaluator, FLAKE, FileKind, Files, OptionPath,
    Unknown, Value,
};
use smol_str::SmolStr;

use super::module::{gap, read_service};
use super::print::strings;
use crate::catalogue::{Service, SettingsGap};

/// Where clan-core makes its own services: its flake is made by itself, which is not followed.
const CLAN_CORE: &str = "clanServices/flake-module.nix";

/// The services that a flake gives to inventories.
#[derive(Debug, Clone, Default)]
pub struct Provided {
    /// By the name that `module.name` gives.
    pub services: BTreeMap<SmolStr, Arc<Service>>,
    /// The names that are still there, only to be refused.
    pub removed: BTreeSet<SmolStr>,
    /// Why there may be others.
    pub gaps: Vec<SettingsGap>,
}

/// The services that the flake in the folder `flake` gives, whatever makes it a clan. What it reads
/// lies in `tree`, as it does itself.
pub fn provided_by_flake(files: &dyn Files, tree: &Path, flake: &Path) -> Provided {
    let clan_core = flake.join(CLAN_CORE);
    if files.kind(&clan_core) == Some(FileKind::File) {
        return provided_by_module(files, tree, &clan_core);
    }
    let mut ev = Evaluator::new(files);
    ev.confine(tree);
    let flake = ev.flake(flake);
    let mut clans = Definitions::default();
    for modules in &flake.parts {
        let mut options = ev.children(modules, &OptionPath::ROOT.child(FLAKE));
        clans.items.extend(options.take("clan").items);
        let outputs = ev.discharge(&options.take("flake"));
        let mut outputs = ev.children(&outputs, &OptionPath::ROOT);
        clans.items.extend(outputs.take("clan").items);
        clans.open.extend(options.open);
    }
    clans.items.extend(ev.met().clans.iter().map(|&clan| Definition::of(clan)));
    if clans.items.is_empty() && clans.open.is_empty() {
        clans = written_out(&mut ev);
    }
    of_clan(&mut ev, &clans)
}

/// The services of the flake module `entry`, which may read what lies in `tree`.
pub fn provided_by_module(files: &dyn Files, tree: &Path, entry: &Path) -> Provided {
    let mut ev = Evaluator::new(files);
    ev.confine(tree);
    let file = ev.import(entry, None);
    let mut flake = options(&mut ev, &Definitions::of(file));
    let clan = flake.take("clan");
    of_clan(&mut ev, &clan)
}

/// The output `clan` of a flake that nobody else makes: `clan.modules.x = ./x;`.
fn written_out(ev: &mut Evaluator<'_>) -> Definitions {
    let outputs = ev.outputs().map(|outputs| ev.force(outputs));
    let (items, open) = match outputs {
        Some(Value::Attrs(outputs)) => match outputs.get("clan") {
            Some(clan) => (vec![Definition::of(clan.value)], Vec::new()),
            None => (Vec::new(), outputs.open.iter().cloned().collect()),
        },
        Some(Value::Unknown(unknown)) => (Vec::new(), vec![unknown]),
        _ => (Vec::new(), vec![Arc::new(Unknown::new("the flake's outputs can't be told", None))]),
    };
    Definitions { items, open }
}

fn of_clan(ev: &mut Evaluator<'_>, clan: &Definitions) -> Provided {
    let mut clan = options(ev, clan);
    let removed = strings(ev, &clan.take("deprecatedModules"));
    let removed: BTreeSet<_> = removed.into_iter().flatten().collect();
    let modules = ev.entries(&clan.take("modules"), &OptionPath::ROOT, true);
    let gaps = modules.open.iter().map(|unknown| gap(ev, Vec::new(), unknown)).collect();
    let kept = modules.entries.into_iter().filter(|(name, _)| !removed.contains(name));
    let services = kept.map(|(name, definitions)| {
        let definitions = Definitions { open: Vec::new(), ..definitions };
        (name, Arc::new(read_service(ev, &definitions)))
    });
    let services = services.collect();
    Provided { services, removed, gaps }
}

fn options(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Children {
    let modules = ev.submodule(definitions, &OptionPath::ROOT, &Context::default());
    ev.children(&modules, &OptionPath::ROOT)
}
