//! What is said of a place: expected by a comment, or answered by the analysis.

use ide::TextRange;

use super::question::{Question, Subject};

/// What stands where an answer is empty: no hover, no proposal, no member.
pub(super) const NONE: &str = "(none)";
/// What stands where the thing that was asked about does not exist.
pub(super) const ABSENT: &str = "(absent)";

/// One statement of a case. Expected and answered ones are equal when the test is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// The number of source lines above it.
    pub(super) below: usize,
    /// The bytes of the source that it speaks of; `None` when it speaks of the whole clan.
    pub(super) range: Option<TextRange>,
    /// What kind of statement it is.
    pub(super) kind: Kind,
    /// The statement, line by line; never without a line.
    pub(super) text: Vec<String>,
}

/// The kinds of statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A diagnostic or a place related to one, by its head: `error[unknown-role]`.
    Finding(String),
    /// A question of the table, with what is asked for where it takes something.
    Asked(&'static Question, String),
    /// The labels proposed at the place.
    Complete,
    /// The line after the proposal of this label is taken.
    CompleteWith(String),
    /// What is known of a subject such as `tag backup`.
    Show(String),
}

impl Kind {
    /// Is it about the place that the first caret points at, rather than about a text?
    pub(super) fn is_point(&self) -> bool {
        match self {
            Kind::Asked(question, _) => question.subject == Subject::Place,
            kind => matches!(kind, Kind::Complete | Kind::CompleteWith(_)),
        }
    }

    /// Is its answer a row of words, broken wherever the line is full?
    pub(super) fn is_row(&self) -> bool {
        match self {
            Kind::Asked(question, _) => question.is_row,
            kind => matches!(kind, Kind::Complete | Kind::Show(_)),
        }
    }
}

impl Note {
    /// Does the note ask something? The analysis comes up with findings unasked.
    pub(super) fn is_question(&self) -> bool {
        !matches!(self.kind, Kind::Finding(_))
    }

    /// The same question with another answer.
    pub(super) fn answered(&self, text: Vec<String>) -> Note {
        Note { text, ..self.clone() }
    }
}

/// Lines as a comment can hold them: without trailing blanks, and at least one.
pub(super) fn lines(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}
