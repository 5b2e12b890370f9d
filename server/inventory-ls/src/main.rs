//! The binary: arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use inventory_ls::args::Args;

fn main() -> ExitCode {
    inventory_ls::run(&Args::parse())
}
