//! A text that is shown to people: paragraphs and tables, with places in it. Who shows it makes
//! Markdown of it, where places become links, or plain text.

use std::fmt::Write;

use eval::FileRange;

/// More rows of a table than these are counted.
const MOST_ROWS: usize = 50;

/// A text, paragraph by paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup {
    blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Paragraph(Line),
    Table(Table),
}

/// What a place is linked as; `None` where nobody can open it.
pub type Url<'u> = dyn Fn(FileRange) -> Option<String> + 'u;

impl Markup {
    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, line: impl Into<Line>) {
        self.blocks.push(Block::Paragraph(line.into()));
    }

    /// Adds a table, if it has rows.
    pub(crate) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Without the paragraphs behind the first that only repeat what stands above them.
    #[must_use]
    pub fn below(mut self, above: &str) -> Markup {
        let mut is_first = true;
        self.blocks.retain(|block| match block {
            Block::Paragraph(line) => {
                std::mem::take(&mut is_first) || !above.contains(&line.plain())
            }
            Block::Table(_) => true,
        });
        self
    }

    /// As Markdown; places that have an address are links. A line keeps tables apart, which editors draw
    /// close to each other.
    pub fn markdown(&self, url: &Url<'_>) -> String {
        let mut text = String::new();
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            text += match (before, block) {
                (None, _) => "",
                (Some(Block::Table(_)), Block::Table(_)) => "\n\n---\n\n",
                _ => "\n\n",
            };
            text += &match block {
                Block::Paragraph(line) => line.markdown(url),
                Block::Table(table) => table.markdown(url),
            };
            before = Some(block);
        }
        text
    }

    /// As text for people, the columns of tables below each other.
    pub fn plain(&self) -> String {
        let blocks = self.blocks.iter().map(|block| match block {
            Block::Paragraph(line) => line.plain(),
            Block::Table(table) => table.plain(),
        });
        blocks.collect::<Vec<_>>().join("\n\n")
    }
}

/// A piece of text on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Span {
    text: String,
    style: Style,
    /// Where it leads.
    at: Option<FileRange>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Words of ours, or Markdown of somebody's.
    Text,
    /// Something as Nix has it.
    Code,
    Strong,
    /// A name or a place, as it is.
    Name,
}

impl Span {
    fn markdown(&self, url: &Url<'_>) -> String {
        let text = match self.style {
            Style::Text => self.text.clone(),
            Style::Code => code(&self.text),
            Style::Strong => format!("**{}**", escaped(&self.text)),
            Style::Name => escaped(&self.text),
        };
        match self.at.and_then(url) {
            Some(url) => format!("[{text}]({url})"),
            None => text,
        }
    }
}

/// As code, whatever quotes it holds.
fn code(text: &str) -> String {
    let text = text.replace('\n', " ");
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// A text in which nothing is Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (index, char) in text.char_indices() {
        let in_word = |text: &str| text.ends_with(|it: char| it.is_alphanumeric());
        let before = text.get(..index).is_some_and(in_word);
        let special = "\\`*[]<>|".contains(char) || (char == '_' && !before);
        if special {
            out.push('\\');
        }
        out.push(if char == '\n' { ' ' } else { char });
    }
    out
}

/// A paragraph or a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line(Vec<Span>);

impl From<String> for Line {
    fn from(text: String) -> Line {
        Line::of(text)
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Line {
        Line::of(text)
    }
}

impl Line {
    /// A line that begins with words.
    pub(crate) fn of(text: impl Into<String>) -> Line {
        Line::default().text(text)
    }

    fn with(mut self, text: impl Into<String>, style: Style, at: Option<FileRange>) -> Line {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Span { text, style, at });
        }
        self
    }

    /// Goes on with words.
    pub(crate) fn text(self, text: impl Into<String>) -> Line {
        self.with(text, Style::Text, None)
    }

    /// Goes on with something as Nix has it.
    pub(crate) fn code(self, text: impl Into<String>) -> Line {
        self.with(text, Style::Code, None)
    }

    /// Goes on with the name that all is about.
    pub(crate) fn strong(self, text: impl Into<String>) -> Line {
        self.with(text, Style::Strong, None)
    }

    /// Goes on with a name, which leads somewhere.
    pub(crate) fn name(self, text: impl Into<String>, at: Option<FileRange>) -> Line {
        self.with(text, Style::Name, at)
    }

    /// Goes on with other lines, commas between.
    pub(crate) fn list(self, lines: impl IntoIterator<Item = Line>) -> Line {
        self.joined(lines, ", ")
    }

    /// Goes on with other lines, with something between.
    pub(crate) fn joined(self, lines: impl IntoIterator<Item = Line>, between: &str) -> Line {
        let mut out = self;
        for (index, line) in lines.into_iter().enumerate() {
            if index > 0 {
                out = out.text(between);
            }
            out = out.and(line);
        }
        out
    }

    /// Goes on with another line.
    pub(crate) fn and(mut self, line: Line) -> Line {
        self.0.extend(line.0);
        self
    }

    fn markdown(&self, url: &Url<'_>) -> String {
        self.0.iter().map(|span| span.markdown(url)).collect()
    }

    fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Rows of cells, each column with a title. A column without anything in it is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    head: Vec<&'static str>,
    rows: Vec<Vec<Line>>,
    left_out: usize,
}

