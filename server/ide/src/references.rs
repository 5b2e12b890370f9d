//! Every place that names a thing of the clan, in whatever file: names in attribute paths, strings in
//! lists, what functions made of them, and `inventory.json`.
//!
//! Each kind of thing tells all the places at which the index has things of its kind. Whoever looks
//! for one of them picks.

mod input;
mod instance;
mod machine;
mod role;
mod service;
mod setting;
mod tag;

use std::cell::OnceCell;

use eval::{FilePosition, FileRange};
use inventory::{Clan, Instance, KnownService};
use rustc_hash::FxHashSet;
use syntax::TextRange;

use crate::Analysis;
use crate::entity::{Entity, Owner, named_at};

/// The places that name a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct References {
    /// The name that was asked about, quotes included, in bytes.
    pub range: TextRange,
    /// Each place once, by file and place.
    pub places: Vec<Reference>,
}

/// A place that names a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The name, quotes included.
    pub at: FileRange,
    /// Does the thing come to be there, or is something said of it, rather than it being used?
    pub is_definition: bool,
}

pub(crate) fn references(analysis: &Analysis, at: FilePosition) -> Option<References> {
    let (ground, named) = named_at(analysis, at)?;
    let places = places(analysis, &ground.clan, &named.entity);
    (!places.is_empty()).then_some(References { range: named.range, places })
}

/// The places that name a thing, each once: by the path of the file, then by place.
pub(crate) fn places(analysis: &Analysis, clan: &Clan, entity: &Entity) -> Vec<Reference> {
    let names = Names { analysis, clan };
    let mut places = Vec::new();
    names.each_of(entity, &mut |known, at, is_definition| {
        if known == entity {
            places.push(Reference { at, is_definition });
        }
    });
    // Of a place that is both, it counts that it defines.
    places.sort_by_cached_key(|it| {
        (analysis.path(it.at.file), it.at.range.start(), it.at.range.end(), !it.is_definition)
    });
    places.dedup_by_key(|it| it.at);
    places
}

/// The thing that a place names by what evaluation made of it, with the whole text there. What is
/// computed there is not named there: an expression may be the place of many things.
pub(crate) fn entity_at(
    analysis: &Analysis,
    clan: &Clan,
    at: FilePosition,
) -> Option<(Entity, FileRange)> {
    let names = Names { analysis, clan };
    let text = OnceCell::new();
    let says = |place: FileRange, name: &str| {
        let text = text.get_or_init(|| analysis.text(at.file)).as_ref();
        let written = text.and_then(|text| text.get(std::ops::Range::from(place.range)));
        written.is_some_and(|it| it.trim_matches(['"', '\'']) == name)
    };
    let mut found: Option<(Entity, FileRange)> = None;
    names.each(&mut |entity, place, _| {
        let is_there = place.file == at.file && place.range.contains_inclusive(at.offset);
        if found.is_none() && is_there && says(place, entity.name()) {
            found = Some((entity.clone(), place));
        }
    });
    found
}

/// Is shown an entity, a place that names it, and whether it is defined there.
type Show<'s> = dyn FnMut(&Entity, FileRange, bool) + 's;

/// All names that the index has.
#[derive(Clone, Copy)]
struct Names<'a> {
    analysis: &'a Analysis,
    clan: &'a Clan,
}

impl Names<'_> {
    fn each(self, show: &mut Show<'_>) {
        machine::each(self, show);
        tag::each(self, show);
        instance::each(self, show);
        service::each(self, show);
        role::each(self, show);
        setting::each(self, show);
        input::each(self, show);
    }

    /// Those of the kind that an entity is of.
    fn each_of(self, entity: &Entity, show: &mut Show<'_>) {
        match entity {
            Entity::Machine(_) => machine::each(self, show),
            Entity::Tag(_) => tag::each(self, show),
            Entity::Instance(_) => instance::each(self, show),
            Entity::Service(_) => service::each(self, show),
            Entity::Role(..) => role::each(self, show),
            Entity::Setting(..) => setting::each(self, show),
            Entity::Input(_) => input::each(self, show),
        }
    }
}

/// An instance and what it is an instance of.
struct Given<'a> {
    instance: &'a Instance,
    /// Whose its roles are.
    owner: Owner,
    service: Option<KnownService>,
    /// Is it the first of that service?
    is_first: bool,
}

impl<'a> Names<'a> {
    /// All instances: what is told of a service is told with the first of them.
    fn instances(self) -> impl Iterator<Item = Given<'a>> {
        let Names { analysis, clan } = self;
        let reach = analysis.reach(clan);
        let mut told = FxHashSet::default();
        clan.instances.iter().map(move |(name, instance)| {
            let (owner, service) =
                (Owner::of_instance(clan, name), reach.service(&instance.module));
            let is_first = service.is_some() && told.insert(owner.clone());
            Given { instance, owner, service, is_first }
        })
    }
}
