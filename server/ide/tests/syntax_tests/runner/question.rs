//! The questions that a comment may ask, a line in a table each: to add one, write a function that
//! gives the lines of its answer.

use std::fmt::{self, Debug, Formatter};

use ide::{FileId, FilePosition, TextRange};

use super::answer::World;
use super::source::Source;
use super::{action, inlay, outline, proposal, references, rename, structure, symbol, tokens};

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// The place that the first caret points at.
    Place,
    /// The place of the first caret; the carets cover the text that the answer speaks of.
    Text,
    /// The file that the comment stands in, wherever that is.
    File,
}

/// A question.
pub(super) struct Question {
    /// What comments call it.
    pub(super) name: &'static str,
    /// What it is about.
    pub(super) subject: Subject,
    /// Does something stand behind its name that is asked for, the answer below?
    pub(super) asks_for_something: bool,
    /// Is its answer a row of words?
    pub(super) is_row: bool,
    /// Answers it.
    pub(super) answer: fn(&Asked<'_>) -> Answer,
}

/// Where something is asked, and of whom.
pub(super) struct Asked<'a> {
    pub(super) world: &'a World,
    pub(super) source: &'a Source,
    pub(super) file: FileId,
    /// The place of the first caret; the file's start where the question is about the file.
    pub(super) at: FilePosition,
    /// What is asked for; empty where nothing is.
    pub(super) argument: &'a str,
}

/// An answer, line by line.
pub(super) struct Answer {
    /// The text that it speaks of, of a question about a text.
    pub(super) range: Option<TextRange>,
    pub(super) lines: Vec<String>,
}

impl From<Vec<String>> for Answer {
    fn from(lines: Vec<String>) -> Answer {
        Answer { range: None, lines }
    }
}

static QUESTIONS: &[Question] = &[
    about_text("hover", |it| it.world.hover(it.at)),
    Question { is_row: true, ..about_text("definition", |it| it.world.definition(it.at)) },
    Question { is_row: true, ..about_text("references", references::everywhere) },
    Question { is_row: true, ..about_text("highlight", references::in_file) },
    about_text("renamable", rename::name),
    Question { asks_for_something: true, ..about_place("rename", rename::lines) },
    about_file("symbols", |it| {
        outline::lines(&it.world.analysis.symbols(it.file), it.source).into()
    }),
    Question { asks_for_something: true, ..about_file("symbol", |it| symbol::lines(it).into()) },
    about_file("links", |it| structure::links(it).into()),
    about_file("folds", |it| structure::folds(it).into()),
    about_place("selection", |it| structure::selection(it).into()),
    about_file("tokens", |it| tokens::lines(it).into()),
    about_file("hints", |it| inlay::hints(it.world, it.file, it.source)),
    about_text("preview", |it| it.world.preview(it.at)),
    about_text("lens", |it| inlay::lens(it.world, it.at)),
    Question {
        asks_for_something: true,
        ..about_place("proposal", |it| proposal::about(it).into())
    },
    Question {
        asks_for_something: true,
        ..about_place("binding", |it| proposal::binding(it).into())
    },
    about_place("actions", |it| action::titles(it.world, it.at).into()),
    Question {
        asks_for_something: true,
        ..about_place("action", |it| action::lines(it.world, it.at, it.argument).into())
    },
];

const fn about_text(name: &'static str, answer: fn(&Asked<'_>) -> Answer) -> Question {
    let subject = Subject::Text;
    Question { name, subject, asks_for_something: false, is_row: false, answer }
}

const fn about_place(name: &'static str, answer: fn(&Asked<'_>) -> Answer) -> Question {
    let subject = Subject::Place;
    Question { name, subject, asks_for_something: false, is_row: false, answer }
}

const fn about_file(name: &'static str, answer: fn(&Asked<'_>) -> Answer) -> Question {
    let subject = Subject::File;
    Question { name, subject, asks_for_something: false, is_row: false, answer }
}

impl Question {
    /// The question of a name.
    pub(super) fn named(name: &str) -> Option<&'static Question> {
        QUESTIONS.iter().find(|question| question.name == name)
    }

    /// The names of the questions about some subjects, with commas between.
    pub(super) fn names(about: impl Fn(Subject) -> bool) -> String {
        let questions = QUESTIONS.iter().filter(|question| about(question.subject));
        questions.map(|question| question.name).collect::<Vec<_>>().join(", ")
    }
}

impl PartialEq for Question {
    fn eq(&self, other: &Question) -> bool {
        self.name == other.name
    }
}

impl Eq for Question {}

impl Debug for Question {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}
