//! `cargo xtask bench`: how long things take, on clans made up for it.

mod clan;
mod edits;
mod eval;
mod random;
mod services;
mod syntax;
mod timing;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[arg(value_enum)]
    what: What,
    /// How many machines the clans have, separated by commas
    #[arg(long, value_delimiter = ',', default_values_t = [100, 1_000, 10_000])]
    machines: Vec<usize>,
    /// A checkout of clan-core, whose services are read
    #[arg(long, required_if_eq("what", "services"))]
    clan_core: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum What {
    /// Parsing a text, and edits of it
    Syntax,
    /// Evaluating a clan, and what a keystroke costs until the index is there
    Eval,
    /// Reading services off the modules of clan-core
    Services,
}

/// Measures and prints.
///
/// # Errors
/// The optimised build fails, or what is measured is not what it should be.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    if cfg!(debug_assertions) {
        return optimised();
    }
    match args.what {
        What::Syntax => syntax::run(&args.machines),
        What::Eval => eval::run(&args.machines),
        What::Services => services::run(args.clan_core.as_deref().unwrap_or(Path::new("."))),
    }
}

/// Runs the same command in an optimised build: the times of any other say nothing.
fn optimised() -> Result<(), Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", "xtask", "--"])
        .args(std::env::args_os().skip(1))
        .current_dir(workspace::root())
        .status()?;
    if status.success() { Ok(()) } else { Err(format!("the bench failed ({status})").into()) }
}
