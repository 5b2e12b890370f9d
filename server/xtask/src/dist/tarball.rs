//! The archive for everybody: the program, its licences, what it is, and what editors are told of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::machine::Machine;
use super::{Result, VERSION};
use crate::workspace;

const TEXTS: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Packs it into a folder. All lies in one folder of the archive's name.
///
/// # Errors
/// A file can't be copied, or git or tar does not run.
pub(super) fn pack(folder: &Path, machine: &Machine, server: &Path) -> Result<PathBuf> {
    let name = format!("inventory-ls-{VERSION}-{}", machine.name());
    let staging = tempfile::tempdir()?;
    let content = staging.path().join(&name);
    fs::create_dir(&content)?;
    fs::copy(server, content.join("inventory-ls"))?;
    for text in TEXTS.map(str::to_owned).into_iter().chain(configurations()?) {
        copy(&text, &content)?;
    }
    let archive = folder.join(format!("{name}.tar.gz"));
    let mut tar = Command::new("tar");
    tar.arg("--create").arg("--gzip").arg("--file").arg(&archive);
    let packed = tar.arg("--directory").arg(staging.path()).arg(&name).status()?;
    if packed.success() { Ok(archive) } else { Err(format!("`tar` failed ({packed})").into()) }
}

fn copy(path: &str, content: &Path) -> Result<()> {
    let target = content.join(path);
    fs::create_dir_all(target.parent().unwrap_or(content))?;
    let copied = fs::copy(workspace::root().join(path), target);
    copied.map_err(|error| format!("can't copy {path}: {error}"))?;
    Ok(())
}

/// What is in `editors` for users, as git has it: nothing that was built or installed there.
fn configurations() -> Result<Vec<String>> {
    let mut git = Command::new("git");
    let listed = git.args(["ls-files", "-z", "editors"]).current_dir(workspace::root()).output()?;
    if !listed.status.success() {
        return Err(String::from_utf8_lossy(&listed.stderr).into_owned().into());
    }
    let paths = String::from_utf8(listed.stdout)?;
    let paths = paths.split('\0').filter(|path| is_for_users(path));
    Ok(paths.map(str::to_owned).collect())
}

/// The extension for VS Code is a package of its own; `test` and `test-support` are for us.
fn is_for_users(path: &str) -> bool {
    let is_test = path.split('/').any(|folder| folder.starts_with("test"));
    !path.is_empty() && !path.starts_with("editors/vscode/") && !is_test
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn configurations_are_there_and_tests_are_not() {
        let configurations = configurations().unwrap();
        let there = |path: &str| configurations.iter().any(|it| it == path);
        assert!(there("editors/README.md") && there("editors/neovim/lsp/inventory_ls.lua"));
        for other in ["neovim/test/check.lua", "test-support/stub_server.py", "vscode/package.json"]
        {
            assert!(!there(&format!("editors/{other}")), "{other}");
        }
    }

    #[test]
    fn all_is_in_one_folder() {
        let folder = tempfile::tempdir().unwrap();
        let machine = Machine::host().unwrap();
        let archive = pack(folder.path(), &machine, Path::new("/bin/sh")).unwrap();
        let listed = Command::new("tar").arg("--list").arg("--file").arg(&archive).output();
        let listed = String::from_utf8(listed.unwrap().stdout).unwrap();
        let name = format!("inventory-ls-{VERSION}-{}/", machine.name());
        assert!(listed.lines().all(|line| line.starts_with(&name)), "{listed}");
        for file in ["inventory-ls", "README.md", "LICENSE-MIT", "editors/README.md"] {
            let file = format!("{name}{file}");
            assert!(listed.lines().any(|line| line == file), "{file} in\n{listed}");
        }
    }
}
