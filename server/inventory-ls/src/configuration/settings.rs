//! What one source of configuration says: a client, or a file. All of it may be absent.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::{Glob, GlobBuilder};
use ide::{Code, Disk, FileKind, Severity, TextRange};

use super::{Problem, read};

/// Some of the settings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// `preset`.
    pub preset: Option<Preset>,
    /// `diagnostics.<code>`; `None` is `"off"`.
    pub diagnostics: BTreeMap<Code, Option<Severity>>,
    /// `features.<lsp_method>`.
    pub features: BTreeMap<String, bool>,
    /// `inputs.<name>`.
    pub inputs: BTreeMap<String, Input>,
    /// `exclude`.
    pub exclude: Option<Vec<Glob>>,
    /// `trace`.
    pub trace: Option<Trace>,
}

/// Which diagnostics and features there are when nothing else is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Preset {
    /// Without those that a server for the language Nix reports, which runs beside.
    #[default]
    Companion,
    /// All.
    Standalone,
}

/// How much the server tells of what it does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trace {
    /// Nothing.
    #[default]
    Off,
    /// The messages.
    Messages,
    /// The messages and what is in them.
    Verbose,
}

/// The folder of an input's source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// As it was written; absolute once [`Settings::find_inputs`] has run.
    pub path: PathBuf,
    /// Where that stands.
    pub range: TextRange,
}

impl Settings {
    /// Reads a client's settings, the section's content; null is no settings.
    pub fn from_json(json: &serde_json::Value) -> (Settings, Vec<Problem>) {
        read::client(&read::Value::from_json(json))
    }

    /// Reads the text of a file.
    pub fn from_toml(text: &str) -> (Settings, Vec<Problem>) {
        let (value, syntax_errors) = read::Value::from_toml(text);
        let (settings, mut problems) = read::file(&value);
        // A mistake in the writing makes others of itself.
        let follows =
            |at: TextRange| syntax_errors.iter().any(|error| error.range.intersect(at).is_some());
        problems.retain(|problem| !follows(problem.range));
        problems.extend(syntax_errors);
        problems.sort_by_key(|problem| problem.range.start());
        (settings, problems)
    }

    /// Makes the inputs' paths absolute, as seen from `base`, and leaves those that are folders.
    pub fn find_inputs(&mut self, base: &Path, disk: &dyn Disk) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.inputs.retain(|name, input| {
            let path = ide::normalize(&base.join(&input.path));
            let found = disk.kind(&path) == Some(FileKind::Directory);
            if !found {
                let path = path.display();
                let message = format!("`inputs.{name}`: there is no folder `{path}`");
                problems.push(Problem { range: input.range, message });
            }
            input.path = path;
            found
        });
        problems
    }
}

/// A pattern of paths below the configured folder. As in `.gitignore`, one without a slash inside
/// matches at any depth, and what lies in a folder that matches is matched too.
pub(super) fn glob(pattern: &str) -> Result<Glob, globset::Error> {
    let anchored = pattern.trim_start_matches("./").trim_end_matches('/');
    let pattern = match anchored.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None if anchored.is_empty() || anchored.contains('/') => anchored.to_owned(),
        None => format!("**/{anchored}"),
    };
    GlobBuilder::new(&pattern).literal_separator(true).build()
}
