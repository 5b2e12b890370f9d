//! Parts a file into its text and the expectations in its comments.
//!
//! A comment is an expectation when it begins with carets, `<-`, `show:` or the name of a question about a file;
//! whatever follows carets must then make sense, so that a misspelt kind is never taken for an ordinary comment.

use ide::{TextRange, TextSize};

use super::labels;
use super::note::{Kind, NONE, Note};
use super::question::{Question, Subject};
use super::source::Source;

/// A comment that looks like an expectation and is none.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// 1-based, in the file.
    pub(crate) line: usize,
    /// What is wrong with it.
    pub(crate) message: String,
}

/// An expectation as it stands in the file.
#[derive(Default)]
struct Comment<'a> {
    /// 1-based, in the file.
    number: usize,
    /// The number of source lines above it.
    below: usize,
    /// The column of its `#`, in characters from 0.
    hash: usize,
    /// What follows the `#`.
    body: &'a str,
    /// What follows the `|` of the lines that carry on.
    more: Vec<&'a str>,
    /// All its lines, as they are.
    lines: String,
}

/// Parts an annotated text.
///
/// # Errors
/// Every comment that begins as an expectation and can't be read as one.
pub(super) fn parse(annotated: &str) -> Result<Source, Vec<Mistake>> {
    let (mut source, comments) = part(annotated);
    let mut mistakes = Vec::new();
    for comment in comments {
        match note(&comment, &source) {
            Ok(note) => {
                source.notes.push(note);
                source.comments.push(comment.lines);
            }
            Err(message) => mistakes.push(Mistake { line: comment.number, message }),
        }
    }
    if mistakes.is_empty() { Ok(source) } else { Err(mistakes) }
}

fn part(annotated: &str) -> (Source, Vec<Comment<'_>>) {
    let mut source = Source::default();
    let mut comments: Vec<Comment<'_>> = Vec::new();
    let mut may_carry_on = false;
    for (index, line) in annotated.split_inclusive('\n').enumerate() {
        let body = line.trim().strip_prefix('#').unwrap_or_default();
        let carried_on = body.trim_start().strip_prefix('|').filter(|_| may_carry_on);
        match (carried_on, comments.last_mut()) {
            (Some(more), Some(comment)) => {
                comment.more.push(more.strip_prefix(' ').unwrap_or(more));
                comment.lines.push_str(line);
            }
            _ if begins_expectation(body) => comments.push(Comment {
                number: index + 1,
                below: source.line_count(),
                hash: line.chars().take_while(|&c| c != '#').count(),
                body,
                more: Vec::new(),
                lines: line.to_owned(),
            }),
            _ => {
                source.push_line(index + 1, line);
                may_carry_on = false;
                continue;
            }
        }
        may_carry_on = true;
    }
    (source, comments)
}

fn begins_expectation(body: &str) -> bool {
    let body = body.trim_start();
    ["^", "<-", "show:"].iter().any(|start| body.starts_with(start)) || of_file(body).is_some()
}

/// The question about the whole file that a comment asks, and what follows it.
fn of_file(body: &str) -> Option<(&'static Question, &str)> {
    let (name, rest) = body.split_once(':')?;
    let question = Question::named(name)?;
    (question.subject == Subject::File).then_some((question, rest))
}

fn note(comment: &Comment<'_>, source: &Source) -> Result<Note, String> {
    if let Some(question) = comment.body.trim_start().strip_prefix("show:") {
        return show(comment, question);
    }
    if let Some((question, first)) = of_file(comment.body.trim_start()) {
        let (kind, first) = asked(question, first);
        let text = text(&kind, first, &comment.more)?;
        return Ok(Note { below: comment.below, range: None, kind, text });
    }
    let (marker, statement) = marker(comment);
    let Some(line) = comment.below.checked_sub(1) else {
        return Err("there is no line above that it could point at".to_owned());
    };
    let (end, statement) = explicit_end(statement.trim_start(), line, source)?;
    let (kind, first) = kind(statement)?;
    let text = text(&kind, first, &comment.more)?;
    let start = source
        .offset(line, marker.start)
        .ok_or("the carets begin beyond the end of the line above")?;
    let end = match &kind {
        kind if kind.is_point() => start,
        _ => match end {
            Some(end) if end >= start => end,
            Some(_) => return Err("the place after `..` is before the carets".to_owned()),
            None => end_of_carets(&marker, line, source)?,
        },
    };
    Ok(Note { below: comment.below, range: Some(TextRange::new(start, end)), kind, text })
}

/// The columns that a run of carets or an arrow covers.
struct Marker {
    start: usize,
    length: usize,
}

