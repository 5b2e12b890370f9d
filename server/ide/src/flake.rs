//! What a clan's `flake.nix` says, as far as its text tells.

use std::collections::BTreeSet;

use eval::FileRange;
use inventory::Clan;
use smol_str::SmolStr;
use syntax::{AstNode, ast, ast::HasEntry};

use crate::Analysis;
use crate::place::attr_text;

/// An input of the flake.
pub(crate) struct Input {
    /// What the flake calls it.
    pub(crate) name: SmolStr,
    /// Where it does so first.
    pub(crate) at: FileRange,
}

/// The inputs that `flake.nix` at the clan's root lists literally, in their order.
pub(crate) fn inputs(analysis: &Analysis, clan: &Clan) -> Vec<Input> {
    let file = analysis.file(&clan.root.join("flake.nix"));
    let root = analysis.parse(file).and_then(|parse| parse.root()?.expr());
    let mut inputs: Vec<Input> = Vec::new();
    for attr in root.iter().flat_map(listed_inputs) {
        let Some(name) = attr_text(&attr) else { continue };
        if inputs.iter().all(|input| input.name != name) {
            let at = FileRange { file, range: attr.syntax().text_range() };
            inputs.push(Input { name, at });
        }
    }
    inputs
}

/// The names that a flake gives its inputs, wherever it does so.
pub(crate) fn listed_inputs(flake: &ast::Expr) -> Vec<ast::Attr> {
    let ast::Expr::AttrSet(flake) = flake else { return Vec::new() };
    flake.attrpath_values().flat_map(|binding| names(&binding)).collect()
}

/// The names of all inputs that the flake may have, if that can be told: those that it lists, and
/// those that are locked.
pub(crate) fn all_inputs(analysis: &Analysis, clan: &Clan) -> Option<BTreeSet<SmolStr>> {
    let file = analysis.file(&clan.root.join("flake.nix"));
    let parse = analysis.parse(file)?;
    let Some(ast::Expr::AttrSet(flake)) = parse.root()?.expr() else { return None };
    let is_literal = |binding: ast::AttrpathValue| {
        let attrs: Vec<Option<SmolStr>> =
            binding.attrpath()?.attrs().map(|attr| attr_text(&attr)).collect();
        match attrs.as_slice() {
            [Some(first), rest @ ..] if first == "inputs" => match rest {
                [] => {
                    let Some(ast::Expr::AttrSet(set)) = binding.value() else { return Some(false) };
                    let mut names = set.attrpath_values().flat_map(|it| it.attrpath());
                    let named =
                        |path: ast::Attrpath| path.attrs().next().and_then(|it| attr_text(&it));
                    Some(set.inherits().next().is_none() && names.all(|path| named(path).is_some()))
                }
                [name, ..] => Some(name.is_some()),
            },
            [Some(_), ..] => Some(true),
            _ => Some(false),
        }
    };
    let certain = parse.errors().is_empty()
        && flake.inherits().next().is_none()
        && flake.attrpath_values().all(|binding| is_literal(binding) == Some(true));
    if !certain {
        return None;
    }
    let listed = inputs(analysis, clan).into_iter().map(|input| input.name);
    Some(listed.chain(analysis.locked_inputs(clan)).collect())
}

/// The names below `inputs` that a binding of the flake spells.
fn names(binding: &ast::AttrpathValue) -> Vec<ast::Attr> {
    let mut attrs = binding.attrpath().into_iter().flat_map(|attrpath| attrpath.attrs());
    if attrs.next().and_then(|attr| attr_text(&attr)).is_none_or(|name| name != "inputs") {
        return Vec::new();
    }
    match (attrs.next(), binding.value()) {
        (Some(attr), _) => vec![attr],
        (None, Some(ast::Expr::AttrSet(set))) => {
            let paths = set.attrpath_values().filter_map(|binding| binding.attrpath());
            paths.filter_map(|path| path.attrs().next()).collect()
        }
        (None, _) => Vec::new(),
    }
}

/// The strings that give the addresses of a flake's inputs.
pub(crate) fn input_urls(flake: &ast::Expr) -> Vec<ast::Str> {
    let mut urls = Vec::new();
    if let ast::Expr::AttrSet(flake) = flake {
        urls_below(flake, &[], &mut urls);
    }
    urls
}

/// Those in a set below some names, which are no more than `inputs.a.url`, or an input's own.
fn urls_below(set: &ast::AttrSet, names: &[SmolStr], urls: &mut Vec<ast::Str>) {
    for binding in set.attrpath_values() {
        let attrs = binding.attrpath().into_iter().flat_map(|attrpath| attrpath.attrs());
        let mut names = names.to_vec();
        names.extend(attrs.map(|attr| attr_text(&attr).unwrap_or_default()));
        if names.first().is_none_or(|first| first != "inputs") {
            continue;
        }
        match binding.value() {
            Some(ast::Expr::AttrSet(inner)) => urls_below(&inner, &names, urls),
            Some(ast::Expr::Str(url)) if names.len() > 2 && names.ends_with(&["url".into()]) => {
                urls.push(url);
            }
            _ => {}
        }
    }
}
