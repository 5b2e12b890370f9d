//! The names that an editor colours, as lines, with what makes them unfit for one.

use ide::{FileRange, SemanticToken, TextRange, TokenKind};

use super::note::NONE;
use super::question::Asked;
use super::source::Source;

/// A line for each line of the text that holds names; the first is that of the comment's beginning.
pub(super) fn lines(asked: &Asked<'_>) -> Vec<String> {
    let whole = TextRange::up_to(ide::TextSize::of(asked.source.text.as_str()));
    let at = FileRange { file: asked.file, range: whole };
    let tokens = asked.world.analysis.semantic_tokens(at, usize::MAX);
    let mut lines = vec![String::new()];
    let (mut free, mut last_line) = (0.into(), None);
    for token in &tokens {
        let line = asked.source.line_at(token.range.start());
        let ends_elsewhere = asked.source.line_at(token.range.end()) != line;
        let flaw = if token.range.start() < free || token.range.is_empty() || ends_elsewhere {
            " !over others"
        } else {
            ""
        };
        let told = format!("{}{flaw}", told(token, asked.source));
        match lines.last_mut().filter(|_| last_line == Some(line)) {
            Some(row) => *row += &format!(", {told}"),
            None => lines.push(format!("{}: {told}", line + 1)),
        }
        (free, last_line) = (token.range.end(), Some(line));
    }
    if tokens.is_empty() { vec![NONE.to_owned()] } else { lines }
}

fn told(token: &SemanticToken, source: &Source) -> String {
    let text = source.text.get(std::ops::Range::from(token.range)).unwrap_or_default();
    let kind = match token.kind {
        TokenKind::Machine => "machine",
        TokenKind::Tag => "tag",
        TokenKind::Role => "role",
        TokenKind::Instance => "instance",
        TokenKind::Service => "service",
        TokenKind::Setting => "setting",
        TokenKind::Input => "input",
    };
    let declares = if token.declares { "new " } else { "" };
    let built_in = if token.built_in { " of Clan" } else { "" };
    format!("{declares}{kind} {text}{built_in}")
}
