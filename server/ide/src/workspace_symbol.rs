//! The things of some clans whose names fit what is typed, wherever they are written.

use std::cmp::Reverse;
use std::sync::Arc;

use eval::FileRange;
use inventory::Clan;

use crate::fuzzy::Fuzzy;
use crate::{Analysis, SymbolKind, definition};

/// A thing that can be gone to by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceSymbol {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// What it is in: of a role the instance, else the clan, where there are several.
    pub container: Option<String>,
    /// The place that defines it first.
    pub at: FileRange,
}

/// A thing, before it is known where it is.
struct Candidate<'c> {
    clan: &'c Clan,
    kind: SymbolKind,
    name: &'c str,
    /// Of a role.
    instance: Option<&'c str>,
}

/// The best of the things that fit, the best first. Only of those it is found out where they are.
pub(crate) fn workspace_symbols(
    analysis: &Analysis,
    clans: &[Arc<Clan>],
    query: &str,
    most: usize,
) -> Vec<WorkspaceSymbol> {
    let mut fuzzy = Fuzzy::new(query);
    let candidates = clans.iter().flat_map(|clan| candidates(clan));
    let mut fitting: Vec<(Reverse<u32>, Candidate<'_>)> = candidates
        .filter_map(|candidate| Some((Reverse(fuzzy.score(candidate.name)?), candidate)))
        .collect();
    fitting.sort_by_key(|(score, candidate)| (*score, rank(candidate.kind), candidate.name));
    let several = clans.len() > 1;
    let symbols = fitting.into_iter().filter_map(|(_, candidate)| {
        let clan = candidate.clan.name.as_deref().filter(|_| several);
        Some(WorkspaceSymbol {
            at: candidate.place(analysis)?,
            name: candidate.name.to_owned(),
            kind: candidate.kind,
            container: candidate.instance.or(clan).map(str::to_owned),
        })
    });
    symbols.take(most).collect()
}

/// What there are fewer of comes first among equals.
fn rank(kind: SymbolKind) -> u8 {
    match kind {
        SymbolKind::Group => 0,
        SymbolKind::Service => 1,
        SymbolKind::Instance => 2,
        SymbolKind::Role => 3,
        SymbolKind::Tag => 4,
        SymbolKind::Machine => 5,
    }
}

/// All things of a clan that have a name of their own. Built-in tags are nowhere.
fn candidates(clan: &Clan) -> impl Iterator<Item = Candidate<'_>> {
    let of = |kind, name| Candidate { clan, kind, name, instance: None };
    let machines = clan.machines.keys().map(move |name| of(SymbolKind::Machine, name));
    let listed = clan.tags.definitions.keys();
    let carried = clan.tag_names().into_iter();
    let carried = carried.filter(|tag| !clan.tags.definitions.contains_key(*tag));
    let tags = listed.chain(carried).map(move |name| of(SymbolKind::Tag, name));
    let instances = clan.instances.keys().map(move |name| of(SymbolKind::Instance, name));
    let services = clan.own_services.services.keys().map(move |name| of(SymbolKind::Service, name));
    let roles = clan.instances.iter().flat_map(move |(instance, it)| {
        let role = move |name| Candidate { instance: Some(instance), ..of(SymbolKind::Role, name) };
        it.roles.keys().map(move |name| role(name.as_str()))
    });
    machines.chain(tags).chain(instances).chain(services).chain(roles)
}

impl Candidate<'_> {
    fn place(&self, analysis: &Analysis) -> Option<FileRange> {
        let Candidate { clan, name, .. } = *self;
        match self.kind {
            SymbolKind::Group => None,
            SymbolKind::Machine => definition::machine(analysis, clan, name).first().copied(),
            SymbolKind::Tag => definition::tag(clan, name).next(),
            SymbolKind::Instance => {
                let instance = clan.instances.get(name)?;
                Some(instance.at(*instance.definitions.first()?))
            }
            SymbolKind::Role => {
                let instance = clan.instances.get(self.instance?)?;
                Some(instance.at(*instance.roles.get(name)?.definitions.first()?))
            }
            SymbolKind::Service => {
                clan.own_services.services.get(name)?.definitions.first().copied()
            }
        }
    }
}
