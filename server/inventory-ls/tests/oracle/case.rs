//! A recorded clan.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Output};
use std::{fs, io};

use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;

/// A small clan, what clan-core made of it, and what is expected of us.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Case {
    #[serde(skip)]
    pub(crate) name: String,
    /// The text of each file; an empty folder has none.
    pub(crate) files: BTreeMap<String, Option<String>>,
    /// The errors and warnings of `check`; `None` when it is not to be judged.
    pub(crate) expect: Option<Vec<Expected>>,
    /// Codes that may be reported beside.
    #[serde(default)]
    pub(crate) may_also: Vec<String>,
    pub(crate) real: Real,
}

/// A mistake that `check` is to report.
#[derive(Deserialize)]
pub(crate) struct Expected {
    /// One of these.
    pub(crate) code: Vec<String>,
    pub(crate) severity: String,
    /// The text under the range is one of these, quotes aside; anything when there is none.
    #[serde(default)]
    pub(crate) text: Vec<String>,
    pub(crate) file: Option<String>,
}

/// What clan-core made of a clan.
#[derive(Deserialize)]
pub(crate) struct Real {
    /// The beginnings of its messages, where it refused.
    pub(crate) errors: Vec<String>,
    /// `None` when Nix could not even parse it.
    pub(crate) machines: Option<BTreeMap<String, RealMachine>>,
    pub(crate) tags: Option<BTreeMap<String, BTreeSet<String>>>,
    pub(crate) instances: BTreeMap<String, RealInstance>,
}

/// A machine as clan-core has it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RealMachine {
    pub(crate) machine_class: String,
    pub(crate) tags: BTreeSet<String>,
}

/// An instance as clan-core has it.
#[derive(Deserialize)]
pub(crate) struct RealInstance {
    /// `None` when the definitions conflict.
    pub(crate) module: Option<RealModule>,
    /// The members of each role.
    pub(crate) roles: BTreeMap<String, BTreeSet<String>>,
}

/// The service of an instance as clan-core has it.
#[derive(Deserialize)]
pub(crate) struct RealModule {
    pub(crate) name: String,
    pub(crate) input: Option<String>,
}

/// All recorded cases, by name.
pub(crate) fn all() -> Vec<Case> {
    let cases: serde_json::Result<BTreeMap<String, Case>> =
        serde_json::from_str(include_str!("cases.json"));
    assert!(cases.is_ok(), "cases.json: {:?}", cases.err());
    cases.into_iter().flatten().map(|(name, case)| Case { name, ..case }).collect()
}

impl Case {
    /// What a command says of the clan, as JSON.
    ///
    /// # Errors
    /// It could not run, or what it says is no JSON.
    pub(crate) fn ask(&self, command: &str) -> Result<Value, String> {
        let output = self.run(command).map_err(|error| format!("`{command}`: {error}"))?;
        if !matches!(output.status.code(), Some(0 | 1)) {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(format!("`{command}` could not run ({}): {said}", output.status));
        }
        serde_json::from_slice(&output.stdout).map_err(|error| format!("`{command}`: {error}"))
    }

    fn run(&self, command: &str) -> io::Result<Output> {
        let folder = TempDir::new()?;
        for (name, text) in &self.files {
            let path = folder.path().join(name);
            fs::create_dir_all(if text.is_some() {
                path.parent().unwrap_or(&path)
            } else {
                &path
            })?;
            if let Some(text) = text {
                fs::write(path, text)?;
            }
        }
        Command::new(env!("CARGO_BIN_EXE_inventory-ls"))
            .args([command, "--format", "json"])
            .arg(folder.path())
            .output()
    }
}
