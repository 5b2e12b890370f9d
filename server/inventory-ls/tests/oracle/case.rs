//! A recorded clan.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

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
    /// Could the inventory be read?
    pub(crate) readable: bool,
    /// Could the services of every machine be computed?
    pub(crate) evaluates: bool,
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
    let cases: BTreeMap<String, Case> = serde_json::from_str(include_str!("cases.json")).unwrap();
    cases.into_iter().map(|(name, case)| Case { name, ..case }).collect()
}

impl Case {
    /// What a command says of the clan, as JSON.
    ///
    /// # Errors
    /// It could not run, or what it says is no JSON.
    pub(crate) fn ask(&self, command: &str) -> Result<Value, String> {
        let folder = TempDir::new().unwrap();
        self.write(folder.path());
        let output = Command::new(env!("CARGO_BIN_EXE_inventory-ls"))
            .args([command, "--format", "json"])
            .arg(folder.path())
            .output()
            .unwrap();
        if !matches!(output.status.code(), Some(0 | 1)) {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(format!("`{command}` could not run ({}): {said}", output.status));
        }
        serde_json::from_slice(&output.stdout).map_err(|error| format!("`{command}`: {error}"))
    }

    fn write(&self, folder: &Path) {
        for (path, text) in &self.files {
            let path = folder.join(path);
            match text {
                Some(text) => {
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    fs::write(path, text).unwrap();
                }
                None => fs::create_dir_all(path).unwrap(),
            }
        }
    }
}
