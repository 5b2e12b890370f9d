//! A path in the text: the file that it leads to.

use std::path::{Path, PathBuf};

use eval::{FileKind, FilePosition, FileRange, normalize};
use syntax::{AstNode, SyntaxNode, TextRange, ast};

use super::Definition;
use crate::Analysis;

pub(super) fn definition(analysis: &Analysis, at: FilePosition) -> Option<Definition> {
    let parse = analysis.parse(at.file)?;
    let root = parse.syntax();
    let tokens = root.token_at_offset(at.offset.min(root.text_range().end()));
    let node = tokens.filter_map(|token| token.parent()).find(is_path)?;
    // A part of it that is computed hides where it leads.
    if node.children().next().is_some() {
        return None;
    }
    let folder = analysis.path(at.file).parent()?.to_owned();
    let path = normalize(&folder.join(node.text().to_string()));
    let file = analysis.file(&file_at(analysis, &path)?);
    let target = FileRange { file, range: TextRange::default() };
    Some(Definition { range: node.text_range(), targets: vec![target] })
}

fn is_path(node: &SyntaxNode) -> bool {
    ast::PathRel::can_cast(node.kind()) || ast::PathAbs::can_cast(node.kind())
}

/// The file that Nix reads there: of a folder its `default.nix`, or what an editor would show of it.
fn file_at(analysis: &Analysis, path: &Path) -> Option<PathBuf> {
    match analysis.kind(path)? {
        FileKind::Directory => {
            let names = ["default.nix", "flake.nix", "configuration.nix"];
            let mut files = names.iter().map(|name| path.join(name));
            files.find(|file| analysis.kind(file) == Some(FileKind::File))
        }
        _ => Some(path.to_owned()),
    }
}
