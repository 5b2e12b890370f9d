//! How the tour draws what an editor shows.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde_json::Value;

const TITLE: Style = Style::new().bold();
const DIM: Style = AnsiColor::BrightBlack.on_default();
const ERROR: Style = AnsiColor::Red.on_default();
const WARNING: Style = AnsiColor::Yellow.on_default();
const NAME: Style = AnsiColor::Cyan.on_default();
const GOOD: Style = AnsiColor::Green.on_default();

/// A heading.
pub(super) fn title(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "\n{TITLE}{text}{TITLE:#}\n")
}

/// A text with line numbers, and under each diagnostic's text a wavy line and its message.
pub(super) fn source(out: &mut impl Write, text: &str, diagnostics: &[Value]) -> io::Result<()> {
    for (number, line) in (0..).zip(text.lines()) {
        writeln!(out, " {DIM}{:>3} │{DIM:#} {line}", number + 1)?;
        for diagnostic in diagnostics {
            if number_at(diagnostic, "/range/start/line") == Some(number) {
                squiggle(out, diagnostic)?;
            }
        }
    }
    Ok(())
}

fn squiggle(out: &mut impl Write, diagnostic: &Value) -> io::Result<()> {
    let start = number_at(diagnostic, "/range/start/character").unwrap_or_default();
    let end = number_at(diagnostic, "/range/end/character").unwrap_or_default();
    let style = if number_at(diagnostic, "/severity") == Some(1) { ERROR } else { WARNING };
    let blanks = " ".repeat(usize::try_from(start).unwrap_or_default());
    let waves = "~".repeat(usize::try_from(end.saturating_sub(start)).unwrap_or_default());
    let message = diagnostic.get("message").and_then(Value::as_str).unwrap_or_default();
    let mut lines = wrapped(message, 78 - 7 - blanks.len().min(30)).into_iter();
    writeln!(out, "     {DIM}│{DIM:#} {blanks}{style}{waves}{style:#}")?;
    lines.try_for_each(|line| writeln!(out, "     {DIM}│{DIM:#} {blanks}{style}{line}{style:#}"))
}

/// A box with some lines, as a hover is shown.
pub(super) fn popup(out: &mut impl Write, lines: &[&str]) -> io::Result<()> {
    let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let edge = "─".repeat(width + 2);
    writeln!(out, "     {DIM}╭{edge}╮{DIM:#}")?;
    for line in lines {
        let blanks = " ".repeat(width - line.chars().count());
        writeln!(out, "     {DIM}│{DIM:#} {line}{blanks} {DIM}│{DIM:#}")?;
    }
    writeln!(out, "     {DIM}╰{edge}╯{DIM:#}")
}

/// A list of proposals behind what was typed, each with a word more.
pub(super) fn list(out: &mut impl Write, typed: &str, rows: &[(String, String)]) -> io::Result<()> {
    let width = rows.iter().map(|(label, _)| label.len()).max().unwrap_or_default();
    let indent = " ".repeat(typed.len());
    writeln!(out, "     {typed}{DIM}▏{DIM:#}")?;
    for (label, detail) in rows {
        let line = format!("{NAME}{label:<width$}{NAME:#}  {DIM}{detail}{DIM:#}");
        writeln!(out, "     {indent}{DIM}▏{DIM:#} {line}")?;
    }
    Ok(())
}

/// A text that was replaced.
pub(super) fn correction(out: &mut impl Write, wrong: &str, right: &str) -> io::Result<()> {
    writeln!(out, "     {ERROR}{wrong}{ERROR:#} → {GOOD}{right}{GOOD:#}")
}

/// The last lines.
pub(super) fn closing(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "\n{GOOD}The server answers as it should.{GOOD:#} Next: `inventory-ls check` in"
    )?;
    writeln!(out, "the folder of your clan, or switch it on in your editor (see README.md).")
}

fn number_at(diagnostic: &Value, pointer: &str) -> Option<u64> {
    diagnostic.pointer(pointer)?.as_u64()
}

/// A text in lines of at most so many characters, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("no machine is called so", 10), ["no machine", "is called", "so"]);
        assert_eq!(wrapped("overlong word", 4), ["overlong", "word"]);
    }
}
