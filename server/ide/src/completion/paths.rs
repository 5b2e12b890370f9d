//! Paths that are being typed: the files and folders that may come next.

use std::path::{Path, PathBuf};

use eval::{FileKind, FilePosition, normalize};
use inventory::Clan;
use smol_str::SmolStr;
use syntax::{Parse, SyntaxKind, SyntaxToken, TextRange, TextSize};

use super::{CompletionKind, Insert, Proposal};
use crate::Analysis;

/// A path before the cursor.
pub(super) struct Typed {
    /// The folder that its whole names lead to, as it is written: `./machines/`.
    folder: String,
    /// The name that is begun.
    pub(super) name: TextRange,
}

/// The relative path that the cursor stands at the end of or in, if it stands in one.
pub(super) fn typed(parse: &Parse, cursor: TextSize) -> Option<Typed> {
    let before = parse.syntax().token_at_offset(cursor).left_biased()?;
    let mut text = String::new();
    for token in std::iter::successors(Some(before), SyntaxToken::prev_token) {
        let end = cursor.min(token.text_range().end()) - token.text_range().start();
        let piece = token.text().get(..usize::from(end))?;
        let belongs =
            piece.chars().all(|char| char.is_ascii_alphanumeric() || "._/+-~".contains(char));
        if !belongs || is_text(token.kind()) {
            break;
        }
        text.insert_str(0, piece);
    }
    let slash = text.rfind('/')?;
    let (folder, name) = text.split_at(slash + 1);
    if !folder.starts_with("./") && !folder.starts_with("../") {
        return None;
    }
    let begin = cursor - TextSize::of(name);
    let rest = rest_of_name(parse, cursor);
    Some(Typed { folder: folder.to_owned(), name: TextRange::new(begin, cursor + rest) })
}

fn is_text(kind: SyntaxKind) -> bool {
    matches!(kind, SyntaxKind::TOKEN_STRING_CONTENT | SyntaxKind::TOKEN_COMMENT)
}

/// How much of the name that the cursor stands in is behind it.
fn rest_of_name(parse: &Parse, cursor: TextSize) -> TextSize {
    let after = parse.syntax().token_at_offset(cursor).right_biased();
    let Some(token) = after.filter(|token| token.text_range().start() < cursor) else {
        return TextSize::default();
    };
    let from = usize::from(cursor - token.text_range().start());
    let rest = token.text().get(from..).unwrap_or_default();
    TextSize::of(rest.split('/').next().unwrap_or_default())
}

/// What stands in the folder; nothing from outside of the clan's.
pub(super) fn entries(
    analysis: &Analysis,
    clan: &Clan,
    at: FilePosition,
    typed: &Typed,
) -> Vec<Proposal> {
    let file = analysis.path(at.file);
    let Some(folder) = folder_of(&file, &typed.folder, &clan.root) else { return Vec::new() };
    let mut entries = analysis.read_dir(&folder);
    entries.retain(|entry| !entry.name.starts_with('.') && is_plain(&entry.name));
    entries.sort_by_key(|entry| (rank(entry.kind, &entry.name), entry.name.clone()));
    let proposals = entries.into_iter().map(|entry| {
        let is_folder = entry.kind == FileKind::Directory;
        let name = if is_folder { format!("{}/", entry.name) } else { entry.name };
        let detail = if is_folder { "folder" } else { "file" };
        Proposal {
            insert: Insert::Path,
            detail: Some(detail.to_owned()),
            ..Proposal::name(SmolStr::from(name), CompletionKind::Path)
        }
    });
    proposals.collect()
}

fn folder_of(file: &Path, written: &str, root: &Path) -> Option<PathBuf> {
    let folder = normalize(&file.parent()?.join(written));
    folder.starts_with(root).then_some(folder)
}

/// Can a name stand in a path as it is?
fn is_plain(name: &str) -> bool {
    name.chars().all(|char| char.is_ascii_alphanumeric() || "._+-".contains(char))
}

/// Modules first, then folders, which may hold some.
fn rank(kind: FileKind, name: &str) -> u8 {
    match kind {
        FileKind::Directory => 1,
        _ if name.ends_with(".nix") => 0,
        _ => 2,
    }
}
