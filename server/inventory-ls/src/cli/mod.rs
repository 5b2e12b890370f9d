//! The command line: each command collects plain data, then renders it.

mod check;
mod failure;
mod output;
mod parse;
mod show;
mod source;
mod target;

use std::process::ExitCode;
use std::sync::Arc;

use anstyle::{AnsiColor, Style};
use ide::Disk;

use crate::args::Command;
use crate::disk::RealDisk;
pub(crate) use failure::{Failure, Outcome};

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Runs a command. Exit code 0: nothing to object to; 1: an error was found, or what the user
/// denied; 2: it could not run, and stderr says why.
pub fn run(command: &Command) -> ExitCode {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let outcome = match command {
        Command::Check(args) => check::run(args, &disk),
        Command::Show(args) => show::run(args, &disk),
        Command::Parse(args) => parse::run(args, &disk),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            output::remark(&format!("{ERROR}error{ERROR:#}: {failure}"));
            Failure::exit_code()
        }
    }
}
