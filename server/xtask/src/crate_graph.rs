//! Which crate may know which: the invariants of `server/ARCHITECTURE.md`, as tests.

use std::collections::BTreeSet;
use std::process::Command;

use serde::Deserialize;

use crate::workspace;

/// From the lowest to the highest: each may depend on those before it.
const LAYERS: [&str; 5] = ["syntax", "eval", "inventory", "ide", "inventory-ls"];

/// What serves an editor or a terminal, by how the names begin.
const SERVING: [&str; 6] = ["clap", "dashmap", "ls-types", "lsp-types", "tokio", "tower"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
}

impl Package {
    fn layer(&self) -> Option<usize> {
        layer(&self.name)
    }
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|&layer| layer == name)
}

/// The workspace's crates, as cargo sees them, with dependencies of every kind.
fn packages() -> Vec<Package> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(workspace::root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice::<Metadata>(&output.stdout).unwrap().packages
}

#[test]
fn every_crate_is_a_layer_or_the_chores() {
    let names: BTreeSet<_> = packages().into_iter().map(|package| package.name).collect();
    let expected = LAYERS.into_iter().chain(["xtask"]).map(str::to_owned).collect();
    assert_eq!(names, expected);
}

#[test]
fn a_layer_knows_only_lower_ones() {
    for package in packages() {
        let Some(own) = package.layer() else { continue };
        for dependency in &package.dependencies {
            let (name, dependency) = (&package.name, &dependency.name);
            assert_ne!(dependency, "xtask", "{name}");
            assert!(layer(dependency).is_none_or(|it| it < own), "{name} knows {dependency}");
        }
    }
}

#[test]
fn only_the_binary_serves() {
    let is_analysis = |package: &Package| package.layer().is_some_and(|it| it < LAYERS.len() - 1);
    for package in packages().into_iter().filter(is_analysis) {
        for dependency in &package.dependencies {
            let serves = SERVING.iter().any(|serving| dependency.name.starts_with(serving));
            assert!(!serves, "{} depends on {}", package.name, dependency.name);
        }
    }
}

#[test]
fn every_dependency_has_a_reason() {
    let manifest = workspace::read("Cargo.toml").unwrap();
    let architecture = workspace::read("server/ARCHITECTURE.md").unwrap();
    let section = architecture.lines().skip_while(|line| *line != "## Dependencies").skip(1);
    let table = section.take_while(|line| !line.starts_with('#'));
    let explained: BTreeSet<_> = table.filter_map(explained).collect();
    assert_eq!(explained, dependencies(&manifest));
}

/// The name in a line ``| `name` | reason |`` that has a reason.
fn explained(line: &str) -> Option<&str> {
    let (name, reason) = line.strip_prefix("| `")?.split_once("` | ")?;
    (!reason.trim_end_matches([' ', '|']).is_empty()).then_some(name)
}

/// The names in `[workspace.dependencies]` that come from outside the workspace.
fn dependencies(manifest: &str) -> BTreeSet<&str> {
    let section = manifest.lines().skip_while(|line| *line != "[workspace.dependencies]").skip(1);
    section
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .filter(|(_, value)| !value.starts_with("{ path ="))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn a_row_without_a_reason_explains_nothing() {
    assert_eq!(explained("| `serde` | reads JSON |"), Some("serde"));
    assert_eq!(explained("| `serde` |  |"), None);
    assert_eq!(explained("`serde` reads JSON"), None);
}

#[test]
fn crates_of_the_workspace_are_no_foreign_dependencies() {
    let manifest =
        "[workspace.dependencies]\nide = { path = \"ide\" }\nserde = \"1\"\n[profile]\na = 1";
    assert_eq!(dependencies(manifest), ["serde"].into());
}
