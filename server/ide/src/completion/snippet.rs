//! Text in snippets, as the Language Server Protocol writes them.

/// Text that stands for itself.
pub(super) fn literal(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// Text that stands for itself among choices.
pub(super) fn choice(text: &str) -> String {
    text.replace('\\', "\\\\").replace(',', "\\,").replace('|', "\\|")
}
