//! Says of which service an instance is: its name, or the input that it comes from.

use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast};

use super::change::Edits;
use super::file::{File, set_around};
use super::layout::Slot;
use crate::place::Piece;
use crate::spelling::{as_key, as_string};

/// Sets an option of `module`, `name` or `input`, of the instance whose name or whose `module.name`
/// stands in a range. Where the instance's own name has to be written, it is `called` so.
pub(crate) fn set_module(
    edits: &mut Edits,
    file: &File,
    range: TextRange,
    (key, value): (&'static str, &str),
    called: Option<&str>,
) -> Option<()> {
    let value = as_string(value);
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
    let beside = if key == "name" { "input" } else { "name" };
    let text = format!("{key} = {value};");
    if let Some(written) = option(&["module", key]).first() {
        edits.replace(file.id, written.value()?.syntax().text_range(), value);
    } else if let Some(other) = option(&["module", beside]).first() {
        let text = format!("{}{text}", other.above());
        Slot::behind_piece(other)?.put(edits, file.id, &text);
    } else {
        let (instance, module) = (option(&[]), option(&["module"]));
        if let Some(module) = module.iter().find_map(Piece::set) {
            Slot::in_set(&module)?.put(edits, file.id, &text);
        } else if let Some(set) = instance.iter().find_map(Piece::set) {
            Slot::at_start(&set)?.put(edits, file.id, &format!("module.{text}"));
        } else {
            let last = instance.last()?;
            let name = called.map_or_else(|| last.attr.to_string(), as_key);
            let text = format!("{}{name}.module.{text}", last.above());
            Slot::behind_piece(last)?.put(edits, file.id, &text);
        }
    }
    Some(())
}
