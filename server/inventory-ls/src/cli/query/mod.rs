//! `query`: what an editor would be told at a place.

mod actions;
mod complete;
mod hover;
mod place;
mod places;
mod preview;
mod rename;

use std::sync::Arc;

use ide::{AnalysisHost, Disk};

use super::source::Source;
use super::target::Target;
use super::{Failure, Outcome, output};
use crate::args::{QueryArgs, Question, RenameArgs};
pub use place::Place;

/// Prints the answer to a question about a place.
///
/// # Errors
/// The file can't be read or belongs to no clan, the place is not in it, or the answer can't be
/// written.
pub(crate) fn run(args: &QueryArgs, disk: &Arc<dyn Disk>) -> Result<Outcome, Failure> {
    let place = match &args.question {
        Question::Hover(place)
        | Question::Complete(place)
        | Question::Definition(place)
        | Question::References(place)
        | Question::Rename(RenameArgs { place, .. })
        | Question::Preview(place)
        | Question::Actions(place) => &place.at,
    };
    let target = Target::find(&place.file)?;
    let text = disk.read(target.path()).map_err(|why| target.unreadable(&why))?;
    let source = Source::new(target.as_typed(target.path()), text);
    let analysis = AnalysisHost::new(disk.clone()).snapshot();
    target.clan(&analysis).ok_or_else(|| target.no_clan())?;
    let at = place.find(&source, analysis.file(target.path()))?;
    let answer = match &args.question {
        Question::Hover(_) => hover::answer(analysis.hover(at).as_ref(), &source, args.format)?,
        Question::Complete(_) => {
            complete::answer(&analysis.completion(at).items, &source, args.format)?
        }
        Question::Rename(RenameArgs { new, .. }) => {
            rename::answer(&rename::find(&analysis, at, new)?, (&target, &analysis), args.format)?
        }
        Question::Preview(_) => {
            preview::answer(analysis.preview(at).as_ref(), &source, args.format)?
        }
        Question::Actions(_) => {
            let reading = (&target, &analysis, disk.as_ref());
            actions::answer(&actions::find(&analysis, at), reading, args.format)?
        }
        Question::Definition(_) => {
            let reading = (&target, &analysis, disk.as_ref());
            let definition = analysis.definition(at).or_else(|| analysis.path_definition(at));
            let targets = definition.map(|it| it.targets).unwrap_or_default();
            places::answer(&targets, reading, args.format)?
        }
        Question::References(_) => {
            let reading = (&target, &analysis, disk.as_ref());
            let places = analysis.references(at).map(|it| it.places).unwrap_or_default();
            let places: Vec<_> = places.iter().map(|place| place.at).collect();
            places::answer(&places, reading, args.format)?
        }
    };
    output::answer(&answer)?;
    Ok(Outcome::Clean)
}
