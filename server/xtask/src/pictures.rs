//! `cargo xtask pictures`: the README's pictures, drawn by the program and editors themselves.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anstyle_svg::{Term, WIN10_CONSOLE};

use crate::{editors, workspace};

/// Draws what `inventory-ls tour` prints, and what editors show.
///
/// # Errors
/// The tour or an editor fails, or a picture can't be written.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    draw_tour()?;
    editors::draw()
}

fn draw_tour() -> Result<(), Box<dyn Error>> {
    let mut tour = Command::new(env!("CARGO"));
    tour.args(["run", "--quiet", "--package", "inventory-ls", "--", "tour"]);
    let output = tour.env("CLICOLOR_FORCE", "1").current_dir(workspace::root()).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let path = path();
    let terminal = Term::new().palette(WIN10_CONSOLE);
    fs::write(&path, terminal.render_svg(String::from_utf8(output.stdout)?.trim_end()))?;
    eprintln!("{}", path.display());
    Ok(())
}

fn path() -> PathBuf {
    workspace::root().join("server/inventory-ls/pictures/tour.svg")
}
