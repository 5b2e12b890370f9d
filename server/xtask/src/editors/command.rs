//! Programs that are run: none for ever, and with a word about what went wrong.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Result;

/// For what takes minutes on a slow machine.
pub(super) const HALF_AN_HOUR: Duration = Duration::from_secs(30 * 60);

/// How much of a log is shown when its program fails.
const TAIL: usize = 30;

/// Runs a program for all to see.
///
/// # Errors
/// It can't be started, fails, or takes longer than `limit`, when it is ended.
pub(super) fn show(command: &mut Command, limit: Duration) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    command.stdin(Stdio::null());
    let mut child = command.spawn().map_err(|error| format!("`{name}`: {error}"))?;
    let start = Instant::now();
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(format!("`{name}` failed ({status})").into()),
            None if start.elapsed() > limit => {
                child.kill()?;
                child.wait()?;
                return Err(format!("`{name}` did not end in {} s", limit.as_secs()).into());
            }
            None => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Runs a program that only speaks when it fails: then the end of its log is in the error.
///
/// # Errors
/// As [`show`].
pub(super) fn quietly(command: &mut Command, log: &Path) -> Result<()> {
    let file = File::create(log)?;
    command.stdout(file.try_clone()?).stderr(file);
    show(command, HALF_AN_HOUR).map_err(|error| {
        let said = std::fs::read(log).unwrap_or_default();
        let said = String::from_utf8_lossy(&said);
        let lines: Vec<_> = said.lines().collect();
        let tail = lines.len().saturating_sub(TAIL);
        format!("{error}\n{}", lines.get(tail..).unwrap_or_default().join("\n")).into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_tells_what_was_said() {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "echo so it is; exit 3"]);
        let error = quietly(&mut command, &folder.path().join("log")).unwrap_err().to_string();
        assert!(error.contains("`sh` failed") && error.ends_with("so it is"), "{error}");
    }

    #[test]
    fn a_program_that_does_not_end_is_ended() {
        let mut command = Command::new("sleep");
        let error = show(command.arg("60"), Duration::from_millis(50)).unwrap_err().to_string();
        assert_eq!(error, "`sleep` did not end in 0 s");
    }
}
