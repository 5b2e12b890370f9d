//! Which names a part does not bind itself.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::Lowering;
use crate::hir::{Expr, Param};
use crate::part::{Free, Part};

/// The names that were met and that nothing binds so far; is each met outside of every `with`?
pub(super) type Met = FxHashMap<SmolStr, bool>;

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
        if !CONSTANTS.contains(&name.as_str()) {
            self.meet_free(name, true);
        }
    }

    fn meet_free(&mut self, name: &SmolStr, bare: bool) {
        match self.free.get_mut(name) {
            Some(known) => *known |= bare,
            None => drop(self.free.insert(name.clone(), bare)),
        }
    }

    /// A part stands where the work is.
    pub(super) fn meet_part(&mut self, part: &Part) {
        part.free.iter().for_each(|Free { name, bare }| self.meet_free(name, *bare));
        self.traits.depends |= part.traits.depends;
        self.traits.shadows |= part.traits.shadows;
        self.traits.repeats |= part.traits.repeats;
    }

    /// A scope begins; gives the names that were met outside.
    pub(super) fn enter(&mut self) -> Met {
        std::mem::take(&mut self.free)
    }

    /// A scope ends that binds some names; the others are met outside.
    pub(super) fn leave(&mut self, outer: Met, binds: impl Fn(&str) -> bool) {
        self.traits.shadows |= CONSTANTS.iter().any(|name| binds(name));
        let inner = std::mem::replace(&mut self.free, outer);
        for (name, bare) in inner.into_iter().filter(|(name, _)| !binds(name)) {
            self.meet_free(&name, bare);
        }
    }

    /// The scope of a `with` ends: it may bind any name.
    pub(super) fn leave_with(&mut self, outer: Met) {
        let inner = std::mem::replace(&mut self.free, outer);
        inner.keys().for_each(|name| self.meet_free(name, false));
    }
}

impl Param {
    pub(crate) fn binds(&self, name: &str) -> bool {
        match self {
            Param::Name(it) => it == name,
            Param::Pattern { fields, whole, .. } => {
                whole.iter().chain(fields.iter().map(|(field, _)| field)).any(|it| it == name)
            }
            Param::Missing => false,
        }
    }
}
