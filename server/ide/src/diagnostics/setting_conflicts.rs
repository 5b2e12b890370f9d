//! `settings-conflict`: one setting of a machine, given unequal values at several levels of its role.
//!
//! Machines are looked at by the levels that reach them: where nobody but the role gives settings,
//! which is how most are written, there is nothing to look at.

use inventory::catalogue::{Interface, OptionDef, SettingAt};
use inventory::{Given, Instance, Layer, Role, Written, WrittenValue, conflict, effective};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::judgement::judgement;
use super::{Code, Findings, Related, Subject};

pub(super) fn find(subject: Subject<'_>, findings: &mut Findings) {
    for instance in subject.clan.instances.values() {
        let several =
            instance.roles.iter().filter(|(_, role)| role.all_settings().nth(1).is_some());
        for (name, role) in several {
            let Some(service) = subject.reach.service(&instance.module) else { break };
            let Some(known) = service.roles.get(name) else { continue };
            let certain = judgement(&service.source);
            let check = Check { subject, instance, role, interface: &known.interface };
            for (first, later, path) in check.conflicts() {
                report(instance, (first, later), &path, certain.clone(), findings);
            }
        }
    }
}

struct Check<'c> {
    subject: Subject<'c>,
    instance: &'c Instance,
    role: &'c Role,
    interface: &'c Interface,
}

impl<'c> Check<'c> {
    /// Each pair of definitions that can't both count, with the setting's path; each pair once.
    fn conflicts(&self) -> Vec<(Given<'c>, Given<'c>, String)> {
        let mut combinations: Vec<Vec<(Layer<'c>, &'c Written)>> = Vec::new();
        for machine in self.subject.clan.members(self.instance, self.role).keys() {
            let mut layers = self.role.layers(self.subject.clan, machine);
            layers.retain(|(_, settings)| !settings.definitions.is_empty());
            if layers.len() > 1 && !combinations.contains(&layers) {
                combinations.push(layers);
            }
        }
        let mut found: Vec<(Given<'c>, Given<'c>, String)> = Vec::new();
        for layers in &combinations {
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
