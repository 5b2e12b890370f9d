//! What holds of every name, in every case: another name and then the old one again leave the text
//! as it was, and no place that names the thing is left behind.

use ide::{Analysis, FilePosition, FileRange, Place, apply};

use super::answer::World;

/// Whom a name of a case is given that is not theirs.
const OTHER: &str = "quite-another";

/// What is wrong with renaming in a case, a line each. One machine and one tag of each are tried.
pub(super) fn broken(world: &World) -> Vec<String> {
    let Some(clan) = &world.clan else { return Vec::new() };
    let in_text = |place: Place| match place {
        Place::Text(at) => Some(at),
        Place::Folder(_) => None,
    };
    let machines = clan.machines.iter().filter_map(|(name, machine)| {
        Some((name, machine.definitions().into_iter().find_map(in_text)?))
    });
    let tags = clan.machines.values().flat_map(ide::Machine::own_tags);
    let named = machines.take(1).chain(tags.take(1));
    named.filter_map(|(name, at)| flaw(world, name, at)).collect()
}

fn flaw(world: &World, name: &str, at: FileRange) -> Option<String> {
    let say = |flaw: &str| Some(format!("renaming `{name}` to `{OTHER}`: {flaw}"));
    let (there, at) = match renamed(&world.analysis, name, at, OTHER)? {
        Ok(there) => there,
        Err(flaw) => return say(flaw),
    };
    let Some(Ok((back, _))) = renamed(&there, OTHER, at, name) else {
        return say("it can't get its name back");
    };
    let same = |file| world.analysis.text(file) == back.text(file);
    if world.files.iter().all(|&file| same(file)) { None } else { say("there is no way back") }
}

type Renamed = Result<(Analysis, FileRange), &'static str>;

/// The world after a rename, and where the name is then; `None` if it is refused, or if more is to be
/// done than edits.
fn renamed(analysis: &Analysis, name: &str, at: FileRange, new: &str) -> Option<Renamed> {
    let inside = FilePosition { file: at.file, offset: at.range.end() };
    // What is computed is named at places that name something else too.
    let found =
        analysis.prepare_rename(inside).ok().flatten().filter(|found| found.name == name)?;
    let renaming = analysis.rename(inside, new).ok()?;
    if !renaming.moves.is_empty() {
        return None;
    }
    let mut after = analysis.clone();
    let mut start = found.range.start();
    for (file, edits) in renaming.change.files() {
        let Some(text) = analysis.text(file).and_then(|text| apply(&text, edits)) else {
            return Some(Err("its edits are beyond the text"));
        };
        for edit in
            edits.iter().filter(|edit| file == at.file && edit.delete.end() <= at.range.start())
        {
            start += ide::TextSize::of(&edit.insert);
            start -= edit.delete.len();
        }
        after = after.with_text(file, &text);
    }
    let range = ide::TextRange::empty(start);
    Some(Ok((after, FileRange { file: at.file, range })))
}
