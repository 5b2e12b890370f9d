//! The places that name a thing: those that define it, then those that use it.

use ide::Reference;

use super::note::NONE;
use super::question::{Answer, Asked};

/// `defined PLACES used PLACES`, in every file; without the word for what there is none of.
pub(super) fn everywhere(asked: &Asked<'_>) -> Answer {
    let Some(found) = asked.world.analysis.references(asked.at) else {
        return vec![NONE.to_owned()].into();
    };
    Answer { range: Some(found.range), lines: vec![row(asked, &found.places)] }
}

/// The same, in the file at hand.
pub(super) fn in_file(asked: &Asked<'_>) -> Answer {
    let Some(found) = asked.world.analysis.references(asked.at) else {
        return vec![NONE.to_owned()].into();
    };
    let here: Vec<Reference> =
        found.places.into_iter().filter(|place| place.at.file == asked.file).collect();
    Answer { range: Some(found.range), lines: vec![row(asked, &here)] }
}

fn row(asked: &Asked<'_>, places: &[Reference]) -> String {
    let (defined, used): (Vec<&Reference>, Vec<_>) =
        places.iter().partition(|place| place.is_definition);
    let parts = [("defined", defined), ("used", used)];
    let parts = parts.into_iter().filter(|(_, places)| !places.is_empty()).map(|(word, places)| {
        let places: Vec<_> = places.into_iter().map(|place| place.at).collect();
        format!("{word} {}", asked.world.places(&places))
    });
    parts.collect::<Vec<_>>().join(" ")
}
