//! Names the input that an instance has its service from.

use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast};

use super::change::Edits;
use super::file::{File, set_around};
use super::layout::Slot;
use crate::place::Piece;
use crate::spelling::as_string;

/// Sets the input of the instance whose name, or whose `module.name`, stands in a range.
pub(super) fn set_input(
    edits: &mut Edits,
    file: &File,
    range: TextRange,
    input: &str,
) -> Option<()> {
    let input = as_string(input);
    let (set, instance) = match file.attr_at(range) {
        Some(attr) => (set_around(&attr)?, file.path_of(&attr)?),
        None => {
            let mut around = file.node_around(range)?.ancestors();
            let binding = around.find_map(ast::AttrpathValue::cast)?;
            let path = file.path_of_binding(&binding)?;
            (ast::AttrSet::cast(binding.syntax().parent()?)?, path.get(..3)?.to_vec())
        }
    };
    let option = |names: &[&'static str]| {
        let names = names.iter().map(|name| SmolStr::new_static(name));
        let path: Vec<SmolStr> = instance.iter().cloned().chain(names).collect();
        file.pieces(&set, &path)
    };
    if let Some(written) = option(&["module", "input"]).first() {
        let value = written.value()?.syntax().text_range();
        edits.replace(file.id, value, input);
    } else if let Some(name) = option(&["module", "name"]).first() {
        let text = format!("{}input = {input};", name.above());
        Slot::behind_piece(name)?.put(edits, file.id, &text);
    } else {
        let text = format!("input = {input};");
        add(edits, file, (&option(&[]), &option(&["module"])), &text)?;
    }
    Some(())
}

/// Adds the input to an instance that says nothing of its module.
fn add(
    edits: &mut Edits,
    file: &File,
    (instance, module): (&[Piece], &[Piece]),
    text: &str,
) -> Option<()> {
    if let Some(module) = module.iter().find_map(Piece::set) {
        Slot::in_set(&module)?.put(edits, file.id, text);
    } else if let Some(set) = instance.iter().find_map(Piece::set) {
        Slot::at_start(&set)?.put(edits, file.id, &format!("module.{text}"));
    } else {
        let last = instance.last()?;
        let text = format!("{}{}.module.{text}", last.above(), last.attr);
        Slot::behind_piece(last)?.put(edits, file.id, &text);
    }
    Some(())
}
