//! `check`: the diagnostics of a clan, as a compiler prints them.

#[cfg(test)]
mod fixture;
mod json;
mod summary;
mod text;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use ide::{Analysis, AnalysisHost, Code, Diagnostic, Disk, FileId, Severity};

use super::output;
use super::source::{Source, Sources};
use super::target::Target;
use super::{Failure, Outcome};
use crate::args::{CheckArgs, CheckFormat};

/// What was judged and what was found.
struct Findings {
    /// The files that were judged.
    files: BTreeSet<FileId>,
    /// The mistakes, by file and place once [`Findings::put_in_order`] has run.
    list: Vec<Finding>,
    /// How many values of the clan could not be followed.
    gaps: usize,
}

/// A diagnostic and its file.
struct Finding {
    file: FileId,
    diagnostic: Diagnostic,
}

/// Prints the diagnostics of a clan, or of the one file that belongs to none.
///
/// # Errors
/// PATH can't be read or leads to no clan, or the answer can't be written.
pub(crate) fn run(args: &CheckArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let target = Target::find(&args.path)?;
    if !target.is_folder() {
        disk.read(target.path()).map_err(|why| target.unreadable(&why))?;
    }
    let analysis = AnalysisHost::new(disk.clone()).snapshot();
    let mut findings = collect(&analysis, &target)?;
    let name = |path: &Path| match args.format {
        CheckFormat::Json => target.in_folder(path),
        CheckFormat::Text => target.as_typed(path),
    };
    let sources = Sources::read(&analysis, findings.named_files(), name);
    findings.put_in_order(&sources);
    match args.format {
        CheckFormat::Json => output::answer(&json::render(&findings.list, &sources)?)?,
        CheckFormat::Text => {
            output::answer(&text::render(&findings.list, &sources))?;
            if !args.quiet {
                output::remark(&summary::render(&findings));
            }
        }
    }
    let denied = if args.deny_warnings() { Severity::Warning } else { Severity::Error };
    Ok(Outcome::denied_if(findings.worst().is_some_and(|worst| worst <= denied)))
}

/// Asks for the errors and warnings of every file that PATH stands for.
fn collect(analysis: &Analysis, target: &Target) -> Result<Findings, Failure> {
    let clan = target.clan(analysis);
    if clan.is_none() && target.is_folder() {
        return Err(target.no_clan());
    }
    let named = (!target.is_folder()).then(|| analysis.file(target.path()));
    let read = clan.iter().flat_map(|clan| clan.files.iter().copied());
    let files: BTreeSet<FileId> = named.into_iter().chain(read).collect();
    let list = files.iter().flat_map(|&file| {
        let diagnostics = match &clan {
            Some(_) => analysis.diagnostics(file),
            None => syntax_errors(analysis, file),
        };
        diagnostics.into_iter().map(move |diagnostic| Finding { file, diagnostic })
    });
    let list = list.filter(|finding| finding.diagnostic.severity <= Severity::Warning).collect();
    let gaps = clan.as_ref().map_or(0, |clan| clan.unknown.len());
    Ok(Findings { files, list, gaps })
}

/// What can be said of a file that belongs to no clan. The analysis is silent about it, since an
/// editor has other means to judge it; a user who names it wants an answer.
fn syntax_errors(analysis: &Analysis, file: FileId) -> Vec<Diagnostic> {
    let errors = analysis.parse(file).map(|parse| parse.errors().to_vec()).unwrap_or_default();
    let diagnostics = errors.into_iter().map(|error| Diagnostic {
        code: Code::Syntax,
        severity: Severity::Error,
        range: error.range,
        message: error.message,
        related: Vec::new(),
        fix: error.fix,
    });
    diagnostics.collect()
}

impl Findings {
    /// The files that the findings and their related places stand in.
    fn named_files(&self) -> BTreeSet<FileId> {
        let own = self.list.iter().map(|finding| finding.file);
        let related = self.list.iter().flat_map(|finding| &finding.diagnostic.related);
        own.chain(related.map(|related| related.at.file)).collect()
    }

    /// Orders the findings by path and place, and leaves each once.
    fn put_in_order(&mut self, sources: &Sources) {
        let path = |finding: &Finding| sources.get(finding.file).map(Source::path);
        self.list.sort_by(|a, b| path(a).cmp(&path(b)).then_with(|| a.order().cmp(&b.order())));
        self.list.dedup_by(|a, b| a.order() == b.order());
    }

    /// The gravest severity; `None` when nothing was found.
    fn worst(&self) -> Option<Severity> {
        self.list.iter().map(|finding| finding.diagnostic.severity).min()
    }

    /// How many findings are that grave.
    fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|finding| finding.diagnostic.severity == severity).count()
    }
}

impl Finding {
    /// What two findings are ordered by in a file; equal findings say the same of the same place.
    fn order(&self) -> impl Ord + '_ {
        let Diagnostic { code, severity, range, message, .. } = &self.diagnostic;
        (self.file, range.start(), range.end(), *severity, *code, message)
    }
}

#[cfg(test)]
mod tests {
    use ide::TextRange;

    use super::fixture::{finding, sources};
    use super::*;

    #[test]
    fn findings_come_by_path_then_place_and_once() {
        let sources = sources(&[("b.nix", "x y"), ("a.nix", "x y")]);
        let at = |file, start: u32, message| {
            let mut finding = finding(&sources, "x", Code::UnknownTag, message);
            finding.file = FileId(file);
            finding.diagnostic.range = TextRange::at(start.into(), 1.into());
            finding
        };
        let list = vec![at(0, 2, "1"), at(1, 2, "2"), at(0, 0, "3"), at(1, 0, "4"), at(0, 2, "1")];
        let mut findings = Findings { files: BTreeSet::new(), list, gaps: 0 };
        findings.put_in_order(&sources);
        let order: Vec<_> = findings.list.iter().map(|it| &it.diagnostic.message).collect();
        assert_eq!(order, ["4", "2", "3", "1"]);
    }
}
