//! Is a clan the same afterwards, but for the name?

use std::collections::BTreeMap;

use eval::FileId;
use inventory::{By, Clan, Provider};
use smol_str::SmolStr;

use super::Task;
use crate::code_action::Change;
use crate::entity::{Entity, Owner};
use crate::{Analysis, Code, Move, Severity};

/// Works the clan out as it will be, and tells the first thing that is another.
pub(super) fn check(task: Task<'_>, change: &Change, moves: &[Move]) -> Result<(), String> {
    let edited = task.analysis.with_change(change);
    let mut after = edited.ok_or("an edit is beyond the text")?;
    for moved in moves {
        after = after.with_moved(moved);
    }
    let entry = moves.iter().fold(task.clan.entry.clone(), |path, moved| moved.after(&path));
    let new = after.clan(&entry).ok_or("there would be no clan")?;
    let renamed = Facts { clan: task.clan, renamed: Some((task.entity, task.new)) }.all();
    let facts = Facts { clan: &new, renamed: None }.all();
    if let Some((fact, _)) = renamed.iter().find(|&(fact, value)| facts.get(fact) != Some(value)) {
        return Err(format!("{fact} would be another"));
    }
    if let Some((fact, _)) = facts.iter().find(|(fact, _)| !renamed.contains_key(*fact)) {
        return Err(format!("{fact} would come to be"));
    }
    let mistakes = (mistakes(task.analysis, &task.clan.files), mistakes(&after, &new.files));
    match mistakes.1.iter().find(|(code, count)| mistakes.0.get(code) < Some(count)) {
        Some((code, _)) => Err(format!("there would be another `{}`", code.as_str())),
        None => Ok(()),
    }
}

fn mistakes(analysis: &Analysis, files: &[FileId]) -> BTreeMap<Code, usize> {
    let mut counts = BTreeMap::new();
    for mistake in files.iter().flat_map(|&file| analysis.diagnostics(file)) {
        if mistake.severity <= Severity::Warning {
            *counts.entry(mistake.code).or_default() += 1;
        }
    }
    counts
}

/// What is known of a clan, without places, by names as they are to be.
struct Facts<'a> {
    clan: &'a Clan,
    renamed: Option<(&'a Entity, &'a SmolStr)>,
}

impl Facts<'_> {
    /// What each is of, in the user's words, and what it is.
    fn all(&self) -> BTreeMap<String, String> {
        let clan = self.clan;
        let mut facts = BTreeMap::new();
        for (name, machine) in &clan.machines {
            let mut tags: Vec<&str> = Vec::new();
            let carried = clan.tags_of(name);
            tags.extend(carried.iter().map(|(tag, _)| self.tag(tag)));
            tags.sort_unstable();
            let value = format!("{:?} {} {tags:?}", machine.class(), clan.is_open(machine));
            facts.insert(format!("the machine `{}`", self.machine(name)), value);
        }
        for name in clan.instances.keys() {
            self.instance(name, &mut facts);
        }
        let own = clan.own_services.services.keys();
        let own: Vec<&str> = own.map(|name| self.service(&Provider::Own, name)).collect();
        facts.insert("the clan's own services".to_owned(), own.join(" "));
        let open = (clan.machines_open, clan.instances_open, clan.unknown.len());
        facts.insert("what is known of the clan".to_owned(), format!("{open:?}"));
        facts
    }

    fn instance(&self, name: &SmolStr, facts: &mut BTreeMap<String, String>) {
        let Some(instance) = self.clan.instances.get(name) else { return };
        let owner = Owner::of_instance(self.clan, name);
        let module = match &owner {
            Owner::Service(key) => {
                let provider = match &key.provider {
                    Provider::Own => "the clan",
                    Provider::ClanCore => "clan-core",
                    Provider::Input(input) => self.input(input),
                };
                format!("{} of {provider}", self.service(&key.provider, &key.name))
            }
            Owner::Instance(_) => "unknown".to_owned(),
        };
        let shown = self.renamed_if(name, |it| matches!(it, Entity::Instance(old) if old == name));
        facts.insert(format!("the service of `{shown}`"), module);
        for (role_name, role) in &instance.roles {
            let is_role = |it: &Entity| matches!(it, Entity::Role(of, old) if *of == owner && old == role_name);
            let role_shown = self.renamed_if(role_name, is_role);
            let of = format!("`{role_shown}` of `{shown}`");
            let settings: usize = role.all_settings().map(|it| it.definitions.len()).sum();
            let open = self.clan.has_open_members(role);
            facts.insert(format!("the role {of}"), format!("{settings} {open}"));
            for (machine, reasons) in self.clan.members(instance, role) {
                let mut why: Vec<String> = Vec::new();
                why.extend(reasons.iter().map(|reason| match reason.by {
                    By::Tag => format!("tag {}", self.tag(&reason.name)),
                    By::Machine => "name".to_owned(),
                }));
                why.sort_unstable();
                let machine = self.machine(&machine);
                facts.insert(format!("what makes `{machine}` a {of}"), why.join(" "));
            }
        }
    }

    fn machine<'n>(&'n self, name: &'n str) -> &'n str {
        self.renamed_if(name, |it| matches!(it, Entity::Machine(old) if old == name))
    }

    fn tag<'n>(&'n self, name: &'n str) -> &'n str {
        self.renamed_if(name, |it| matches!(it, Entity::Tag(old) if old == name))
    }

    fn service<'n>(&'n self, provider: &Provider, name: &'n str) -> &'n str {
        let is_it = |it: &Entity| matches!(it, Entity::Service(key) if key.provider == *provider && key.name == name);
        self.renamed_if(name, is_it)
    }

    fn input<'n>(&'n self, name: &'n str) -> &'n str {
        self.renamed_if(name, |it| matches!(it, Entity::Input(old) if old == name))
    }

    fn renamed_if<'n>(&'n self, name: &'n str, is_it: impl Fn(&Entity) -> bool) -> &'n str {
        self.renamed.filter(|(entity, _)| is_it(entity)).map_or(name, |(_, new)| new)
    }
}
