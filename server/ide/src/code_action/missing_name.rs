//! `missing-option`: gives the clan the name of its folder.

use smol_str::SmolStr;
use syntax::{AstNode, TextSize, ast};

use super::change::Edits;
use super::file::File;
use super::layout::Slot;
use super::{CodeAction, Context};
use crate::Diagnostic;
use crate::place::Piece;
use crate::spelling::as_string;

const META: SmolStr = SmolStr::new_static("meta");

/// In `meta`, where that is written out, or before all that the clan has.
pub(super) fn add(context: &Context<'_>, mistake: &Diagnostic) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let folder = file.clan().entry.parent()?.file_name()?.to_str()?;
        let name = as_string(&name_of(folder)?);
        let set = clan_from(&file, mistake.range.start())?;
        let meta = file.pieces(&set, &[META]);
        let mut edits = Edits::default();
        match meta.iter().find_map(Piece::set) {
            Some(meta) => {
                Slot::at_start(&meta)?.put(&mut edits, file.id, &format!("name = {name};"));
            }
            None if meta.iter().any(Piece::is_whole) => return None,
            None => {
                Slot::at_start(&set)?.put(&mut edits, file.id, &format!("meta.name = {name};"));
            }
        }
        Some(CodeAction::fix(format!("Name the clan {name}"), context.change(edits)?))
    };
    action().map(|fix| fix.preferred(true)).into_iter().collect()
}

/// The set of the clan's options that a module gives which begins at an offset.
fn clan_from(file: &File, start: TextSize) -> Option<ast::AttrSet> {
    let root = file.root();
    let sets = root.descendants().filter_map(ast::AttrSet::cast);
    let mut sets = sets.filter(|set| set.syntax().text_range().start() >= start);
    sets.find(|set| file.path_of_set(set).is_some_and(|path| path.is_empty()))
}

/// The name of a folder as one of a clan, which is made of letters, digits, `-` and `_`.
fn name_of(folder: &str) -> Option<String> {
    let is_valid = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '-';
    let name: String = folder.chars().map(|char| if is_valid(char) { char } else { '-' }).collect();
    let name = name.trim_matches('-');
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_names_a_clan() {
        assert_eq!(name_of("home").as_deref(), Some("home"));
        assert_eq!(name_of("my clan.nix").as_deref(), Some("my-clan-nix"));
        assert_eq!(name_of(".dots").as_deref(), Some("dots"));
        assert_eq!(name_of("..."), None);
    }
}