fn marker<'a>(comment: &Comment<'a>) -> (Marker, &'a str) {
    let run = comment.body.trim_start();
    let blanks = comment.body.chars().count() - run.chars().count();
    if let Some(dashes) = run.strip_prefix('<') {
        let rest = dashes.trim_start_matches('-');
        return (Marker { start: comment.hash, length: dashes.len() - rest.len() }, rest);
    }
    let rest = run.trim_start_matches('^');
    (Marker { start: comment.hash + 1 + blanks, length: run.len() - rest.len() }, rest)
}

fn end_of_carets(marker: &Marker, line: usize, source: &Source) -> Result<TextSize, String> {
    let width = source.line(line).chars().count();
    let end = marker.start + marker.length;
    // One caret after the last character points at the line's end.
    let end = if marker.start == width && marker.length == 1 { width } else { end };
    source.offset(line, end).ok_or_else(|| "the carets reach beyond the line above".to_owned())
}

/// Reads `..+2:5`: two lines further down, before column 5.
fn explicit_end<'a>(
    statement: &'a str,
    line: usize,
    source: &Source,
) -> Result<(Option<TextSize>, &'a str), String> {
    let Some(rest) = statement.strip_prefix("..+") else {
        return Ok((None, statement));
    };
    let (place, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let end = place.split_once(':').and_then(|(down, column)| {
        let (down, column): (usize, usize) = (down.parse().ok()?, column.parse().ok()?);
        source.offset(line + down, column.checked_sub(1)?)
    });
    match end {
        Some(end) => Ok((Some(end), rest.trim_start())),
        None => Err(format!("`..+{place}` is no place: write `..+LINES:COLUMN`")),
    }
}

fn kind(statement: &str) -> Result<(Kind, &str), String> {
    if let Some(rest) = statement.strip_prefix("complete ") {
        let taken = labels::take(rest, None);
        let edit = taken.as_ref().and_then(|(_, after)| after.trim_start().strip_prefix("=>"));
        return match (&taken, edit) {
            (Some((label, _)), Some(line)) => Ok((Kind::CompleteWith(label.clone()), line)),
            _ => Err("write `complete: LABELS` or `complete LABEL => LINE`".to_owned()),
        };
    }
    let (head, text) = statement.split_once(':').unwrap_or((statement, ""));
    if let Some(question) = Question::named(head).filter(|it| it.subject != Subject::File) {
        return Ok(asked(question, text));
    }
    match head {
        "complete" => Ok((Kind::Complete, text)),
        _ if is_finding(head) => Ok((Kind::Finding(head.to_owned()), text)),
        _ => Err(format!(
            "`{head}` is no kind of expectation: those are error[CODE], warning[CODE], info[CODE], \
             hint[CODE], related[CODE], complete, {}",
            Question::names(|subject| subject != Subject::File)
        )),
    }
}

/// A question, and the first line of its answer. Where it asks for something, that stands there.
fn asked<'a>(question: &'static Question, first: &'a str) -> (Kind, &'a str) {
    if question.asks_for_something {
        return (Kind::Asked(question, first.trim().to_owned()), "");
    }
    (Kind::Asked(question, String::new()), first)
}

fn is_finding(head: &str) -> bool {
    let Some((severity, code)) = head.strip_suffix(']').and_then(|head| head.split_once('['))
    else {
        return false;
    };
    ["error", "warning", "info", "hint", "related"].contains(&severity)
        && !code.is_empty()
        && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn show(comment: &Comment<'_>, question: &str) -> Result<Note, String> {
    let (subject, answer) = question.split_once('=').unwrap_or((question, ""));
    let kind = Kind::Show(subject.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = text(&kind, answer, &comment.more)?;
    Ok(Note { below: comment.below, range: None, kind, text })
}

/// The statement's lines, in the form that answers have.
fn text(kind: &Kind, first: &str, more: &[&str]) -> Result<Vec<String>, String> {
    let row = || [&[first], more].concat().join(" ");
    match kind {
        Kind::Complete if row().trim() == NONE => Ok(vec![NONE.to_owned()]),
        Kind::Complete => {
            let labels = labels::split(&row()).ok_or("a label's quote is not closed")?;
            Ok(vec![labels::join(labels.iter().map(String::as_str))])
        }
        kind if kind.is_row() => Ok(vec![row().split_whitespace().collect::<Vec<_>>().join(" ")]),
        _ => {
            let first = first.strip_prefix(' ').unwrap_or(first);
            Ok([&[first], more].concat().iter().map(|line| line.trim_end().to_owned()).collect())
        }
    }
}
