//! What the parser tells a person.

use rowan::{TextRange, TextSize};

/// One mistake in the text, told once, where a person would underline it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Byte range in the text; may be empty only at the end of an empty file.
    pub range: TextRange,
    /// What was expected, in the user's words.
    pub message: String,
    /// An insertion that mends it, when there is a certain one.
    pub fix: Option<Fix>,
}

/// Insert `insert` at the byte `offset`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Where, in bytes.
    pub offset: TextSize,
    /// What, for example `=` or `;`.
    pub insert: String,
}
