//! `flake.lock`: which inputs a flake has, whom they follow, and at what they are locked.
//!
//! Such files are written by Nix, in several versions of their form, but also by other tools and by
//! hand. Whatever of one can't be read counts as not there; the rest counts.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value as Json;
use smol_str::SmolStr;

/// A lock file.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Lock {
    #[serde(deserialize_with = "entries")]
    nodes: BTreeMap<String, Node>,
    root: String,
}

/// One flake, or source without one, of the graph of inputs.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Node {
    #[serde(deserialize_with = "entries")]
    inputs: BTreeMap<String, Target>,
    /// What it is locked at.
    #[serde(deserialize_with = "lenient")]
    pub locked: Option<Locked>,
    /// What older forms keep apart from `locked`.
    #[serde(deserialize_with = "lenient")]
    info: Locked,
    /// Is it a flake, not a mere source?
    #[serde(deserialize_with = "lenient_yes")]
    pub flake: bool,
    /// For a relative path: the inputs that lead to the flake that it is relative to.
    #[serde(deserialize_with = "lenient")]
    pub(super) parent: Option<Vec<SmolStr>>,
}

/// A node's name, or a path of input names from the root (`follows`).
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Target {
    Node(String),
    Follows(Vec<String>),
}

/// Where an input comes from, at which version.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Locked {
    /// `github`, `path`, `tarball` and so on.
    #[serde(rename = "type", deserialize_with = "lenient")]
    pub kind: Option<String>,
    /// The repository's name at its forge.
    #[serde(deserialize_with = "lenient")]
    pub repo: Option<String>,
    /// Where it is fetched from, where that is no forge that Nix knows.
    #[serde(deserialize_with = "lenient")]
    pub url: Option<String>,
    /// The commit.
    #[serde(deserialize_with = "lenient")]
    pub rev: Option<SmolStr>,
    #[serde(deserialize_with = "lenient")]
    pub(super) path: Option<String>,
    #[serde(deserialize_with = "lenient")]
    nar_hash: Option<String>,
    #[serde(deserialize_with = "lenient")]
    pub(super) dir: Option<String>,
}

/// A value that is as it should be, or none.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(
    from: D,
) -> Result<T, D::Error> {
    let value = Json::deserialize(from)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

fn lenient_yes<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    lenient(from).map(|flag: Option<bool>| flag.unwrap_or(true))
}

/// The entries that are as they should be.
fn entries<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    from: D,
) -> Result<BTreeMap<String, T>, D::Error> {
    let all: BTreeMap<String, Json> = lenient(from)?;
    let read = |(name, value)| Some((name, serde_json::from_value(value).ok()?));
    Ok(all.into_iter().filter_map(read).collect())
}

/// Whoever follows somebody takes no more steps than this: it would lead in a circle, or nowhere in
/// any reasonable time.
const MOST_STEPS: u32 = 1_000;

impl Default for Node {
    /// A flake of which nothing is locked.
    fn default() -> Node {
        let (inputs, info) = (BTreeMap::new(), Locked::default());
        Node { inputs, locked: None, info, flake: true, parent: None }
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
    pub fn inputs<'l>(&'l self, node: &'l Node) -> impl Iterator<Item = (&'l str, &'l Node)> {
        let names = node.inputs.keys().map(String::as_str);
        names.filter_map(|name| Some((name, self.input(node, name)?)))
    }

    /// The input of a node that it calls so.
    pub fn input(&self, node: &Node, name: &str) -> Option<&Node> {
        let mut steps = MOST_STEPS;
        self.target(node.inputs.get(name)?, &mut steps)
    }

    /// The node that a path of input names leads to from the root; none for an empty path.
    pub(super) fn follow(&self, path: &[impl AsRef<str>]) -> Option<&Node> {
        let mut steps = MOST_STEPS;
        self.follow_on(path, &mut steps)
    }

    fn target(&self, target: &Target, steps: &mut u32) -> Option<&Node> {
        match target {
            Target::Node(node) => self.nodes.get(node),
            Target::Follows(path) => self.follow_on(path, steps),
        }
    }

    fn follow_on(&self, path: &[impl AsRef<str>], steps: &mut u32) -> Option<&Node> {
        let mut node = None;
        for name in path {
            *steps = steps.checked_sub(1)?;
            let inputs = &node.map_or_else(|| self.root(), Some)?.inputs;
            node = Some(self.target(inputs.get(name.as_ref())?, steps)?);
        }
        node
    }
}

