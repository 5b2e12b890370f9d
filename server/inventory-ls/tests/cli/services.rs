//! `inventory-ls services`.

use serde_json::json;

use crate::fleet::Fleet;
use crate::tutorial;

#[test]
fn json_has_the_documented_shape() {
    let answer = tutorial::twice().run(&["services", "--format", "json"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let services = answer.json();
    assert_eq!(services.as_object().unwrap().keys().collect::<Vec<_>>(), ["<clan-core>"]);
    let borgbackup = &services["<clan-core>"]["borgbackup"];
    let server = json!({ "freeform": false, "options": [
        { "path": ["address"], "type": "null or string", "required": false, "hasDefault": true, "default": "null" },
        { "path": ["directory"], "type": "string", "required": false, "hasDefault": true,
          "default": "\"/var/lib/borgbackup\"" },
    ] });
    assert_eq!(borgbackup["roles"]["server"], server);
    let repo = json!({ "path": ["destinations", "<name>", "repo"], "type": "string",
        "required": true, "hasDefault": false, "default": null });
    assert_eq!(borgbackup["roles"]["client"]["options"][2], repo);
    let no_limits = json!({ "maxInstances": null, "roles": {} });
    assert_eq!(borgbackup["constraints"], no_limits);
    assert_eq!(borgbackup["source"], "catalogue");
    assert_eq!(services["<clan-core>"]["users"]["manifestName"], "clan-core/user");
}

#[test]
fn the_clans_own_services_stand_under_self() {
    let clan = "{ modules.greeter = { manifest.name = \"hi\"; roles.morning = { }; }; }";
    let answer = Fleet::new(&[("clan.nix", clan)]).run(&["services", "--format", "json"]).json();
    let role = json!({ "freeform": false, "options": [] });
    let greeter = json!({ "source": "clan.nix", "manifestName": "hi",
        "constraints": { "maxInstances": null, "roles": {} }, "roles": { "morning": role } });
    assert_eq!(answer["self"], json!({ "greeter": greeter }));
}

#[test]
fn settings_are_read_off_the_modules() {
    let module = "{ lib, ... }: {
        manifest.constraints.maxInstances = 1;
        roles.a.interface.options.port = lib.mkOption { type = lib.types.port; default = 22; };
        roles.b.interface = lib.fancyInterface { };
    }";
    let files = [
        ("clan.nix", "{ modules.file = ./own.nix; modules.here = import ./own.nix; }"),
        ("own.nix", module),
    ];
    let answer = Fleet::new(&files).run(&["services", "--format", "json"]).json();
    for name in ["file", "here"] {
        let service = &answer["self"][name];
        let port = json!({ "path": ["port"], "required": false, "hasDefault": true, "default": "22",
            "type": "16 bit unsigned integer; between 0 and 65535 (both inclusive)" });
        assert_eq!(
            service["roles"]["a"],
            json!({ "freeform": false, "options": [port] }),
            "{name}"
        );
        assert_eq!(service["roles"]["b"], json!({ "freeform": true, "options": [] }), "{name}");
        assert_eq!(service["constraints"]["maxInstances"], 1, "{name}");
    }
}

#[test]
fn a_default_is_told_only_where_there_is_one() {
    let module = r#"{ lib, ... }: { roles.r.interface = {
        imports = [ (lib.mkRenamedOptionModule [ "old" ] [ "must" ]) ];
        options = {
            fancy = lib.mkOption { type = lib.types.fancy; };
            inner = lib.mkOption { type = lib.types.str; internal = true; };
            many = lib.mkOption { type = lib.types.listOf lib.types.str; };
            must = lib.mkOption { type = lib.types.str; };
        };
    }; }"#;
    let files = [("clan.nix", "{ modules.own = ./own.nix; }"), ("own.nix", module)];
    let answer = Fleet::new(&files).run(&["services", "--format", "json"]).json();
    let options = answer["self"]["own"]["roles"]["r"]["options"].as_array().unwrap().iter();
    let defaults: Vec<_> =
        options.map(|it| (it["path"][0].as_str().unwrap(), &it["hasDefault"])).collect();
    let (yes, no) = (&json!(true), &json!(false));
    let expected = [("fancy", no), ("inner", no), ("many", yes), ("must", no), ("old", no)];
    assert_eq!(defaults, expected);
}

