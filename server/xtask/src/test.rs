//! `cargo xtask test`: everything that must hold, with nothing but Rust installed.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::process::Command;

use crate::{catalogue, workspace};

/// Checks the catalogue, then runs the tests of every crate; cargo's own output comes last.
///
/// # Errors
/// The first of the two that fails.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    eprintln!("cargo xtask catalogue --check");
    catalogue::check()?;
    cargo(&["test", "--workspace"])
}

fn cargo(args: &[&str]) -> Result<(), Box<dyn Error>> {
    let line = format!("cargo {}", args.join(" "));
    eprintln!("{line}");
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let status = Command::new(program).args(args).current_dir(workspace::root()).status()?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})").into()) }
}
