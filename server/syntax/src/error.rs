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

impl SyntaxError {
    /// Is a bracket, a quote or a comment without its partner? Then what stands around it may be
    /// meant for another place than the one at which it is read.
    pub fn leaves_something_unpaired(&self) -> bool {
        let closes = |fix: &Fix| fix.insert.contains(['}', ']', ')', '"', '\'']);
        self.fix.as_ref().is_some_and(closes)
            || self.message.contains("never closed")
            || self.message.starts_with("unexpected")
    }
}
