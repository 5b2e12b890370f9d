//! An input of the flake is named in `flake.nix`, by whom it follows or is followed, in the lock file,
//! and where its flake is used: `inputs.extra`, or `extra` as an argument of `outputs`.

use eval::{FileId, FileRange};
use syntax::{AstNode, SyntaxKind, SyntaxNode, TextRange, ast, ast::HasEntry};

use super::{Refused, Task, lock, spelling};
use crate::code_action::Edits;
use crate::place::{attr_text, string_text};
use crate::spelling::{as_string, is_identifier};

pub(super) fn follow(task: Task<'_>, edits: &mut Edits) -> Result<(), Refused> {
    let analysis = task.analysis;
    let root = &task.clan.root;
    let flake = analysis.file(&root.join("flake.nix"));
    in_flake(task, flake, edits)?;
    let old = task.entity.name();
    let says_it = |text: &str| text.contains("inputs") && text.contains(old.as_str());
    for file in analysis.files_that_say(&task.clan.repository, &says_it) {
        in_selects(task, file, edits)?;
    }
    let locked = analysis.file(&root.join("flake.lock"));
    let text = analysis.text(locked);
    for at in text.and_then(|text| lock::places(&text, old)).into_iter().flatten() {
        edits.replace(locked, at, spelling::in_json(task.new));
    }
    Ok(())
}

fn in_flake(task: Task<'_>, file: FileId, edits: &mut Edits) -> Result<(), Refused> {
    let root = task.analysis.parse(file).and_then(|parse| parse.root()?.expr());
    let Some(ast::Expr::AttrSet(flake)) = root else { return Ok(()) };
    for binding in flake.attrpath_values() {
        let first = binding.attrpath().and_then(|path| path.attrs().next());
        match first.as_ref().and_then(attr_text).as_deref() {
            Some("inputs") => {
                names(task, (&binding, file), edits)?;
                followed(task, (binding.syntax(), file), edits);
            }
            Some("outputs") => {
                if let Some(ast::Expr::Lambda(outputs)) = binding.value() {
                    argument(task, (&outputs, file), edits)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Where the inputs are listed.
fn names(
    task: Task<'_>,
    (binding, file): (&ast::AttrpathValue, FileId),
    edits: &mut Edits,
) -> Result<(), Refused> {
    let path: Vec<ast::Attr> =
        binding.attrpath().into_iter().flat_map(|path| path.attrs()).collect();
    let mut listed: Vec<ast::Attr> = path.get(1).cloned().into_iter().collect();
    if let (None, Some(ast::Expr::AttrSet(set))) = (path.get(1), binding.value()) {
        let paths = set.attrpath_values().filter_map(|binding| binding.attrpath());
        listed.extend(paths.filter_map(|path| path.attrs().next()));
    }
    for attr in listed {
        replace(task, file, attr.syntax().text_range(), edits)?;
    }
    Ok(())
}

/// The paths that inputs follow, which begin at the flake's own.
fn followed(task: Task<'_>, (inputs, file): (&SyntaxNode, FileId), edits: &mut Edits) {
    let old = task.entity.name();
    for binding in inputs.descendants().filter_map(ast::AttrpathValue::cast) {
        let last = binding.attrpath().and_then(|path| path.attrs().last());
        let follows = last.is_some_and(|attr| attr_text(&attr).is_some_and(|it| it == "follows"));
        let Some(ast::Expr::Str(string)) = binding.value().filter(|_| follows) else { continue };
        let Some(text) = string_text(&string) else { continue };
        let rest = match text.split_once('/') {
            Some((first, rest)) if first == old => format!("/{rest}"),
            None if text == *old => String::new(),
            _ => continue,
        };
        let text = as_string(&format!("{}{rest}", task.new));
        edits.replace(file, string.syntax().text_range(), text);
    }
}

/// The argument of `outputs`, and the variables that it binds.
fn argument(
    task: Task<'_>,
    (outputs, file): (&ast::Lambda, FileId),
    edits: &mut Edits,
) -> Result<(), Refused> {
    let Some(ast::Param::Pattern(pattern)) = outputs.param() else { return Ok(()) };
    let old = task.entity.name();
    let is_it = |ident: &ast::Ident| ident.ident_token().is_some_and(|it| it.text() == old);
    let mut taken = pattern.pat_entries().filter_map(|entry| entry.ident());
    let Some(name) = taken.find(is_it) else { return Ok(()) };
    if !is_identifier(task.new) {
        let new = task.new;
        return Err(Refused(format!("`outputs` takes `{old}`, and `{new}` can't be an argument")));
    }
    edits.replace(file, name.syntax().text_range(), task.new.as_str());
    let Some(body) = outputs.body() else { return Ok(()) };
    for ident in body.syntax().descendants().filter_map(ast::Ident::cast).filter(is_it) {
        let around = ident.syntax().parent();
        match around.as_ref().map(SyntaxNode::kind) {
            // A key, or what is taken out of something.
            Some(SyntaxKind::NODE_ATTRPATH) => {}
            Some(SyntaxKind::NODE_INHERIT) if !is_from_elsewhere(around.as_ref()) => {
                return Err(Refused(format!(
                    "`{old}` is inherited in `outputs`: bind it with `=` first"
                )));
            }
            Some(
                SyntaxKind::NODE_INHERIT
                | SyntaxKind::NODE_IDENT_PARAM
                | SyntaxKind::NODE_PAT_ENTRY
                | SyntaxKind::NODE_PAT_BIND,
            ) => {
                if !matches!(around.map(|it| it.kind()), Some(SyntaxKind::NODE_INHERIT)) {
                    return Err(Refused(format!(
                        "`outputs` gives `{old}` another meaning further in"
                    )));
                }
            }
            _ => edits.replace(file, ident.syntax().text_range(), task.new.as_str()),
        }
    }
    Ok(())
}

fn is_from_elsewhere(inherit: Option<&SyntaxNode>) -> bool {
    let inherit = inherit.cloned().and_then(ast::Inherit::cast);
    inherit.is_some_and(|inherit| inherit.from().is_some())
}

/// `inputs.extra` in any file of the repository.
fn in_selects(task: Task<'_>, file: FileId, edits: &mut Edits) -> Result<(), Refused> {
    let Some(parse) = task.analysis.parse(file) else { return Ok(()) };
    for select in parse.syntax().descendants().filter_map(ast::Select::cast) {
        let base = match select.expr() {
            Some(ast::Expr::Ident(ident)) => ident.ident_token().map(|it| it.text().to_owned()),
            _ => None,
        };
        let attrs: Vec<ast::Attr> =
            select.attrpath().into_iter().flat_map(|path| path.attrs()).collect();
        let mut before = base;
        for attr in attrs {
            let is_input =
                before.is_some_and(|name| ["inputs", "inputs'"].contains(&name.as_str()));
            if is_input {
                replace(task, file, attr.syntax().text_range(), edits)?;
            }
            before = attr_text(&attr).map(|name| name.to_string());
        }
    }
    Ok(())
}

/// Another name for a key, if it is the old one.
fn replace(
    task: Task<'_>,
    file: FileId,
    range: TextRange,
    edits: &mut Edits,
) -> Result<(), Refused> {
    let at = FileRange { file, range };
    let text = spelling::replacement(task.analysis, at, task.entity.name(), task.new)?;
    if let Some(text) = text {
        edits.replace(file, range, text);
    }
    Ok(())
}
