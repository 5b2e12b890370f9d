//! What a server writes to stderr.

use std::fs::File;
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

/// A server's log. No server may have panicked: that is looked for when the test ends.
pub(crate) struct Log(NamedTempFile);

impl Log {
    pub(crate) fn new() -> Log {
        Log(NamedTempFile::new().unwrap())
    }

    /// The command, to write to this log all that happens.
    pub(crate) fn of<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let file = File::options().append(true).open(self.0.path()).unwrap();
        command.args(["--log-level", "info"]).stderr(file)
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.0.path()).unwrap()
    }

    /// Waits until these words stand in the log.
    #[track_caller]
    pub(crate) fn assert_says(&self, words: &str) {
        let started = Instant::now();
        while !self.text().contains(words) {
            assert!(started.elapsed() < Duration::from_secs(20), "no `{words}` in {}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        let text = self.text();
        if !std::thread::panicking() {
            assert!(!text.contains("panicked"), "{text}");
        }
    }
}
