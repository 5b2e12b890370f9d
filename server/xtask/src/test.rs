//! `cargo xtask test`: everything that must hold.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::process::Command;

use crate::{catalogue, editors, workspace};

/// What to test with.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// With which editors
    #[arg(long, value_enum, default_value_t)]
    editors: editors::Which,
}

/// Checks the catalogue, runs the tests of every crate, then those in editors.
///
/// # Errors
/// The first of them that fails.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    eprintln!("cargo xtask catalogue --check");
    catalogue::check()?;
    cargo(&["test", "--workspace"])?;
    editors::test(args.editors)
}

fn cargo(args: &[&str]) -> Result<(), Box<dyn Error>> {
    let line = format!("cargo {}", args.join(" "));
    eprintln!("{line}");
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let status = Command::new(program).args(args).current_dir(workspace::root()).status()?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})").into()) }
}
