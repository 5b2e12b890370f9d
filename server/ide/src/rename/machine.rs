//! A machine has a folder, and its name is also that of a configuration of the flake.

use std::path::PathBuf;

use eval::FileKind;
use inventory::{Machine, Place};
use syntax::{AstNode, ast};

use super::{Refused, Task, spelling};
use crate::Move;
use crate::code_action::Edits;
use crate::file_rename;
use crate::place::attr_text;

pub(super) fn follow(
    task: Task<'_>,
    edits: &mut Edits,
    moves: &mut Vec<Move>,
    notes: &mut Vec<String>,
) -> Result<(), Refused> {
    for from in folders(task) {
        let to = from.with_file_name(task.new.as_str());
        if task.analysis.kind(&to).is_some() {
            let to = to.strip_prefix(&task.clan.root).unwrap_or(&to).display();
            return Err(Refused(format!("there is a folder `{to}` already")));
        }
        moves.push(Move { from, to });
    }
    file_rename::follow(task.analysis, &task.clan.repository, moves, edits);
    configurations(task, edits)?;
    notes.extend(kept_elsewhere(task));
    Ok(())
}

/// The folders that make it a machine, or that Clan reads for it.
fn folders(task: Task<'_>) -> Vec<PathBuf> {
    let name = task.entity.name();
    let machine = task.clan.machines.get(name);
    let places = machine.map(Machine::definitions).unwrap_or_default();
    let mut folders: Vec<PathBuf> = places
        .into_iter()
        .filter_map(|place| match place {
            Place::Folder(folder) => Some(folder),
            Place::Text(_) => None,
        })
        .collect();
    let read = task.clan.root.join("machines").join(name.as_str());
    if !folders.contains(&read) && task.analysis.kind(&read) == Some(FileKind::Directory) {
        folders.push(read);
    }
    folders
}

/// Where the flake's configuration of the machine is asked for: `self.nixosConfigurations.jon`.
fn configurations(task: Task<'_>, edits: &mut Edits) -> Result<(), Refused> {
    let old = task.entity.name();
    let names = ["nixosConfigurations", "darwinConfigurations"];
    let files = task.analysis.files_that_say(&task.clan.repository, &|text| {
        names.iter().any(|name| text.contains(name)) && text.contains(old.as_str())
    });
    for file in files {
        let Some(parse) = task.analysis.parse(file) else { continue };
        let selects = parse.syntax().descendants().filter_map(ast::Select::cast);
        for path in selects.filter_map(|select| select.attrpath()) {
            let attrs: Vec<ast::Attr> = path.attrs().collect();
            for pair in attrs.windows(2) {
                let [of, attr] = pair else { continue };
                let is_it = attr_text(of).is_some_and(|name| names.contains(&name.as_str()))
                    && attr_text(attr).as_ref() == Some(old);
                let at = eval::FileRange { file, range: attr.syntax().text_range() };
                let text = spelling::replacement(task.analysis, at, old, task.new)?;
                if let (true, Some(text)) = (is_it, text) {
                    edits.replace(file, at.range, text);
                }
            }
        }
    }
    Ok(())
}

/// What Clan keeps by the name of a machine, and moves nobody.
fn kept_elsewhere(task: Task<'_>) -> Option<String> {
    let name = task.entity.name();
    let kept = ["vars/per-machine", "sops/machines", "machine-facts", "secrets/machines"];
    let mut there: Vec<String> = Vec::new();
    for folder in kept {
        let path = format!("{folder}/{name}");
        if task.analysis.kind(&task.clan.root.join(&path)).is_some() {
            there.push(format!("`{path}`"));
        }
    }
    let key = format!("sops/secrets/{name}-age.key");
    if task.analysis.kind(&task.clan.root.join(&key)).is_some() {
        there.push(format!("`{key}`"));
    }
    (!there.is_empty()).then(|| {
        format!(
            "Clan keeps vars and secrets of `{name}` in {}: move them too, and let its secrets be \
             encrypted for `{}`.",
            there.join(", "),
            task.new
        )
    })
}
