//! `undefined-variable`: names that no scope binds.

use std::sync::Arc;

use eval::{FileRange, Source, Undefined};
use inventory::CLAN_ARGUMENTS;
use smol_str::SmolStr;
use syntax::ast::{AttrpathValue, Ident, List};
use syntax::{AstNode, SyntaxNode, TextRange};

use super::disturbance::is_disturbed;
use super::{Code, Findings, Misspelt, Severity};
use crate::Analysis;

pub(super) fn find(analysis: &Analysis, sources: &[Arc<Source>], findings: &mut Findings) {
    for source in sources {
        let file = source.id;
        let undefined = source.part.undefined();
        let Some(parse) = analysis.parse(file).filter(|_| !undefined.is_empty()) else { continue };
        let root = parse.syntax();
        for undefined in undefined.iter().filter(|it| !is_disturbed(&parse, it.at)) {
            let kind = (Code::UndefinedVariable, Severity::Error);
            let at = FileRange { file, range: undefined.at };
            let in_scope = undefined.in_scope.iter().map(SmolStr::as_str);
            let misspelt = Misspelt::among(&undefined.name, in_scope);
            let message = message(undefined, &misspelt, &root);
            findings.report_misspelt(kind, at, message, misspelt);
        }
    }
}

fn message(undefined: &Undefined, misspelt: &Misspelt, root: &SyntaxNode) -> String {
    let name = undefined.name.as_str();
    let rest = match name {
        _ if !misspelt.near.is_empty() => misspelt.to_string(),
        _ if CLAN_ARGUMENTS.contains(&name) => {
            format!("; a module asks for it at its top: `{{ {name}, ... }}:`")
        }
        _ if is_whole_value(root, undefined.at) => "; a text is written in quotes".to_owned(),
        _ => String::new(),
    };
    format!("nothing here is called `{name}`{rest}")
}

/// Does a name alone make up a value or an item of a list?
fn is_whole_value(root: &SyntaxNode, at: TextRange) -> bool {
    if !root.text_range().contains_range(at) {
        return false;
    }
    let ident = root.covering_element(at).ancestors().find_map(Ident::cast);
    let around = ident.and_then(|ident| ident.syntax().parent()).map(|node| node.kind());
    around.is_some_and(|kind| AttrpathValue::can_cast(kind) || List::can_cast(kind))
}
