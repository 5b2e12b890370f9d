//! `check`: the diagnostics of a clan, as a compiler prints them.

mod configured;
mod diff;
mod findings;
mod fix;
#[cfg(test)]
mod fixture;
mod github;
mod json;
mod summary;
mod text;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use ide::{Analysis, AnalysisHost, Clan, Diagnostic, Disk, FileId, Severity};

use super::output;
use super::source::Sources;
use super::target::Target;
use super::{Failure, Outcome};
use crate::args::{CheckArgs, CheckFormat};
use crate::configuration::Configuration;
use crate::told_inputs::on_command_line;
use findings::{Finding, Findings};

/// Prints the diagnostics of a clan, or of the one file that belongs to none; mends first what can be
/// mended if that is asked for, or shows how instead.
///
/// # Errors
/// PATH can't be read or leads to no clan, the answer can't be written, or the fixes can't.
pub(crate) fn run(args: &CheckArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let target = Target::find(&args.path)?;
    if !target.is_folder() {
        disk.read(target.path()).map_err(|why| target.unreadable(&why))?;
    }
    let (configuration, file) = configured::read(&**disk, &target);
    let disk = &on_command_line(disk, &args.inputs, &configuration.inputs);
    let mut check = Check::new(disk, &target, &configuration)?;
    let problems = file.as_ref().map_or(Vec::new(), |file| configured::problems(file, &target));
    problems.iter().for_each(|problem| output::remark(problem));
    if args.fix {
        let fixed = fix::find(&check, args);
        fix::write(&check, &target, &fixed)?;
        if !args.quiet {
            fix::told(&check, &target, &fixed).iter().for_each(|line| output::remark(line));
        }
        check = Check::new(disk, &target, &configuration)?;
    }
    let mut findings = check.findings();
    findings.list.retain(|finding| is_wanted(args, &finding.diagnostic));
    if args.diff {
        output::answer(&diff::render_all(&check, &target, &fix::find(&check, args)))?;
    } else {
        print(args, (&check, &target, &**disk), &mut findings)?;
    }
    let denied = if args.deny_warnings() { Severity::Warning } else { Severity::Error };
    let misconfigured = (!problems.is_empty()).then_some(Severity::Warning);
    let worst = findings.worst().into_iter().chain(misconfigured).min();
    Ok(Outcome::denied_if(worst.is_some_and(|worst| worst <= denied)))
}

/// Prints what was found.
fn print(
    args: &CheckArgs,
    (check, target, disk): (&Check<'_>, &Target, &dyn Disk),
    findings: &mut Findings,
) -> Result<(), Failure> {
    let name = |path: &Path| match args.format {
        CheckFormat::Json => target.in_folder(path),
        CheckFormat::Text => target.as_typed(path),
        CheckFormat::Github => target.in_repository(path),
    };
    let files = findings.named_files().into_iter();
    let sources = Sources::read(disk, files.map(|file| (file, check.analysis.path(file))), name);
    findings.put_in_order(&sources);
    match args.format {
        CheckFormat::Json => output::answer(&json::render(&findings.list, &sources)?)?,
        CheckFormat::Text => {
            findings.find_help(&check.analysis);
            output::answer(&text::render(&findings.list, &sources))?;
        }
        CheckFormat::Github => output::answer(&github::render(&findings.list, &sources))?,
    }
    if !args.quiet && args.format != CheckFormat::Json {
        output::remark(&summary::render(findings));
    }
    Ok(())
}

/// Did the user ask for such findings?
fn is_wanted(args: &CheckArgs, diagnostic: &Diagnostic) -> bool {
    let least = if args.hints { Severity::Hint } else { Severity::Warning };
    let by_code = args.codes.is_empty() || args.codes.contains(&diagnostic.code);
    diagnostic.severity <= least && by_code
}

/// The clans of PATH, or the one file that belongs to none.
struct Check<'c> {
    analysis: Analysis,
    clans: Vec<Arc<Clan>>,
    configuration: &'c Configuration,
    /// The files that are judged.
    files: BTreeSet<FileId>,
}

impl<'c> Check<'c> {
    /// Reads what PATH stands for, as it is on the disk now.
    fn new(
        disk: &Arc<dyn Disk>,
        target: &Target,
        configuration: &'c Configuration,
    ) -> Result<Check<'c>, Failure> {
        let analysis = AnalysisHost::new(disk.clone()).snapshot();
        let clans = target.clans(&analysis);
        if clans.is_empty() && target.is_folder() {
            return Err(target.no_clan());
        }
        let named = (!target.is_folder()).then(|| analysis.file(target.path()));
        let read = clans.iter().flat_map(|clan| clan.files.iter().copied());
        let files = named.into_iter().chain(read);
        let files = files.filter(|&file| !configuration.excludes(&analysis.path(file))).collect();
        Ok(Check { analysis, clans, configuration, files })
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
