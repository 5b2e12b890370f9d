//! What users may configure: one set of keys, said by the editor (as JSON) or by
//! `inventory-ls.toml`, and what comes of both together.

mod file;
mod read;
mod settings;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::{GlobSet, GlobSetBuilder};
use ide::{Code, Diagnostic, Severity, TextRange};

pub use file::{File, NAME, root_of};
pub use settings::{Input, Preset, Settings, Trace};

/// A mistake in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes; empty, at the start, in what has no text.
    pub range: TextRange,
    /// What is wrong and what was expected.
    pub message: String,
}

/// The features of an editor that can be turned off: the protocol's methods about documents and
/// the workspace, in snake case.
pub const FEATURES: [&str; 22] = [
    "call_hierarchy",
    "code_action",
    "code_lens",
    "completion",
    "declaration",
    "definition",
    "diagnostic",
    "document_highlight",
    "document_link",
    "document_symbol",
    "folding_range",
    "formatting",
    "hover",
    "implementation",
    "inlay_hint",
    "linked_editing_range",
    "references",
    "rename",
    "selection_range",
    "semantic_tokens",
    "signature_help",
    "symbol",
];

/// Those of [`FEATURES`] that a server for the language Nix, which runs beside, has as well.
const LEFT_TO_NIX: [&str; 3] = ["document_link", "folding_range", "selection_range"];

/// The settings that count for a clan.
#[derive(Debug, Clone, Default)]
pub struct Configuration {
    /// Which diagnostics and features there are when nothing else is said.
    pub preset: Preset,
    /// How much the server tells of what it does.
    pub trace: Trace,
    /// The folders in which sources of inputs are, absolute, by the input's name.
    pub inputs: BTreeMap<String, PathBuf>,
    diagnostics: BTreeMap<Code, Option<Severity>>,
    features: BTreeMap<String, bool>,
    excluded: GlobSet,
    base: PathBuf,
}

impl Configuration {
    /// What comes of several settings, the strongest last. `base` is the folder that the patterns
    /// of `exclude` speak of.
    pub fn of<'s>(base: &Path, layers: impl IntoIterator<Item = &'s Settings>) -> Configuration {
        let mut merged = Configuration { base: base.to_owned(), ..Configuration::default() };
        for layer in layers {
            merged.add(layer);
        }
        merged
    }

    fn add(&mut self, layer: &Settings) {
        self.preset = layer.preset.unwrap_or(self.preset);
        self.trace = layer.trace.unwrap_or(self.trace);
        self.diagnostics.extend(&layer.diagnostics);
        self.features.extend(layer.features.iter().map(|(name, &on)| (name.clone(), on)));
        let inputs = layer.inputs.iter().map(|(name, input)| (name.clone(), input.path.clone()));
        self.inputs.extend(inputs);
        if let Some(globs) = &layer.exclude {
            let mut set = GlobSetBuilder::new();
            for glob in globs {
                set.add(glob.clone());
            }
            // Each was accepted alone; together they may be too many.
            self.excluded = set.build().unwrap_or_else(|error| {
                tracing::error!("`exclude` is left out of account: {error}");
                GlobSet::default()
            });
        }
    }

    /// The diagnostics of a file as they are to be told.
    pub fn judge(&self, path: &Path, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if diagnostics.is_empty() || self.excludes(path) {
            return Vec::new();
        }
        let told = diagnostics.into_iter().filter_map(|diagnostic| {
            let severity = self.severity(diagnostic.code, diagnostic.severity)?;
            Some(Diagnostic { severity, ..diagnostic })
        });
        told.collect()
    }

    /// How grave a mistake is that would be `given`; `None` when it is not to be told.
    fn severity(&self, code: Code, given: Severity) -> Option<Severity> {
        match self.diagnostics.get(&code) {
            Some(configured) => *configured,
            // A server for Nix, which runs beside, tells it.
            None if self.preset == Preset::Companion && code.is_general_nix() => None,
            None => Some(given),
        }
    }

    /// Is nothing to be told of that file?
    pub fn excludes(&self, path: &Path) -> bool {
        let Ok(below) = path.strip_prefix(&self.base) else { return false };
        below.ancestors().any(|path| !path.as_os_str().is_empty() && self.excluded.is_match(path))
    }

    /// Is that feature of [`FEATURES`] wanted?
    pub fn enables(&self, feature: &str) -> bool {
        self.features
            .get(feature)
            .copied()
            .unwrap_or_else(|| self.preset == Preset::Standalone || !LEFT_TO_NIX.contains(&feature))
    }
}