#[test]
fn services_of_inputs_are_read_where_their_source_is() {
    let flake =
        "{ outputs = { clan-core, self, ... }: { clan = clan-core.lib.clan { inherit self; }; }; }";
    let lock = r#"{ "nodes": {
        "root": { "inputs": { "clan-core": "core", "far": "far", "friend": "friend" } },
        "core": { "locked": { "type": "path", "path": "core", "repo": "clan-core" }, "parent": [] },
        "far": { "locked": { "type": "github", "narHash": "sha256-iJoK5GeayA+r4kYHK/s5nwcOfcRvaU1NAE2JQqYKO64=" } },
        "friend": { "locked": { "type": "path", "path": "./friend" }, "parent": [] }
    }, "root": "root", "version": 7 }"#;
    let friend = "{ outputs = { ... }: { clan.modules.sync = { manifest.name = \"hi\"; roles.peer = { }; }; }; }";
    let core = "{ clan.modules.dns.roles.server = { }; }";
    let fleet = Fleet::new(&[
        ("flake.nix", flake),
        ("flake.lock", lock),
        ("friend/flake.nix", friend),
        ("core/clanServices/flake-module.nix", core),
    ]);
    let answer = fleet.run(&["services", "--format", "json"]).json();
    assert_eq!(answer.as_object().unwrap().keys().collect::<Vec<_>>(), ["<clan-core>", "friend"]);
    assert_eq!(answer["friend"]["sync"]["manifestName"], "hi");
    assert_eq!(answer["friend"]["sync"]["source"], "friend");
    let dns = answer["<clan-core>"].as_object().unwrap();
    assert_eq!(dns.keys().collect::<Vec<_>>(), ["dns"]);
    assert_eq!(dns["dns"]["roles"]["server"], json!({ "freeform": false, "options": [] }));
    let table = fleet.run(&["services"]).stdout;
    assert!(table.contains("1 service of friend") && table.contains("told as of core"), "{table}");
}

#[test]
fn services_of_a_flake_deeper_in_its_source_are_read() {
    let flake =
        "{ outputs = { clan-core, self, ... }: { clan = clan-core.lib.clan { inherit self; }; }; }";
    let lock = r#"{ "nodes": {
        "root": { "inputs": { "friend": "friend", "beside": "beside" } },
        "friend": { "locked": { "type": "path", "path": "friend", "dir": "flake" }, "parent": [] },
        "beside": { "locked": { "type": "path", "path": "../more" }, "parent": ["friend"] }
    }, "root": "root", "version": 7 }"#;
    let friend = "{ outputs = { ... }: { clan.modules.sync = ../sync.nix; }; }";
    let more = "{ outputs = { ... }: { clan.modules.more = import ../sync.nix; }; }";
    let fleet = Fleet::new(&[
        ("flake.nix", flake),
        ("flake.lock", lock),
        ("friend/flake/flake.nix", friend),
        ("friend/more/flake.nix", more),
        ("friend/sync.nix", "{ roles.peer = { }; }"),
    ]);
    let answer = fleet.run(&["services", "--format", "json"]).json();
    let role = json!({ "peer": { "freeform": false, "options": [] } });
    assert_eq!(answer["friend"]["sync"]["roles"], role);
    assert_eq!(answer["friend"]["sync"]["source"], "friend/flake");
    assert_eq!(answer["beside"]["more"]["roles"], role);
    // Whether the user names the source or the flake in it.
    for told in ["--input=friend=friend", "--input=friend=friend/flake"] {
        let answer = fleet.run(&["services", "--format", "json", told]).json();
        assert_eq!(answer["friend"]["sync"]["roles"], role, "{told}");
    }
}

#[test]
fn limits_are_told() {
    let services = Fleet::new(&[]).run(&["services", "--format", "json"]).json();
    let limits = json!({ "maxInstances": null, "roles": {
        "controller": { "minMachines": 1, "maxMachines": 1 },
        "moon": { "minMachines": null, "maxMachines": 4 },
    } });
    assert_eq!(services["<clan-core>"]["zerotier"]["constraints"], limits);
}

#[test]
fn the_table_fits_a_terminal() {
    let answer = tutorial::twice().run(&["services"]);
    assert_eq!(answer.code, Some(0));
    let lines = [
        "30 services of <clan-core>",
        "  borgbackup          client      destinations, exclude, startAt",
        "                      server      address, directory",
    ];
    for line in lines {
        assert!(answer.stdout.lines().any(|it| it == line), "no `{line}` in {}", answer.stdout);
    }
    assert!(answer.stdout.lines().all(|line| line.chars().count() <= 80), "{}", answer.stdout);
    assert!(!answer.stdout.contains("pins another"));
}

#[test]
fn a_folder_that_is_not_there_is_refused() {
    Fleet::new(&[]).run(&["services", "absent"]).assert_failed(&["cannot read `absent`"]);
}
