//! `syntax`: what the parser could not read.

use inventory::Clan;
use syntax::Parse;

use super::{Code, Diagnostic, Findings, Severity};
use crate::Analysis;
use crate::stretch::holds_line_break;

pub(super) fn find(analysis: &Analysis, clan: &Clan, findings: &mut Findings) {
    for &file in &clan.files {
        let Some(parse) = analysis.parse(file) else { continue };
        for diagnostic in of(&parse) {
            findings.push(file, diagnostic);
        }
    }
}

/// Do the errors found so far cover whole lines of a file?
pub(super) fn hide_lines(analysis: &Analysis, findings: &Findings) -> bool {
    findings.by_file.iter().any(|(&file, errors)| {
        let Some(parse) = analysis.parse(file) else { return false };
        let root = parse.syntax();
        errors.iter().any(|error| holds_line_break(&root, error.range))
    })
}

/// The errors of one file.
pub(super) fn of(parse: &Parse) -> Vec<Diagnostic> {
    let errors = parse.errors().iter().map(|error| Diagnostic {
        code: Code::Syntax,
        severity: Severity::Error,
        range: error.range,
        message: error.message.clone(),
        related: Vec::new(),
        misspelt: None,
    });
    errors.collect()
}
