//! `syntax`: what the parser could not read.

use inventory::Clan;

use super::{Code, Diagnostic, Findings, Severity};
use crate::Analysis;

pub(super) fn find(analysis: &Analysis, clan: &Clan, findings: &mut Findings) {
    for &file in &clan.files {
        let Some(parse) = analysis.parse(file) else { continue };
        for error in parse.errors() {
            let diagnostic = Diagnostic {
                code: Code::Syntax,
                severity: Severity::Error,
                range: error.range,
                message: error.message.clone(),
                related: Vec::new(),
                fix: error.fix.clone(),
            };
            findings.push(file, diagnostic);
        }
    }
}