impl Table {
    pub(crate) fn new<const N: usize>(head: [&'static str; N]) -> Table {
        Table { head: head.to_vec(), rows: Vec::new(), left_out: 0 }
    }

    /// Adds a row, which is made only if there is room for it.
    pub(crate) fn row<const N: usize>(&mut self, row: impl FnOnce() -> [Line; N]) {
        if self.rows.len() < MOST_ROWS {
            self.rows.push(row().to_vec());
        } else {
            self.left_out += 1;
        }
    }

    /// Adds many rows.
    pub(crate) fn rows<T, const N: usize>(
        mut self,
        of: impl IntoIterator<Item = T>,
        row: impl Fn(T) -> [Line; N],
    ) -> Table {
        of.into_iter().for_each(|it| self.row(|| row(it)));
        self
    }

    fn markdown(&self, url: &Url<'_>) -> String {
        let row = |cells: Vec<String>| {
            let cells = cells.iter().map(|cell| format!(" {cell} |"));
            format!("|{}", cells.collect::<String>())
        };
        let shown = self.shown();
        let heads = shown.iter().filter_map(|&column| self.head.get(column));
        let mut lines = vec![
            row(heads.map(|&title| title.to_owned()).collect()),
            format!("|{}", ":--|".repeat(shown.len())),
        ];
        lines.extend(self.rows.iter().map(|cells| {
            let cells = shown.iter().filter_map(|&column| cells.get(column));
            row(cells.map(|cell| in_cell(&cell.markdown(url))).collect())
        }));
        lines.join("\n") + &self.rest()
    }

    fn plain(&self) -> String {
        let shown = self.shown();
        let heads = self.head.iter().map(|&title| title.to_owned()).collect::<Vec<_>>();
        let rows = self.rows.iter().map(|row| row.iter().map(Line::plain).collect());
        let rows: Vec<Vec<String>> = [heads].into_iter().chain(rows).collect();
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| Some(row.get(column)?.chars().count()));
            cells.max().unwrap_or_default()
        };
        let widths: Vec<(usize, usize)> = shown.into_iter().map(|it| (it, width(it))).collect();
        let mut text = String::new();
        for row in &rows {
            let mut line = String::new();
            for &(column, width) in &widths {
                let cell = row.get(column).map_or("", String::as_str);
                // Writing to a string can't fail.
                let _ = write!(line, "{cell:<width$}  ");
            }
            text += line.trim_end();
            text.push('\n');
        }
        text.trim_end().to_owned() + &self.rest()
    }

    /// The columns that hold something.
    fn shown(&self) -> Vec<usize> {
        let holds = |&column: &usize| {
            self.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.0.is_empty()))
        };
        (0..self.head.len()).filter(holds).collect()
    }

    fn rest(&self) -> String {
        if self.left_out == 0 {
            String::new()
        } else {
            format!("\n\n… and {} more", self.left_out)
        }
    }
}

/// Markdown in a cell: a bar would end it, also in code.
fn in_cell(markdown: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for char in markdown.chars() {
        if char == '|' && before != '\\' {
            out.push('\\');
        }
        out.push(if char == '\n' { ' ' } else { char });
        before = char;
    }
    out
}

#[cfg(test)]
mod tests {
    use eval::FileId;
    use syntax::TextRange;

    use super::*;

    fn place() -> Option<FileRange> {
        Some(FileRange { file: FileId(0), range: TextRange::default() })
    }

    fn example() -> Markup {
        let mut markup = Markup::default();
        markup.paragraph(Line::of("tag ").strong("a_b|*").text(": 2 machines"));
        let names = [("jon", place()), ("sara-long", None)];
        markup.table(Table::new(["machine", "nothing", "from"]).rows(names, |(name, at)| {
            [Line::default().name(name, None), Line::default(), Line::default().name("f.nix:1", at)]
        }));
        markup
    }

    #[test]
    fn markdown_has_links_where_places_have_addresses() {
        let expected = "tag **a_b\\|\\***: 2 machines\n\n| machine | from |\n|:--|:--|\n\
                        | jon | [f.nix:1](x:y) |\n| sara-long | f.nix:1 |";
        assert_eq!(example().markdown(&|_| Some("x:y".to_owned())), expected);
    }

    #[test]
    fn plain_text_has_columns() {
        let expected = "tag a_b|*: 2 machines\n\nmachine    from\njon        f.nix:1\n\
                        sara-long  f.nix:1";
        assert_eq!(example().plain(), expected);
    }

    #[test]
    fn tables_are_kept_apart() {
        let mut markup = Markup::default();
        markup.table(Table::new(["a"]).rows(["1"], |it| [Line::of(it)]));
        markup.table(Table::new(["b"]).rows(["2"], |it| [Line::of(it)]));
        let expected = "| a |\n|:--|\n| 1 |\n\n---\n\n| b |\n|:--|\n| 2 |";
        assert_eq!(markup.markdown(&|_| None), expected);
    }

    #[test]
    fn what_stands_above_is_not_repeated() {
        let mut markup = Markup::default();
        for text in ["role client", "Backs up", "2 machines", "source: here"] {
            markup.paragraph(text);
        }
        let below = markup.below("2 machines: Backs up");
        assert_eq!(below.plain(), "role client\n\nsource: here");
    }

    #[test]
    fn more_rows_than_anybody_reads_are_counted() {
        let mut markup = Markup::default();
        markup.table(Table::new(["n"]).rows(0..60, |n| [Line::of(n.to_string())]));
        let text = markup.plain();
        assert!(text.ends_with("\n48\n49\n\n… and 10 more"), "{text}");
        markup.table(Table::new(["nothing"]));
        assert_eq!(markup.plain(), text);
    }

    #[test]
    fn code_holds_anything_also_in_a_cell() {
        let mut markup = Markup::default();
        let cells = ["a|b", "`x`"].map(|text| [Line::default().code(text)]);
        markup.table(Table::new(["value"]).rows(cells, |row| row));
        let expected = "| value |\n|:--|\n| `a\\|b` |\n| `` `x` `` |";
        assert_eq!(markup.markdown(&|_| None), expected);
    }
}
