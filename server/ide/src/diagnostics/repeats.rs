//! `duplicate-attribute`: what a set or a `let` gives twice. Of instances as a whole `duplicate-instance`
//! tells.

use std::sync::Arc;

use eval::{FileId, FileRange, Repeat, Source};
use rustc_hash::FxHashSet;
use syntax::ast::{Attrpath, AttrpathValue};
use syntax::{AstNode, SyntaxNode, TextRange};

use super::disturbance::is_disturbed;
use super::{Code, Findings, Related, Severity};
use crate::Analysis;

pub(super) fn find(analysis: &Analysis, sources: &[Arc<Source>], findings: &mut Findings) {
    for source in sources {
        let file = source.id;
        let repeats = source.part.repeats();
        let Some(parse) = analysis.parse(file).filter(|_| !repeats.is_empty()) else { continue };
        let root = parse.syntax();
        let instances = duplicate_instances(findings, file);
        for repeat in repeats {
            let mut around = node_at(&root, repeat.later).into_iter().flat_map(|it| it.ancestors());
            let is_known = around.any(|node| is_one_of(&node, &instances));
            if !is_known && !is_disturbed(&parse, repeat.first.cover(repeat.later)) {
                report(file, repeat, &root, findings);
            }
        }
    }
}

fn report(file: FileId, repeat: Repeat, root: &SyntaxNode, findings: &mut Findings) {
    let (first, later) = (node_at(root, repeat.first), node_at(root, repeat.later));
    let Some(path) = &later else { return };
    // A whole value, and a path that leads into it.
    let rest = match first.map(|first| last_name(&first)) {
        Some(first) if first == last_name(path) => "",
        _ => "; Nix joins sets only where both are written out",
    };
    let message = format!("`{path}` is already defined{rest}");
    let first = FileRange { file, range: repeat.first };
    let related = vec![Related { at: first, message: "first defined here".to_owned() }];
    let at = FileRange { file, range: repeat.later };
    findings.report_with((Code::DuplicateAttribute, Severity::Error), at, message, related);
}

/// The last name of a path, or a name, unquoted.
fn last_name(path: &SyntaxNode) -> String {
    let last = Attrpath::cast(path.clone()).and_then(|path| path.attrs().last());
    let last = last.map_or_else(|| path.to_string(), |name| name.to_string());
    last.trim_matches('"').to_owned()
}

/// The names of the instances that are told to be defined twice, at their later place.
fn duplicate_instances(findings: &Findings, file: FileId) -> FxHashSet<TextRange> {
    let found = findings.by_file.get(&file).into_iter().flatten();
    found.filter(|it| it.code == Code::DuplicateInstance).map(|it| it.range).collect()
}

/// Is this a binding whose path ends in one of these names?
fn is_one_of(node: &SyntaxNode, names: &FxHashSet<TextRange>) -> bool {
    let path = AttrpathValue::cast(node.clone()).and_then(|binding| binding.attrpath());
    let last = path.and_then(|path| path.attrs().last());
    last.is_some_and(|name| names.contains(&name.syntax().text_range()))
}

/// The outermost node of a range.
fn node_at(root: &SyntaxNode, range: TextRange) -> Option<SyntaxNode> {
    if !root.text_range().contains_range(range) {
        return None;
    }
    let element = root.covering_element(range);
    element.ancestors().take_while(|node| node.text_range() == range).last()
}
