//! How a command ends.

use std::fmt;
use std::process::ExitCode;

/// A command did its work; what it found decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing that counts against it: 0.
    Clean,
    /// An error, or what the user denied: 1.
    Denied,
}

impl Outcome {
    /// `Denied` if it is so.
    pub(crate) fn denied_if(denied: bool) -> Outcome {
        if denied { Outcome::Denied } else { Outcome::Clean }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Clean => ExitCode::SUCCESS,
            Outcome::Denied => ExitCode::from(1),
        }
    }
}

/// A command could not run: exit code 2. The message says why and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    /// With a message of one sentence, without a full stop.
    pub(crate) fn new(message: impl Into<String>) -> Failure {
        Failure(message.into())
    }

    /// Its exit code.
    pub(crate) fn exit_code() -> ExitCode {
        ExitCode::from(2)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
