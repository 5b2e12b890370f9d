//! The client's process. One that is killed may leave its end of our stdin open in another of its
//! children: then nothing but its absence tells that nobody is there any more.

use std::time::Duration;

/// How often it is looked for.
const PERIOD: Duration = Duration::from_secs(2);

/// Waits until the process is gone. For ever when there is none by that number from the start: in
/// a container or at the other end of a network it can't be seen.
pub(super) async fn gone(process: i32) {
    if !runs(process) {
        return std::future::pending().await;
    }
    while runs(process) {
        tokio::time::sleep(PERIOD).await;
    }
}

/// Is there such a process, be it another user's?
#[cfg(unix)]
fn runs(process: i32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    Pid::from_raw(process).is_some_and(|pid| test_kill_process(pid) != Err(Errno::SRCH))
}

/// Elsewhere stdin closes with the client.
#[cfg(not(unix))]
fn runs(_: i32) -> bool {
    false
}
