//! A change to a text.

use rowan::TextRange;

/// Replace the text in `delete` (byte offsets into the old text, on character boundaries) by
/// `insert`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// What goes, in bytes of the old text.
    pub delete: TextRange,
    /// What comes in its place.
    pub insert: String,
}
