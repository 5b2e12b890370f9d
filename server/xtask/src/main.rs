//! Project chores, as `cargo xtask <chore>`.

mod bench;
mod catalogue;
mod checkout;
#[cfg(test)]
mod crate_graph;
mod dist;
mod editors;
mod fleets;
#[cfg(test)]
mod links;
#[cfg(test)]
mod no_io;
mod pictures;
mod recovery;
mod renames;
mod test;
#[cfg(test)]
mod tidy;
mod workspace;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of the inventory-ls project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run every test, also in real editors (which are installed below `target`)
    Test(test::Args),
    /// Run only the tests in real editors
    Editors {
        /// With which editors
        #[arg(value_enum, default_value = "all")]
        which: editors::Which,
    },
    /// Write the built-in catalogue of clan-core's services, or check it
    Catalogue(catalogue::Args),
    /// Compare what is shown of real fleets with what real evaluation gives
    Fleets(fleets::Args),
    /// Rename everything in copies of real fleets, and compare who gets what
    Renames(renames::Args),
    /// Measure what parsers keep of broken files
    Recovery(recovery::Args),
    /// Measure how long things take
    Bench(bench::Args),
    /// Draw the README's pictures anew
    Pictures,
    /// Make what users install, below `target/dist`
    Dist(dist::Args),
}

fn main() -> ExitCode {
    match run(&Cli::parse().chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: &Chore) -> Result<(), Box<dyn Error>> {
    match chore {
        Chore::Test(args) => test::run(args),
        Chore::Editors { which } => editors::test(*which),
        Chore::Catalogue(args) => catalogue::run(args),
        Chore::Fleets(args) => fleets::run(args),
        Chore::Renames(args) => renames::run(args),
        Chore::Recovery(args) => recovery::run(args),
        Chore::Bench(args) => bench::run(args),
        Chore::Pictures => pictures::run(),
        Chore::Dist(args) => dist::run(args),
    }
}
