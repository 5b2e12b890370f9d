//! What a cursor is read against: the clan that its file belongs to and, of a file that nothing
//! reads yet, what its neighbours suggest that it defines.
//!
//! A folder of instances is often read file by file, or each file by an import that is written
//! last. A new file there is most likely what the others are. That is a guess: it is good enough
//! to complete and explain by, never to complain by.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{FileId, FileKind, FileRange};
use inventory::{Clan, within_clan};
use smol_str::SmolStr;
use syntax::{AstNode, Parse, SyntaxNode, ast};

use crate::Analysis;

/// What a cursor is read against.
pub(crate) struct Ground {
    pub(crate) clan: Arc<Clan>,
    /// The option path of the file's outermost set, where that is guessed.
    pub(crate) guess: Option<Vec<SmolStr>>,
}

/// The ground of a file.
pub(crate) fn ground(analysis: &Analysis, file: FileId) -> Option<Ground> {
    let path = analysis.path(file);
    let own = analysis.clan(&path);
    if own.as_ref().is_some_and(|clan| is_read(clan, &path)) {
        return Some(Ground { clan: own?, guess: None });
    }
    let around = analysis.clan_around(&path);
    let guess = around.as_ref().and_then(|clan| suggested(analysis, clan, &path));
    match (around, guess) {
        (Some(clan), Some(guess)) => Some(Ground { clan, guess: Some(guess) }),
        _ => Some(Ground { clan: own?, guess: None }),
    }
}

/// Is a file part of a clan that begins elsewhere, or where clans do?
fn is_read(clan: &Clan, path: &Path) -> bool {
    clan.entry != path || path.ends_with("clan.nix") || path.ends_with("flake.nix")
}

/// The path within the inventory that all neighbours of a file agree on; where it ends in the name
/// of the file, that of this one stands for it. Whole modules of the flake tell nothing: what stands
/// beside them is often none.
fn suggested(analysis: &Analysis, clan: &Clan, path: &Path) -> Option<Vec<SmolStr>> {
    let (folder, name, inner) = named_by(path)?;
    let mut suggestion: Option<Vec<SmolStr>> = None;
    for entry in analysis.read_dir(folder) {
        let neighbour = match entry.kind {
            FileKind::Directory => folder.join(&entry.name).join("default.nix"),
            _ => folder.join(&entry.name),
        };
        if neighbour == inner || analysis.kind(&neighbour) != Some(FileKind::File) {
            continue;
        }
        let Some((_, its_name, _)) = named_by(&neighbour) else { continue };
        let Some(mut defines) = defines(analysis, clan, &neighbour) else { continue };
        if let Some(last) = defines.last_mut().filter(|last| **last == its_name) {
            *last = name.clone();
        }
        if defines.first().is_none_or(|first| first != "inventory") {
            return None;
        }
        if suggestion.get_or_insert_with(|| defines.clone()) != &defines {
            return None;
        }
    }
    suggestion
}

/// The folder that a file stands in under a name of its own, that name, and the file:
/// `a/jon/default.nix` is `jon` in `a`, as `a/jon.nix` is.
fn named_by(path: &Path) -> Option<(&Path, SmolStr, PathBuf)> {
    let folder = path.parent()?;
    let stem = path.file_stem()?.to_str()?;
    if path.extension()? != "nix" {
        return None;
    }
    let (folder, name) = match stem {
        "default" => (folder.parent()?, folder.file_name()?.to_str()?),
        stem => (folder, stem),
    };
    Some((folder, SmolStr::new(name), path.to_owned()))
}

/// The option path that the outermost set of a file is known to define.
fn defines(analysis: &Analysis, clan: &Clan, path: &Path) -> Option<Vec<SmolStr>> {
    let file = analysis.file(path);
    if !clan.files.contains(&file) {
        return None;
    }
    let set = outermost_set(&analysis.parse(file)?)?;
    clan.mounts.get(&FileRange { file, range: set.text_range() }).cloned().map(within_clan)
}

/// The set that a file comes to: its expression, or what functions and `let` around it give.
pub(crate) fn outermost_set(parse: &Parse) -> Option<SyntaxNode> {
    let mut expr = parse.root()?.expr()?;
    loop {
        expr = match expr {
            ast::Expr::AttrSet(set) => return Some(set.syntax().clone()),
            ast::Expr::Lambda(lambda) => lambda.body()?,
            ast::Expr::LetIn(let_in) => let_in.body()?,
            ast::Expr::With(with) => with.body()?,
            ast::Expr::Assert(assert) => assert.body()?,
            ast::Expr::Paren(paren) => paren.expr()?,
            _ => return None,
        };
    }
}
