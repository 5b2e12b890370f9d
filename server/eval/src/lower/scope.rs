//! Which names a part does not bind itself.

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::Lowering;
use crate::hir::{Expr, Param};
use crate::part::Part;

/// They mean the same everywhere, unless a scope binds them; which Nix allows.
const CONSTANTS: [&str; 3] = ["true", "false", "null"];

impl Lowering<'_> {
    /// An expression that is a name.
    pub(super) fn name(&mut self, name: SmolStr) -> Expr {
        self.meet(&name);
        Expr::Ident(name)
    }

    /// A name is used.
    pub(super) fn meet(&mut self, name: &SmolStr) {
        if !CONSTANTS.contains(&name.as_str()) && !self.free.contains(name) {
            self.free.insert(name.clone());
        }
    }

    /// A part stands where the work is.
    pub(super) fn meet_part(&mut self, part: &Part) {
        part.free.iter().for_each(|name| self.meet(name));
        self.traits.depends |= part.traits.depends;
        self.traits.shadows |= part.traits.shadows;
    }

    /// A scope begins; gives the names that were met outside.
    pub(super) fn enter(&mut self) -> FxHashSet<SmolStr> {
        std::mem::take(&mut self.free)
    }

    /// A scope ends that binds some names; the others are met outside.
    pub(super) fn leave(&mut self, outer: FxHashSet<SmolStr>, binds: impl Fn(&str) -> bool) {
        self.traits.shadows |= CONSTANTS.iter().any(|name| binds(name));
        let inner = std::mem::replace(&mut self.free, outer);
        self.free.extend(inner.into_iter().filter(|name| !binds(name)));
    }
}

impl Param {
    pub(super) fn binds(&self, name: &str) -> bool {
        match self {
            Param::Name(it) => it == name,
            Param::Pattern { fields, whole, .. } => {
                whole.iter().chain(fields.iter().map(|(field, _)| field)).any(|it| it == name)
            }
            Param::Missing => false,
        }
    }
}
