//! What a clan's `flake.nix` says, as far as its text tells.

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
    let Some(ast::Expr::AttrSet(flake)) = root else { return Vec::new() };
    let mut inputs: Vec<Input> = Vec::new();
    for attr in flake.attrpath_values().flat_map(|binding| names(&binding)) {
        let Some(name) = attr_text(&attr) else { continue };
        if inputs.iter().all(|input| input.name != name) {
            let at = FileRange { file, range: attr.syntax().text_range() };
            inputs.push(Input { name, at });
        }
    }
    inputs
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
