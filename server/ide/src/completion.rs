//! What may be written at the cursor.

use syntax::TextEdit;

/// One proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletionItem {
    /// What the list shows; also what is filtered by.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A word more, on one line.
    pub detail: Option<String>,
    /// The rest, as Markdown.
    pub documentation: Option<String>,
    /// The exact change, on one line of the text, around the cursor.
    pub edit: TextEdit,
    /// Orders the list, as a string.
    pub sort_text: String,
}

/// What a proposal names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// A role of a service.
    Role,
    /// A machine.
    Machine,
    /// A tag.
    Tag,
    /// A service.
    Service,
}
