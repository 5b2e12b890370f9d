//! `config` of an instance and of its machines: settings belong to roles now.

use inventory::Catalogue;
use inventory::catalogue::SettingAt;
use smol_str::SmolStr;
use syntax::{TextRange, ast, ast::HasEntry};

use super::{Migration, names_below, pieces, pieces_of, range_of};
use crate::code_action::change::Edits;
use crate::code_action::file::{File, names};
use crate::code_action::layout::{Slot, moved};
use crate::code_action::tag_list::strings;
use crate::place::{Piece, attr_text};
use crate::spelling::as_key;

/// `machines.<m>.config` of an instance: the settings of the machine in its role.
pub(super) fn of_machines(migration: &mut Migration, file: &File, edits: &mut Edits) -> Option<()> {
    for (instance, _) in &migration.instances {
        let machines = ["inventory", "instances", instance, "machines"];
        for piece in pieces_of(file, &machines) {
            let names: Vec<SmolStr> = match piece.rest().first() {
                Some(name) => vec![attr_text(name)?],
                None => keys(&piece.set()?)?,
            };
            let mut roles = names.iter().map(|machine| role_of(file, instance, machine));
            let role = roles.next()??;
            if !roles.all(|other| other.as_ref() == Some(&role)) {
                return None;
            }
            let option = format!("roles.{}.machines", as_key(&role));
            edits.replace(file.id, range_of(&piece.attr), option);
        }
        let is_config = |path: &[&str], _: &Piece| matches!(path, [above @ .., _, "config"] if *above == machines);
        for (_, config) in pieces(file, &is_config) {
            edits.replace(file.id, range_of(&config.attr), "settings");
        }
    }
    Some(())
}

/// The first names of a set's paths.
fn keys(set: &ast::AttrSet) -> Option<Vec<SmolStr>> {
    let keys = set.entries().map(|entry| match entry {
        ast::Entry::AttrpathValue(binding) => attr_text(&binding.attrpath()?.attrs().next()?),
        ast::Entry::Inherit(_) => None,
    });
    keys.collect()
}

/// The one role that names a machine or, if none does, the only role that there is.
fn role_of(file: &File, instance: &str, machine: &str) -> Option<SmolStr> {
    let roles = names_below(file, &["inventory", "instances", instance, "roles"]);
    let names_it = |role: &&SmolStr| {
        let option = ["inventory", "instances", instance, "roles", role, "machines"];
        let listed = pieces_of(file, &option).iter().any(|piece| match piece.value() {
            Some(ast::Expr::List(list)) => {
                strings(&list).is_some_and(|names| names.iter().any(|name| name == machine))
            }
            _ => false,
        });
        listed || names_below(file, &option).iter().any(|name| name == machine)
    };
    let naming: Vec<&SmolStr> = roles.iter().filter(names_it).collect();
    match (naming.as_slice(), roles.as_slice()) {
        ([role], _) => Some((*role).clone()),
        ([], [role]) => Some(role.clone()),
        _ => None,
    }
}

/// `config` of an instance: the settings of each role that knows them.
pub(super) fn of_instances(
    migration: &mut Migration,
    file: &File,
    edits: &mut Edits,
) -> Option<()> {
    for (instance, service) in &migration.instances {
        let path = ["inventory", "instances", instance];
        let roles = names_below(file, &[&path[..], &["roles"]].concat());
        for piece in pieces_of(file, &[&path[..], &["config"]].concat()) {
            let settings = first_names(&piece)?;
            let knowing = roles_that_know(service, &roles, &settings)?;
            let (first, others) = knowing.split_first()?;
            edits.replace(file.id, range_of(&piece.attr), settings_of(first));
            let entry = piece.entry()?;
            let end = entry.text_range().end();
            let rest = moved(entry, TextRange::new(range_of(&piece.attr).end(), end), "", "");
            let slot = Slot::behind_piece(&piece)?;
            for role in others {
                let text = format!("{}{}{rest}", piece.above(), settings_of(role));
                slot.put(edits, file.id, &text);
            }
        }
    }
    Some(())
}

fn settings_of(role: &str) -> String {
    format!("roles.{}.settings", as_key(role))
}

/// The names of the settings that a `config` gives.
fn first_names(piece: &Piece) -> Option<Vec<SmolStr>> {
    match piece.rest().first() {
        Some(name) => names(std::slice::from_ref(name)),
        None => keys(&piece.set()?),
    }
}

/// Of an instance's roles those that have all of these settings; the only role, if there is one.
fn roles_that_know<'r>(
    service: &str,
    roles: &'r [SmolStr],
    settings: &[SmolStr],
) -> Option<Vec<&'r SmolStr>> {
    if let [role] = roles {
        return Some(vec![role]);
    }
    let service = Catalogue::embedded().service(service)?;
    let knows = |role: &&SmolStr| {
        let role = service.roles.get(*role);
        role.is_some_and(|role| {
            settings.iter().all(|name| !matches!(role.setting(&[name]), SettingAt::Absent))
        })
    };
    let knowing: Vec<&SmolStr> = roles.iter().filter(knows).collect();
    (!knowing.is_empty()).then_some(knowing)
}
