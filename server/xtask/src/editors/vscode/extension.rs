//! The extension: built and packaged in its own folder, as its readers do it.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{Result, command, install};
use super::editor;
use crate::workspace;

/// Installs what it is built with, unless that is there.
///
/// # Errors
/// The registry does not answer.
pub(super) fn install(editor: &Path) -> Result<()> {
    let pin = workspace::read("editors/vscode/package-lock.json")?;
    let installed = folder().join("node_modules/.pin");
    if fs::read_to_string(&installed).is_ok_and(|it| it == pin) {
        return Ok(());
    }
    install::thrice(|| {
        let mut npm = editor::npm(editor, &folder())?;
        command::quietly(npm.args(["ci", "--ignore-scripts"]), &editor::log())
    })?;
    Ok(fs::write(installed, pin)?)
}

/// Runs the tests that need no VS Code.
///
/// # Errors
/// One fails.
pub(super) fn test(editor: &Path) -> Result<()> {
    let mut npm = editor::npm(editor, &folder())?;
    command::show(npm.args(["test", "--silent"]), command::HALF_AN_HOUR)
}

/// Packages it, and gives the package.
///
/// # Errors
/// It does not compile.
pub(super) fn package(editor: &Path) -> Result<PathBuf> {
    let package = install::shelf().join("inventory-ls.vsix");
    let mut npm = editor::npm(editor, &folder())?;
    npm.args(["run", "package", "--", "--out"]).arg(&package);
    command::quietly(&mut npm, &editor::log())?;
    Ok(package)
}

fn folder() -> PathBuf {
    workspace::root().join("editors/vscode")
}
