//! Whole clans for views, and the word that they may have changed.

use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

const CLAN: &str = r#"{
  inventory.machines.jon = { tags = [ "backup" ]; };
  inventory.instances.bk.roles.client = { tags = [ "backup" "nope" ]; machines.vault = { }; };
}
"#;

/// The answer about all clans, or about that of a document.
fn fleet(session: &mut Session, document: Option<&str>) -> Value {
    let document = document.map(|uri| json!({ "uri": uri }));
    let params = document.map_or(json!({}), |document| json!({ "textDocument": document }));
    session.client.request("inventory-ls/fleet", params).unwrap()
}

fn clan(session: &mut Session) -> Value {
    fleet(session, None)["clans"][0].clone()
}

fn names(things: &Value) -> Vec<&str> {
    things.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect()
}

#[test]
fn things_name_each_other_by_number() {
    let mut session = Session::open(CLAN);
    let clan = clan(&mut session);
    assert_eq!(clan["name"], "example");
    assert_eq!(clan["entry"], uri(&session.clan));
    assert_eq!(clan["files"], json!([uri(&session.clan)]));
    assert_eq!(names(&clan["tags"]), ["all", "backup", "nixos", "nope"]);
    let machine = json!({
        "name": "jon",
        "class": "nixos",
        "tags": [
            { "tag": 1, "at": [0, 1, 38, 1, 46] },
            { "tag": 0, "at": null },
            { "tag": 2, "at": null },
        ],
        "at": [{ "name": [0, 1, 21, 1, 24], "whole": [0, 1, 2, 1, 52] }],
        "open": false,
    });
    assert_eq!(clan["machines"], json!([machine]));
    let tag = json!({
        "name": "backup", "builtIn": false, "machines": [0], "at": [[0, 1, 38, 1, 46]],
    });
    assert_eq!(clan["tags"][1], tag);
}

#[test]
fn a_role_names_what_does_not_exist_and_has_it_not_as_a_member() {
    let mut session = Session::open(CLAN);
    let clan = clan(&mut session);
    let instance = &clan["instances"][0];
    assert_eq!(instance["module"], json!({ "name": "bk", "input": null }));
    assert_eq!(instance["description"], Value::Null);
    let role = json!({
        "name": "client",
        "machines": [{ "name": "vault", "at": [0, 2, 79, 2, 84] }],
        "tags": [
            { "name": "backup", "at": [0, 2, 51, 2, 59] },
            { "name": "nope", "at": [0, 2, 60, 2, 66] },
        ],
        "members": [0],
        "at": [{ "name": [0, 2, 31, 2, 37], "whole": [0, 2, 2, 2, 94] }],
        "open": false,
    });
    assert_eq!(instance["roles"], json!([role]));
    assert_eq!(
        clan["tags"][3],
        json!({ "name": "nope", "builtIn": false, "machines": [], "at": [] })
    );
}

#[test]
fn a_tag_that_the_clan_defines_has_its_machines_and_its_place() {
    let text =
        "{\n  inventory.machines = { a = { }; b = { }; };\n  inventory.tags.all = [ \"b\" ];\n}\n";
    let mut session = Session::open(text);
    let clan = clan(&mut session);
    let all = json!({
        "name": "all", "builtIn": false, "machines": [1], "at": [[0, 2, 17, 2, 20]],
    });
    assert_eq!(clan["tags"][0], all);
    assert_eq!(clan["machines"][1]["tags"][0], json!({ "tag": 0, "at": [0, 2, 25, 2, 28] }));
}

#[test]
fn a_machine_may_be_a_folder() {
    let mut session = Session::open("{ inventory.machines.jon = { }; }");
    let root = session.folder.path().canonicalize().unwrap();
    let folder = root.join("machines/pc");
    std::fs::create_dir_all(&folder).unwrap();
    let change = json!({ "changes": [{ "uri": uri(&folder), "type": 1 }] });
    session.client.notify("workspace/didChangeWatchedFiles", change).unwrap();
    let clan = clan(&mut session);
    assert_eq!(names(&clan["machines"]), ["jon", "pc"]);
    let nowhere = json!([1, 0, 0, 0, 0]);
    assert_eq!(clan["machines"][1]["at"], json!([{ "name": nowhere, "whole": nowhere }]));
    assert_eq!(clan["files"][1], uri(&folder));
}

