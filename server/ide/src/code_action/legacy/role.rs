//! What a role had: a list of machines, `config` for settings, strings for modules.

use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast};

use super::{Migration, pieces, range_of, rewriting};
use crate::Diagnostic;
use crate::code_action::change::Edits;
use crate::code_action::collision::may_stand_together;
use crate::code_action::file::{File, set_around};
use crate::code_action::layout::remove;
use crate::code_action::tag_list::{list_to_set, strings};
use crate::code_action::{CodeAction, Context};
use crate::place::{Piece, string_text};
use crate::spelling::as_key;

/// `legacy-machine-list`: makes a set of the list.
pub(in crate::code_action) fn machine_list(
    context: &Context<'_>,
    mistake: &Diagnostic,
) -> Vec<CodeAction> {
    let is_it = |path: &[&str], piece: &Piece| {
        is_machines(path) && value_range(piece) == Some(mistake.range)
    };
    rewriting(context, "Name the machines as keys", &is_it, list)
}

/// `legacy-role-config`: gives it the name that it has now.
pub(in crate::code_action) fn role_config(
    context: &Context<'_>,
    mistake: &Diagnostic,
) -> Vec<CodeAction> {
    let is_it =
        |path: &[&str], piece: &Piece| is_config(path) && range_of(&piece.attr) == mistake.range;
    rewriting(context, "Rename to `settings`", &is_it, config)
}

fn value_range(piece: &Piece) -> Option<TextRange> {
    Some(piece.value()?.syntax().text_range())
}

fn is_machines(path: &[&str]) -> bool {
    matches!(path, ["inventory", "instances", _, "roles", _, "machines"])
}

fn is_config(path: &[&str]) -> bool {
    matches!(path, ["inventory", "instances", _, "roles", _, "config"])
}

/// All lists of machines.
pub(super) fn lists(_: &mut Migration, file: &File, edits: &mut Edits) -> Option<()> {
    let is_list = |path: &[&str], piece: &Piece| {
        is_machines(path) && matches!(piece.value(), Some(ast::Expr::List(_)))
    };
    pieces(file, &is_list).iter().try_for_each(|(path, piece)| list(edits, file, path, piece))
}

/// A list becomes a set where it stands; one name becomes a key of the path. Those that other pieces
/// name already go.
fn list(edits: &mut Edits, file: &File, path: &[SmolStr], piece: &Piece) -> Option<()> {
    let Some(ast::Expr::List(list)) = piece.value() else { return None };
    let mut others = file.below(&set_around(&piece.attr)?, path);
    others.retain(|other| other.binding != piece.binding);
    let elsewhere = |name: &str| others.iter().any(|other| other.name == name);
    let names = strings(&list)?;
    if !names.is_empty() && names.iter().all(|name| elsewhere(name)) {
        remove(edits, file.id, piece.entry()?);
        return Some(());
    }
    match names.as_slice() {
        [name] if !list.syntax().text().contains_char('\n') => {
            let end = list.syntax().text_range().end();
            let range = TextRange::new(range_of(&piece.attr).end(), end);
            edits.replace(file.id, range, format!(".{} = {{ }}", as_key(name)));
            Some(())
        }
        _ => list_to_set(edits, file.id, &list, &elsewhere),
    }
}

/// All `config` of roles.
pub(super) fn configs(_: &mut Migration, file: &File, edits: &mut Edits) -> Option<()> {
    let found = pieces(file, &|path, _| is_config(path));
    found.iter().try_for_each(|(path, piece)| config(edits, file, path, piece))
}

fn config(edits: &mut Edits, file: &File, path: &[SmolStr], piece: &Piece) -> Option<()> {
    let (_, role) = path.split_last()?;
    let settings = [role, &[SmolStr::new_static("settings")]].concat();
    let known = file.pieces(&set_around(&piece.attr)?, &settings);
    if !known.iter().all(|known| may_stand_together(known, piece)) {
        return None;
    }
    edits.replace(file.id, range_of(&piece.attr), "settings");
    Some(())
}

/// The modules of the new instances' roles: once strings, relative to the clan's folder.
pub(super) fn modules(migration: &mut Migration, file: &File, edits: &mut Edits) -> Option<()> {
    let is_ours = |name: &str| migration.instances.iter().any(|(instance, _)| instance == name);
    let is_modules = |path: &[&str], _: &Piece| {
        matches!(path, ["inventory", "instances", name, "roles", _, "imports" | "extraModules"]
            if is_ours(name))
    };
    let to_root = to_root(file)?;
    for (_, piece) in pieces(file, &is_modules) {
        if piece.name == "imports" {
            edits.replace(file.id, range_of(&piece.attr), "extraModules");
        }
        let Some(ast::Expr::List(list)) = piece.value() else { return None };
        for item in list.items() {
            let ast::Expr::Str(string) = item else { continue };
            let path = string_text(&string).filter(|path| is_path(path))?;
            let path = path.trim_start_matches("./");
            edits.replace(file.id, string.syntax().text_range(), format!("{to_root}{path}"));
        }
    }
    Some(())
}

/// Can it stand in a path of Nix as it is?
fn is_path(text: &str) -> bool {
    let fits = |char: char| char.is_ascii_alphanumeric() || "._-+/".contains(char);
    !text.starts_with('/') && !text.ends_with('/') && !text.is_empty() && text.chars().all(fits)
}

/// The way from the file's folder to that of the clan, such as `../`.
fn to_root(file: &File) -> Option<String> {
    let folder = file.path.parent()?;
    let below = folder.strip_prefix(&file.clan().root).ok()?;
    Some(match below.components().count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    })
}
