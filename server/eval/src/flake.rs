//! Flakes: `outputs` called with what stands for the inputs, and what that hands to clan-core or to
//! flake-parts: that is what the clan is made of.
//!
//! - [`lock`] reads which inputs there are, [`at_hand`] finds where their sources lie;
//! - [`input`] is what an input gives: its own outputs where its source is at hand, and those of its
//!   attributes by which flakes make clans ([`natives`], [`import_tree`]) in any case.

mod at_hand;
mod clan_lib;
mod import_tree;
mod input;
mod lock;
mod natives;
mod store_path;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::module::{Context, Definition, Definitions, OptionPath};
use crate::value::{Attr, Attrs, Sites, ThunkId, Unknown, Value};

pub use at_hand::SourceTree;
pub use lock::{Lock, Locked, Node};

use input::Inputs;

/// The first name of option paths that begin at a flake's module rather than at a clan.
pub const FLAKE: &str = "<flake>";

/// What a flake hands to those who make a clan of it.
#[derive(Debug, Clone, Default)]
pub struct Flake {
    /// The arguments of clan-core's `lib.clan`.
    pub clans: Vec<ThunkId>,
    /// The modules of flake-parts' `mkFlake`, ready for [`Evaluator::children`].
    pub parts: Vec<Definitions>,
}

/// What is known of the flake that is evaluated.
#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    /// The inputs by name, `self` among them.
    pub(crate) inputs: Option<ThunkId>,
    pub(crate) own: Option<ThunkId>,
    /// What was handed to those who make clans, so far.
    pub(crate) met: Flake,
    /// The folders that may be read; empty: any.
    pub(crate) roots: Vec<PathBuf>,
}

impl Evaluator<'_> {
    /// Calls the `outputs` of `flake.nix` in the folder `root`, and forces as much of them as it
    /// takes to meet a clan.
    pub fn flake(&mut self, root: &Path) -> Flake {
        let file = self.import(&root.join("flake.nix"), None);
        let Value::Attrs(flake) = self.force(file) else { return Flake::default() };
        let Some(outputs) = flake.get("outputs").map(|attr| attr.value) else {
            return Flake::default();
        };
        let Some(at) = self.origin(outputs) else { return Flake::default() };
        let inputs = Inputs::of_workspace(self, &flake, root);
        // `self` is what `outputs` gives, which is given `self`.
        let (result, inputs) = inputs.tie(self, root, outputs, at);
        self.world.inputs = Some(inputs);
        self.world.own = self.attr_of(inputs, "self");
        if let Value::Attrs(outputs) = self.force(result) {
            self.meet_clan(&outputs);
        }
        self.world.met.clone()
    }

    /// Forces attributes until some value was handed to clan-core or to flake-parts.
    fn meet_clan(&mut self, outputs: &Attrs) {
        for attr in &outputs.entries {
            if !self.world.met.clans.is_empty() || !self.world.met.parts.is_empty() {
                return;
            }
            self.force(attr.value);
        }
    }

    /// What the `outputs` of the flake give that was evaluated, once they are known to be called.
    pub fn outputs(&mut self) -> Option<ThunkId> {
        let own = self.world.own?;
        self.attr_of(own, "outputs")
    }

    /// What was handed over so far.
    pub fn met(&self) -> &Flake {
        &self.world.met
    }

    /// The arguments that clan-core gives to the modules of a clan, beside `config`.
    pub fn clan_arguments(&mut self) -> ThunkId {
        let library = self.library();
        let mut entries = vec![plain("lib", library)];
        entries.extend(self.world.own.map(|own| plain("self", own)));
        if let Some(inputs) = self.world.inputs {
            for name in ["clan-core", "nixpkgs", "nix-darwin"] {
                let input = self.input_by_kind(inputs, name);
                entries.extend(input.map(|input| plain(name, input)));
            }
        }
        self.open_set(entries, "it is an argument that Clan gives")
    }

    /// The arguments that clan-core gives to services.
    pub fn service_arguments(&mut self) -> ThunkId {
        let (library, clan_lib) = (self.library(), self.clan_lib());
        let entries = vec![plain("lib", library), plain("clanLib", clan_lib)];
        self.open_set(entries, "it is an argument that Clan gives to services")
    }

    /// The arguments that the interfaces of services' roles are given, beside `config` and `name`.
    pub fn interface_arguments(&mut self) -> ThunkId {
        let library = self.library();
        self.open_set(
            vec![plain("lib", library)],
            "it is an argument that Clan gives to interfaces",
        )
    }

    /// The modules of a flake-parts flake.
    fn flake_parts_modules(&mut self, module: ThunkId) -> Definitions {
        let library = self.library();
        let mut entries = vec![plain("lib", library)];
        entries.extend(self.world.inputs.map(|inputs| plain("inputs", inputs)));
        entries.extend(self.world.own.map(|own| plain("self", own)));
        let arguments = self.open_set(entries, "it is an argument that flake-parts gives");
        let context = Context { arguments: Some(arguments), ..Context::default() };
        let definitions = Definitions { items: vec![Definition::of(module)], open: Vec::new() };
        self.submodule(&definitions, &OptionPath::ROOT.child(FLAKE), &context)
    }

    /// An attribute of a set, if it is known to be there.
    pub(crate) fn attr_of(&mut self, set: ThunkId, name: &str) -> Option<ThunkId> {
        match self.force(set) {
            Value::Attrs(attrs) => attrs.get(name).map(|attr| attr.value),
            _ => None,
        }
    }

    pub(crate) fn open_set(&mut self, entries: Vec<Attr>, why: &str) -> ThunkId {
        let set = open_attrs(entries, why);
        self.ready(set.into(), None)
    }
}

/// A set of these attributes that may hold others.
fn open_attrs(entries: Vec<Attr>, why: &str) -> Attrs {
    Attrs::new(entries, Some(Arc::new(Unknown::new(why, None))), Vec::new())
}

/// An attribute that no text spells.
fn plain(name: impl Into<SmolStr>, value: ThunkId) -> Attr {
    Attr { name: name.into(), value, sites: Sites::default() }
}
