//! Strings and paths: escapes and the indentation of `''` strings.

use smol_str::SmolStr;
use syntax::{AstNode, Language, NixLanguage, NodeOrToken, SyntaxKind, SyntaxNode, ast};

use super::Lowering;
use crate::hir::{Expr, StringPart};

impl Lowering<'_> {
    /// The parts of a string, escapes resolved; tokens of an unreadable part are passed over.
    pub(super) fn string_parts(&mut self, string: &ast::Str) -> Box<[StringPart]> {
        if let Some(text) = as_written(string) {
            return Box::new([StringPart::Literal(text)]);
        }
        let parts = pieces(string).into_iter().map(|part| match part {
            Raw::Text(text) => StringPart::Literal(text.into()),
            Raw::Interpolation(node) => self.interpolation(&node),
        });
        parts.collect()
    }

    pub(super) fn path(&mut self, path: &SyntaxNode) -> Expr {
        let parts = path.children_with_tokens().map(|child| match child {
            NodeOrToken::Token(token) => StringPart::Literal(SmolStr::new(token.text())),
            NodeOrToken::Node(node) => self.interpolation(&node),
        });
        let parts: Box<[StringPart]> = parts.collect();
        // Where a relative path leads to is told by where its file stands.
        let absolute = matches!(&*parts, [StringPart::Literal(text), ..] if text.starts_with('/'));
        self.traits.depends |= !absolute;
        Expr::Path(parts)
    }

    fn interpolation(&mut self, node: &SyntaxNode) -> StringPart {
        let expr = ast::Interpol::cast(node.clone()).and_then(|it| it.expr());
        StringPart::Interpolation(self.expr_or_hole(expr, self.range(node)))
    }
}

/// The text of a string without interpolations.
pub(super) fn plain(string: &ast::Str) -> Option<SmolStr> {
    let as_written = as_written(string);
    if as_written.is_some() {
        return as_written;
    }
    let mut parts = pieces(string).into_iter();
    match (parts.next(), parts.next()) {
        (None, None) => Some(SmolStr::default()),
        (Some(Raw::Text(text)), None) => Some(text.into()),
        _ => None,
    }
}

/// The text of a string in which nothing stands for anything else, as most are.
fn as_written(string: &ast::Str) -> Option<SmolStr> {
    let green = string.syntax().green();
    let mut tokens = green.children().map(NodeOrToken::into_token);
    let (start, content) = (tokens.next()??, tokens.next()??);
    let is_content = NixLanguage::kind_from_raw(content.kind()) == SyntaxKind::TOKEN_STRING_CONTENT;
    let text = content.text();
    let is_plain = start.text() == "\"" && is_content && !text.contains(['\\', '\r']);
    let is_all = tokens.len() == 0 || (tokens.len() == 1 && tokens.next()?.is_some());
    (is_plain && is_all).then(|| SmolStr::new(text))
}

/// The parts of a string, escapes resolved, those without text left out.
fn pieces(string: &ast::Str) -> Vec<Raw> {
    let indented = string.syntax().first_token().is_some_and(|token| token.text() == "''");
    let raw = raw_parts(string.syntax(), SyntaxKind::TOKEN_STRING_CONTENT);
    let raw = if indented { strip_indentation(raw) } else { raw };
    let unescape = if indented { unescape_indented } else { unescape };
    let raw = raw.into_iter().filter(|part| !matches!(part, Raw::Text(text) if text.is_empty()));
    let unescaped = raw.map(|part| match part {
        Raw::Text(text) => Raw::Text(unescape(&text)),
        interpolation => interpolation,
    });
    unescaped.collect()
}

/// A part as it is written.
enum Raw {
    Text(String),
    Interpolation(SyntaxNode),
}

