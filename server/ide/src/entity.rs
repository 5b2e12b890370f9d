//! What a name in a clan names, wherever it stands: two places speak of the same thing if their
//! entities are equal.

use eval::{FilePosition, FileRange};
use inventory::catalogue::{ANY_NAME, SettingAt};
use inventory::{Clan, Provider};
use smol_str::SmolStr;
use syntax::TextRange;

use crate::Analysis;
use crate::place::{Ground, Spot, ground, spot};
use crate::references;
use crate::settings::{SettingsPath, path_of_key};
use crate::subject::Subject;

/// A thing of a clan that has a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Entity {
    Machine(SmolStr),
    Tag(SmolStr),
    Instance(SmolStr),
    /// A service that instances can be of.
    Service(ServiceKey),
    Role(Owner, SmolStr),
    /// A setting of a role, by its option path below `settings`.
    Setting(Owner, SmolStr, Vec<SmolStr>),
    /// An input of the clan's flake.
    Input(SmolStr),
}

/// A service, by what `module` says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct ServiceKey {
    pub(crate) provider: Provider,
    pub(crate) name: SmolStr,
}

/// What has roles.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Owner {
    /// Roles are a service's: all its instances have them.
    Service(ServiceKey),
    /// An instance of which it can't be told what it is an instance of.
    Instance(SmolStr),
}

/// An entity, and the text that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) entity: Entity,
    /// Quotes included.
    pub(crate) range: TextRange,
}

impl Entity {
    /// What it is called.
    pub(crate) fn name(&self) -> &SmolStr {
        static NAMELESS: SmolStr = SmolStr::new_static("");
        match self {
            Entity::Machine(name) | Entity::Tag(name) | Entity::Instance(name) => name,
            Entity::Service(service) => &service.name,
            Entity::Role(_, name) | Entity::Input(name) => name,
            Entity::Setting(_, _, path) => path.last().unwrap_or(&NAMELESS),
        }
    }

    /// The word for one of its kind.
    pub(crate) fn with_article(&self) -> &'static str {
        match self {
            Entity::Machine(_) => "a machine",
            Entity::Tag(_) => "a tag",
            Entity::Instance(_) => "an instance",
            Entity::Service(_) => "a service",
            Entity::Role(..) => "a role",
            Entity::Setting(..) => "a setting",
            Entity::Input(_) => "an input",
        }
    }

    /// What kind of thing it is, in a word.
    pub(crate) fn noun(&self) -> &'static str {
        let word = self.with_article();
        word.split_once(' ').map_or(word, |(_, noun)| noun)
    }
}

impl Owner {
    /// Whose the roles of an instance are.
    pub(crate) fn of_instance(clan: &Clan, instance: &str) -> Owner {
        let service = clan.instances.get(instance).and_then(|it| {
            Some(ServiceKey { provider: clan.provider(&it.module)?, name: it.module.name.clone()? })
        });
        service.map_or_else(|| Owner::Instance(instance.into()), Owner::Service)
    }
}

/// What is named at a place, in the text of a file or by what evaluation made of it.
pub(crate) fn named_at(analysis: &Analysis, at: FilePosition) -> Option<(Ground, Named)> {
    if let Some(written) = written_at(analysis, at) {
        return Some(written);
    }
    let ground = ground(analysis, at.file)?;
    let (entity, FileRange { range, .. }) = references::entity_at(analysis, &ground.clan, at)?;
    Some((ground, Named { entity, range }))
}

/// What is named at a place by the text around it.
pub(crate) fn written_at(analysis: &Analysis, at: FilePosition) -> Option<(Ground, Named)> {
    let ground = ground(analysis, at.file)?;
    let spot = spot(&analysis.parse(at.file)?, &ground, at)?;
    let entity = of_spot(analysis, &ground.clan, &spot)?;
    Some((ground, Named { entity, range: spot.name.range }))
}

/// What a name names by the option path around it.
fn of_spot(analysis: &Analysis, clan: &Clan, spot: &Spot) -> Option<Entity> {
    let name = spot.name.text.clone();
    let Some(subject) = Subject::of(spot) else { return setting(analysis, clan, spot) };
    Some(match subject {
        Subject::Machine => Entity::Machine(name),
        Subject::Tag => Entity::Tag(name),
        Subject::Instance => Entity::Instance(name),
        Subject::Module { instance } => {
            let provider = clan.provider(&clan.instances.get(instance)?.module)?;
            Entity::Service(ServiceKey { provider, name })
        }
        Subject::Role { instance } => Entity::Role(Owner::of_instance(clan, instance), name),
        Subject::Input => Entity::Input(name),
    })
}

/// A setting of a role that is known, else a name below `settings`.
fn setting(analysis: &Analysis, clan: &Clan, spot: &Spot) -> Option<Entity> {
    let path = path_of_key(spot)?;
    let path = SettingsPath::of(&path).filter(|path| !path.below.is_empty())?;
    let (owner, role) = (Owner::of_instance(clan, path.instance), SmolStr::new(path.role));
    let service = analysis.reach(clan).service_of(path.instance);
    let declared = match service.as_ref().and_then(|service| service.roles.get(path.role)) {
        Some(role) => match role.setting(path.below) {
            SettingAt::Option(option) => option.path.clone(),
            SettingAt::Group | SettingAt::Open | SettingAt::Absent => return None,
        },
        None => path.below.iter().map(SmolStr::new).collect(),
    };
    let is_name = declared.last().is_some_and(|name| name != ANY_NAME);
    is_name.then_some(Entity::Setting(owner, role, declared))
}
