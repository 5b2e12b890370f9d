//! Which clan-core a clan is built with, from its `flake.lock`.

use std::collections::BTreeMap;
use std::path::Path;

use eval::Files;
use serde::Deserialize;
use serde::de::IgnoredAny;
use smol_str::SmolStr;

/// The clan-core of a clan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CorePin {
    /// What the clan's flake calls the input; `None` when no lock tells.
    pub input: Option<SmolStr>,
    /// At which version.
    pub version: CoreVersion,
}

/// A version of clan-core.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CoreVersion {
    /// Nothing is locked.
    #[default]
    Unlocked,
    /// Locked at a commit.
    Revision(SmolStr),
    /// Something is locked, but which commit can't be told.
    Unknown,
}

impl CorePin {
    /// Reads `flake.lock` in `root`. A lock that can't be read is an unknown version.
    pub(crate) fn read(files: &dyn Files, root: &Path) -> CorePin {
        let Ok(text) = files.text(&root.join("flake.lock")) else { return CorePin::default() };
        CorePin::parse(&text)
    }

    fn parse(text: &str) -> CorePin {
        let unknown = CorePin { input: None, version: CoreVersion::Unknown };
        let Ok(lock) = serde_json::from_str::<Lock>(text) else { return unknown };
        let Some(root) = lock.nodes.get(&lock.root) else { return unknown };
        for (name, target) in &root.inputs {
            let node = target.node().and_then(|node| lock.nodes.get(node));
            let Some(locked) = node.and_then(|node| node.locked.as_ref()) else { continue };
            if locked.is_clan_core() {
                let version =
                    locked.rev.clone().map_or(CoreVersion::Unknown, CoreVersion::Revision);
                return CorePin { input: Some(name.clone()), version };
            }
        }
        unknown
    }

    /// Does `module.input` mean clan-core? Without a lock that tells, its usual name does.
    pub fn is_named(&self, input: &str) -> bool {
        self.input.as_deref().unwrap_or("clan-core") == input
    }
}

#[derive(Deserialize)]
struct Lock {
    nodes: BTreeMap<String, Node>,
    root: String,
}

#[derive(Deserialize)]
struct Node {
    #[serde(default)]
    inputs: BTreeMap<SmolStr, Target>,
    locked: Option<Locked>,
}

/// A node's name. A path of input names (`follows`) is none of our inputs' own nodes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Target {
    Node(String),
    Follows(IgnoredAny),
}

impl Target {
    fn node(&self) -> Option<&str> {
        match self {
            Target::Node(node) => Some(node),
            Target::Follows(_) => None,
        }
    }
}

#[derive(Deserialize)]
struct Locked {
    repo: Option<String>,
    url: Option<String>,
    rev: Option<SmolStr>,
}

impl Locked {
    /// clan-core comes from its forge as a git repository or as an archive, and from mirrors.
    fn is_clan_core(&self) -> bool {
        let by_url = |url: &String| {
            let url = url.trim_end_matches('/').trim_end_matches(".git");
            url.ends_with("/clan-core") || url.contains("/clan-core/archive/")
        };
        self.repo.as_deref() == Some("clan-core") || self.url.as_ref().is_some_and(by_url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(inputs: &str, nodes: &str) -> CorePin {
        let root = format!(r#""root": {{ "inputs": {{ {inputs} }} }}"#);
        CorePin::parse(&format!(
            r#"{{ "nodes": {{ {root}, {nodes} }}, "root": "root", "version": 7 }}"#
        ))
    }

    #[test]
    fn an_archive_under_another_name() {
        let pin = lock(
            r#""clan": "clan-core_2""#,
            r#""clan-core_2": { "locked": { "rev": "abc", "type": "tarball",
                "url": "https://git.clan.lol/api/v1/repos/clan/clan-core/archive/abc.tar.gz" } }"#,
        );
        assert_eq!(pin.version, CoreVersion::Revision("abc".into()));
        assert!(pin.is_named("clan"));
        assert!(!pin.is_named("clan-core"));
    }

    #[test]
    fn a_lock_without_clan_core_tells_no_version() {
        let pin = lock(
            r#""nixpkgs": "nixpkgs", "x": [ "nixpkgs", "y" ]"#,
            r#""nixpkgs": { "locked": { "owner": "NixOS", "repo": "nixpkgs", "type": "github" } }"#,
        );
        assert_eq!(pin, CorePin { input: None, version: CoreVersion::Unknown });
    }

    #[test]
    fn a_broken_lock_tells_no_version() {
        assert_eq!(CorePin::parse("{").version, CoreVersion::Unknown);
        assert_eq!(CorePin::parse(r#"{ "nodes": {} }"#).version, CoreVersion::Unknown);
    }
}
