//! What functions of modules take: `unexpected-argument`, `missing-argument`.

use eval::FileRange;
use inventory::{CLAN_ARGUMENTS, Clan};
use syntax::AstNode;
use syntax::ast::Lambda;

use super::disturbance::is_disturbed;
use super::suggestion::did_you_mean;
use super::{Code, Findings, Severity};
use crate::Analysis;

pub(super) fn find(analysis: &Analysis, clan: &Clan, findings: &mut Findings) {
    let is_own = |at: &FileRange| analysis.is_own(clan, at.file);
    for &function in clan.refusals.closed_functions.iter().filter(|at| is_own(at)) {
        if let Some(at) = pattern(analysis, function) {
            let message = "a module is given more arguments than these: `...` takes the others";
            let kind = (Code::UnexpectedArgument, Severity::Error);
            findings.report(kind, at, message.to_owned());
        }
    }
    for (name, at) in clan.refusals.arguments.iter().filter(|(_, at)| is_own(at)) {
        let is_disturbed = |parse| is_disturbed(&parse, at.range);
        if analysis.parse(at.file).is_some_and(|parse| !is_disturbed(parse)) {
            findings.report((Code::MissingArgument, Severity::Error), *at, missing(name));
        }
    }
}

/// What a function takes, if that is written without a mistake.
fn pattern(analysis: &Analysis, function: FileRange) -> Option<FileRange> {
    let parse = analysis.parse(function.file)?;
    let root = parse.syntax();
    if !root.text_range().contains_range(function.range) {
        return None;
    }
    let element = root.covering_element(function.range);
    let lambda = element.ancestors().find_map(Lambda::cast)?;
    let range = lambda.param()?.syntax().text_range();
    let is_it = lambda.syntax().text_range() == function.range && !is_disturbed(&parse, range);
    is_it.then_some(FileRange { range, ..function })
}

fn missing(name: &str) -> String {
    let rest = match name {
        "inputs" => ": the flake's inputs are `self.inputs`".to_owned(),
        _ => did_you_mean(name, CLAN_ARGUMENTS),
    };
    format!("nobody gives the modules of a clan an argument `{name}`{rest}")
}
