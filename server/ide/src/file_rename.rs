//! Paths in the text that lead to files which are moved, and paths in files that are moved.

use std::path::{Component, Path, PathBuf};

use eval::{FileId, normalize};
use syntax::{AstNode, SyntaxNode, ast};

use crate::code_action::{Change, Edits};
use crate::{Analysis, Move, rename};

/// What has to be edited when files or folders are about to be moved: paths lead where they led, and
/// a machine whose folder gets another name gets that too, if it can.
pub(crate) fn change(analysis: &Analysis, moves: &[Move]) -> Option<Change> {
    if let [moved] = moves
        && let Some(renaming) = rename::of_folder(analysis, moved)
    {
        return Some(renaming.change);
    }
    let clan = moves.iter().find_map(|moved| analysis.clan_around(&moved.from))?;
    let mut edits = Edits::default();
    follow(analysis, &clan.repository, moves, &mut edits);
    edits.finish(|file| analysis.parse(file))
}

/// Adds the edits that let all paths of a repository lead where they led.
pub(crate) fn follow(analysis: &Analysis, repository: &Path, moves: &[Move], edits: &mut Edits) {
    if moves.is_empty() {
        return;
    }
    let names: Vec<&str> =
        moves.iter().filter_map(|moved| moved.from.file_name()?.to_str()).collect();
    let may_name_one = |text: &str| {
        // What is moved itself may name its neighbours, as `./b.nix` or `../c.nix`.
        text.contains("./") || names.iter().any(|name| text.contains(name))
    };
    for file in analysis.files_that_say(repository, &may_name_one) {
        in_file(analysis, file, moves, edits);
    }
}

fn in_file(analysis: &Analysis, file: FileId, moves: &[Move], edits: &mut Edits) {
    let Some(parse) = analysis.parse(file) else { return };
    let path = analysis.path(file);
    let (Some(folder), moved) = (path.parent(), after(moves, &path)) else { return };
    let Some(new_folder) = moved.parent() else { return };
    let is_path = |node: &SyntaxNode| {
        ast::PathRel::can_cast(node.kind()) || ast::PathAbs::can_cast(node.kind())
    };
    for node in parse.syntax().descendants().filter(is_path) {
        // Where a part is computed, it can't be told where it leads.
        if node.children().next().is_some() {
            continue;
        }
        let text = node.text().to_string();
        let target = after(moves, &normalize(&folder.join(&text)));
        if normalize(&new_folder.join(&text)) == target {
            continue;
        }
        let literal = if Path::new(&text).is_absolute() {
            Some(target.display().to_string())
        } else {
            relative(new_folder, &target)
        };
        if let Some(literal) = literal.filter(|text| is_literal(text)) {
            edits.replace(file, node.text_range(), literal);
        }
    }
}

/// Where a path is once everything is moved.
fn after(moves: &[Move], path: &Path) -> PathBuf {
    moves.iter().fold(path.to_owned(), |path, moved| moved.after(&path))
}

/// The path from a folder, as Nix writes it.
fn relative(folder: &Path, target: &Path) -> Option<String> {
    let shared = folder.components().zip(target.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(shared).count();
    let down: Option<Vec<&str>> = target
        .components()
        .skip(shared)
        .map(|component| match component {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    let names = std::iter::repeat_n("..", up).chain(down?);
    let path = names.collect::<Vec<_>>().join("/");
    Some(match (up, path.is_empty()) {
        (0, true) => "./.".to_owned(),
        (0, false) => format!("./{path}"),
        // Nix takes no `..` alone for a path.
        (_, _) if !path.trim_start_matches("../").contains(|c| c != '.') => format!("{path}/."),
        _ => path,
    })
}

/// Can a path be written without quotes?
fn is_literal(text: &str) -> bool {
    text.chars().all(|char| char.is_ascii_alphanumeric() || "/._-+".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(folder: &str, target: &str) -> Option<String> {
        relative(Path::new(folder), Path::new(target))
    }

    #[test]
    fn paths_are_written_as_nix_reads_them() {
        assert_eq!(from("/a", "/a/b/c.nix").as_deref(), Some("./b/c.nix"));
        assert_eq!(from("/a/b", "/a/c.nix").as_deref(), Some("../c.nix"));
        assert_eq!(from("/a/b", "/a/b").as_deref(), Some("./."));
        assert_eq!(from("/a/b", "/a").as_deref(), Some("../."));
    }
}
