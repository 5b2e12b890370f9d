//! Forms that Clan no longer takes, and what is written today: `inventory.services`, lists of a role's
//! machines, `config` for settings, `meta.tld`.
//!
//! A file is rewritten in steps, each of which reads what the one before has made. If a step meets
//! something that it can't say in today's words, nothing is changed: half a migration is worse than
//! none.

mod config;
mod role;
mod services;
mod tld;

use eval::FileId;
use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast};

use super::change::{Change, Edits, apply};
use super::file::File;
use super::file_action::difference;
use super::{CodeAction, Context};
use crate::place::Piece;
use crate::{Analysis, Diagnostic};

pub(super) use role::{machine_list, role_config};
pub(super) use tld::domain;

/// What the steps know of each other.
#[derive(Default)]
struct Migration {
    /// The instances that were services, each with the service's name.
    instances: Vec<(SmolStr, SmolStr)>,
}

/// Adds what is to be edited; `None` where something can't be said in today's words.
type Step = fn(&mut Migration, &File, &mut Edits) -> Option<()>;

const STEPS: [Step; 9] = [
    services::to_instances,
    services::name_modules,
    config::of_machines,
    config::of_instances,
    role::configs,
    role::lists,
    role::modules,
    tld::domains,
    services::join,
];

/// Is there something to rewrite in a file?
pub(super) fn is_legacy(file: &File) -> bool {
    let is_old = |path: &[&str], piece: &Piece| match path {
        ["inventory", "services"] | ["meta", "tld"] | ["inventory", "meta", "tld"] => true,
        ["inventory", "instances", _, "roles", _, "config"] => true,
        ["inventory", "instances", _, "roles", _, "machines"] => {
            matches!(piece.value(), Some(ast::Expr::List(_)))
        }
        _ => false,
    };
    !pieces(file, &is_old).is_empty()
}

/// The change that rewrites a file.
pub(super) fn migrate(analysis: &Analysis, id: FileId) -> Option<Change> {
    let before = analysis.text(id)?;
    let (mut world, mut text) = (analysis.clone(), before.to_string());
    let mut migration = Migration::default();
    for step in STEPS {
        let file = File::of(&world, id)?;
        let mut edits = Edits::default();
        step(&mut migration, &file, &mut edits)?;
        if let Some(change) = edits.finish_if_any(|file| world.parse(file))? {
            text = apply(&text, change.of(id))?;
            world = world.with_text(id, &text);
        }
    }
    if !migration.is_complete(&File::of(&world, id)?) {
        return None;
    }
    let mut edits = Edits::default();
    difference(&mut edits, id, &before, &text);
    Context { analysis, file: id }.change(edits)
}

/// The whole file, as the fix of one mistake in it.
pub(super) fn fix(context: &Context<'_>, _: &Diagnostic) -> Vec<CodeAction> {
    let change = migrate(context.analysis, context.file);
    change
        .map(|change| CodeAction::fix(TITLE.to_owned(), change).preferred(true))
        .into_iter()
        .collect()
}

/// What the action is called, as a fix and for a file.
pub(super) const TITLE: &str = "Rewrite the forms in this file that Clan no longer takes";

impl Migration {
    /// Is nothing left that today's instances do not have?
    fn is_complete(&self, file: &File) -> bool {
        let is_ours = |name: &str| self.instances.iter().any(|(instance, _)| instance == name);
        let is_left = |path: &[&str], _: &Piece| match path {
            ["inventory", "services"] => true,
            ["inventory", "instances", name, option] if is_ours(name) => {
                !["module", "roles"].contains(option)
            }
            ["inventory", "instances", name, "roles", _, option] if is_ours(name) => {
                !["machines", "tags", "settings", "extraModules"].contains(option)
            }
            _ => false,
        };
        pieces(file, &is_left).is_empty()
    }
}

/// The pieces of a file whose option path is wanted, by place.
fn pieces(file: &File, wanted: &dyn Fn(&[&str], &Piece) -> bool) -> Vec<(Vec<SmolStr>, Piece)> {
    let mut found = Vec::new();
    for binding in file.root().descendants().filter_map(ast::AttrpathValue::cast) {
        let attrs = binding.attrpath().into_iter().flat_map(|path| path.attrs());
        for (before, attr) in attrs.enumerate() {
            let Some(path) = file.path_of(&attr) else { break };
            let Some(name) = path.last().cloned() else { continue };
            let piece = Piece { attr, name, binding: Some(binding.clone()), before };
            let names: Vec<&str> = path.iter().map(SmolStr::as_str).collect();
            if wanted(&names, &piece) {
                found.push((path, piece));
            }
        }
    }
    found
}

