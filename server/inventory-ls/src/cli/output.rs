//! Writing to the terminal or the pipe behind stdout and stderr.
//!
//! Colours are taken out where they would not be seen (a pipe, `NO_COLOR`). A reader that has gone
//! (`| head`) has read what it wanted: that ends the output and is no failure.

use std::io::{self, ErrorKind, Write};

use anstream::AutoStream;

use super::Failure;

/// Writes an answer to stdout.
///
/// # Errors
/// It can't be written, for another reason than that nobody reads it.
pub(crate) fn answer(text: &str) -> Result<(), Failure> {
    let mut stdout = AutoStream::auto(io::stdout().lock());
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("cannot write the answer: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes a remark to stderr, where there is nobody left to tell when that fails.
pub(crate) fn remark(text: &str) {
    let mut stderr = AutoStream::auto(io::stderr().lock());
    drop(writeln!(stderr, "{text}"));
}

/// A text of a stranger, such that it can't steer the terminal: control characters are replaced.
pub(crate) fn printable(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

/// Any value as indented JSON, with a newline behind it.
///
/// # Errors
/// It has no JSON form.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|json| json + "\n")
        .map_err(|error| Failure::new(format!("cannot write the answer as JSON: {error}")))
}
