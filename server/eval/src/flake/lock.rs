//! `flake.lock`: which inputs a flake has, whom they follow, and where their sources lie.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use smol_str::SmolStr;

use super::store_path;
use crate::files::{FileKind, Files, normalize};

/// A lock file. Whatever of it can't be read counts as not there.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Lock {
    nodes: BTreeMap<String, Node>,
    root: String,
}

/// One flake, or source without one, of the graph of inputs.
#[derive(Debug, Clone, Deserialize)]
pub struct Node {
    #[serde(default)]
    inputs: BTreeMap<SmolStr, Target>,
    /// What it is locked at.
    pub locked: Option<Locked>,
    /// Is it a flake, not a mere source?
    #[serde(default = "yes")]
    pub flake: bool,
    /// For a relative path: the inputs that lead to the flake that it is relative to.
    parent: Option<Vec<SmolStr>>,
}

/// A node's name, or a path of input names from the root (`follows`).
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Target {
    Node(String),
    Follows(Vec<SmolStr>),
}

/// Where an input comes from, at which version.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Locked {
    /// `github`, `path`, `tarball` and so on.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The repository's name at its forge.
    pub repo: Option<String>,
    /// Where it is fetched from, where that is no forge that Nix knows.
    pub url: Option<String>,
    /// The commit.
    pub rev: Option<SmolStr>,
    path: Option<String>,
    nar_hash: Option<String>,
    dir: Option<String>,
}

fn yes() -> bool {
    true
}

/// `follows` that lead further than this lead in a circle.
const MAX_FOLLOWS: u32 = 32;

impl Default for Node {
    /// A flake of which nothing is locked.
    fn default() -> Node {
        Node { inputs: BTreeMap::new(), locked: None, flake: true, parent: None }
    }
}

impl Lock {
    /// Reads the text of a lock file.
    pub fn parse(text: &str) -> Option<Lock> {
        serde_json::from_str(text).ok()
    }

    /// The flake that the lock belongs to.
    pub fn root(&self) -> Option<&Node> {
        self.nodes.get(&self.root)
    }

    /// The inputs of a node, by the names that it gives them; without those that follow nobody
    /// (`follows = ""`) or somebody who is not there.
    pub fn inputs<'l>(&'l self, node: &'l Node) -> impl Iterator<Item = (&'l SmolStr, &'l Node)> {
        node.inputs.iter().filter_map(|(name, target)| Some((name, self.target(target, 0)?)))
    }

    fn target(&self, target: &Target, depth: u32) -> Option<&Node> {
        match target {
            Target::Node(node) => self.nodes.get(node),
            Target::Follows(path) => self.follow(path, depth),
        }
    }

    /// The node that a path of input names leads to from the root; none for an empty path.
    fn follow(&self, path: &[SmolStr], depth: u32) -> Option<&Node> {
        if path.is_empty() || depth == MAX_FOLLOWS {
            return None;
        }
        let step = |node: &'_ Node, name| Some(node.inputs.get(name)?.clone());
        let mut node = self.root()?;
        for name in path {
            let target = step(node, name)?;
            node = match target {
                Target::Node(name) => self.nodes.get(&name)?,
                Target::Follows(path) => self.follow(&path, depth + 1)?,
            };
        }
        Some(node)
    }

    /// The folder of a node's source, if that is at hand: a folder below `root` (that of the lock
    /// file) or anywhere, or a path of the Nix store. No process is asked.
    pub fn source(&self, files: &dyn Files, root: &Path, node: &Node) -> Option<PathBuf> {
        let locked = node.locked.as_ref()?;
        let by_path = || {
            let path = locked.path.as_ref().filter(|_| locked.kind.as_deref() == Some("path"))?;
            // Relative to another input's flake: only those of the root's own are looked for.
            let is_own = node.parent.as_ref().is_none_or(Vec::is_empty);
            (is_own || path.starts_with('/')).then(|| normalize(&root.join(path)))
        };
        let by_hash = || store_path::of_source(locked.nar_hash.as_ref()?);
        let is_folder = |path: &PathBuf| files.kind(path) == Some(FileKind::Directory);
        let folder = by_path().filter(is_folder).or_else(|| by_hash().filter(is_folder))?;
        match &locked.dir {
            Some(dir) => Some(normalize(&folder.join(dir))).filter(is_folder),
            None => Some(folder),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(root_inputs: &str, nodes: &str) -> Vec<(SmolStr, Option<SmolStr>)> {
        let root = format!(r#""root": {{ "inputs": {{ {root_inputs} }} }}"#);
        let text = format!(r#"{{ "nodes": {{ {root}, {nodes} }}, "root": "root", "version": 7 }}"#);
        let lock = Lock::parse(&text).unwrap();
        let root = lock.root().unwrap();
        let rev = |node: &Node| node.locked.as_ref()?.rev.clone();
        lock.inputs(root).map(|(name, node)| (name.clone(), rev(node))).collect()
    }

    #[test]
    fn an_input_may_follow_another_ones() {
        let found = inputs(
            r#""a": "a_2", "b": ["a", "c"], "d": ["b"]"#,
            r#""a_2": { "inputs": { "c": "c" } }, "c": { "locked": { "rev": "1" } }"#,
        );
        let rev = Some(SmolStr::new("1"));
        assert_eq!(found, [("a".into(), None), ("b".into(), rev.clone()), ("d".into(), rev)]);
    }

    #[test]
    fn follows_that_lead_nowhere() {
        let found = inputs(
            r#""none": [], "gone": ["x"], "circle": ["circle"], "lost": "nobody""#,
            r#""a": {}"#,
        );
        assert_eq!(found, []);
    }

    #[test]
    fn a_lock_that_can_not_be_read() {
        for text in ["", "{", "{}", "[]", r#"{ "nodes": {} }"#, r#"{ "nodes": [], "root": "r" }"#] {
            assert!(Lock::parse(text).is_none(), "{text}");
        }
    }
}
