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
use narrow::Narrowing;
use report::{FORMAT, Report};

/// Prints machines, tags and the members of every role of a clan.
///
/// # Errors
/// PATH can't be read or leads to no clan, a name to narrow by is not known, or the answer can't
/// be written.
pub(crate) fn run(args: &ShowArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let target = Target::find(&args.path)?;
    let analysis = AnalysisHost::new(disk.clone()).snapshot();
    let clan = target.clan(&analysis).ok_or_else(|| target.no_clan())?;
    let name = |path: &Path| match args.format {
        ShowFormat::Json => target.in_folder(path),
        ShowFormat::Table => target.as_typed(path),
    };
    let files = collect::files(&clan).into_iter().map(|file| (file, analysis.path(file)));
    let sources = Sources::read(&**disk, files, name);
    let mut report = collect::report(&clan, &sources, &name);
    let wanted = Narrowing {
        machine: args.machine.as_deref(),
        instance: args.instance.as_deref(),
        tag: args.tag.as_deref(),
    };
    narrow::narrow(&mut report, wanted)?;
    let answer = match args.format {
        ShowFormat::Json => output::json(&Report { format: FORMAT, clans: vec![report] })?,
        ShowFormat::Table => table::render(&report),
    };
    output::answer(&answer)?;
    Ok(Outcome::Clean)
}