fn raw_parts(node: &SyntaxNode, content: SyntaxKind) -> Vec<Raw> {
    let parts = node.children_with_tokens().filter_map(|child| match child {
        NodeOrToken::Token(token) if token.kind() == content => {
            Some(Raw::Text(token.text().to_owned()))
        }
        NodeOrToken::Node(node) if node.kind() == SyntaxKind::NODE_INTERPOL => {
            Some(Raw::Interpolation(node))
        }
        _ => None,
    });
    parts.collect()
}

/// Escapes of `"…"`: `\n`, `\r`, `\t`; before any other character the backslash just goes.
/// A line end of `\r\n` or `\r` reads as `\n`, as in Nix.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('t') => out.push('\t'),
                Some(other) => out.push(other),
                None => {}
            },
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            other => out.push(other),
        }
    }
    out
}

/// Escapes of `''…''`: `'''` is `''`, `''$` is `$`, `''\c` is the escape `\c`.
fn unescape_indented(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("''") {
        out.push_str(before);
        let mut chars = after.chars();
        match chars.next() {
            Some('\'') => out.push_str("''"),
            Some('\\') => {
                let escaped: String = chars.by_ref().take(1).collect();
                out.push_str(&unescape(&format!("\\{escaped}")));
            }
            Some(other) => out.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

/// Takes away the indentation that all lines of an indented string share, and the first line if it
/// is blank; a last line of blanks alone ends as an empty one.
fn strip_indentation(mut parts: Vec<Raw>) -> Vec<Raw> {
    if let Some(Raw::Text(first)) = parts.first_mut()
        && let Some((line, rest)) = first.split_once('\n')
        && line.chars().all(|char| char == ' ')
    {
        *first = rest.to_owned();
        return without_indentation(parts, true);
    }
    without_indentation(parts, false)
}

fn without_indentation(parts: Vec<Raw>, first_at_line_start: bool) -> Vec<Raw> {
    let shared = shared_indentation(&parts, first_at_line_start);
    let last = parts.len().saturating_sub(1);
    let mut at_line_start = first_at_line_start;
    let strip = |(index, part)| match part {
        Raw::Interpolation(node) => {
            at_line_start = false;
            Raw::Interpolation(node)
        }
        Raw::Text(text) => {
            let lines: Vec<&str> = text.split('\n').collect();
            let count = lines.len();
            let mut out = String::with_capacity(text.len());
            for (number, line) in lines.into_iter().enumerate() {
                let starts = number > 0 || at_line_start;
                let ends_string = index == last && number + 1 == count;
                if number > 0 {
                    out.push('\n');
                }
                out.push_str(if starts { strip_line(line, shared, ends_string) } else { line });
            }
            at_line_start = false;
            Raw::Text(out)
        }
    };
    parts.into_iter().enumerate().map(strip).collect()
}

fn strip_line(line: &str, shared: usize, ends_string: bool) -> &str {
    let blank = line.chars().all(|char| char == ' ');
    if blank && ends_string {
        return "";
    }
    let indent = line.len() - line.trim_start_matches(' ').len();
    line.get(indent.min(shared)..).unwrap_or(line)
}

/// The least indentation of the lines that hold more than blanks.
fn shared_indentation(parts: &[Raw], first_at_line_start: bool) -> usize {
    let mut least: Option<usize> = None;
    // The blanks since the last line start; `None` once something else stood on the line.
    let mut indent = if first_at_line_start { Some(0) } else { None };
    let mut close = |indent: &mut Option<usize>| {
        if let Some(blanks) = indent.take() {
            least = Some(least.map_or(blanks, |least| least.min(blanks)));
        }
    };
    for part in parts {
        match part {
            Raw::Interpolation(_) => close(&mut indent),
            Raw::Text(text) => {
                for char in text.chars() {
                    match char {
                        '\n' => indent = Some(0),
                        ' ' => indent = indent.map(|blanks| blanks + 1),
                        _ => close(&mut indent),
                    }
                }
            }
        }
    }
    least.unwrap_or(usize::MAX)
}
