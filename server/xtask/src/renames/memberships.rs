//! Who gets what, without places, as `show` tells it.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What can be renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Machine,
    Tag,
    Instance,
}

impl Kind {
    pub(super) const ALL: [Kind; 3] = [Kind::Machine, Kind::Tag, Kind::Instance];

    pub(super) fn noun(self) -> &'static str {
        match self {
            Kind::Machine => "machine",
            Kind::Tag => "tag",
            Kind::Instance => "instance",
        }
    }
}

/// The facts of all clans of a checkout.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Memberships {
    /// The tags of a machine, sorted, with its class.
    machines: BTreeMap<String, (String, Vec<String>)>,
    /// The module of an instance, and by role and machine why it is a member: each `tag NAME` or
    /// `machine NAME`, sorted.
    instances: BTreeMap<String, (String, Roles)>,
    complete: Vec<bool>,
}

/// By role: by machine: why.
type Roles = BTreeMap<String, BTreeMap<String, Vec<(String, String)>>>;

const OF_CLAN: [&str; 3] = ["all", "nixos", "darwin"];

impl Memberships {
    /// What `show` says of a folder.
    pub(super) fn shown(program: &Path, folder: &Path) -> Result<Memberships, Box<dyn Error>> {
        let answer =
            Command::new(program).args(["show", "--format", "json"]).arg(folder).output()?;
        let shown: Value = serde_json::from_slice(&answer.stdout)?;
        let mut all = Memberships::default();
        for clan in shown.get("clans").and_then(Value::as_array).into_iter().flatten() {
            all.complete.push(clan["complete"] == true);
            for (name, machine) in clan["machines"].as_object().into_iter().flatten() {
                let tags = machine["tags"].as_array().into_iter().flatten();
                let mut tags: Vec<String> = tags.map(text).collect();
                tags.sort();
                all.machines.insert(name.clone(), (text(&machine["class"]), tags));
            }
            for (name, instance) in clan["instances"].as_object().into_iter().flatten() {
                let module = instance["module"].to_string();
                all.instances.insert(name.clone(), (module, roles(&instance["roles"])));
            }
        }
        Ok(all)
    }

    /// The names of a kind that users chose.
    pub(super) fn names(&self, kind: Kind) -> Vec<String> {
        match kind {
            Kind::Machine => self.machines.keys().cloned().collect(),
            Kind::Instance => self.instances.keys().cloned().collect(),
            Kind::Tag => {
                let tags = self.machines.values().flat_map(|(_, tags)| tags.iter().cloned());
                let mut tags: Vec<String> =
                    tags.filter(|tag| !OF_CLAN.contains(&tag.as_str())).collect();
                tags.sort();
                tags.dedup();
                tags
            }
        }
    }

    /// The same with another name for one thing.
    pub(super) fn renamed(&self, kind: Kind, old: &str, new: &str) -> Memberships {
        let named = |of: Kind, name: &String| {
            if of == kind && name == old { new.to_owned() } else { name.clone() }
        };
        let machines = self.machines.iter().map(|(name, (class, tags))| {
            let mut tags: Vec<String> = tags.iter().map(|tag| named(Kind::Tag, tag)).collect();
            tags.sort();
            (named(Kind::Machine, name), (class.clone(), tags))
        });
        let why = |reasons: &Vec<(String, String)>| {
            let mut reasons: Vec<(String, String)> = reasons
                .iter()
                .map(|(by, name)| {
                    let of = if by == "tag" { Kind::Tag } else { Kind::Machine };
                    (by.clone(), named(of, name))
                })
                .collect();
            reasons.sort();
            reasons
        };
        let members = |members: &BTreeMap<String, Vec<(String, String)>>| {
            members.iter().map(|(name, it)| (named(Kind::Machine, name), why(it))).collect()
        };
        let instances = self.instances.iter().map(|(name, (module, roles))| {
            let roles = roles.iter().map(|(role, it)| (role.clone(), members(it))).collect();
            (named(Kind::Instance, name), (module.clone(), roles))
        });
        Memberships {
            machines: machines.collect(),
            instances: instances.collect(),
            complete: self.complete.clone(),
        }
    }
}

fn roles(value: &Value) -> Roles {
    let roles = value.as_object().into_iter().flatten().map(|(role, it)| {
        let members = it["machines"].as_object().into_iter().flatten().map(|(machine, reasons)| {
            let reasons = reasons.as_array().into_iter().flatten().map(|reason| {
                // A reason by name names the machine that it is of.
                let name = reason.get("name").map_or_else(|| machine.clone(), text);
                (text(&reason["by"]), name)
            });
            let mut reasons: Vec<(String, String)> = reasons.collect();
            reasons.sort();
            (machine.clone(), reasons)
        });
        (role.clone(), members.collect())
    });
    roles.collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
