//! Gives a thing of the clan another name, wherever it is named: exactly, or not at all.
//!
//! What names it is edited; then the clan is worked out anew, and if anything but the name came out
//! otherwise, the renaming is refused with the reason. So no name is changed that only looks the
//! same, and none is left behind that a function makes.

mod check;
mod input;
mod instance;
mod lock;
mod machine;
mod module;
mod origin;
mod places;
mod spelling;
mod taken;

use std::sync::Arc;

use eval::FilePosition;
use inventory::{Clan, Provider};
use smol_str::SmolStr;
use syntax::TextRange;

use crate::code_action::{Change, Edits};
use crate::entity::{Entity, Named, Owner, named_at};
use crate::{Analysis, Move, Reference};

/// A name that can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamable {
    /// The name, without quotes, in bytes.
    pub range: TextRange,
    /// What it is now.
    pub name: SmolStr,
}

/// What gives something another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renaming {
    /// What kind of thing gets it, in a word: `machine`.
    pub noun: &'static str,
    /// The edits, in the files where they lie before anything is moved.
    pub change: Change,
    /// What is moved after that.
    pub moves: Vec<Move>,
    /// What the user should know of, a sentence each.
    pub notes: Vec<String>,
}

/// Why something can't get another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

pub(crate) fn prepare(analysis: &Analysis, at: FilePosition) -> Result<Option<Renamable>, Refused> {
    let Some((clan, named)) = named(analysis, at) else { return Ok(None) };
    let Named { entity, range } = renamable(named)?;
    let text = analysis.text(at.file);
    let written = text.as_ref().and_then(|text| text.get(std::ops::Range::from(range)));
    let name = entity.name().clone();
    match written.and_then(|written| spelling::inside(written, range)) {
        Some((range, text)) if text == name => Ok(Some(Renamable { range, name })),
        _ => Err(origin::computed(
            analysis,
            &clan,
            &entity,
            eval::FileRange { file: at.file, range },
        )),
    }
}

pub(crate) fn rename(
    analysis: &Analysis,
    at: FilePosition,
    new: &str,
) -> Result<Renaming, Refused> {
    let nothing =
        || Refused("no machine, tag, instance, role, setting or input is named here".into());
    let (clan, named) = named(analysis, at).ok_or_else(nothing)?;
    let Named { entity, .. } = renamable(named)?;
    let new = SmolStr::new(new.trim());
    spelling::check(&entity, &new)?;
    if new == *entity.name() {
        let (change, moves, notes) = Default::default();
        return Ok(Renaming { noun: entity.noun(), change, moves, notes });
    }
    taken::check(analysis, &clan, &entity, &new)?;
    Task { analysis, clan: &clan, entity: &entity, new: &new }.run()
}

/// What gives the machine of a folder the name that the folder is about to get.
pub(crate) fn of_folder(analysis: &Analysis, moved: &Move) -> Option<Renaming> {
    let clan = analysis.clan_around(&moved.from)?;
    let name = |path: &std::path::Path| Some(SmolStr::new(path.file_name()?.to_str()?));
    let (old, new) = (name(&moved.from)?, name(&moved.to)?);
    let is_its_folder = moved.from.parent() == Some(&clan.root.join("machines"))
        && moved.to.parent() == moved.from.parent()
        && clan.machines.contains_key(&old);
    let entity = Entity::Machine(old);
    spelling::check(&entity, &new).ok().filter(|()| is_its_folder)?;
    taken::check(analysis, &clan, &entity, &new).ok()?;
    Task { analysis, clan: &clan, entity: &entity, new: &new }.run().ok()
}

/// What a place names, and whose that is.
fn named(analysis: &Analysis, at: FilePosition) -> Option<(Arc<Clan>, Named)> {
    let (ground, named) = named_at(analysis, at)?;
    (!named.entity.name().is_empty()).then_some((ground.clan, named))
}

/// A thing, if it is one whose name is the clan's to choose.
fn renamable(named: Named) -> Result<Named, Refused> {
    let service = match &named.entity {
        Entity::Role(Owner::Instance(_), _) | Entity::Setting(Owner::Instance(_), ..) => {
            return Err(Refused("what service this is of can't be told".into()));
        }
        Entity::Role(Owner::Service(key), _) | Entity::Setting(Owner::Service(key), ..) => {
            Some(key)
        }
        Entity::Service(key) => Some(key),
        Entity::Tag(tag) if ["all", "nixos", "darwin"].contains(&tag.as_str()) => {
            return Err(Refused(format!("`{tag}` is a tag of Clan's own")));
        }
        Entity::Input(input) if input == "self" => {
            return Err(Refused("`self` is the flake itself".into()));
        }
        Entity::Machine(_) | Entity::Tag(_) | Entity::Instance(_) | Entity::Input(_) => None,
    };
    let owner = service.map(|key| match &key.provider {
        Provider::Own => None,
        Provider::ClanCore => Some("clan-core".to_owned()),
        Provider::Input(input) => Some(format!("the input `{input}`")),
    });
    match owner.flatten() {
        Some(owner) => {
            let (noun, name) = (named.entity.noun(), named.entity.name());
            Err(Refused(format!("the {noun} `{name}` is named by {owner}")))
        }
        None => Ok(named),
    }
}

/// A renaming under way.
#[derive(Clone, Copy)]
struct Task<'a> {
    analysis: &'a Analysis,
    clan: &'a Arc<Clan>,
    entity: &'a Entity,
    new: &'a SmolStr,
}

impl Task<'_> {
    fn run(self) -> Result<Renaming, Refused> {
        let Task { analysis, clan, entity, new } = self;
        let mut edits = Edits::default();
        let (mut is_defined, mut computed_at) = (false, None);
        for Reference { at, is_definition } in places::all(analysis, clan, entity) {
            if !analysis.is_own(clan, at.file) {
                let (noun, path) = (entity.noun(), analysis.path(at.file));
                let message = format!(
                    "the {noun} is also named in {}, which is not the clan's",
                    path.display()
                );
                return Err(Refused(message));
            }
            match spelling::replacement(analysis, at, entity.name(), new)? {
                Some(text) => {
                    is_defined |= is_definition;
                    edits.replace(at.file, at.range, text);
                }
                None => computed_at = computed_at.or(Some(at)),
            }
        }
        let (mut moves, mut notes) = (Vec::new(), Vec::new());
        match entity {
            Entity::Machine(_) => machine::follow(self, &mut edits, &mut moves, &mut notes)?,
            Entity::Instance(_) => instance::follow(self, &mut edits, &mut notes)?,
            Entity::Role(..) | Entity::Setting(..) => module::follow(self, &mut edits)?,
            Entity::Input(_) => input::follow(self, &mut edits)?,
            Entity::Tag(_) | Entity::Service(_) => {}
        }
        let broken = || Refused("the text around the name can't be read: mend it first".to_owned());
        let is_nix = |file| analysis.path(file).extension().is_some_and(|it| it == "nix");
        let parse = |file| is_nix(file).then(|| analysis.parse(file)).flatten();
        let change = edits.finish_if_any(parse).ok_or_else(broken)?;
        let change = change.unwrap_or_default();
        if let Err(difference) = check::check(self, &change, &moves) {
            return Err(match computed_at {
                Some(at) if is_defined => origin::also_computed(self, at, &difference),
                Some(at) => origin::computed(analysis, clan, entity, at),
                None => Refused(format!("it would change more than the name: {difference}")),
            });
        }
        Ok(Renaming { noun: entity.noun(), change, moves, notes })
    }
}
