//! Times and their medians.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Measuring goes on for so long,
const ENOUGH: Duration = Duration::from_millis(1_500);
/// but at least so often.
const FEWEST: usize = 7;

/// How long `work` takes, many times. What it makes is dropped outside of the time.
pub(super) fn times<T>(mut work: impl FnMut() -> T) -> Vec<Duration> {
    let begin = Instant::now();
    let mut times = Vec::new();
    while times.len() < FEWEST || begin.elapsed() < ENOUGH {
        times.push(time(&mut work).0);
    }
    times
}

/// How long `work` takes once, and what it makes.
pub(super) fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begin = Instant::now();
    let made = black_box(work());
    (begin.elapsed(), made)
}

/// The one in the middle.
pub(super) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// In milliseconds, as tables show it.
pub(super) fn shown(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1e3;
    if milliseconds < 1.0 { format!("{milliseconds:.4}") } else { format!("{milliseconds:.2}") }
}

#[test]
fn the_median_is_in_the_middle() {
    let times = [9, 1, 2].map(Duration::from_micros);
    assert_eq!(median(times.into()), Duration::from_micros(2));
    assert_eq!(shown(Duration::from_micros(2)), "0.0020");
}
