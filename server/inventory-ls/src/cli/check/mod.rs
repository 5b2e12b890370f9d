//! `check`: the diagnostics of a clan, as a compiler prints them.

mod configured;
mod findings;
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

use super::output;
use super::source::Sources;
use super::{Failure, Outcome};
use crate::args::{CheckArgs, CheckFormat};
use crate::configuration::Configuration;
use crate::told_inputs::on_command_line;
use configured::Problems;
use findings::{Finding, Findings};
use progress::Progress;
use subject::Subject;

/// Prints the diagnostics of a clan, or of the one file that belongs to none.
///
/// # Errors
/// PATH can't be read or leads to no clan, or the answer can't be written.
pub(crate) fn run(args: &CheckArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let subject = Subject::of(args, &**disk)?;
    let target = &subject.target;
    let (configuration, file) = configured::read(&**disk, target);
    let disk = &on_command_line(disk, &args.inputs, &configuration.inputs);
    let progress = Progress::start(!args.quiet);
    let analysis = subject.analysis(disk);
    let clans = target.clans(&analysis);
    if clans.is_empty() && target.is_folder() {
        return Err(target.no_clan());
    }
    let mut findings = collect(&analysis, &subject, &clans, &configuration);
    drop(progress);
    findings.list.retain(|finding| is_wanted(args, &finding.diagnostic));
    let name = |path: &Path| match args.format {
        CheckFormat::Json => target.in_folder(path),
        CheckFormat::Text => target.as_typed(path),
        CheckFormat::Sarif | CheckFormat::Github => target.in_repository(path),
    };
    let problems = Problems::of(file, name);
    problems.remark(target);
    let files = findings.named_files().into_iter().map(|file| (file, analysis.path(file)));
    let mut sources = Sources::read(&**disk, files, name);
    subject.add_to(&mut sources, &analysis, name);
    findings.put_in_order(&sources);
    output::answer(&render(args.format, &findings.list, &sources, &problems)?)?;
    if !args.quiet && matches!(args.format, CheckFormat::Text | CheckFormat::Github) {
        output::remark(&summary::render(&findings));
    }
    Ok(outcome(args, &findings, &problems))
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

/// Asks for what is to be said of every file that PATH stands for.
fn collect(
    analysis: &Analysis,
    subject: &Subject,
    clans: &[Arc<Clan>],
    configuration: &Configuration,
) -> Findings {
    let target = &subject.target;
    let named = (!target.is_folder()).then(|| analysis.file(target.path()));
    let whole = clans.iter().filter(|_| !subject.is_text());
    let read = whole.flat_map(|clan| clan.files.iter().copied());
    let files = named.into_iter().chain(read);
    let files = files.filter(|&file| !configuration.excludes(&analysis.path(file)));
    let files: BTreeSet<FileId> = files.collect();
    let list = files.iter().flat_map(|&file| {
        let diagnostics = if clans.is_empty() {
            analysis.lone_diagnostics(file)
        } else {
            analysis.diagnostics(file)
        };
        let diagnostics = configuration.judge(&analysis.path(file), diagnostics);
        diagnostics.into_iter().map(move |diagnostic| Finding { file, diagnostic })
    });
    let list = list.collect();
    let gaps = clans.iter().map(|clan| clan.unknown.len()).reduce(|all, more| all + more);
    Findings { files, list, gaps }
}
