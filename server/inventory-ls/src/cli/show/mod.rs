//! `show`: who gets what.

mod collect;
#[cfg(test)]
mod fixture;
mod narrow;
mod report;
mod table;

use std::path::Path;
use std::sync::Arc;

use ide::{AnalysisHost, Disk};

use super::source::Sources;
use super::target::Target;
use super::{Failure, Outcome, output};
use crate::args::{ShowArgs, ShowFormat};
use crate::told_inputs::on_command_line;
use narrow::Narrowing;
use report::{FORMAT, Report};

/// Prints machines, tags and the members of every role of a clan.
///
/// # Errors
/// PATH can't be read or leads to no clan, a name to narrow by is not known, or the answer can't
/// be written.
pub(crate) fn run(args: &ShowArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let target = Target::find(&args.path)?;
    let disk = &on_command_line(disk, &args.inputs, &target.configured_inputs(&**disk));
    let analysis = AnalysisHost::new(disk.clone()).snapshot();
    let clans = target.clans(&analysis);
    if clans.is_empty() {
        return Err(target.no_clan());
    }
    let name = |path: &Path| match args.format {
        ShowFormat::Json => target.in_folder(path),
        ShowFormat::Table => target.as_typed(path),
    };
    let reports = clans.iter().map(|clan| {
        let files = collect::files(clan).into_iter().map(|file| (file, analysis.path(file)));
        let sources = Sources::read(&**disk, files, name);
        collect::report(clan, &sources, &name)
    });
    let wanted = Narrowing {
        machine: args.machine.as_deref(),
        instance: args.instance.as_deref(),
        tag: args.tag.as_deref(),
    };
    let reports = narrow::narrow_all(reports.collect(), wanted)?;
    let answer = match args.format {
        ShowFormat::Json => output::json(&Report { format: FORMAT, clans: reports })?,
        ShowFormat::Table => {
            let tables: Vec<String> = reports.iter().map(table::render).collect();
            tables.join("\n")
        }
    };
    output::answer(&answer)?;
    Ok(Outcome::Clean)
}
