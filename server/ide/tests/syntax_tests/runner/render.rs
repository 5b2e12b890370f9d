//! A note as the comment that a person would write under its line.

use ide::TextRange;

use super::labels;
use super::note::{Kind, NONE, Note};
use super::source::Source;

/// Rows of names are broken to stay within this many columns.
const WIDTH: usize = 100;

/// The comment's lines, without their ends.
pub(super) fn comment(note: &Note, source: &Source) -> Vec<String> {
    let (indent, marker) = match note.range {
        Some(range) => marker(note, range, source),
        None => (0, "# ".to_owned()),
    };
    let indent = " ".repeat(indent);
    let head = format!("{indent}{marker}{}", introduction(&note.kind));
    let carry_on = format!("{indent}# | ");
    let room = |used: &str| WIDTH.saturating_sub(used.chars().count());
    let texts = match &note.kind {
        kind if kind.is_row() => wrapped(&note.text.join(" "), room(&head), room(&carry_on)),
        _ => note.text.clone(),
    };
    let heads = [head].into_iter().chain(std::iter::repeat(carry_on));
    heads.zip(texts).map(|(head, text)| format!("{head}{text}").trim_end().to_owned()).collect()
}

fn introduction(kind: &Kind) -> String {
    match kind {
        Kind::Finding(head) => format!("{head}: "),
        Kind::Asked(question, argument) => format!("{}: {argument}", question.name),
        Kind::Complete => "complete: ".to_owned(),
        Kind::CompleteWith(label) => format!("complete {} => ", labels::quoted(label)),
        Kind::Show(subject) => format!("show: {subject} = "),
    }
}

/// The column of the `#`, and the comment from there to its statement.
fn marker(note: &Note, range: TextRange, source: &Source) -> (usize, String) {
    let (line, start) = source.position(range.start());
    let indent = source.line(line).chars().take_while(|c| c.is_whitespace()).count().min(start);
    let (length, end) = extent(note, range, source);
    let run = if indent == start {
        format!("# <{}", "-".repeat(length))
    } else {
        format!("#{}{}", " ".repeat(start - indent - 1), "^".repeat(length))
    };
    (indent, format!("{run} {end}"))
}

/// How many characters the carets cover, and the range's end where the carets can't tell it.
fn extent(note: &Note, range: TextRange, source: &Source) -> (usize, String) {
    if note.kind.is_point() {
        return (1, String::new());
    }
    let (line, start) = source.position(range.start());
    let (last, column) = source.position(range.end());
    let width = source.line(line).chars().count();
    let end = format!("..+{}:{} ", last - line, column + 1);
    match range.is_empty() {
        true if start == width => (1, String::new()),
        true => (1, end),
        false if last == line => (column - start, String::new()),
        false => (width.saturating_sub(start).max(1), end),
    }
}

/// Breaks a row at its blanks; the first line is `first` wide, the others `rest`.
fn wrapped(row: &str, first: usize, rest: usize) -> Vec<String> {
    if row == NONE {
        return vec![row.to_owned()];
    }
    let mut lines = vec![String::new()];
    for word in words(row) {
        let width = if lines.len() == 1 { first } else { rest };
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + 1 + word.len() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The pieces between single blanks, a name in quotes being one piece.
fn words(row: &str) -> Vec<&str> {
    let mut in_quotes = false;
    row.split(|c: char| {
        in_quotes ^= c == '"';
        c == ' ' && !in_quotes
    })
    .collect()
}
