//! How a text is laid out: where something can be put between braces or brackets so that it stands
//! there as its neighbours do, and how text goes or moves.

use std::iter::successors;

use eval::FileId;
use syntax::{
    AstNode, SyntaxKind, SyntaxNode, SyntaxToken, TextRange, TextSize, ast, ast::HasEntry,
};

use super::change::Edits;
use crate::place::Piece;

/// A place between braces or brackets, and what has to stand around a text there.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    range: TextRange,
    before: String,
    after: String,
    /// The indentation that further lines of the text start from.
    pub(super) indent: String,
}

impl Slot {
    /// Behind an entry of a set or an item of a list.
    pub(super) fn behind(node: &SyntaxNode) -> Slot {
        let indent = indent_of(node);
        let end = end_with_comment(node);
        let before = if begins_line(node) { format!("\n{indent}") } else { " ".to_owned() };
        Slot { range: TextRange::empty(end), before, after: String::new(), indent }
    }

    /// Behind the entry of a piece, if that is finished.
    pub(super) fn behind_piece(piece: &Piece) -> Option<Slot> {
        piece.entry().filter(|entry| is_finished(entry)).map(Slot::behind)
    }

    /// In a set: behind its last entry that is finished.
    pub(super) fn in_set(set: &ast::AttrSet) -> Option<Slot> {
        let entries = set.entries().map(|entry| entry.syntax().clone());
        match entries.filter(is_finished).last() {
            Some(last) => Some(Slot::behind(&last)),
            None => Slot::at_start(set),
        }
    }

    /// In a set: before all that it has.
    pub(super) fn at_start(set: &ast::AttrSet) -> Option<Slot> {
        Some(Slot::first(set.syntax(), &set.l_curly_token()?))
    }

    /// In a list: behind its last item.
    pub(super) fn in_list(list: &ast::List) -> Option<Slot> {
        match list.items().last() {
            Some(last) => Some(Slot::behind(last.syntax())),
            None => Some(Slot::first(list.syntax(), &list.l_brack_token()?)),
        }
    }

    /// Behind an opening brace or bracket. Where a line ends there, the text gets one of its own.
    fn first(node: &SyntaxNode, open: &SyntaxToken) -> Slot {
        let indent = indent_of(node);
        let blank = open.next_token().filter(is_blank);
        let at = TextRange::empty(open.text_range().end());
        if blank.as_ref().is_some_and(|it| it.text().contains('\n')) {
            let indent = indent + &step_in(node);
            return Slot { range: at, before: format!("\n{indent}"), after: String::new(), indent };
        }
        let after = if blank.is_some() { "" } else { " " };
        Slot { range: at, before: " ".to_owned(), after: after.to_owned(), indent }
    }

    /// What stands between two entries there.
    pub(super) fn line_end(&self) -> String {
        if self.before.starts_with('\n') { format!("\n{}", self.indent) } else { " ".to_owned() }
    }

    /// Puts entries there, those behind a blank line where the flag says so.
    pub(super) fn put_all(&self, edits: &mut Edits, file: FileId, entries: &[(bool, String)]) {
        let is_line = self.before.starts_with('\n');
        let text = entries.iter().map(|(behind_blank, text)| {
            let blank = if *behind_blank && is_line { "\n" } else { "" };
            format!("{blank}{}{text}", self.before)
        });
        edits.replace(file, self.range, text.collect::<String>() + &self.after);
    }

    /// Puts a text there.
    pub(super) fn put(&self, edits: &mut Edits, file: FileId, text: &str) {
        edits.replace(file, self.range, format!("{}{text}{}", self.before, self.after));
    }
}

/// What the line begins with that a node begins in: its blanks.
pub(super) fn indent_of(node: &SyntaxNode) -> String {
    let before = node.first_token().and_then(|token| token.prev_token());
    let mut first = node.first_token();
    for token in successors(before, SyntaxToken::prev_token) {
        if let Some((_, line)) = token.text().rsplit_once('\n') {
            return blanks(line).to_owned();
        }
        first = Some(token);
    }
    first.map(|token| blanks(token.text()).to_owned()).unwrap_or_default()
}

fn blanks(text: &str) -> &str {
    text.split_at(text.len() - text.trim_start_matches([' ', '\t']).len()).0
}

/// Does a blank line stand before an entry or the comments right above it?
pub(super) fn is_behind_blank_line(entry: &SyntaxNode) -> bool {
    let start = with_comments(entry).start();
    let before = successors(entry.first_token(), SyntaxToken::prev_token);
    let mut before = before.skip_while(|token| token.text_range().start() >= start);
    before.next().is_some_and(|it| is_blank(&it) && it.text().matches('\n').count() > 1)
}

