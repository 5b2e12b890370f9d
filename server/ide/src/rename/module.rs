//! A role or a setting of one of the clan's own services is also named in the functions of its
//! module: `roles.client.machines`, `settings.loud`.

use eval::{FileId, FilePosition, FileRange};
use inventory::{Provider, Usable};
use smol_str::SmolStr;
use syntax::{AstNode, SyntaxNode, ast};

use super::{Refused, Task, spelling};
use crate::code_action::Edits;
use crate::entity::{Entity, Owner, written_at};
use crate::place::{attr_text, string_text};

pub(super) fn follow(task: Task<'_>, edits: &mut Edits) -> Result<(), Refused> {
    // The names that lead to it wherever the module speaks of it.
    let (owner, path): (_, Vec<SmolStr>) = match task.entity {
        Entity::Role(owner, name) => (owner, vec!["roles".into(), name.clone()]),
        Entity::Setting(owner, _, path) => {
            (owner, [&[SmolStr::new_static("settings")], path.as_slice()].concat())
        }
        _ => return Ok(()),
    };
    for file in files(task, owner) {
        let Some(parse) = task.analysis.parse(file) else { continue };
        for node in parse.syntax().descendants() {
            in_node(task, &node, &path, file, edits)?;
        }
    }
    Ok(())
}

/// The files that the module is written in.
fn files(task: Task<'_>, owner: &Owner) -> Vec<FileId> {
    let Owner::Service(key) = owner else { return Vec::new() };
    let services = task.analysis.reach(task.clan).services(&Provider::Own).into_iter();
    let service = services.filter(|usable: &Usable| usable.name == key.name).map(|it| it.service);
    let mut files: Vec<FileId> = Vec::new();
    for service in service {
        let roles = service.roles.values();
        let declared = roles.flat_map(|role| {
            role.declared.iter().chain(role.options.iter().flat_map(|option| &option.declared))
        });
        files.extend(service.declared.iter().chain(declared).map(|at| at.file));
    }
    files.sort_unstable();
    files.dedup();
    files
}

fn in_node(
    task: Task<'_>,
    node: &SyntaxNode,
    path: &[SmolStr],
    file: FileId,
    edits: &mut Edits,
) -> Result<(), Refused> {
    let unsure = |what: &str| {
        let (noun, name) = (task.entity.noun(), task.entity.name());
        let file = task.analysis.path(file);
        let file = file.strip_prefix(&task.clan.root).unwrap_or(&file).display().to_string();
        Err(Refused(format!(
            "{file} {what}, of which it can't be told whether it is the {noun} `{name}`"
        )))
    };
    if let Some(attrpath) = ast::Attrpath::cast(node.clone()) {
        let selected = node.parent().and_then(ast::Select::cast);
        return in_path(task, selected, &attrpath, (path, file), edits);
    }
    let name = task.entity.name();
    let is_setting = matches!(task.entity, Entity::Setting(..));
    if let Some(inherit) = ast::Inherit::cast(node.clone()) {
        let from =
            inherit.from().is_some_and(|from| ends_in(&from.syntax().text().to_string(), path));
        if from && inherit.attrs().any(|attr| attr_text(&attr).as_ref() == Some(name)) {
            return unsure("inherits it");
        }
    }
    if let Some(with) = ast::With::cast(node.clone())
        && with.namespace().is_some_and(|it| ends_in(&it.syntax().text().to_string(), path))
    {
        return unsure("says `with`");
    }
    if let Some(string) = ast::Str::cast(node.clone()).filter(|_| !is_setting) {
        let in_path = node.parent().is_some_and(|parent| ast::Attrpath::can_cast(parent.kind()));
        if !in_path && string_text(&string).as_ref() == Some(name) {
            return unsure(&format!("says `\"{name}\"`"));
        }
    }
    Ok(())
}

/// Is something else of the clan named there? Its text may hold the module too.
fn is_another(task: Task<'_>, place: FileRange) -> bool {
    let at = FilePosition { file: place.file, offset: place.range.start() };
    written_at(task.analysis, at).is_some_and(|(_, named)| named.entity != *task.entity)
}

/// Does an expression end in the names that lead to what is around the thing?
fn ends_in(text: &str, path: &[SmolStr]) -> bool {
    let around = path.split_last().map(|(_, around)| around.join("."));
    around.is_some_and(|around| {
        let text = text.trim_matches(['(', ')', ' ']);
        text == around || text.ends_with(&format!(".{around}"))
    })
}

/// The names of a path that lead to the thing, wherever in it they begin.
fn in_path(
    task: Task<'_>,
    select: Option<ast::Select>,
    attrpath: &ast::Attrpath,
    (path, file): (&[SmolStr], FileId),
    edits: &mut Edits,
) -> Result<(), Refused> {
    let base = select.and_then(|select| select.expr()).map(|expr| expr.syntax().text().to_string());
    let mut names: Vec<Option<SmolStr>> = vec![base.map(SmolStr::from)];
    let attrs: Vec<ast::Attr> = attrpath.attrs().collect();
    names.extend(attrs.iter().map(attr_text));
    for (at, window) in names.windows(path.len()).enumerate() {
        let is_it = window.iter().zip(path).all(|(name, known)| {
            known == inventory::catalogue::ANY_NAME || name.as_ref() == Some(known)
        });
        let Some(attr) = (at + path.len()).checked_sub(2).and_then(|last| attrs.get(last)) else {
            continue;
        };
        let place = FileRange { file, range: attr.syntax().text_range() };
        if is_it
            && !is_another(task, place)
            && let Some(text) =
                spelling::replacement(task.analysis, place, task.entity.name(), task.new)?
        {
            edits.replace(file, place.range, text);
        }
    }
    Ok(())
}
