//! `unknown-code`: a comment that allows what no diagnostic is called, and so silences nothing.

use eval::FileId;
use inventory::Clan;
use syntax::{TextRange, TextSize};

use super::allow::listed;
use super::suggestion::did_you_mean;
use super::{Code, Diagnostic, Findings, Severity};
use crate::Analysis;
use crate::remarks::Remark;

pub(super) fn find(analysis: &Analysis, clan: &Clan, findings: &mut Findings) {
    for &file in &clan.files {
        for diagnostic in of(analysis, file) {
            findings.push(file, diagnostic);
        }
    }
}

/// Those of one file.
pub(super) fn of(analysis: &Analysis, file: FileId) -> Vec<Diagnostic> {
    let remarks = analysis.remarks(file);
    remarks.iter().flat_map(|remarks| remarks.list()).flat_map(unknown).collect()
}

fn unknown(remark: &Remark) -> Vec<Diagnostic> {
    let lists = ["allow", "allow-file"].map(|word| listed(&remark.text, word));
    let names = lists.into_iter().flatten().flat_map(|list| list.split(',')).map(str::trim);
    let unknown = names.filter(|name| !name.is_empty() && Code::named(name).is_none());
    unknown.map(|name| diagnostic(remark, name)).collect()
}

/// `name` is a part of the comment's text.
fn diagnostic(remark: &Remark, name: &str) -> Diagnostic {
    let before = name.as_ptr().addr() - remark.text.as_ptr().addr();
    let start = remark.at + TextSize::try_from(before).unwrap_or_default();
    let near = did_you_mean(name, Code::ALL.map(Code::as_str));
    Diagnostic {
        code: Code::UnknownCode,
        severity: Severity::Warning,
        range: TextRange::at(start, TextSize::of(name)),
        message: format!("no diagnostic has the code `{name}`{near}"),
        related: Vec::new(),
        misspelt: None,
    }
}