/// Do only blanks stand before a node in its line?
pub(super) fn begins_line(node: &SyntaxNode) -> bool {
    let before = node.first_token().and_then(|token| token.prev_token());
    before.is_none_or(|token| is_blank(&token) && token.text().contains('\n'))
}

/// How much further entries are indented than what they are in, in this node or the nearest around
/// it where lines tell.
pub(super) fn step_in(node: &SyntaxNode) -> String {
    let sets = node.ancestors().filter(|it| ast::AttrSet::can_cast(it.kind()));
    let steps = sets.filter_map(|set| {
        let entry = set.children().find(begins_line)?;
        let step = indent_of(&entry).strip_prefix(&indent_of(&set))?.to_owned();
        (!step.is_empty()).then_some(step)
    });
    steps.into_iter().next().unwrap_or_else(|| "  ".to_owned())
}

/// Does an entry end with its semicolon?
pub(super) fn is_finished(entry: &SyntaxNode) -> bool {
    entry.last_token().is_some_and(|token| token.kind() == SyntaxKind::TOKEN_SEMICOLON)
}

fn is_blank(token: &SyntaxToken) -> bool {
    token.kind() == SyntaxKind::TOKEN_WHITESPACE
}

/// The end of a node or, where a comment follows on its line, that of the comment.
fn end_with_comment(node: &SyntaxNode) -> TextSize {
    node.last_token().map_or(node.text_range().end(), |last| behind_comment(&last))
}

/// The end of a token or, where a comment follows on its line, that of the comment.
pub(super) fn behind_comment(token: &SyntaxToken) -> TextSize {
    let comment = match token.next_token() {
        Some(blank) if is_blank(&blank) && !blank.text().contains('\n') => blank.next_token(),
        other => other,
    };
    let comment = comment.filter(|token| token.kind() == SyntaxKind::TOKEN_COMMENT);
    comment.map_or(token.text_range().end(), |comment| comment.text_range().end())
}

/// An entry, with the comments right above it and the one behind it on its line.
pub(super) fn with_comments(entry: &SyntaxNode) -> TextRange {
    let mut range = entry.text_range().cover_offset(end_with_comment(entry));
    let mut before = entry.first_token().and_then(|token| token.prev_token());
    while let Some(blank) = before.filter(|it| is_blank(it) && it.text().matches('\n').count() == 1)
    {
        let comment = blank.prev_token().filter(|it| it.kind() == SyntaxKind::TOKEN_COMMENT);
        let Some(comment) = comment.filter(stands_alone) else { break };
        range = range.cover(comment.text_range());
        before = comment.prev_token();
    }
    range
}

/// Does a token begin its line?
pub(super) fn stands_alone(token: &SyntaxToken) -> bool {
    token.prev_token().is_none_or(|it| is_blank(&it) && it.text().contains('\n'))
}

/// Takes an entry of a set or an item of a list out, with its line if it is alone there.
pub(super) fn remove(edits: &mut Edits, file: FileId, node: &SyntaxNode) {
    let range = node.text_range();
    let before = node.first_token().and_then(|token| token.prev_token()).filter(is_blank);
    let behind = node.last_token().and_then(|token| token.next_token()).filter(is_blank);
    let line_start = before.as_ref().and_then(|blank| {
        let (_, line) = blank.text().rsplit_once('\n')?;
        Some(range.start() - TextSize::of(line))
    });
    let line_end = behind.as_ref().and_then(|blank| {
        let (rest, _) = blank.text().split_once('\n')?;
        Some(range.end() + TextSize::of(rest) + TextSize::of('\n'))
    });
    let gone = match (line_start, line_end) {
        (Some(start), Some(end)) => TextRange::new(start, end),
        // Something follows on its line, and is the first there now.
        (Some(_), None) => range.cover(behind.map_or(range, |blank| blank.text_range())),
        (None, _) => range.cover(before.map_or(range, |blank| blank.text_range())),
    };
    edits.delete(file, gone);
}

/// What stands in a range of whole tokens that begins in or right before a node, as it stands when it
/// is moved: further lines that begin with `from` begin with `to`. What strings say stays the same.
pub(super) fn moved(node: &SyntaxNode, range: TextRange, from: &str, to: &str) -> String {
    let before = successors(node.first_token(), SyntaxToken::prev_token);
    let before = before.take_while(|token| token.text_range().start() >= range.start());
    let tokens = successors(before.last().or_else(|| node.first_token()), SyntaxToken::next_token);
    let tokens = tokens.skip_while(|token| token.text_range().start() < range.start());
    let tokens = tokens.take_while(|token| token.text_range().end() <= range.end());
    let texts = tokens.map(|token| {
        let shifts = from != to
            && match token.kind() {
                SyntaxKind::TOKEN_WHITESPACE | SyntaxKind::TOKEN_COMMENT => true,
                SyntaxKind::TOKEN_STRING_CONTENT => {
                    token.parent().is_some_and(|string| may_shift(&string, from, to))
                }
                _ => false,
            };
        match shifts {
            true => token.text().replace(&format!("\n{from}"), &format!("\n{to}")),
            false => token.text().to_owned(),
        }
    });
    texts.collect()
}