impl Locked {
    /// The hash of a node's source, of which this is the lock.
    pub(super) fn nar_hash<'l>(&'l self, node: &'l Node) -> Option<&'l str> {
        self.nar_hash.as_deref().or(node.info.nar_hash.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(root_inputs: &str, nodes: &str) -> Vec<(String, Option<SmolStr>)> {
        let root = format!(r#""root": {{ "inputs": {{ {root_inputs} }} }}"#);
        let text = format!(r#"{{ "nodes": {{ {root}, {nodes} }}, "root": "root", "version": 7 }}"#);
        let lock = Lock::parse(&text).unwrap();
        let root = lock.root().unwrap();
        let rev = |node: &Node| node.locked.as_ref()?.rev.clone();
        lock.inputs(root).map(|(name, node)| (name.to_owned(), rev(node))).collect()
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
    fn what_can_not_be_read_costs_nothing_else() {
        let found = inputs(
            r#""a": "a", "b": 7, "c": null, "d": ["a", 7], "e": "e", "f": "f", "g": "g""#,
            r#""a": { "locked": { "rev": "1", "narHash": 5, "lastModified": -3 }, "flake": "no" },
               "e": 3, "f": { "inputs": 3, "locked": "x", "parent": 5 }, "g": null"#,
        );
        assert_eq!(found, [("a".into(), Some("1".into())), ("f".into(), None)]);
    }

    #[test]
    fn every_version_is_read() {
        for version in ["4", "5", "6", "7", "8", "\"7\"", "null"] {
            let text = format!(
                r#"{{ "nodes": {{ "r": {{ "inputs": {{ "a": "a" }} }},
                      "a": {{ "info": {{ "narHash": "sha256-x", "lastModified": 1 }},
                              "inputs": {{}},
                              "locked": {{ "rev": "1", "type": "github" }},
                              "original": {{ "id": "a", "type": "indirect" }} }} }},
                    "root": "r", "version": {version}, "more": [] }}"#
            );
            let lock = Lock::parse(&text).unwrap();
            let node = lock.input(lock.root().unwrap(), "a").unwrap();
            assert_eq!(node.locked.as_ref().unwrap().nar_hash(node), Some("sha256-x"));
        }
    }

    #[test]
    fn a_lock_without_a_root_has_no_inputs() {
        let lock = Lock::parse(r#"{ "nodes": [], "root": "r", "version": 7 }"#).unwrap();
        assert!(lock.root().is_none());
    }

    #[test]
    fn follows_that_branch_for_ever() {
        let mut inputs = String::from(r#""x40": "root""#);
        for n in 0..40 {
            let next = n + 1;
            inputs += &format!(r#", "x{n}": ["x{next}", "x{next}"]"#);
        }
        let text = format!(
            r#"{{ "nodes": {{ "root": {{ "inputs": {{ {inputs} }} }} }}, "root": "root" }}"#
        );
        let lock = Lock::parse(&text).unwrap();
        let root = lock.root().unwrap();
        assert!(lock.input(root, "x39").is_some() && lock.input(root, "x0").is_none());
        let long = vec!["x40"; 100_000];
        assert!(lock.follow(&long).is_none());
    }

    #[test]
    fn a_lock_of_ten_thousand_inputs() {
        let names = 0..10_000;
        let inputs: Vec<String> = names.clone().map(|n| format!(r#""i{n}": "n{n}""#)).collect();
        let nodes = names.map(|n| format!(r#""n{n}": {{ "locked": {{ "rev": "{n}" }} }}"#));
        let nodes: Vec<String> = nodes.collect();
        let text = format!(
            r#"{{ "nodes": {{ "root": {{ "inputs": {{ {} }} }}, {} }}, "root": "root" }}"#,
            inputs.join(", "),
            nodes.join(", ")
        );
        let lock = Lock::parse(&text).unwrap();
        assert_eq!(lock.inputs(lock.root().unwrap()).count(), 10_000);
    }

    #[test]
    fn a_lock_that_can_not_be_read() {
        let deep =
            format!(r#"{{ "root": "r", "nodes": {}{} }}"#, "[".repeat(9_999), "]".repeat(9_999));
        let conflict = "<<<<<<< HEAD\n{ \"nodes\": {}, \"root\": \"r\" }\n";
        for text in [
            "",
            "{",
            "{}",
            "[]",
            "null",
            r#"{ "nodes": {} }"#,
            r#"{ "nodes": {}, "root": 1 }"#,
            &deep,
            conflict,
        ] {
            assert!(Lock::parse(text).is_none(), "{text}");
        }
    }
}