#[test]
fn a_name_that_a_function_makes_has_no_binding() {
    let text = "{ lib, ... }: { inventory.machines = lib.genAttrs [ \"a\" ] (_: { }); }";
    let mut session = Session::open(text);
    let at = clan(&mut session)["machines"][0]["at"].clone();
    let name = json!([0, 0, 52, 0, 55]);
    assert_eq!(at, json!([{ "name": name, "whole": name }]));
}

#[test]
fn a_machine_of_inventory_json_has_its_property() {
    let json = "{ \"machines\": {\n  \"pc\": { \"tags\": [\"a\"] }\n} }";
    let files = [("inventory.json", json)];
    let mut session = Session::with("{ meta.name = \"x\"; }", &files, &json!({}));
    let clan = clan(&mut session);
    let at = json!([{ "name": [0, 1, 2, 1, 6], "whole": [0, 1, 2, 1, 25] }]);
    assert_eq!(clan["machines"][0]["at"], at);
    assert!(clan["files"][0].as_str().unwrap().ends_with("/inventory.json"));
}

/// How many units a character takes.
type Width = fn(char) -> usize;

#[test]
fn positions_are_counted_in_the_clients_units() {
    let open =
        r#"{ inventory.instances."🦀".roles.client.tags = [ "all" ]; imports = [ ./b.nix ]; }"#;
    let closed = r#"{ inventory.machines = { "ß🦀".tags = [ "x" ]; }; }"#;
    for (encoding, width) in [("utf-8", char::len_utf8 as Width), ("utf-16", char::len_utf16)] {
        let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
        let mut session = Session::with(open, &[("b.nix", closed)], &capabilities);
        let clan = clan(&mut session);
        let used = &clan["instances"][0]["roles"][0]["tags"][0]["at"];
        let carried = &clan["machines"][0]["tags"][0]["at"];
        let column = |text: &str, what| -> usize {
            text.split(what).next().unwrap().chars().map(width).sum()
        };
        let [open, closed] = [column(open, "\"all\""), column(closed, "\"x\"")];
        assert_eq!((&used[2], &used[4]), (&json!(open), &json!(open + 5)), "{encoding}");
        assert_eq!((&carried[2], &carried[4]), (&json!(closed), &json!(closed + 3)), "{encoding}");
        let file = usize::try_from(carried[0].as_u64().unwrap()).unwrap();
        assert!(clan["files"][file].as_str().unwrap().ends_with("/b.nix"));
    }
}

#[test]
fn it_is_told_live_also_of_half_typed_text() {
    let mut session = Session::open(CLAN);
    session
        .client
        .edit(&session.clan, 2, ((1, 0), (1, 0)), "  inventory.machines.sara.\n")
        .unwrap();
    let clan_then = clan(&mut session);
    assert!(names(&clan_then["machines"]).contains(&"jon"), "{clan_then}");
    let rest = "tags = [ \"backup\" ];";
    session.client.edit(&session.clan, 3, ((1, 26), (1, 26)), rest).unwrap();
    let clan = clan(&mut session);
    assert_eq!(names(&clan["machines"]), ["jon", "sara"]);
    assert_eq!(clan["instances"][0]["roles"][0]["members"], json!([0, 1]));
}

#[test]
fn a_document_tells_its_clan_alone() {
    let mut session = Session::open("{ inventory.machines.jon = { }; }");
    let other = session.folder.path().canonicalize().unwrap().join("other/clan.nix");
    session.client.open(&other, "{ meta.name = \"other\"; inventory.machines.a = { }; }").unwrap();
    let all = fleet(&mut session, None);
    assert_eq!(names(&all["clans"]), ["example", "other"]);
    assert_eq!(all.get("why"), None);
    let one = fleet(&mut session, Some(&uri(&other)));
    assert_eq!(names(&one["clans"]), ["other"]);
}

