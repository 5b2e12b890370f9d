//! What is kept from one state of a clan to the next makes no difference but in time: after any
//! edits the index is the one that is made anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{AnalysisHost, Clan, MemoryDisk, Place, TextEdit, TextRange, parse};
use proptest::prelude::*;

const CLAN: &str = r#"{ lib, config, ... }:
let shared = { tags = [ "shared" "laptop" ]; deploy.targetHost = "root@192.0.2.1"; };
in {
  meta.name = "kept";
  imports = [ ./more.nix ];
  inventory.machines = {
    jon = { tags = [ "laptop" "berlin" ]; deploy.targetHost = "root@192.0.2.2"; };
    sara.tags = [ "laptop" "paris" "a-rather-long-tag-that-fills-the-line" ];
    sara.deploy.targetHost = "root@192.0.2.3";
    ada = { machineClass = "darwin"; description = "not one of the servers at all"; };
    bob = shared;
    eve = lib.mkIf false { tags = [ "laptop" ]; description = "somebody who is not there"; };
  };
  inventory.tags.named = [ "jon" "nobody" ];
  modules.mine = ./modules/gone.nix;
  inventory.instances = {
    backup = {
      module.name = "borgbackup";
      roles.client.tags = [ "laptop" "named" ];
      roles.server.machines.ada.settings = { directory = "/srv/borg"; key = ./gone; };
      roles.server.extraModules = [ ./gone.nix ./more.nix ];
    };
    zerotier = { roles.peer.tags.all = { }; roles.controller.machines."jon" = { }; };
    copies = { module.name = "sshd"; roles.server.machines = { jon = { }; ada = { }; }; };
  };
}
"#;

const MORE: &str = r#"{
  inventory.machines.zoe = { tags = [ "berlin" ]; deploy.targetHost = "root@192.0.2.9"; };
  inventory.machines.jon = { description = "the one who is here as well as there"; };
  inventory.instances.backup.roles.client.machines.zoe = { settings.startAt = "daily"; };
}
"#;

/// All that a clan comes to, a line each.
fn facts(clan: &Clan) -> Vec<String> {
    let mut facts = vec![format!("open {} {}", clan.machines_open, clan.tags_open())];
    for (name, machine) in clan.machines.iter() {
        let places = machine.definitions();
        let places: Vec<&Place> = places.iter().collect();
        facts.push(format!("{name}: {:?} {:?}", machine.class(), clan.tags_of(name)));
        facts.push(format!("{name} at {places:?} open {}", clan.is_open(machine)));
    }
    for tag in clan.tag_names() {
        facts.push(format!("{tag} = {:?}", clan.carriers(tag)));
    }
    for (name, instance) in &clan.instances {
        let named: Vec<_> = instance.definitions.iter().map(|&at| instance.at(at)).collect();
        facts.push(format!("{name} at {named:?}: {:?}", instance.module.name));
        for (role, it) in &instance.roles {
            facts.push(format!("{name}.{role} = {:?}", clan.members(instance, it)));
        }
    }
    facts.extend(clan.unknown.iter().map(|gap| format!("{gap:?}")));
    facts
}

fn host(texts: &BTreeMap<&str, String>) -> AnalysisHost {
    let mut disk = MemoryDisk::default();
    disk.insert("/clan/clan.nix", CLAN);
    disk.insert("/clan/more.nix", MORE);
    let mut host = AnalysisHost::new(Arc::new(disk));
    for (file, text) in texts {
        host.open(PathBuf::from(file), parse(text));
    }
    host
}

/// What a clan comes to, and all that is wrong with it.
fn facts_of(host: &AnalysisHost) -> Vec<String> {
    let snapshot = host.snapshot();
    let Some(clan) = snapshot.clan(Path::new("/clan")) else { return Vec::new() };
    let mistakes = clan.files.iter().flat_map(|&file| snapshot.diagnostics(file));
    facts(&clan).into_iter().chain(mistakes.map(|mistake| format!("{mistake:?}"))).collect()
}

const TYPED: [&str; 14] = [
    "",
    "x",
    "\"",
    ";",
    "lib.mkForce ",
    "{ }",
    "\n",
    "} {",
    "tags = [ \"new\" ];",
    "# ",
    "./gone",
    "unbound",
    "inherit lib; jon = lib;",
    "{ lib }:",
];

/// In which file, where (as a share of the text), how much is deleted and what is typed.
fn edit() -> impl Strategy<Value = (bool, usize, usize, &'static str)> {
    (any::<bool>(), 0..1000_usize, 0..12_usize, prop::sample::select(&TYPED[..]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_index_after_edits_is_the_one_made_anew(edits in prop::collection::vec(edit(), 1..8)) {
        let mut texts =
            BTreeMap::from([("/clan/clan.nix", CLAN.to_owned()), ("/clan/more.nix", MORE.to_owned())]);
        let mut warm = host(&texts);
        facts_of(&warm);
        for (in_more, at, deleted, typed) in edits {
            let file = if in_more { "/clan/more.nix" } else { "/clan/clan.nix" };
            let Some(text) = texts.get_mut(file) else { continue };
            let from = text.len() * at / 1000;
            let to = (from + deleted).min(text.len());
            let before = parse(text);
            text.replace_range(from..to, typed);
            let size = |at: usize| u32::try_from(at).unwrap().into();
            let delete = TextRange::new(size(from), size(to));
            let edited = before.edit(&TextEdit { delete, insert: typed.to_owned() });
            warm.open(PathBuf::from(file), edited);
            let cold = host(&texts);
            prop_assert_eq!(facts_of(&warm), facts_of(&cold));
        }
    }
}
