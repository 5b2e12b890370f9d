//! Nix's own functions: `builtins`, and the few of them that need no prefix.

mod attrsets;
mod context;
mod files;
mod hash;
mod json;
mod lists;
mod numbers;
mod outside;
mod regex;
mod strings;
mod toml;
mod values;
mod versions;

pub use regex::matches_whole;

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::native::Native;
use crate::value::{Attr, Attrs, Sites, ThunkId, Unknown, UnknownKind, Value};

/// By area.
static TABLES: [&[Native]; 13] = [
    attrsets::FUNCTIONS,
    context::FUNCTIONS,
    files::FUNCTIONS,
    hash::FUNCTIONS,
    json::FUNCTIONS,
    lists::FUNCTIONS,
    numbers::FUNCTIONS,
    outside::FUNCTIONS,
    regex::FUNCTIONS,
    strings::FUNCTIONS,
    toml::FUNCTIONS,
    values::FUNCTIONS,
    versions::FUNCTIONS,
];

static BY_NAME: LazyLock<FxHashMap<&str, &Native>> = LazyLock::new(|| {
    TABLES.iter().flat_map(|table| table.iter()).map(|native| (native.name, native)).collect()
});

/// Those that can be called without `builtins.`, as the Nix manual lists them.
const GLOBAL: [&str; 19] = [
    "abort",
    "baseNameOf",
    "break",
    "derivation",
    "derivationStrict",
    "dirOf",
    "fetchGit",
    "fetchMercurial",
    "fetchTarball",
    "fetchTree",
    "fromTOML",
    "import",
    "isNull",
    "map",
    "placeholder",
    "removeAttrs",
    "scopedImport",
    "throw",
    "toString",
];

/// Does a name mean something without any scope? Of those that begin with `__`, which differ from one
/// version of Nix to the next, any may.
pub(crate) fn is_global(name: &str) -> bool {
    needs_no_scope().any(|known| known == name) || name.starts_with("__")
}

/// The names that mean something without any scope, without those that begin with `__`.
pub(crate) fn needs_no_scope() -> impl Iterator<Item = &'static str> {
    GLOBAL.into_iter().chain(["builtins", "true", "false", "null"])
}

/// A function of `builtins`.
pub(crate) fn named(name: &str) -> Option<&'static Native> {
    BY_NAME.get(name).copied()
}

/// An unknown that may turn out to be any value, and so leaves open what it is put into.
///
/// # Errors
/// It is no value at all: evaluation ends there.
pub(crate) fn doubt(unknown: Arc<Unknown>) -> Result<Arc<Unknown>, Arc<Unknown>> {
    match unknown.kind {
        UnknownKind::Thrown => Err(unknown),
        _ => Ok(unknown),
    }
}

impl Evaluator<'_> {
    /// The names that need no scope.
    pub(crate) fn global(&mut self, name: &str) -> Option<Value> {
        match name {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            "null" => Some(Value::Null),
            "builtins" => {
                let builtins = self.builtins();
                Some(self.force(builtins))
            }
            _ if GLOBAL.contains(&name) => named(name).map(Native::value),
            // The older spelling: `__readDir`.
            _ => named(name.strip_prefix("__")?).map(Native::value),
        }
    }

    /// `builtins`: what every Nix has. Of the rest, which depends on settings (`currentSystem` is not
    /// there in pure evaluation), not even the names are known.
    fn builtins(&mut self) -> ThunkId {
        if let Some(builtins) = self.builtins {
            return builtins;
        }
        let natives = TABLES.iter().flat_map(|table| table.iter());
        let mut values: Vec<(&str, Value)> =
            natives.map(|native| (native.name, native.value())).collect();
        values.extend([
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("null", Value::Null),
            ("langVersion", Value::Int(6)),
            ("nixPath", Value::unknown("`nixPath` depends on the machine", None)),
            ("nixVersion", Value::unknown("which Nix will evaluate this is not known", None)),
            ("storeDir", Value::String(SmolStr::new_static("/nix/store"))),
        ]);
        let builtins = self.open_set_of(values, "this builtin is not followed");
        self.builtins = Some(builtins);
        builtins
    }

    /// A set of values of ours; what else it holds is unknown for this reason.
    pub(crate) fn open_set_of(
        &mut self,
        values: Vec<(&'static str, Value)>,
        why: &'static str,
    ) -> ThunkId {
        let attrs = values.into_iter().map(|(name, value)| {
            let value = self.ready(value, None);
            Attr { name: SmolStr::new_static(name), value, sites: Sites::default() }
        });
        let attrs = attrs.collect();
        let open = Some(Arc::new(Unknown::new(why, None)));
        let set = Attrs::new(attrs, open, Vec::new());
        self.ready(set.into(), None)
    }
}
