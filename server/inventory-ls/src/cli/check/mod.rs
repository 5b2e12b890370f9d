//! `check`: the diagnostics of a clan, as a compiler prints them.

mod configured;
mod findings;
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

/// Prints the diagnostics of a clan, or of the one file that belongs to none.
///
/// # Errors
/// PATH can't be read or leads to no clan, or the answer can't be written.
pub(crate) fn run(args: &CheckArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let target = Target::find(&args.path)?;
    if !target.is_folder() {
        disk.read(target.path()).map_err(|why| target.unreadable(&why))?;
    }
    let (configuration, file) = configured::read(&**disk, &target);
    let disk = &on_command_line(disk, &args.inputs, &configuration.inputs);
    let analysis = AnalysisHost::new(disk.clone()).snapshot();
    let clans = target.clans(&analysis);
    if clans.is_empty() && target.is_folder() {
        return Err(target.no_clan());
    }
    let problems = file.as_ref().map_or(Vec::new(), |file| configured::problems(file, &target));
    problems.iter().for_each(|problem| output::remark(problem));
    let mut findings = collect(&analysis, &target, &clans, &configuration);
    findings.list.retain(|finding| is_wanted(args, &finding.diagnostic));
    let name = |path: &Path| match args.format {
        CheckFormat::Json => target.in_folder(path),
        CheckFormat::Text => target.as_typed(path),
        CheckFormat::Github => target.in_repository(path),
    };
    let files = findings.named_files().into_iter().map(|file| (file, analysis.path(file)));
    let sources = Sources::read(&**disk, files, name);
    findings.put_in_order(&sources);
    match args.format {
        CheckFormat::Json => output::answer(&json::render(&findings.list, &sources)?)?,
        CheckFormat::Text => {
            findings.find_help(&analysis);
            output::answer(&text::render(&findings.list, &sources))?;
        }
        CheckFormat::Github => output::answer(&github::render(&findings.list, &sources))?,
    }
    if !args.quiet && args.format != CheckFormat::Json {
        output::remark(&summary::render(&findings));
    }
    let denied = if args.deny_warnings() { Severity::Warning } else { Severity::Error };
    let misconfigured = (!problems.is_empty()).then_some(Severity::Warning);
    let worst = findings.worst().into_iter().chain(misconfigured).min();
    Ok(Outcome::denied_if(worst.is_some_and(|worst| worst <= denied)))
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
    target: &Target,
    clans: &[Arc<Clan>],
    configuration: &Configuration,
) -> Findings {
    let named = (!target.is_folder()).then(|| analysis.file(target.path()));
    let read = clans.iter().flat_map(|clan| clan.files.iter().copied());
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
        diagnostics.into_iter().map(move |diagnostic| Finding { file, diagnostic, help: None })
    });
    let list = list.collect();
    let gaps = clans.iter().map(|clan| clan.unknown.len()).reduce(|all, more| all + more);
    Findings { files, list, gaps }
}
