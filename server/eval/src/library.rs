//! nixpkgs' `lib`, as far as configurations use it.
//!
//! The functions are ours, written after what the library's manual says of each. A name that we
//! do not have is unknown, not an error.

mod attrsets;
mod lists;

use std::sync::Arc;

use smol_str::SmolStr;

use crate::builtins;
use crate::evaluator::Evaluator;
use crate::native::Native;
use crate::value::{Attr, Attrs, Sites, ThunkId, Unknown};

/// A part of the library: `lib.lists` and its like. What it holds is in `lib` itself as well.
struct Section {
    name: &'static str,
    functions: &'static [Native],
    /// What it passes on of `builtins`.
    builtins: &'static [&'static str],
}

static SECTIONS: [Section; 2] = [
    Section {
        name: "attrsets",
        functions: attrsets::FUNCTIONS,
        builtins: &[
            "attrNames",
            "attrValues",
            "catAttrs",
            "getAttr",
            "hasAttr",
            "intersectAttrs",
            "listToAttrs",
            "mapAttrs",
            "removeAttrs",
            "zipAttrsWith",
        ],
    },
    Section {
        name: "lists",
        functions: lists::FUNCTIONS,
        builtins: &[
            "all",
            "any",
            "concatLists",
            "concatMap",
            "elem",
            "elemAt",
            "filter",
            "foldl'",
            "genList",
            "groupBy",
            "head",
            "length",
            "map",
            "partition",
            "sort",
            "tail",
        ],
    },
];

/// What `lib` itself passes on of `builtins`, beside what its sections do.
const BUILTINS: [&str; 9] = [
    "addErrorContext",
    "deepSeq",
    "isAttrs",
    "isBool",
    "isFunction",
    "isInt",
    "isList",
    "isString",
    "seq",
];

impl Evaluator<'_> {
    /// The library as a value.
    pub fn library(&mut self) -> ThunkId {
        if let Some(library) = self.library {
            return library;
        }
        let why = Arc::new(Unknown::new("this function of `lib` is not followed", None));
        let mut all: Vec<Attr> = self.inherited(&BUILTINS);
        let mut sections = Vec::new();
        for section in &SECTIONS {
            let mut entries = self.inherited(section.builtins);
            for native in section.functions {
                let value = self.ready(native.value(), None);
                entries.push(plain(native.name, value));
            }
            all.extend(entries.iter().cloned());
            let set = Attrs::new(entries, Some(why.clone()), Vec::new());
            let set = self.ready(set.into(), None);
            sections.push(plain(section.name, set));
        }
        all.extend(sections);
        let library = self.ready(Attrs::new(all, Some(why), Vec::new()).into(), None);
        self.library = Some(library);
        library
    }

    fn inherited(&mut self, names: &[&'static str]) -> Vec<Attr> {
        let natives = names.iter().filter_map(|name| Some((*name, builtins::named(name)?)));
        natives.map(|(name, native)| plain(name, self.ready(native.value(), None))).collect()
    }
}

fn plain(name: &'static str, value: ThunkId) -> Attr {
    Attr { name: SmolStr::new_static(name), value, sites: Sites::default() }
}
