//! `duplicate-instance`: gives the later one another name, or merges it into the first.

use smol_str::SmolStr;
use syntax::{AstNode, SyntaxNode, ast};

use super::change::Edits;
use super::file::{File, set_around};
use super::layout::{Slot, remove};
use super::merge::merge;
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::place::{Piece, attr_text};
use crate::spelling::{as_key, as_string, free_name};

/// Gives the later one a name that is free. The module that both had together is said in words.
pub(super) fn rename(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let pieces = later(&file, mistake)?;
        let name = &pieces.first()?.name;
        let new = free_name(name, |name| file.clan().instances.contains_key(name));
        let mut edits = Edits::default();
        for piece in &pieces {
            let quoted = matches!(piece.attr, ast::Attr::Str(_));
            let text = if quoted { as_string(&new) } else { as_key(&new) };
            edits.replace(file.id, piece.attr.syntax().text_range(), text);
        }
        let module = &file.clan().instances.get(name)?.module;
        let mut said = Vec::new();
        for (option, value) in [("name", &module.name), ("input", module.input.as_ref()?)] {
            let is_default = option == "input" && value.is_none();
            if !is_default && !says(&file, &pieces, option)? {
                said.push(format!("module.{option} = {};", as_string(value.as_ref()?)));
            }
        }
        if !said.is_empty() {
            let slot = Slot::at_start(&pieces.iter().find_map(Piece::set)?)?;
            slot.put(&mut edits, file.id, &said.join(&slot.line_end()));
        }
        Some(CodeAction::fix(format!("Rename to `{new}`"), context.change(edits)?))
    };
    action().into_iter().collect()
}

/// The pieces of the later one of two: the one whose name the mistake is told at, or all in the
/// literal in which the later module is named.
fn later(file: &File, mistake: &Diagnostic) -> Option<Vec<Piece>> {
    if let Some(attr) = file.attr_at(mistake.range) {
        let mut pieces = file.pieces(&set_around(&attr)?, &file.path_of(&attr)?);
        pieces.retain(|piece| piece.attr == attr);
        return Some(pieces);
    }
    let mut around = file.node_around(mistake.range)?.ancestors();
    let binding = around.find_map(ast::AttrpathValue::cast)?;
    let path = file.path_of_binding(&binding)?;
    let set = ast::AttrSet::cast(binding.syntax().parent()?)?;
    let pieces = file.pieces(&set, path.get(..3)?);
    let first = mistake.related.first()?.at;
    let holds_first = |piece: &Piece| {
        let range = piece.entry().map(SyntaxNode::text_range);
        first.file == file.id && range.is_some_and(|range| range.contains_range(first.range))
    };
    (!pieces.iter().any(holds_first)).then_some(pieces)
}

/// Does one of the pieces give an option of `module`? `None` where that is not written out.
fn says(file: &File, pieces: &[Piece], option: &'static str) -> Option<bool> {
    for piece in pieces {
        let set = piece.set().or_else(|| (!piece.is_whole()).then(|| piece.around())?)?;
        let option = [SmolStr::new_static("module"), SmolStr::new_static(option)];
        let path = [file.path_of(&piece.attr)?.as_slice(), &option].concat();
        let within = |it: &Piece| it.entry().is_some_and(|entry| is_within(entry, piece));
        if file.pieces(&set, &path).iter().any(within) {
            return Some(true);
        }
    }
    Some(false)
}

fn is_within(entry: &SyntaxNode, piece: &Piece) -> bool {
    piece.entry().is_some_and(|it| it.text_range().contains_range(entry.text_range()))
}

/// Puts what the later one says into the first.
pub(super) fn merge_into_first(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let first = mistake.related.first().filter(|first| first.at.file == file.id)?;
        let whole = |range| {
            let attr = file.attr_at(range)?;
            let mut pieces = file.pieces(&set_around(&attr)?, &file.path_of(&attr)?);
            pieces.retain(|piece| piece.attr == attr);
            pieces.pop()
        };
        let (first, later) = (whole(first.at.range)?, whole(mistake.range)?);
        let mut edits = Edits::default();
        merge(&mut edits, &file, &first.set()?, &later.set()?)?;
        remove(&mut edits, file.id, later.entry()?);
        let name = attr_text(&first.attr)?;
        Some(CodeAction::fix(format!("Merge into the first `{name}`"), context.change(edits)?))
    };
    action().into_iter().collect()
}