/// The pieces of one option.
fn pieces_of(file: &File, option: &[&str]) -> Vec<Piece> {
    let found = pieces(file, &|path, _| path == option);
    found.into_iter().map(|(_, piece)| piece).collect()
}

/// The names right below an option, each once, in their order.
fn names_below(file: &File, option: &[&str]) -> Vec<SmolStr> {
    let is_below =
        |path: &[&str], _: &Piece| path.split_last().is_some_and(|(_, above)| above == option);
    let mut names: Vec<SmolStr> = Vec::new();
    for (_, piece) in pieces(file, &is_below) {
        if !names.contains(&piece.name) {
            names.push(piece.name);
        }
    }
    names
}

fn range_of(attr: &ast::Attr) -> TextRange {
    attr.syntax().text_range()
}

/// Rewrites a piece in today's form; `None` where that can't be said.
type Rewrite = fn(&mut Edits, &File, &[SmolStr], &Piece) -> Option<()>;

/// The fix that rewrites the first piece of which `is_it` tells that it is the mistake.
fn rewriting(
    context: &Context<'_>,
    title: &str,
    is_it: &dyn Fn(&[&str], &Piece) -> bool,
    rewrite: Rewrite,
) -> Vec<CodeAction> {
    let action = || {
        let file = context.file()?;
        let found = pieces(&file, is_it);
        let (path, piece) = found.first()?;
        let mut edits = Edits::default();
        rewrite(&mut edits, &file, path, piece)?;
        let fix = CodeAction::fix(title.to_owned(), context.change(edits)?);
        Some(fix.preferred(true).safe(true))
    };
    action().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use super::*;
    use crate::code_action::{Finder, input_self};
    use crate::{AnalysisHost, Code, MemoryDisk, Severity};

    /// A text after the fix of a mistake at the first place of `part`.
    fn fixed(text: &str, part: &str, find: Finder) -> Option<String> {
        let mut disk = MemoryDisk::default();
        disk.insert(PathBuf::from("/clan/clan.nix"), text);
        let analysis = AnalysisHost::new(Arc::new(disk)).snapshot();
        let file = analysis.file(Path::new("/clan/clan.nix"));
        let start = u32::try_from(text.find(part)?).ok()?;
        let mistake = Diagnostic {
            code: Code::Syntax,
            severity: Severity::Error,
            range: TextRange::at(start.into(), syntax::TextSize::of(part)),
            message: String::new(),
            related: Vec::new(),
            misspelt: None,
        };
        let fixes = find(&Context { analysis: &analysis, file }, &mistake);
        apply(text, fixes.first()?.change.of(file))
    }

    #[test]
    fn a_list_of_machines_is_a_set() {
        let role = |machines| format!("{{ inventory.instances.bk.roles.client.{machines}; }}");
        let fix = |machines, list| fixed(&role(machines), list, machine_list);
        let one = fix("machines = [ \"jon\" ]", "[ \"jon\" ]");
        assert_eq!(one, Some(role("machines.jon = { }")));
        let two = fix("machines = [ \"jon\" \"a.b\" ]", "[ \"jon\" \"a.b\" ]");
        assert_eq!(two, Some(role("machines = { jon = { }; \"a.b\" = { }; }")));
        assert_eq!(fix("machines = [ jon ]", "[ jon ]"), None);
    }

    #[test]
    fn what_has_another_name_is_renamed() {
        let role = |it| format!("{{ inventory.instances.bk.roles.client = {{ {it} }}; }}");
        let config = role("config.a = 1; settings.b = 2;");
        let settings = role("settings.a = 1; settings.b = 2;");
        assert_eq!(fixed(&config, "config", role_config), Some(settings));
        let both = role("config.a = 1; settings.a = 2;");
        assert_eq!(fixed(&both, "config", role_config), None);
        let domain = fixed("{ meta.tld = \"clan\"; }", "tld", domain);
        assert_eq!(domain.as_deref(), Some("{ meta.domain = \"clan\"; }"));
    }

    #[test]
    fn the_input_is_set_where_the_service_is_named() {
        let clan =
            |module| format!("{{ inventory.instances.x = {{ module.name = \"own\";{module} }}; }}");
        let fixed = fixed(&clan(""), "\"own\"", input_self::fix);
        assert_eq!(fixed, Some(clan(" module.input = \"self\";")));
    }
}
