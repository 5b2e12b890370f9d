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
    let report = report::report(Catalogue::embedded());
    let answer = match args.format {
        ServicesFormat::Json => output::json(&report)?,
        ServicesFormat::Table => {
            let analysis = AnalysisHost::new(disk.clone()).snapshot();
            let pins_another = target.clan(&analysis).is_some_and(|clan| clan.has_other_core());
            table::render(&report, Catalogue::embedded().revision(), pins_another)
        }
    };
    output::answer(&answer)?;
    Ok(Outcome::Clean)
}
