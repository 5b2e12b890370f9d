//! `cargo xtask test`: everything that must hold, in one command.

use std::error::Error;
use std::process::Command;

use crate::{catalogue, root};

/// Checks the catalogue, then runs the tests of all crates.
///
/// # Errors
/// What failed.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    catalogue::check()?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo).args(["test", "--workspace"]).current_dir(root()).status()?;
    if status.success() { Ok(()) } else { Err("a test failed: see above".into()) }
}
