//! `parse`: the syntax tree of a file and its errors.

use std::path::Path;
use std::sync::Arc;

use ide::Disk;
use serde::Deserialize;
use syntax::{NodeOrToken, Parse, SyntaxNode, TextEdit, TextRange, WalkEvent};

use super::source::Source;
use super::target::unreadable;
use super::{Failure, Outcome, output};
use crate::args::ParseArgs;
use crate::disk::read_stdin;

/// Levels beyond this one are not indented further: the lines of a very deep tree would otherwise
/// grow with the square of its depth.
const DEEPEST_INDENT: usize = 64;

/// Prints the tree of a file, or of stdin for `-`, and its errors.
///
/// # Errors
/// The file can't be read as text, or the answer can't be written.
pub(crate) fn run(args: &ParseArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let source = read(&args.file, disk)?;
    if let Some(edits) = &args.edits {
        return replay(edits, &source, disk);
    }
    let parse = syntax::parse(source.text());
    output::answer(&printed(&parse, &source))?;
    Ok(Outcome::denied_if(!parse.errors().is_empty()))
}

fn read(file: &Path, disk: &Arc<dyn Disk>) -> Result<Source, Failure> {
    if file.as_os_str() == "-" {
        let read = read_stdin();
        let text = read.map_err(|why| Failure::new(format!("cannot read stdin: {why}")))?;
        return Ok(Source::new("<stdin>".to_owned(), text));
    }
    let path = std::path::absolute(file).map_err(|error| unreadable(file, &error))?;
    let text = disk.read(&path).map_err(|error| unreadable(file, &error))?;
    Ok(Source::new(file.display().to_string(), text))
}

/// An edit as a file tells it, in bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    start: u32,
    end: u32,
    insert: String,
}

/// Applies the edits of a file one by one, and prints what they lead to; both that and a full parse
/// after the first edit where they differ.
fn replay(file: &Path, source: &Source, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let path = std::path::absolute(file).map_err(|error| unreadable(file, &error))?;
    let text = disk.read(&path).map_err(|error| unreadable(file, &error))?;
    let edits: Vec<Edit> = serde_json::from_str(&text).map_err(|error| unreadable(file, &error))?;
    let mut parse = syntax::parse(source.text());
    for (index, edit) in edits.into_iter().enumerate() {
        let delete = checked(&edit, &parse).ok_or_else(|| {
            Failure::new(format!("edit {} is not within the text, or cuts a character", index + 1))
        })?;
        parse = parse.edit(&TextEdit { delete, insert: edit.insert });
        let text = parse.text();
        let whole = syntax::parse(&text);
        let source = Source::new(source.path().to_owned(), text);
        let (edited, whole) = (printed(&parse, &source), printed(&whole, &source));
        if edited != whole {
            let number = index + 1;
            let answer = format!("after edit {number}:\n{edited}\na full parse:\n{whole}");
            output::answer(&answer)?;
            return Ok(Outcome::Denied);
        }
    }
    let source = Source::new(source.path().to_owned(), parse.text());
    output::answer(&printed(&parse, &source))?;
    Ok(Outcome::Clean)
}

/// The range that an edit deletes; `None` when the text has no such range.
fn checked(edit: &Edit, parse: &Parse) -> Option<TextRange> {
    let text = parse.text();
    text.get(usize::try_from(edit.start).ok()?..usize::try_from(edit.end).ok()?)?;
    Some(TextRange::new(edit.start.into(), edit.end.into()))
}

/// The tree and, below it, the errors.
fn printed(parse: &Parse, source: &Source) -> String {
    tree(&parse.syntax()) + &errors(parse, source)
}

/// A line for each node and token: `KIND@start..end`, in bytes, and a token's text.
fn tree(root: &SyntaxNode) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    for event in root.preorder_with_tokens() {
        let WalkEvent::Enter(element) = event else {
            depth = depth.saturating_sub(1);
            continue;
        };
        let indent = 2 * depth.min(DEEPEST_INDENT);
        let shown = match &element {
            NodeOrToken::Node(_) => String::new(),
            NodeOrToken::Token(token) => format!(" {:?}", token.text()),
        };
        let line = format!("{:?}@{:?}{shown}", element.kind(), element.text_range());
        text.push_str(&format!("{:indent$}{line}\n", ""));
        depth += 1;
    }
    text
}

/// A line for each error: `file:line:column: error: message`.
fn errors(parse: &Parse, source: &Source) -> String {
    let mut text = String::new();
    for error in parse.errors() {
        let at = source.position(error.range.start());
        let (path, message) = (source.path(), output::printable(&error.message));
        text.push_str(&format!("{path}:{}:{}: error: {message}\n", at.line, at.column));
    }
    text
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn nodes_and_tokens_stand_under_each_other() {
        let parse = syntax::parse("a: \"\n\"");
        expect![[r#"
            NODE_ROOT@0..6
              NODE_LAMBDA@0..6
                NODE_IDENT_PARAM@0..1
                  NODE_IDENT@0..1
                    TOKEN_IDENT@0..1 "a"
                TOKEN_COLON@1..2 ":"
                TOKEN_WHITESPACE@2..3 " "
                NODE_STRING@3..6
                  TOKEN_STRING_START@3..4 "\""
                  TOKEN_STRING_CONTENT@4..5 "\n"
                  TOKEN_STRING_END@5..6 "\""
        "#]]
        .assert_eq(&tree(&parse.syntax()));
    }

    #[test]
    fn errors_have_a_line_and_a_column() {
        let source = Source::new("clan.nix".to_owned(), "{\n  \"é\" { };\n}\n".to_owned());
        let parse = syntax::parse(source.text());
        let errors = errors(&parse, &source);
        assert!(errors.starts_with("clan.nix:2:5: error: "), "{errors}");
    }
}
