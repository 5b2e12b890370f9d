//! `services`: the service definitions in reach.

mod report;
mod table;

use std::sync::Arc;

use ide::{Analysis, AnalysisHost, Catalogue, Clan, Disk, Provider};

use self::report::Definitions;
use super::target::Target;
use super::{Failure, Outcome, output};
use crate::args::{ServicesArgs, ServicesFormat};
use crate::told_inputs::on_command_line;

/// Prints the services that an inventory at PATH may use, with their roles and settings.
///
/// # Errors
/// PATH can't be read, or the answer can't be written.
pub(crate) fn run(args: &ServicesArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let target = Target::find(&args.path)?;
    let disk = &on_command_line(disk, &args.inputs, &target.configured_inputs(&**disk));
    let analysis = AnalysisHost::new(disk.clone()).snapshot();
    let clan = target.clan(&analysis);
    let definitions =
        clan.as_deref().map(|clan| read(&target, &analysis, clan)).unwrap_or_default();
    let file = |file| target.in_folder(&analysis.path(file));
    let report = report::report(Catalogue::embedded(), clan.as_deref(), &definitions, &file);
    let answer = match args.format {
        ServicesFormat::Json => output::json(&report)?,
        ServicesFormat::Table => {
            let pins_another = clan.as_ref().is_some_and(|clan| clan.has_other_core());
            let note = match &definitions.clan_core {
                Some((source, _)) => table::read_from(source),
                None => table::built_in(Catalogue::embedded().revision(), pins_another),
            };
            table::render(&report, &note)
        }
    };
    output::answer(&answer)?;
    Ok(Outcome::Clean)
}

/// What the modules say that are at hand.
fn read(target: &Target, analysis: &Analysis, clan: &Clan) -> Definitions {
    let mut definitions = Definitions::default();
    let reach = analysis.reach(clan);
    definitions.own = reach.services(&Provider::Own);
    for source in analysis.input_sources(clan) {
        let Some(input) = reach.input(&source.name) else { continue };
        if input.provided.services.is_empty() {
            continue;
        }
        let described = (target.in_folder(&source.folder), input.provided);
        if clan.core.is_named(&source.name) {
            definitions.clan_core = Some(described);
        } else {
            definitions.inputs.insert(source.name.to_string(), described);
        }
    }
    definitions
}
