//! nixpkgs' `lib`, as far as configurations use it.
//!
//! The functions are ours, written after what the library's manual says of each. A name that we
//! do not have is unknown, not an error.

mod asserts;
mod attrsets;
mod debug;
mod filesystem;
mod fixed_points;
mod generators;
mod lists;
mod modules;
mod options;
mod path;
mod sources;
mod strings;
mod trivial;
mod types;
mod versions;

use std::sync::Arc;

use smol_str::SmolStr;

use crate::attributes::Attributes;
use crate::builtins;
use crate::evaluator::Evaluator;
use crate::native::{Call, Native};
use crate::value::{Attr, Attrs, Sites, ThunkId, Unknown};

/// A part of the library: `lib.lists` and its like.
struct Section {
    name: &'static str,
    functions: &'static [&'static [Native]],
    /// What it passes on of `builtins`.
    builtins: &'static [&'static str],
    /// What it holds apart from functions.
    values: fn(&mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)>,
    passes: Passes,
}

/// What of a section is in `lib` itself as well.
enum Passes {
    /// Everything but these.
    AllBut(&'static [&'static str]),
    /// These.
    Only(&'static [&'static str]),
}

impl Passes {
    fn has(&self, name: &str) -> bool {
        match self {
            Passes::AllBut(names) => !names.contains(&name),
            Passes::Only(names) => names.contains(&name),
        }
    }
}

/// In the order in which they count: of two sections that pass on one name the first does.
static SECTIONS: [&Section; 15] = [
    &trivial::SECTION,
    &fixed_points::SECTION,
    &attrsets::SECTION,
    &lists::SECTION,
    &strings::SECTION,
    &versions::SECTION,
    &modules::SECTION,
    &options::SECTION,
    &types::SECTION,
    &asserts::SECTION,
    &debug::SECTION,
    &path::SECTION,
    &filesystem::SECTION,
    &sources::SECTION,
    &generators::SECTION,
];

/// What `lib` itself passes on of `builtins`, beside what its sections do.
const BUILTINS: &[&str] = &[
    "convertHash",
    "fromJSON",
    "fromTOML",
    "getContext",
    "hasContext",
    "hashString",
    "parseDrvName",
    "placeholder",
    "toFile",
    "toJSON",
    "toString",
    "toXML",
    "tryEval",
];

impl Evaluator<'_> {
    /// The library as a value.
    pub fn library(&mut self) -> ThunkId {
        if let Some(library) = self.library {
            return library;
        }
        let mut all = Attributes::default();
        let mut sections = Vec::new();
        for section in SECTIONS {
            let set = self.section(section);
            for attr in &set.entries {
                if section.passes.has(&attr.name) {
                    all.add(attr.clone());
                }
            }
            sections.push(plain(section.name, self.ready(set.into(), None)));
        }
        sections.into_iter().for_each(|section| all.add(section));
        for attr in self.inherited(BUILTINS) {
            all.add(attr);
        }
        let extend = self.ready(fixed_points::EXTEND_LIBRARY.value(), None);
        all.add(plain("extend", extend));
        all.open = Some(not_followed());
        let library = self.ready(all.finish().into(), None);
        self.library = Some(library);
        library
    }

    fn section(&mut self, section: &Section) -> Attrs {
        let mut entries = Vec::new();
        for native in section.functions.iter().copied().flatten() {
            entries.push(plain(native.name, self.ready(native.value(), None)));
        }
        for (name, value) in (section.values)(self) {
            entries.push(plain(name, value));
        }
        entries.extend(self.inherited(section.builtins));
        Attrs::new(entries, Some(not_followed()), Vec::new())
    }

    fn inherited(&mut self, names: &[&'static str]) -> Vec<Attr> {
        let natives = names.iter().filter_map(|name| Some((*name, builtins::named(name)?)));
        natives.map(|(name, native)| plain(name, self.ready(native.value(), None))).collect()
    }
}

/// One of `lib.types`, when somebody asks for it.
pub(crate) fn named_type(call: &mut Call<'_, '_>, name: &'static str) -> ThunkId {
    types::named(call, name)
}

fn not_followed() -> Arc<Unknown> {
    Arc::new(Unknown::new("this function of `lib` is not followed", None))
}

/// A section that is only functions.
fn no_values(_: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    Vec::new()
}

/// An attribute that no text spells.
fn plain(name: &'static str, value: ThunkId) -> Attr {
    Attr { name: SmolStr::new_static(name), value, sites: Sites::default() }
}
