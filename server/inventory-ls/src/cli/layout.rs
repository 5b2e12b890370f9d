//! Aligned columns and wrapped lists in 80 columns.

use crate::cli::output::printable;

/// No line is longer, unless a single item is.
const WIDTH: usize = 80;
/// A column grows with its cells up to here; a longer cell pushes the rest of its own row only.
const COLUMN: usize = 24;
const GAP: usize = 2;

/// Rows of two aligned cells and a list that wraps under itself.
pub(crate) struct Rows {
    indent: usize,
    rows: Vec<([String; 2], Vec<String>)>,
}

impl Rows {
    /// No rows yet; all will stand `indent` columns from the left.
    pub(crate) fn indented(indent: usize) -> Rows {
        Rows { indent, rows: Vec::new() }
    }

    /// A further row.
    pub(crate) fn push(&mut self, cells: [&str; 2], list: impl IntoIterator<Item = String>) {
        let list = list.into_iter().map(|item| printable(&item)).collect();
        self.rows.push((cells.map(printable), list));
    }

    /// The rows as lines.
    pub(crate) fn render(&self) -> String {
        let widths = [0, 1].map(|column| self.column_width(column));
        let hang = self.indent + widths.iter().map(|width| width + GAP).sum::<usize>();
        let mut text = String::new();
        for (cells, list) in &self.rows {
            let mut line = " ".repeat(self.indent);
            for (cell, width) in cells.iter().zip(widths) {
                line.push_str(&format!("{cell:<width$}{:GAP$}", ""));
            }
            wrap(&mut text, line, hang, &separated(list));
        }
        text
    }

    fn column_width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|(cells, _)| cells.get(column));
        cells.map(|cell| columns(cell)).filter(|&width| width <= COLUMN).max().unwrap_or(0)
    }
}

/// A text, wrapped and indented.
pub(crate) fn paragraph(indent: usize, text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().map(printable).collect();
    let mut lines = String::new();
    wrap(&mut lines, " ".repeat(indent), indent, &words);
    lines
}

/// The items with commas between them.
fn separated(items: &[String]) -> Vec<String> {
    let last = items.len().saturating_sub(1);
    let comma = |at| if at == last { "" } else { "," };
    items.iter().enumerate().map(|(at, item)| format!("{item}{}", comma(at))).collect()
}

/// Writes `line` and the items behind it; what does not fit goes to lines that start at `hang`.
fn wrap(text: &mut String, mut line: String, hang: usize, items: &[String]) {
    for item in items {
        if columns(&line) > hang && columns(&line) + columns(item) > WIDTH {
            push_line(text, &line);
            line = " ".repeat(hang);
        }
        line.push_str(item);
        line.push(' ');
    }
    push_line(text, &line);
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

/// How many columns a text takes: one for each character.
fn columns(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(items: &[&str]) -> Vec<String> {
        items.iter().map(|&item| item.to_owned()).collect()
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut rows = Rows::indented(2);
        rows.push(["jón", "nixos"], list(&["all", "nixos"]));
        rows.push(["backup_server", "darwin"], list(&["all"]));
        rows.push(["a-name-that-is-longer-than-columns-grow", ""], list(&["all"]));
        let expected = [
            "  jón            nixos   all, nixos",
            "  backup_server  darwin  all",
            "  a-name-that-is-longer-than-columns-grow          all",
        ];
        assert_eq!(rows.render().lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn lists_wrap_under_themselves() {
        let mut rows = Rows::indented(0);
        rows.push(["client", "tag all"], (0..40).map(|number| format!("machine-{number}")));
        let text = rows.render();
        assert!(text.lines().skip(1).all(|line| line.starts_with(&" ".repeat(17))), "{text}");
        assert!(text.lines().all(|line| (60..=80).contains(&line.len())), "{text}");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let mut rows = Rows::indented(0);
        rows.push(["a\u{1b}[31m", "b\n"], list(&["c\r"]));
        let text = rows.render() + &paragraph(0, "d\u{7}");
        assert!(!text.replace('\n', "").contains(char::is_control), "{text:?}");
    }

    #[test]
    fn a_word_that_fits_nowhere_stands_alone() {
        let long = "x".repeat(100);
        assert_eq!(paragraph(2, &format!("a {long} b")), format!("  a\n  {long}\n  b\n"));
    }
}
