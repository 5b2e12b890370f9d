//! An instance as a block, and as dotted paths: `bk = { a = 1; b = 2; };`, `bk.a = 1; bk.b = 2;`.

use syntax::{AstNode, TextRange};

use super::change::Edits;
use super::cursor::Cursor;
use super::file::set_around;
use super::flatten::{between, flatten};
use super::layout::{indent_of, is_finished, moved, step_in, with_comments};
use super::{ActionKind, CodeAction, Context};
use crate::place::Piece;

/// Offers the other form where an instance is named.
pub(super) fn offer(context: &Context<'_>, cursor: &Cursor) -> Vec<CodeAction> {
    let action = || {
        let (name, _) = cursor.instance()?;
        let attr = cursor.file.attr_at(cursor.spot.name.range)?;
        let path = cursor.file.path_of(&attr)?;
        let pieces = cursor.file.pieces(&set_around(&attr)?, &path);
        let (title, (range, text)) = match pieces.as_slice() {
            [piece] if piece.is_whole() => {
                (format!("Write `{name}` as dotted paths"), as_paths(piece)?)
            }
            pieces => (format!("Write `{name}` as a block"), as_block(pieces)?),
        };
        let mut edits = Edits::default();
        edits.replace(cursor.file.id, range, text);
        Some(CodeAction::of(ActionKind::Rewrite, title, context.change(edits)?))
    };
    action().into_iter().collect()
}

/// Puts what follows the instance's name in each path between braces. The paths must follow each
/// other: what stands between them is not to be moved into the instance.
fn as_block(pieces: &[Piece]) -> Option<(TextRange, String)> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let (start, set) = (first.entry()?, first.around()?);
    if !follow_each_other(pieces) {
        return None;
    }
    let outer = indent_of(start);
    let inner = format!("{outer}{}", step_in(set.syntax()));
    let mut text = format!("{}{} = {{", first.above(), first.attr);
    let mut done = start.text_range().start();
    for piece in pieces {
        let entry = piece.entry().filter(|entry| is_finished(entry))?;
        let rest = piece.rest().first()?.syntax().text_range().start();
        let own = entry.text_range();
        text += &between(entry, TextRange::new(done, own.start()), &outer, &inner);
        text += &moved(entry, TextRange::new(rest, own.end()), &outer, &inner);
        done = own.end();
    }
    let end = with_comments(last.entry()?).end();
    text += &moved(last.entry()?, TextRange::new(done, end), &outer, &inner);
    text += &format!("\n{outer}}};");
    Some((TextRange::new(start.text_range().start(), end), text))
}

fn follow_each_other(pieces: &[Piece]) -> bool {
    let entries: Vec<_> = pieces.iter().filter_map(Piece::entry).collect();
    let pairs = entries.iter().zip(entries.iter().skip(1));
    let same_path = pieces.iter().zip(pieces.iter().skip(1)).all(|(a, b)| a.above() == b.above());
    let mut next_to = pairs.map(|(a, b)| a.next_sibling().as_ref() == Some(*b));
    entries.len() == pieces.len() && same_path && next_to.all(|it| it)
}

/// Puts the instance's name before each path in its braces.
fn as_paths(piece: &Piece) -> Option<(TextRange, String)> {
    let prefix = format!("{}{}.", piece.above(), piece.attr);
    flatten(piece.entry()?, &piece.set()?, &|name| Some(format!("{prefix}{name}")))
}