/// Does an indented string say the same when all its lines are indented otherwise? Nix takes off
/// what all of them have in common, in blanks that are no tabs.
fn may_shift(string: &SyntaxNode, from: &str, to: &str) -> bool {
    let indented = string.first_token().is_some_and(|token| token.text() == "''");
    let spaces = [from, to].iter().all(|it| it.chars().all(|char| char == ' '));
    let last = string.last_token();
    let mut tokens = string.children_with_tokens().filter_map(syntax::NodeOrToken::into_token);
    indented
        && spaces
        && tokens.all(|token| {
            let ends_it = token.next_token() == last;
            let lines: Vec<&str> = token.text().split('\n').skip(1).collect();
            lines.iter().enumerate().all(|(number, line)| {
                let is_whole = number + 1 < lines.len() || ends_it;
                line.starts_with(from) || (is_whole && line.trim().is_empty())
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileId = FileId(0);

    fn set(text: &str) -> ast::AttrSet {
        let root = syntax::parse(text).syntax();
        root.descendants().find_map(ast::AttrSet::cast).unwrap()
    }

    #[track_caller]
    fn changes(text: &str, edit: impl Fn(&ast::AttrSet, &mut Edits), expected: &str) {
        let mut edits = Edits::default();
        edit(&set(text), &mut edits);
        let change = edits.finish(|_| Some(syntax::parse(text))).unwrap();
        assert_eq!(super::super::apply(text, change.of(FILE)).unwrap(), expected);
    }

    #[track_caller]
    fn adds(text: &str, expected: &str) {
        changes(text, |set, edits| Slot::in_set(set).unwrap().put(edits, FILE, "x = 1;"), expected);
    }

    #[track_caller]
    fn removes(text: &str, numbers: &[usize], expected: &str) {
        let edit = |set: &ast::AttrSet, edits: &mut Edits| {
            for &number in numbers {
                remove(edits, FILE, set.entries().nth(number).unwrap().syntax());
            }
        };
        changes(text, edit, expected);
    }

    #[test]
    fn an_entry_is_added_as_its_neighbours_stand() {
        adds("{ }", "{ x = 1; }");
        adds("{}", "{ x = 1; }");
        adds("{\n}", "{\n  x = 1;\n}");
        adds("{ a = 1; }", "{ a = 1; x = 1; }");
        adds("{\n\ta = 1;\n}", "{\n\ta = 1;\n\tx = 1;\n}");
        adds("{\n  a = 1; # one\n}", "{\n  a = 1; # one\n  x = 1;\n}");
        adds("{\r\n  a = 1;\r\n}", "{\r\n  a = 1;\r\n  x = 1;\r\n}");
    }

    #[test]
    fn an_entry_is_added_before_what_is_being_typed() {
        adds("{\n  a = 1;\n  b\n}", "{\n  a = 1;\n  x = 1;\n  b\n}");
        adds("{\n  b.\n}", "{\n  x = 1;\n  b.\n}");
    }

    #[test]
    fn an_entry_goes_with_its_line() {
        removes("{\n  a = 1;\n  b = 2;\n}", &[0], "{\n  b = 2;\n}");
        removes("{\n  a = 1;\n}", &[0], "{\n}");
        removes("{\n  a = 1; # one\n  b = 2;\n}", &[0], "{\n  # one\n  b = 2;\n}");
        removes("{ a = 1; b = 2; }", &[0], "{ b = 2; }");
        removes("{ a = 1; b = 2; }", &[1], "{ a = 1; }");
        removes("{ a = 1; b = 2; }", &[0, 1], "{ }");
    }

    #[test]
    fn moved_text_keeps_what_strings_say() {
        let moves = |text: &str| {
            let set = set(text);
            moved(set.syntax(), set.syntax().text_range(), "    ", "  ")
        };
        assert_eq!(moves("{\n    a = 1;\n      # b\n    }"), "{\n  a = 1;\n    # b\n  }");
        let indented = "{\n    a = ''\n      x\n\n      ${y}\n    '';\n    }";
        assert_eq!(moves(indented), "{\n  a = ''\n    x\n\n    ${y}\n  '';\n  }");
        let kept = "{ a = ''\n    x\n y''; b = \"\n    z\"; }";
        assert_eq!(moves(kept), kept);
    }
}
