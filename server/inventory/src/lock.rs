//! Which clan-core a clan is built with, from its `flake.lock`.

use std::path::Path;

use eval::{Files, Lock, Locked};
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
    /// What `flake.lock` in `root` says. A lock that can't be read is an unknown version.
    pub(crate) fn read(files: &dyn Files, root: &Path) -> CorePin {
        match files.lock(root) {
            Some(lock) => CorePin::of(&lock),
            None if files.kind(&root.join("flake.lock")).is_none() => CorePin::default(),
            None => CorePin { input: None, version: CoreVersion::Unknown },
        }
    }

    fn of(lock: &Lock) -> CorePin {
        let unknown = CorePin { input: None, version: CoreVersion::Unknown };
        let Some(root) = lock.root() else { return unknown };
        for (name, node) in lock.inputs(root) {
            let Some(locked) = node.locked.as_ref().filter(|it| is_clan_core(it)) else { continue };
            let version = locked.rev.clone().map_or(CoreVersion::Unknown, CoreVersion::Revision);
            return CorePin { input: Some(name.into()), version };
        }
        unknown
    }

    /// Does `module.input` mean clan-core? Without a lock that tells, its usual name does.
    pub fn is_named(&self, input: &str) -> bool {
        self.input.as_deref().unwrap_or("clan-core") == input
    }
}

/// clan-core comes from its forge as a git repository or as an archive, and from mirrors.
fn is_clan_core(locked: &Locked) -> bool {
    let by_url = |url: &String| {
        let url = url.trim_end_matches('/').trim_end_matches(".git");
        url.ends_with("/clan-core") || url.contains("/clan-core/archive/")
    };
    locked.repo.as_deref() == Some("clan-core") || locked.url.as_ref().is_some_and(by_url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(inputs: &str, nodes: &str) -> CorePin {
        let root = format!(r#""root": {{ "inputs": {{ {inputs} }} }}"#);
        let text = format!(r#"{{ "nodes": {{ {root}, {nodes} }}, "root": "root", "version": 7 }}"#);
        CorePin::of(&Lock::parse(&text).unwrap())
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
}
