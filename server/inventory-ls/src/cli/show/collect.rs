//! The index of a clan to the report that is shown.

use std::collections::BTreeSet;
use std::path::Path;

use ide::{By, Clan, FileId, FileRange, Place as IndexPlace};

use super::report::{ClanReport, Instance, Machine, Module, Place, Reason, Role, Unknown};
use crate::cli::source::Sources;

/// Every file that the report names a line of.
pub(super) fn files(clan: &Clan) -> BTreeSet<FileId> {
    let gaps = clan.unknown.iter().map(|gap| gap.at.file);
    let definitions = clan.machines.values().flat_map(ide::Machine::definitions);
    let machines = definitions.filter_map(|place| match place {
        IndexPlace::Text(at) => Some(at.file),
        IndexPlace::Folder(_) => None,
    });
    let named = clan.instances.values().flat_map(|instance| {
        let roles = instance.roles.values();
        let uses = roles.flat_map(|role| role.machines.iter().chain(&role.tags));
        uses.map(|used| instance.at(used.at).file)
    });
    gaps.chain(machines).chain(named).collect()
}

/// Draws up the report. `sources` holds [`files`]; `name` tells how a path is printed.
pub(super) fn report(clan: &Clan, sources: &Sources, name: &dyn Fn(&Path) -> String) -> ClanReport {
    let scribe = Scribe { clan, sources, name };
    let unknown = clan.unknown.iter().map(|gap| Unknown {
        path: gap.path.clone(),
        at: scribe.place(gap.at),
        why: gap.why.clone(),
    });
    let machines =
        clan.machines.iter().map(|(name, it)| (name.to_string(), scribe.machine(name, it)));
    let instances = clan.instances.iter().map(|(name, it)| (name.to_string(), scribe.instance(it)));
    let tags = clan.tag_names().into_iter();
    ClanReport {
        root: name(&clan.root),
        entry: name(&clan.entry),
        complete: clan.unknown.is_empty(),
        unknown: unknown.collect(),
        machines: machines.collect(),
        tags: tags.map(|tag| (tag.to_string(), names(clan.carriers(tag)))).collect(),
        instances: instances.collect(),
        machines_open: clan.machines_open,
        instances_open: clan.instances_open,
    }
}

fn names<'a>(names: impl IntoIterator<Item = &'a (impl ToString + 'a)>) -> BTreeSet<String> {
    names.into_iter().map(ToString::to_string).collect()
}

/// Turns facts of the index into those of the report.
struct Scribe<'a> {
    clan: &'a Clan,
    sources: &'a Sources,
    name: &'a dyn Fn(&Path) -> String,
}

impl Scribe<'_> {
    fn place(&self, at: FileRange) -> Place {
        let source = self.sources.get(at.file);
        Place {
            file: source.map(|source| source.path().to_owned()).unwrap_or_default(),
            line: source.map_or(1, |source| source.position(at.range.start()).line),
        }
    }

    fn machine(&self, name: &str, machine: &ide::Machine) -> Machine {
        let from = machine.definitions().into_iter().map(|place| match place {
            IndexPlace::Text(at) => self.place(at),
            IndexPlace::Folder(path) => Place { file: (self.name)(&path), line: 1 },
        });
        Machine {
            class: machine.class().map(ide::MachineClass::as_str),
            tags: names(self.clan.tags_of(name).iter().map(|(tag, _)| tag)),
            from: from.collect(),
            tags_open: self.clan.is_open(machine),
        }
    }

    fn instance(&self, instance: &ide::Instance) -> Instance {
        let roles = instance.roles.iter();
        let roles = roles.map(|(name, role)| (name.to_string(), self.role(instance, role)));
        let module = Module {
            name: instance.module.name.as_ref().map(ToString::to_string),
            input: instance.module.input.iter().flatten().map(ToString::to_string).next(),
            input_unknown: instance.module.input.is_none(),
        };
        Instance { module, roles: roles.collect(), roles_open: instance.roles_open }
    }

    fn role(&self, instance: &ide::Instance, role: &ide::Role) -> Role {
        let members = self.clan.members(instance, role);
        let strangers = members.keys().filter(|name| !self.clan.machines.contains_key(name));
        let strangers = names(strangers);
        let members = members.iter().map(|(name, reasons)| {
            (name.to_string(), reasons.iter().map(|reason| self.reason(reason)).collect())
        });
        let open = self.clan.has_open_members(role);
        Role { machines: members.collect(), strangers, open }
    }

    fn reason(&self, reason: &ide::Reason) -> Reason {
        let at = self.place(reason.at);
        match reason.by {
            By::Tag => Reason::Tag { name: reason.name.to_string(), at },
            By::Machine => Reason::Machine { at },
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::cli::show::fixture::{clan, clan_with_gap, clan_with_unknown_module, report};

    #[test]
    fn reports_have_the_documented_shape() {
        let jon = json!({ "class": "nixos", "tags": ["all", "backup", "nixos"],
                          "from": [{ "file": "clan.nix", "line": 3 }] });
        let sara = json!({ "class": "nixos", "tags": ["all", "nixos"],
                           "from": [{ "file": "machines/sara", "line": 1 }] });
        let by_name = |line| json!({ "by": "machine", "file": "clan.nix", "line": line });
        let by_tag = json!({ "by": "tag", "name": "backup", "file": "clan.nix", "line": 6 });
        let client = json!({ "jon": [by_tag, by_name(7)], "sara": [by_name(7)] });
        let expected = json!({
            "root": ".", "entry": "clan.nix", "complete": true, "unknown": [],
            "machines": { "jon": jon, "sara": sara },
            "tags": { "all": ["jon", "sara"], "backup": ["jon"], "nixos": ["jon", "sara"] },
            "instances": { "bk": {
                "module": { "name": "borgbackup", "input": "core" },
                "roles": {
                    "client": { "machines": client },
                    "server": { "machines": { "vault": [by_name(8)] } },
                    "spare": { "machines": {} },
                },
            } },
        });
        assert_eq!(json!(report(&clan())), expected);
    }

    #[test]
    fn a_gap_makes_the_report_incomplete() {
        let report = json!(report(&clan_with_gap()));
        assert_eq!(report["complete"], json!(false));
        let gap = report["unknown"][0].as_object().unwrap();
        assert_eq!(gap.keys().collect::<Vec<_>>(), ["path", "file", "line", "why"]);
        assert_eq!((&gap["path"], &gap["line"]), (&json!("inventory.machines.sara"), &json!(10)));
    }

    #[test]
    fn modules_that_are_not_known_are_null() {
        let module = json!(report(&clan_with_unknown_module()).instances["bk"].module);
        assert_eq!(module, json!({ "name": null, "input": null }));
    }
}
