//! The binary: arguments in, exit code out.

use std::process::ExitCode;
use std::thread;

use clap::Parser;
use inventory_ls::args::Args;

/// Parsing and evaluation recurse, within bounds that fit this stack on every system: the main
/// thread's is what the user's limits make it.
const STACK: usize = 64 * 1024 * 1024;

fn main() -> ExitCode {
    let args = Args::parse();
    let run = thread::Builder::new().stack_size(STACK).spawn(move || inventory_ls::run(&args));
    match run {
        // A panic has been told on stderr.
        Ok(run) => run.join().unwrap_or(ExitCode::from(2)),
        Err(error) => {
            eprintln!("error: no thread can be started: {error}");
            ExitCode::from(2)
        }
    }
}
