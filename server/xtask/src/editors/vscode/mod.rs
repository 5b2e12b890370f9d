//! VS Code, with the packaged extension in it, in a browser without a screen.

mod editor;
mod extension;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::bench::{Bench, server};
use super::{Result, command, program};
use crate::workspace;

/// Longer than all patience of the test together.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Installs VS Code, a browser, and what the extension is built with.
///
/// # Errors
/// npm is missing, a registry does not answer, or there is no such VS Code for this machine.
pub(super) fn install() -> Result<PathBuf> {
    program::find("chromium", "chromium")?;
    let editor = editor::install()?;
    extension::install(&editor)?;
    Ok(editor)
}

/// Packages the extension with a server for one kind of machine, in VS Code's words. No VS Code is needed.
///
/// # Errors
/// npm is missing, the registry does not answer, or the extension does not compile.
pub(super) fn package(package: &Path, target: &str, server: &Path) -> Result<()> {
    // If it is there, its node is used.
    let editor = editor::folder();
    std::fs::create_dir_all(editor.parent().unwrap_or(&editor))?;
    extension::install(&editor)?;
    extension::package_with(&editor, package, target, server)
}

/// Packages the extension, and runs its tests: by itself, and in VS Code.
///
/// # Errors
/// The extension does not compile, or a test fails; it has said which.
pub(super) fn test(editor: &Path, bench: &Bench) -> Result<()> {
    let package = extension::package(editor)?;
    extension::test(editor)?;
    let mut driver = Command::new(editor::node(editor));
    driver.arg(workspace::root().join("editors/vscode/test/driver.mjs"));
    driver.arg(editor).arg(bench.home()).arg(program::find("chromium", "chromium")?);
    driver.arg(package).arg(bench.clan()).arg(server()?);
    command::show(&mut driver, LIMIT)
}
