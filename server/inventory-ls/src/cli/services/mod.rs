//! `services`: the service definitions in reach.

mod report;
mod table;

use std::sync::Arc;

use ide::{Analysis, AnalysisHost, Catalogue, Clan, Disk};

use self::report::OwnDefinitions;
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
    let definitions = clan.as_deref().map(|clan| own(&analysis, clan)).unwrap_or_default();
    let file = |file| target.in_folder(&analysis.path(file));
    let report = report::report(Catalogue::embedded(), clan.as_deref(), &definitions, &file);
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

/// What the clan's own services offer.
fn own(analysis: &Analysis, clan: &Clan) -> OwnDefinitions {
    let names = clan.own_services.services.keys();
    let known =
        names.filter_map(|name| Some((name.to_string(), analysis.own_service(clan, name)?)));
    known.collect()
}
