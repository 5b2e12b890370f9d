//! `services`: the service definitions in reach.

mod report;
mod table;

use std::sync::Arc;

use ide::{AnalysisHost, Catalogue, Disk};

use super::target::Target;
use super::{Failure, Outcome, output};
use crate::args::{ServicesArgs, ServicesFormat};

/// Prints the services that an inventory at PATH may use, with their roles and settings.
///
/// # Errors
/// PATH can't be read, or the answer can't be written.
pub(crate) fn run(args: &ServicesArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let target = Target::find(&args.path)?;
    let analysis = AnalysisHost::new(disk.clone()).snapshot();
    let clan = target.clan(&analysis);
    let file = |file| target.in_folder(&analysis.path(file));
    let report = report::report(Catalogue::embedded(), clan.as_deref(), &file);
    let answer = match args.format {
        ServicesFormat::Json => output::json(&report)?,
        ServicesFormat::Table => {
            let pins_another = clan.as_ref().is_some_and(|clan| clan.has_other_core());
            table::render(&report, Catalogue::embedded().revision(), pins_another)
        }
    };
    output::answer(&answer)?;
    Ok(Outcome::Clean)
}
