//! Numbers of things, in words.

/// A counted noun: `1 machine`, `2 machines`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
