//! What is kept from one state of a clan to the next makes no difference but in time: after any
//! edits the index is the one that is made anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{AnalysisHost, Clan, MemoryDisk, Place, TextEdit, TextRange, TextSize, parse};
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

/// A clan in which what is said of one thing changes what is wrong with another.
const RELATED: &str = r#"{
  meta.name = "related";
  imports = [ ./more.nix ];
  inventory.machines = {
    jon = { tags = [ "laptop" "oslo" ]; };
    sara = { tags = [ "laptop" "unused" ]; };
    ada = { machineClass = "darwin"; tags = [ "server" "nixos" ]; };
  };
  inventory.tags.named = [ "jon" "sara" ];
  modules.own = { _class = "clan.service"; manifest.name = "own"; roles.client = { }; };
  inventory.instances = {
    backup = {
      module.name = "borgbackup";
      module.input = "clan-core";
      roles.client = { tags = [ "laptop" ]; machines.jon = { }; machines.ada = { }; };
      roles.server.machines.ada.settings.directory = "/srv";
      roles.server.settings.directory = "/var";
    };
    named = { module.name = "borgbackup"; roles.client.tags = [ "named" "oslo" ]; };
    laptop = {
      module.name = "users";
      roles.default.settings = { user = "jon"; prompt = true; };
      roles.default.tags.laptop.settings.prompt = false;
      roles.default.machines.sara.settings.user = "sara";
    };
    own = { module.input = "self"; roles.client.tags = [ "server" ]; };
    sshd = { roles.server.tags.all = { }; roles.client.machines.laptop = { }; };
    berlin = { module.name = "sshd"; roles.server.settings.sara = 1; };
  };
}
"#;

/// All that a clan comes to, a line each.
fn facts(clan: &Clan) -> Vec<String> {
    let mut facts = vec![format!("open {} {}", clan.machines_open, clan.tags_open())];
    for (name, machine) in &clan.machines {
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

type Texts = BTreeMap<&'static str, String>;

fn texts(clan: &str) -> Texts {
    BTreeMap::from([("/clan/clan.nix", clan.to_owned()), ("/clan/more.nix", MORE.to_owned())])
}

fn host(texts: &Texts) -> AnalysisHost {
    let mut disk = MemoryDisk::default();
    texts.iter().for_each(|(file, text)| disk.insert(*file, text.clone()));
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

/// Words of both clans, of which one is put for another.
const WORDS: [&str; 21] = [
    "oslo",
    "jon",
    "sara",
    "ada",
    "laptop",
    "berlin",
    "named",
    "server",
    "client",
    "unused",
    "darwin",
    "nixos",
    "borgbackup",
    "users",
    "sshd",
    "own",
    "self",
    "settings",
    "prompt",
    "module",
    "tags",
];

/// Where words stand in a text, all places of one after those of another.
fn places(text: &str) -> Vec<(usize, &'static str)> {
    let places =
        WORDS.iter().flat_map(|&word| text.match_indices(word).map(move |(at, _)| (at, word)));
    places.collect()
}

/// A world in which texts change, and which keeps what it knows.
struct Warm {
    texts: Texts,
    host: AnalysisHost,
}

impl Warm {
    fn new(texts: Texts) -> Warm {
        let host = host(&texts);
        facts_of(&host);
        Warm { texts, host }
    }

    /// Replaces some bytes; what the clan comes to in this world, and in a new one.
    fn edit(
        &mut self,
        file: &'static str,
        (from, deleted): (usize, usize),
        typed: &str,
    ) -> (Vec<String>, Vec<String>) {
        let text = self.texts.entry(file).or_default();
        let to = (from + deleted).min(text.len());
        let before = parse(text);
        text.replace_range(from..to, typed);
        let size = |at: usize| TextSize::try_from(at).unwrap_or_default();
        let delete = TextRange::new(size(from), size(to));
        let edited = before.edit(&TextEdit { delete, insert: typed.to_owned() });
        self.host.open(PathBuf::from(file), edited);
        (facts_of(&self.host), facts_of(&host(&self.texts)))
    }
}

/// What is put for what, so that something else in [`RELATED`] is wrong that was right, or right
/// that was wrong.
const CONSEQUENCES: [(&str, &str); 13] = [
    ("\"laptop\" \"unused\"", "\"laptop\" \"darwin\""),
    ("\"laptop\" \"oslo\"", "\"laptop\""),
    ("tags = [ \"server\"", "tags = [ \"laptop\" \"server\""),
    ("machineClass = \"darwin\"", "machineClass = \"nixos\""),
    ("sara = {", "sarah = {"),
    ("\"jon\" \"sara\"", "\"jon\" \"nobody\""),
    ("inventory.tags.named", "inventory.tags.renamed"),
    ("roles.client = { }", "roles.renamed = { }"),
    ("modules.own", "modules.renamed"),
    ("module.input = \"clan-core\"", "module.input = \"self\""),
    ("\"borgbackup\"; roles", "\"users\"; roles"),
    ("tags = [ \"laptop\" ]", "tags = [ \"unused\" ]"),
    ("own = { module.input", "own = } { module.input"),
];

#[test]
fn a_change_is_judged_where_it_tells() {
    let mut warm = Warm::new(texts(RELATED));
    for (before, after) in CONSEQUENCES {
        let as_it_was = facts_of(&warm.host);
        let at = RELATED.find(before).unwrap();
        let (kept, anew) = warm.edit(FILES[0], (at, before.len()), after);
        assert_eq!(kept, anew, "{after}");
        assert_ne!(kept, as_it_was, "{after}");
        let (kept, _) = warm.edit(FILES[0], (at, after.len()), before);
        assert_eq!(kept, as_it_was, "{after}, and back");
    }
}

const FILES: [&str; 2] = ["/clan/clan.nix", "/clan/more.nix"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn an_index_after_edits_is_the_one_made_anew(edits in prop::collection::vec(edit(), 1..8)) {
        let mut warm = Warm::new(texts(CLAN));
        for (in_more, at, deleted, typed) in edits {
            let file = FILES[usize::from(in_more)];
            let from = warm.texts[file].len() * at / 1000;
            let (kept, anew) = warm.edit(file, (from, deleted), typed);
            prop_assert_eq!(kept, anew);
        }
    }

    #[test]
    fn so_is_what_is_wrong_when_one_word_stands_for_another(
        edits in prop::collection::vec((0..6_usize, any::<prop::sample::Index>(), 0..WORDS.len()), 1..12)
    ) {
        let mut warm = Warm::new(texts(RELATED));
        for (file, place, word) in edits {
            let file = FILES[usize::from(file == 0)];
            let places = places(&warm.texts[file]);
            let Some(&(at, before)) = places.get(place.index(places.len().max(1))) else { continue };
            let (kept, anew) = warm.edit(file, (at, before.len()), WORDS[word]);
            prop_assert_eq!(kept, anew);
        }
    }
}
