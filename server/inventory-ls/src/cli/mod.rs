//! The command line: each command collects plain data, then renders it.

mod check;
mod diff;
mod explain;
mod failure;
mod layout;
mod output;
mod parse;
mod query;
mod services;
mod show;
mod source;
mod target;

use std::process::ExitCode;
use std::sync::Arc;

use anstyle::{AnsiColor, Style};
use ide::Disk;

use crate::args::{CheckArgs, ExplainArgs, ParseArgs, QueryArgs, ServicesArgs, ShowArgs};
use crate::disk::RealDisk;
pub(crate) use failure::{Failure, Outcome};
pub use query::Place;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Runs `check`.
pub(crate) fn check(args: &CheckArgs) -> ExitCode {
    finish(check::run(args, &disk()))
}

/// Runs `show`.
pub(crate) fn show(args: &ShowArgs) -> ExitCode {
    finish(show::run(args, &disk()))
}

/// Runs `services`.
pub(crate) fn services(args: &ServicesArgs) -> ExitCode {
    finish(services::run(args, &disk()))
}

/// Runs `query`.
pub(crate) fn query(args: &QueryArgs) -> ExitCode {
    finish(query::run(args, &disk()))
}

/// Runs `explain`.
pub(crate) fn explain(args: &ExplainArgs) -> ExitCode {
    finish(explain::run(args))
}

/// Runs `parse`.
pub(crate) fn parse(args: &ParseArgs) -> ExitCode {
    finish(parse::run(args, &disk()))
}

fn disk() -> Arc<dyn Disk> {
    Arc::new(RealDisk)
}

/// Exit code 0: nothing to object to; 1: an error was found, or what the user denied; 2: it could
/// not run, and stderr says why.
fn finish(outcome: Result<Outcome, Failure>) -> ExitCode {
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            output::remark(&format!("{ERROR}error{ERROR:#}: {failure}"));
            Failure::exit_code()
        }
    }
}
