//! `inventory-ls show`.

use serde_json::json;

use crate::fleet::Fleet;
use crate::tutorial;

#[test]
fn who_gets_what_is_told_with_its_reasons() {
    let answer = tutorial::tagged().run(&["show", "--format", "json"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let machine = |line| {
        json!({ "class": "nixos", "tags": ["all", "backup", "nixos"],
                "from": [{ "file": "snippet.nix", "line": line }] })
    };
    let both = json!(["jon", "sara"]);
    let by_tag = json!([{ "by": "tag", "name": "backup", "file": "snippet.nix", "line": 18 }]);
    let by_name = json!([{ "by": "machine", "file": "snippet.nix", "line": 19 }]);
    let clan = json!({
        "root": ".", "entry": "clan.nix", "complete": true, "unknown": [],
        "machines": { "jon": machine(4), "sara": machine(7) },
        "tags": { "all": both, "backup": both, "nixos": both },
        "instances": { "instance_1": {
            "module": { "name": "borgbackup", "input": "clan-core" },
            "roles": {
                "client": { "machines": { "jon": by_tag, "sara": by_tag } },
                "server": { "machines": { "backup_server": by_name } },
            },
        } },
    });
    assert_eq!(answer.json(), json!({ "format": 1, "clans": [clan] }));
}

#[test]
fn a_broken_line_hides_nothing_else() {
    let answer = tutorial::first().run(&["show", "--format", "json"]);
    let roles = &answer.json()["clans"][0]["instances"]["instance_1"]["roles"];
    let members = |role: &str| roles[role]["machines"].as_object().unwrap().keys().cloned();
    assert_eq!(
        members("client").chain(members("server")).collect::<Vec<_>>(),
        ["jon", "backup_server"]
    );
}

#[test]
fn folders_are_machines_and_roles_may_be_empty() {
    let clan = "{ meta.name = \"t\"; inventory.instances.bk = { module.name = \"borgbackup\";\n\
                roles.client = { }; }; }";
    let fleet = Fleet::new(&[("clan.nix", clan), ("machines/jon/", "")]);
    let answer = fleet.run(&["show", "--format", "json"]).json();
    let clan = &answer["clans"][0];
    assert_eq!(clan["machines"]["jon"]["from"], json!([{ "file": "machines/jon", "line": 1 }]));
    assert_eq!(clan["instances"]["bk"]["module"], json!({ "name": "borgbackup", "input": null }));
    assert_eq!(clan["instances"]["bk"]["roles"], json!({ "client": { "machines": {} } }));
}

#[test]
fn what_a_set_may_hold_is_unknown_where_it_is_asked_for() {
    let clan = "{ options, ... }: {\n  inventory.tags.x =\n    options.foo.bar;\n}\n";
    let answer = Fleet::new(&[("clan.nix", clan)]).run(&["show", "--format", "json"]).json();
    let unknown = json!([{ "path": "inventory.tags.x", "file": "clan.nix", "line": 3,
                           "why": "other modules may declare it" }]);
    assert_eq!(answer["clans"][0]["unknown"], unknown);
}

#[test]
fn places_in_json_have_their_lines() {
    let machines = "{\n  \"machines\": {\n    \"jon\": { }\n  }\n}\n";
    let fleet = Fleet::new(&[("clan.nix", "{ meta.name = \"t\"; }"), ("inventory.json", machines)]);
    let answer = fleet.run(&["show", "--format", "json"]).json();
    let from = &answer["clans"][0]["machines"]["jon"]["from"];
    assert_eq!(from, &json!([{ "file": "inventory.json", "line": 3 }]));
}

#[test]
fn the_table_fits_a_terminal() {
    let answer = tutorial::twice().run(&["show"]);
    let lines = [
        "Clan . (from clan.nix)",
        "3 machines",
        "  jon                   nixos  all, nixos",
        "2 instances",
        "  instance_1: borgbackup from clan-core",
        "    client  by name  jon",
        "    server  by name  backup_server",
    ];
    for line in lines {
        assert!(answer.stdout.lines().any(|it| it == line), "no `{line}` in {answer:?}");
    }
    assert!(answer.stdout.lines().all(|line| line.chars().count() <= 80), "{answer:?}");
}

#[test]
fn options_narrow_the_answer() {
    let fleet = tutorial::twice();
    let answer = fleet.run(&["show", "--format", "json", "--instance", "instance_2"]).json();
    let clan = &answer["clans"][0];
    assert_eq!(clan["instances"].as_object().unwrap().len(), 1);
    assert_eq!(clan["machines"].as_object().unwrap().len(), 2);
    let answer = fleet.run(&["show", "--machine", "jon"]);
    assert!(answer.stdout.contains("1 instance\n"), "{answer:?}");
    let answer = fleet.run(&["show", "--tag", "all"]);
    assert!(answer.stdout.contains("3 machines\n"), "{answer:?}");
}

#[test]
fn a_name_that_is_not_there_is_refused() {
    let fleet = tutorial::twice();
    fleet.run(&["show", "--machine", "john"]).assert_failed(&["no machine `john`", "`jon`?"]);
    fleet.run(&["show", "--tag", "backup"]).assert_failed(&["no tag `backup`", "`all`, `nixos`"]);
}

#[test]
fn without_a_clan_nothing_is_shown() {
    let fleet = Fleet::new(&[("lone.nix", "{ }")]);
    fleet.run(&["show"]).assert_failed(&["no clan in `.`", "clan.nix"]);
    fleet.run(&["show", "lone.nix"]).assert_failed(&["`lone.nix` belongs to no clan"]);
}

#[test]
fn what_git_ignores_is_no_part_of_a_clan() {
    let part = |machine: &str| format!("{{ clan.inventory.machines.{machine} = {{ }}; }}");
    let (jon, sara) = (part("jon"), part("sara"));
    let fleet = Fleet::new(&[
        ("flake.nix", "{ inputs.clan.url = \"x\"; outputs = inputs: inputs.other.lib.make ./.; }"),
        ("parts/jon.nix", &jon),
        ("old/sara.nix", &sara),
        (".direnv/sara.nix", &sara),
        (".gitignore", "/old\n"),
    ]);
    let shown = fleet.run(&["show", "--format", "json"]).json();
    let machines = shown["clans"][0]["machines"].as_object().unwrap();
    assert_eq!(machines.keys().collect::<Vec<_>>(), ["jon"]);
}

/// A fleet whose machines come from an input that nothing is locked for.
fn fleet_of_an_input() -> Fleet {
    Fleet::new(&[
        (
            "fleet/flake.nix",
            r#"{ inputs.clan-core.url = "x"; inputs.shared.url = "github:somebody/shared";
                outputs = inputs: { clan = inputs.clan-core.lib.clan {
                    inventory.machines = inputs.shared.lib.machines; }; }; }"#,
        ),
        ("shared/flake.nix", "{ outputs = inputs: { lib.machines.jon = { }; }; }"),
    ])
}

#[test]
fn the_source_of_an_input_can_be_named() {
    let fleet = fleet_of_an_input();
    let machines = |arguments: &[&str]| {
        let shown = fleet.run(arguments).json();
        let machines = shown["clans"][0]["machines"].as_object().unwrap();
        machines.keys().cloned().collect::<Vec<_>>()
    };
    let show = ["show", "--format", "json", "fleet"];
    assert!(machines(&show).is_empty());
    let named = ["show", "--format", "json", "--input", "shared=shared", "fleet"];
    assert_eq!(machines(&named), ["jon"]);
}

#[test]
fn the_configuration_names_sources_of_inputs() {
    let fleet = fleet_of_an_input();
    let configuration = fleet.join("fleet/inventory-ls.toml");
    std::fs::write(configuration, "inputs.shared = \"../shared\"\n").unwrap();
    let shown = fleet.run(&["show", "--format", "json", "fleet"]).json();
    assert_eq!(shown["clans"][0]["complete"], true, "{shown}");
    assert!(shown["clans"][0]["machines"]["jon"].is_object(), "{shown}");
}

#[test]
fn an_input_without_a_folder_is_refused() {
    let fleet = fleet_of_an_input();
    for (input, says) in [("shared", "NAME=PATH"), ("shared=nowhere", "cannot read `nowhere`")] {
        let answer = fleet.run(&["show", "--input", input, "fleet"]);
        assert_eq!(answer.code, Some(2));
        assert!(answer.stderr.contains(says), "{}", answer.stderr);
    }
}