#[test]
fn without_a_clan_it_is_told_why() {
    let mut session = Session::open("{ }");
    let root = session.folder.path().canonicalize().unwrap();
    let none = root.join("none");
    let folder = json!([{ "uri": uri(&none), "name": "none" }]);
    let old = json!([{ "uri": uri(&root), "name": "folder" }]);
    let document = json!({ "textDocument": { "uri": uri(&session.clan) } });
    session.client.notify("textDocument/didClose", document).unwrap();
    let event = json!({ "event": { "added": folder, "removed": old } });
    session.client.notify("workspace/didChangeWorkspaceFolders", event).unwrap();
    let none = none.display();
    let expected = format!(
        "no clan in `{none}`: no clan.nix stands there or below, and no flake.nix that defines a \
         clan; open the folder that holds it, or write a clan.nix"
    );
    let answer = json!({ "format": 1, "clans": [], "why": expected });
    assert_eq!(fleet(&mut session, None), answer);

    let document = fleet(&mut session, Some(&uri(&root.join("none.nix"))));
    assert!(document["why"].as_str().unwrap().contains("none.nix` belongs to no clan"));
    let untitled = fleet(&mut session, Some("untitled:Untitled-1"));
    assert!(untitled["why"].as_str().unwrap().contains("`untitled:Untitled-1` is no file"));
}

#[test]
fn what_could_not_be_followed_is_told() {
    let text = "{ inputs, ... }: { inventory.machines = inputs.other.machines; }";
    let mut session = Session::open(text);
    let clan = clan(&mut session);
    assert_eq!(clan["machinesOpen"], true);
    assert_eq!(clan["unknown"][0]["path"], "inventory.machines");
    assert_eq!(clan["unknown"][0]["at"][1], 0);
    assert!(!clan["unknown"][0]["why"].as_str().unwrap().is_empty());
}

/// How often the client was told that fleets may have changed, once nothing comes any more.
fn told(session: &mut Session) -> usize {
    sleep(Duration::from_millis(400));
    let heard = session.client.heard().unwrap();
    let changed = heard.iter().filter(|it| it["method"] == "inventory-ls/fleetChanged");
    assert!(changed.clone().all(|it| it["params"] == json!({})));
    changed.count()
}

fn session(announced: bool) -> Session {
    Session::with(CLAN, &[], &json!({ "experimental": { "fleetChanged": announced } }))
}

#[test]
fn who_wants_to_know_is_told_of_changes() {
    let mut session = session(true);
    told(&mut session);
    assert_eq!(told(&mut session), 0, "nothing has changed");
    session.client.edit(&session.clan, 2, ((1, 21), (1, 21)), "x").unwrap();
    assert_eq!(told(&mut session), 1);
    assert_eq!(names(&clan(&mut session)["machines"]), ["xjon"]);
    let folder: PathBuf = session.folder.path().canonicalize().unwrap().join("machines/pc");
    std::fs::create_dir_all(&folder).unwrap();
    let change = json!({ "changes": [{ "uri": uri(&folder), "type": 1 }] });
    session.client.notify("workspace/didChangeWatchedFiles", change).unwrap();
    assert_eq!(told(&mut session), 1);
}

#[test]
fn of_many_changes_it_is_told_seldom_and_of_the_last_for_sure() {
    let mut session = session(true);
    told(&mut session);
    for version in 2..102 {
        session.client.edit(&session.clan, version, ((1, 21), (1, 21)), "x").unwrap();
    }
    let count = told(&mut session);
    assert!((1..=20).contains(&count), "told {count} times");
    let name = format!("{}jon", "x".repeat(100));
    assert_eq!(names(&clan(&mut session)["machines"]), [name]);
}

#[test]
fn nobody_else_is_told() {
    let mut session = session(false);
    session.client.edit(&session.clan, 2, ((1, 21), (1, 21)), "x").unwrap();
    assert_eq!(told(&mut session), 0);
}
