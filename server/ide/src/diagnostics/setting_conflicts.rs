//! `settings-conflict`: one setting of a machine, given unequal values at several levels of its role.
//!
//! Machines are looked at by the levels that reach them: where nobody but the role gives settings,
//! which is how most are written, there is nothing to look at.

use std::collections::{BTreeMap, BTreeSet};

use inventory::catalogue::{Interface, OptionDef, SettingAt};
use inventory::{Given, Instance, Layer, Role, Use, Written, WrittenValue, conflict, effective};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::judgement::judgement;
use super::{Code, Findings, Related, Subject};

pub(super) fn of_instance(subject: Subject<'_>, instance: &Instance, findings: &mut Findings) {
    let several = instance.roles.iter().filter(|(_, role)| role.all_settings().nth(1).is_some());
    for (name, role) in several {
        let Some(service) = subject.reach.service(&instance.module) else { return };
        let Some(known) = service.roles.get(name) else { continue };
        let certain = judgement(&service.source);
        let check = Check { subject, role, interface: &known.interface };
        for (first, later, path) in check.conflicts() {
            report(instance, (first, later), &path, certain.clone(), findings);
        }
    }
}

/// What gives settings to a machine beside the role, by numbers.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Met {
    tags: Vec<usize>,
    machines: Vec<usize>,
}

struct Check<'c> {
    subject: Subject<'c>,
    role: &'c Role,
    interface: &'c Interface,
}

impl<'c> Check<'c> {
    /// Each pair of definitions that can't both count, with the setting's path; each pair once.
    fn conflicts(&self) -> Vec<(Given<'c>, Given<'c>, String)> {
        let mut found: Vec<(Given<'c>, Given<'c>, String)> = Vec::new();
        for layers in &self.combinations() {
            for (path, option) in self.scalars(layers) {
                let effective = effective(layers, &path, option);
                let pair = conflict(&effective.given, option).filter(|_| !effective.open);
                let Some((first, later)) = pair else { continue };
                let is_new = found.iter().all(|(_, known, _)| known.definition != later.definition);
                if is_new {
                    found.push((first, later, path.join(".")));
                }
            }
        }
        found
    }

    /// The levels that meet on some machine, two or more, each combination once. Only machines that
    /// are given settings of their own, or by a tag, can be met by two.
    fn combinations(&self) -> Vec<Vec<(Layer<'c>, &'c Written)>> {
        let gives = |used: &&'c Use| !used.settings.definitions.is_empty();
        let tags: Vec<&'c Use> = self.role.tags.iter().filter(gives).collect();
        let mut met: BTreeMap<&'c str, Met> = BTreeMap::new();
        for (index, tag) in tags.iter().enumerate() {
            let carriers = self.subject.clan.carriers(&tag.name);
            // Where nothing else is given, all of them are given the same.
            let all = if self.gives_one_tag(&tags) { 1 } else { carriers.len() };
            for machine in carriers.into_iter().take(all) {
                met.entry(machine).or_default().tags.push(index);
            }
        }
        for (index, used) in self.role.machines.iter().enumerate().filter(|(_, used)| gives(used)) {
            // What nobody gets can't conflict.
            if self.subject.clan.machines.contains_key(&used.name) {
                met.entry(&used.name).or_default().machines.push(index);
            }
        }
        let distinct: BTreeSet<Met> = met.into_values().collect();
        let layers = distinct.into_iter().map(|met| self.layers(&tags, &met));
        layers.filter(|layers| layers.len() > 1).collect()
    }

    /// Is there a single tag that gives settings, and no machine?
    fn gives_one_tag(&self, tags: &[&Use]) -> bool {
        let machines = self.role.machines.iter();
        tags.len() == 1 && machines.into_iter().all(|used| used.settings.definitions.is_empty())
    }

    fn layers(&self, tags: &[&'c Use], met: &Met) -> Vec<(Layer<'c>, &'c Written)> {
        let role = (Layer::Role, &self.role.settings);
        let role = Some(role).filter(|(_, settings)| !settings.definitions.is_empty());
        let tags = met.tags.iter().filter_map(|&index| tags.get(index).copied());
        let tags = tags.map(|tag| (Layer::Tag(tag), &tag.settings));
        let machines = met.machines.iter().filter_map(|&index| self.role.machines.get(index));
        let machines = machines.map(|used| (Layer::Machine(used), &used.settings));
        role.into_iter().chain(tags).chain(machines).collect()
    }

    /// The settings of one value that these layers give.
    fn scalars(&self, layers: &[(Layer<'c>, &'c Written)]) -> Vec<(Vec<SmolStr>, &'c OptionDef)> {
        let mut paths = Vec::new();
        let mut seen = FxHashSet::default();
        for (_, written) in layers {
            leaves(written, &mut Vec::new(), &mut |path| {
                let path = path.strip_prefix(&[SmolStr::new_static("config")]).unwrap_or(path);
                if let SettingAt::Option(option) = self.interface.setting(path)
                    && option.takes_one_value()
                    && seen.insert(path.to_vec())
                {
                    paths.push((path.to_vec(), option));
                }
            });
        }
        paths
    }
}

/// Shows the path of every value that is no set.
fn leaves(written: &Written, path: &mut Vec<SmolStr>, show: &mut dyn FnMut(&[SmolStr])) {
    for definition in &written.definitions {
        match &definition.value {
            WrittenValue::Set { entries, .. } => {
                for (name, below) in entries {
                    path.push(name.clone());
                    leaves(below, path, show);
                    path.pop();
                }
            }
            _ => show(path),
        }
    }
}

fn report(
    instance: &Instance,
    (first, later): (Given<'_>, Given<'_>),
    path: &str,
    (severity, note): (super::Severity, String),
    findings: &mut Findings,
) {
    let (Some(at), Some(other)) = (later.definition.place(), first.definition.place()) else {
        return;
    };
    let message = format!(
        "{} gives `{path}` another value, and neither wins: \
         put `lib.mkForce` or `lib.mkDefault` before one of them{note}",
        who(first.by)
    );
    let related = Related { at: instance.at(other), message: "the other value".to_owned() };
    findings.report_with(
        (Code::SettingsConflict, severity),
        instance.at(at),
        message,
        vec![related],
    );
}

fn who(layer: Layer<'_>) -> String {
    match layer {
        Layer::Role => "the role".to_owned(),
        Layer::Tag(tag) => format!("the tag `{}`", tag.name),
        Layer::Machine(machine) => format!("the machine `{}`", machine.name),
    }
}
