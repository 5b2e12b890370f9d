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
    pack(editor, &package, &[])?;
    Ok(package)
}

/// Packages it with a server for one kind of machine, in VS Code's words.
///
/// # Errors
/// It does not compile, or the server can't be copied.
pub(super) fn package_with(
    editor: &Path,
    package: &Path,
    target: &str,
    server: &Path,
) -> Result<()> {
    let _bundled = Bundled::copy(server)?;
    pack(editor, package, &["--target", target])
}

fn pack(editor: &Path, package: &Path, args: &[&str]) -> Result<()> {
    let mut npm = editor::npm(editor, &folder())?;
    npm.args(["run", "package", "--", "--out"]).arg(package).args(args);
    command::quietly(&mut npm, &editor::log())
}

/// A server in the extension's folder, where it looks for one; gone afterwards, for it is the one of
/// one package.
struct Bundled(PathBuf);

impl Bundled {
    fn copy(server: &Path) -> Result<Bundled> {
        let bundled = Bundled(folder().join("server"));
        fs::create_dir_all(&bundled.0)?;
        // With its mode: it is a program.
        fs::copy(server, bundled.0.join("inventory-ls"))?;
        Ok(bundled)
    }
}

impl Drop for Bundled {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("{} is left: {error}", self.0.display());
        }
    }
}

fn folder() -> PathBuf {
    workspace::root().join("editors/vscode")
}
