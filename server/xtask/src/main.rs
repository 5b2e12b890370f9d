//! Project chores: `cargo xtask --help` lists them.

mod catalogue;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of the project.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Args {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run all tests
    Test,
    /// Write the catalogue of clan-core's services, or check its form
    Catalogue {
        /// What clan-core's services are, as evaluated from clan-core (JSON); without it the
        /// catalogue that is there is checked
        facts: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let done = match Args::parse().chore {
        Chore::Test => test::run(),
        Chore::Catalogue { facts: Some(facts) } => catalogue::write(&facts),
        Chore::Catalogue { facts: None } => catalogue::check(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The top folder of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
