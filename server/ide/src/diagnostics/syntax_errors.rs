//! `syntax`: what the parser could not read.

use inventory::Clan;
use syntax::Parse;

use super::{Code, Diagnostic, Findings, Severity};
use crate::Analysis;

pub(super) fn find(analysis: &Analysis, clan: &Clan, findings: &mut Findings) {
    for &file in &clan.files {
        let Some(parse) = analysis.parse(file) else { continue };
        for diagnostic in of(&parse) {
            findings.push(file, diagnostic);
        }
    }
}

/// The errors of one file.
pub(super) fn of(parse: &Parse) -> Vec<Diagnostic> {
    let errors = parse.errors().iter().map(|error| Diagnostic {
        code: Code::Syntax,
        severity: Severity::Error,
        range: error.range,
        message: error.message.clone(),
        related: Vec::new(),
        fix: error.fix.clone(),
    });
    errors.collect()
}
