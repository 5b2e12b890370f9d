//! `check`: the diagnostics of a clan, as a compiler prints them.

mod configured;
mod findings;
mod fix;
#[cfg(test)]
mod fixture;
mod github;
mod json;
mod progress;
mod sarif;
mod subject;
mod summary;
mod text;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use ide::{Analysis, Clan, Diagnostic, Disk, FileId, Severity};

use super::diff;
use super::output;
use super::source::Sources;
use super::target::Target;
use super::{Failure, Outcome};
use crate::args::{CheckArgs, CheckFormat};
use crate::configuration::Configuration;
use crate::told_inputs::on_command_line;
use configured::Problems;
use findings::{Finding, Findings};
use progress::Progress;
use subject::Subject;

/// Prints the diagnostics of a clan, or of the one file that belongs to none; mends first what can be
/// mended if that is asked for, or shows how instead.
///
/// # Errors
/// PATH can't be read or leads to no clan, the answer can't be written, or the fixes can't.
pub(crate) fn run(args: &CheckArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let subject = Subject::of(args, &**disk)?;
    let target = &subject.target;
    let (configuration, file) = configured::read(&**disk, target);
    let disk = &on_command_line(disk, &args.inputs, &configuration.inputs);
    let progress = Progress::start(!args.quiet);
    let mut check = Check::new(disk, &subject, &configuration)?;
    if args.fix {
        let fixed = fix::find(&check, args);
        fix::write(&check, target, &fixed)?;
        if !args.quiet {
            fix::told(&check, target, &fixed).iter().for_each(|line| output::remark(line));
        }
        check = Check::new(disk, &subject, &configuration)?;
    }
    let mut findings = check.findings();
    drop(progress);
    findings.list.retain(|finding| is_wanted(args, &finding.diagnostic));
    let problems = Problems::of(file, |path| name(args.format, target, path));
    problems.remark(target);
    if args.diff {
        let fixed = fix::find(&check, args);
        let files = fixed.texts.iter().map(|(&file, new)| {
            let old = check.analysis.text(file).unwrap_or_default();
            (target.as_typed(&check.analysis.path(file)), old.to_string(), new.clone())
        });
        output::answer(&diff::render_all(files.collect()))?;
    } else {
        print(args, (&check, &**disk), &mut findings, &problems)?;
    }
    Ok(outcome(args, &findings, &problems))
}

/// How a format names a file.
fn name(format: CheckFormat, target: &Target, path: &Path) -> String {
    match format {
        CheckFormat::Json => target.in_folder(path),
        CheckFormat::Text => target.as_typed(path),
        CheckFormat::Sarif | CheckFormat::Github => target.in_repository(path),
    }
}

/// Prints what was found.
fn print(
    args: &CheckArgs,
    (check, disk): (&Check<'_>, &dyn Disk),
    findings: &mut Findings,
    problems: &Problems,
) -> Result<(), Failure> {
    let name = |path: &Path| name(args.format, &check.subject.target, path);
    let files = findings.named_files().into_iter();
    let files = files.map(|file| (file, check.analysis.path(file)));
    let mut sources = Sources::read(disk, files, name);
    check.subject.add_to(&mut sources, &check.analysis, name);
    findings.put_in_order(&sources);
    if args.format == CheckFormat::Text {
        findings.find_help(&check.analysis);
    }
    output::answer(&render(args.format, &findings.list, &sources, problems)?)?;
    if !args.quiet && matches!(args.format, CheckFormat::Text | CheckFormat::Github) {
        output::remark(&summary::render(findings));
    }
    Ok(())
}

fn render(
    format: CheckFormat,
    findings: &[Finding],
    sources: &Sources,
    problems: &Problems,
) -> Result<String, Failure> {
    match format {
        CheckFormat::Json => json::render(findings, sources),
        CheckFormat::Text => Ok(text::render(findings, sources)),
        CheckFormat::Sarif => sarif::render(findings, sources, problems),
        CheckFormat::Github => Ok(github::render(findings, sources, problems)),
    }
}

/// Did something come up that fails the check?
fn outcome(args: &CheckArgs, findings: &Findings, problems: &Problems) -> Outcome {
    let denied = if args.deny_warnings() { Severity::Warning } else { Severity::Error };
    let misconfigured = (!problems.is_empty()).then_some(Severity::Warning);
    let worst = findings.worst().into_iter().chain(misconfigured).min();
    Outcome::denied_if(worst.is_some_and(|worst| worst <= denied))
}

/// Did the user ask for such findings?
fn is_wanted(args: &CheckArgs, diagnostic: &Diagnostic) -> bool {
    let least = if args.hints { Severity::Hint } else { Severity::Warning };
    let by_code = args.codes.is_empty() || args.codes.contains(&diagnostic.code);
    diagnostic.severity <= least && by_code
}

/// What is checked, as it is on the disk.
struct Check<'c> {
    subject: &'c Subject,
    analysis: Analysis,
    /// Those of PATH; none for a file that belongs to none.
    clans: Vec<Arc<Clan>>,
    configuration: &'c Configuration,
    /// The files that are judged.
    files: BTreeSet<FileId>,
}

impl<'c> Check<'c> {
    /// Reads what PATH stands for, as it is on the disk now.
    fn new(
        disk: &Arc<dyn Disk>,
        subject: &'c Subject,
        configuration: &'c Configuration,
    ) -> Result<Check<'c>, Failure> {
        let target = &subject.target;
        let analysis = subject.analysis(disk);
        let clans = target.clans(&analysis);
        if clans.is_empty() && target.is_folder() {
            return Err(target.no_clan());
        }
        let named = (!target.is_folder()).then(|| analysis.file(target.path()));
        let whole = clans.iter().filter(|_| !subject.is_text());
        let read = whole.flat_map(|clan| clan.files.iter().copied());
        let files = named.into_iter().chain(read);
        let files = files.filter(|&file| !configuration.excludes(&analysis.path(file))).collect();
        Ok(Check { subject, analysis, clans, configuration, files })
    }

    /// What is to be told of a file in some state of its clan.
    fn mistakes(&self, analysis: &Analysis, file: FileId) -> Vec<Diagnostic> {
        let mistakes = if self.clans.is_empty() {
            analysis.lone_diagnostics(file)
        } else {
            analysis.diagnostics(file)
        };
        self.configuration.judge(&analysis.path(file), mistakes)
    }

    fn findings(&self) -> Findings {
        let list = self.files.iter().flat_map(|&file| {
            let mistakes = self.mistakes(&self.analysis, file).into_iter();
            mistakes.map(move |diagnostic| Finding { file, diagnostic, help: None })
        });
        let gaps = self.clans.iter().map(|clan| clan.unknown.len());
        let gaps = gaps.reduce(|all, more| all + more);
        Findings { files: self.files.clone(), list: list.collect(), gaps }
    }
}
