//! Which definitions make up the clan of a flake.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{Children, Definitions, Fragments, OptionPath, Unknown, Value};
use smol_str::SmolStr;

use super::Builder;
use crate::place::FLAKE;

impl Builder<'_> {
    /// The definitions of the clan that `flake.nix` in the root makes; `None` if it is not seen to
    /// make one.
    pub(super) fn flake(&mut self) -> Option<Definitions> {
        let root = self.root.clone();
        let flake = self.ev.flake(&root);
        let parts = flake.parts.first().map(|&module| self.flake_parts(Definitions::of(module)));
        // `clan = (clan-core.lib.clan { … }).config` is the other way to say it.
        let clan = self.ev.met().clans.first().map(|&clan| Definitions::of(clan));
        let definitions = clan.or(parts).filter(|definitions| !definitions.items.is_empty())?;
        self.ev.enter_clan();
        Some(definitions)
    }

    /// The options `clan` and `flake.clan` of a flake-parts module.
    fn flake_parts(&mut self, module: Definitions) -> Definitions {
        let path = OptionPath::ROOT.child(FLAKE);
        let modules = self.ev.submodule(module, &path);
        let mut options = self.ev.children(&modules, &path);
        let mut clan = options.take("clan");
        let mut outputs = self.ev.children(&options.take("flake"), &path.child("flake"));
        clan.items.extend(outputs.take("clan").items);
        self.meet(&outputs);
        clan.items.retain(|item| !matches!(self.ev.force(item.value), Value::Unknown(_)));
        clan
    }

    /// Forces outputs until one of them turns out to be made of a clan.
    fn meet(&mut self, outputs: &Children) {
        for definitions in outputs.entries.values() {
            for definition in &definitions.items {
                if !self.ev.met().clans.is_empty() {
                    return;
                }
                self.ev.force(definition.value);
            }
        }
    }

    /// The clan that the texts of `files` show, whoever reads them. All of it is open.
    pub(super) fn fragments(&mut self, files: &[PathBuf]) -> Option<(Definitions, Definitions)> {
        let mut found = Fragments::default();
        let mount = SmolStr::new_static(FLAKE);
        for file in files {
            self.ev.fragments(file, &mount, &mut found);
        }
        if found.clans.is_empty() && found.inventories.is_empty() {
            return None;
        }
        self.ev.import(&flake_in(&self.root), None);
        let at = found.clans.iter().chain(&found.inventories).next();
        let at = at.and_then(|definition| self.ev.origin(definition.value));
        let why = "what reads the parts of this clan is not followed".to_owned();
        let open = vec![Arc::new(Unknown::new(why, at))];
        let clan = Definitions { items: found.clans, open };
        Some((clan, Definitions { items: found.inventories, open: Vec::new() }))
    }
}

/// The folder's `flake.nix`.
pub(super) fn flake_in(root: &Path) -> PathBuf {
    root.join("flake.nix")
}
