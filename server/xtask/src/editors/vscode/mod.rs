//! VS Code, with the packaged extension in it, in a browser without a screen.

mod editor;
mod extension;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::bench::{Bench, server};
use super::{Result, command, install, program};
use crate::workspace;

/// What is drawn; the extension's icon is not.
const PICTURES: [&str; 5] = ["mistakes.png", "hover.png", "completion.png", "tree.png", "map.png"];

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

/// Packages the extension, without the server and with it, and runs its tests: by itself, and in VS
/// Code.
///
/// # Errors
/// The extension does not compile, or a test fails; it has said which.
pub(super) fn test(editor: &Path, bench: &Bench) -> Result<()> {
    let package = extension::package(editor)?;
    extension::test(editor)?;
    let mut driver = driver("driver.mjs", editor, bench)?;
    driver.arg("--extension").arg(package).arg("--server").arg(server()?);
    command::show(&mut driver, LIMIT)
}

/// Draws the extension's pictures.
///
/// # Errors
/// The extension does not compile, or what is to be drawn does not appear.
pub(super) fn draw(editor: &Path, bench: &Bench) -> Result<()> {
    let mut driver = driver("pictures.mjs", editor, bench)?;
    let pictures = workspace::root().join("editors/vscode/pictures");
    command::show(driver.arg("--pictures").arg(&pictures), LIMIT)?;
    // A third of the size, and nobody sees it.
    let mut pngquant = Command::new(program::find("pngquant", "pngquant")?);
    pngquant.args(["--quality", "80-100", "--speed", "1", "--strip", "--force", "--ext", ".png"]);
    pngquant.args(PICTURES.map(|name| pictures.join(name)));
    command::show(&mut pngquant, LIMIT)
}

/// A script that drives VS Code, with the package that brings the server.
fn driver(script: &str, editor: &Path, bench: &Bench) -> Result<Command> {
    let platform = install::shelf().join(format!("inventory-ls-{}.vsix", editor::MACHINE));
    extension::package_with(editor, &platform, editor::MACHINE, &server()?)?;
    let mut driver = Command::new(editor::node(editor));
    driver.arg(workspace::root().join("editors/vscode/test").join(script));
    driver.arg("--installed").arg(editor).arg("--home").arg(bench.home());
    driver.arg("--chromium").arg(program::find("chromium", "chromium")?);
    driver.arg("--platform").arg(platform).arg("--clan").arg(bench.clan());
    Ok(driver)
}
