//! A sign of life: a line on the terminal, once a check takes long, that is gone when it ends.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// So long nobody wonders.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line is written anew.
const TICK: Duration = Duration::from_millis(250);

/// To the line's start, and away with what stands there.
const ERASE: &str = "\r\x1b[2K";

/// Shows the line, if there is need, until it is dropped.
pub(super) struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// For a person who watches stderr; nobody else is told.
    pub(super) fn start(is_wanted: bool) -> Progress {
        if !is_wanted || !io::stderr().is_terminal() {
            return Progress(None);
        }
        Progress::on(io::stderr(), PATIENCE)
    }

    fn on(mut out: impl Write + Send + 'static, patience: Duration) -> Progress {
        let (ended, watch) = mpsc::channel();
        let begun = Instant::now();
        let thread = thread::Builder::new().spawn(move || {
            let mut wait = patience;
            while watch.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let seconds = begun.elapsed().as_secs();
                // Where it can't be written, nobody misses it.
                let _ = write!(out, "{ERASE}checking ({seconds} s)").and_then(|()| out.flush());
                wait = TICK;
            }
            if wait == TICK {
                let _ = write!(out, "{ERASE}").and_then(|()| out.flush());
            }
        });
        Progress(thread.ok().map(|thread| (ended, thread)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((ended, thread)) = self.0.take() {
            drop(ended);
            // What it would have told is not worth a panic.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Screen(Arc<Mutex<Vec<u8>>>);

    impl Screen {
        fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_takes_long_is_told_and_erased() {
        let screen = Screen::default();
        let progress = Progress::on(screen.clone(), Duration::ZERO);
        while screen.text().is_empty() {
            thread::yield_now();
        }
        drop(progress);
        let text = screen.text();
        assert!(text.starts_with("\r\u{1b}[2Kchecking (0 s)"), "{text:?}");
        assert!(text.ends_with(ERASE), "{text:?}");
    }

    #[test]
    fn what_is_done_soon_is_not() {
        let screen = Screen::default();
        drop(Progress::on(screen.clone(), Duration::from_secs(3600)));
        assert_eq!(screen.text(), "");
    }
}
