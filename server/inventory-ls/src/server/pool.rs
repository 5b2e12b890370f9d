//! The threads that analyse. Few, so that work is done rather than begun; with deep stacks, since
//! evaluation recurses.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};

const STACK: usize = 64 * 1024 * 1024;

type Job = Box<dyn FnOnce() + Send>;

/// A fixed number of threads, and the queue that they take work from.
#[derive(Debug, Clone)]
pub(super) struct Pool {
    queue: Sender<Job>,
}

impl Pool {
    /// Starts the threads: as many as there are cores, two to four.
    ///
    /// # Errors
    /// The system gives no threads.
    pub(super) fn start() -> std::io::Result<Pool> {
        let (queue, jobs) = channel();
        let jobs = Arc::new(Mutex::new(jobs));
        let threads = thread::available_parallelism().map_or(2, usize::from).clamp(2, 4);
        for number in 0..threads {
            let jobs = jobs.clone();
            let name = format!("analysis-{number}");
            thread::Builder::new().name(name).stack_size(STACK).spawn(move || work(&jobs))?;
        }
        Ok(Pool { queue })
    }

    /// Does some work and waits for it. Work that was cancelled before its turn is not begun, and
    /// what it comes to when it is cancelled meanwhile is no answer.
    ///
    /// # Errors
    /// It was cancelled, or it panicked.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        cancelled: CancellationToken,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let (sender, receiver) = oneshot::channel();
        let job = move || {
            if !cancelled.is_cancelled() {
                let done = catch_unwind(AssertUnwindSafe(work));
                if !cancelled.is_cancelled() {
                    // Nobody listens any more when the connection is gone.
                    let _ = sender.send(done);
                }
            }
        };
        if self.queue.send(Box::new(job)).is_err() {
            return Err(Error::internal_error());
        }
        match receiver.await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(panic)) => Err(panicked(panic.as_ref())),
            Err(_) => Err(Error::request_cancelled()),
        }
    }
}

/// Takes jobs until nobody can send any.
fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match job {
            Ok(job) => job(),
            Err(_) => return,
        }
    }
}

/// The answer to a request whose work panicked: a bug of ours, told as such.
fn panicked(panic: &(dyn Any + Send)) -> Error {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let message = format!("inventory-ls failed here: {}", text.unwrap_or("no message"));
    tracing::error!("{message}");
    Error { code: ErrorCode::InternalError, message: message.into(), data: None }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let pool = Pool::start().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(pool.run(CancellationToken::new(), work))
    }

    #[test]
    fn work_is_answered() {
        assert_eq!(run(|| 6 * 7).unwrap(), 42);
    }

    #[test]
    fn a_panic_is_an_error_that_names_it() {
        let error = run(|| panic!("no such {}", "thing")).unwrap_err();
        assert_eq!(error.code, ErrorCode::InternalError);
        assert!(error.message.ends_with("no such thing"), "{}", error.message);
    }

    #[test]
    fn after_panics_all_threads_work_on() {
        let pool = Pool::start().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let run = |work: fn() -> u32| runtime.block_on(pool.run(CancellationToken::new(), work));
        for _ in 0..20 {
            assert_eq!(run(|| panic!("again")).unwrap_err().code, ErrorCode::InternalError);
        }
        // Two at once, each waiting for the other.
        let meeting = Arc::new(Barrier::new(2));
        let meet = || {
            let meeting = meeting.clone();
            pool.run(CancellationToken::new(), move || meeting.wait().is_leader())
        };
        let (one, other) = runtime.block_on(async { tokio::join!(meet(), meet()) });
        assert_ne!(one.unwrap(), other.unwrap());
    }

    #[test]
    fn cancelled_work_is_not_begun() {
        let pool = Pool::start().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let cancelled = CancellationToken::new();
        cancelled.cancel();
        let answer = runtime.block_on(pool.run(cancelled, || panic!("begun")));
        assert_eq!(answer.unwrap_err().code, ErrorCode::RequestCancelled);
    }
}
