//! `tag-recursion`: tags that are computed from the machines' tags.

use eval::FileRange;
use inventory::Clan;
use syntax::ast::Select;
use syntax::{AstNode, TextRange};

use super::{Code, Findings, Severity};
use crate::Analysis;

pub(super) fn find(analysis: &Analysis, clan: &Clan, findings: &mut Findings) {
    let circles = clan.refusals.circles.iter();
    for &at in circles.filter(|at| analysis.is_own(clan, at.file)) {
        let message = "a machine's tags are only known once all tags are computed: to read them for \
                       one of those never ends";
        let kind = (Code::TagRecursion, Severity::Error);
        findings.report(kind, without_default(analysis, at), message.to_owned());
    }
}

/// Of `machine.tags or [ ]` the reference alone.
fn without_default(analysis: &Analysis, at: FileRange) -> FileRange {
    let range = || {
        let root = analysis.parse(at.file)?.syntax();
        let element = root.covering_element(at.range.intersect(root.text_range())?);
        let select = element.ancestors().find_map(Select::cast)?;
        let is_it = select.syntax().text_range() == at.range;
        let end = select.attrpath()?.syntax().text_range().end();
        is_it.then(|| TextRange::new(at.range.start(), end))
    };
    FileRange { range: range().unwrap_or(at.range), ..at }
}
