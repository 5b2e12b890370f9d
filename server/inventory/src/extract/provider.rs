//! All services of a flake module that sets `clan.modules`, as clan-core's own does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use eval::{Children, Context, Definitions, Evaluator, Files, OptionPath};
use smol_str::SmolStr;

use super::module::read_service;
use super::print::strings;
use crate::catalogue::{Service, SettingsGap};

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

/// The services of the flake module `entry`, which may read what lies in `root`.
pub fn provided(files: &dyn Files, root: &Path, entry: &Path) -> Provided {
    let mut ev = Evaluator::new(files);
    ev.confine(root);
    let file = ev.import(entry, None);
    let mut flake = options(&mut ev, &Definitions::of(file));
    let mut clan = options(&mut ev, &flake.take("clan"));
    let removed = strings(&mut ev, &clan.take("deprecatedModules"));
    let removed: BTreeSet<_> = removed.into_iter().flatten().collect();
    let modules = ev.entries(&clan.take("modules"), &OptionPath::ROOT, true);
    let mut provided = Provided::default();
    for unknown in &modules.open {
        let at = unknown.at.map(|at| ev.range(at));
        provided.gaps.push(SettingsGap { path: Vec::new(), why: (&unknown.why).into(), at });
    }
    let kept = modules.entries.into_iter().filter(|(name, _)| !removed.contains(name));
    for (name, definitions) in kept {
        provided.services.insert(name, Arc::new(read_service(&mut ev, &definitions)));
    }
    provided.removed = removed;
    provided
}

fn options(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Children {
    let modules = ev.submodule(definitions, &OptionPath::ROOT, &Context::default());
    ev.children(&modules, &OptionPath::ROOT)
}
