//! What the thing under the cursor is.

use syntax::TextRange;

/// An answer to a hover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The text that it speaks of, in bytes.
    pub range: TextRange,
    /// The answer, as Markdown.
    pub markdown: String,
}
