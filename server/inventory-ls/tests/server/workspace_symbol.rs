//! What is found in the workspace by a part of its name.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

/// `KIND NAME (CONTAINER) FILE:LINE`, kinds as numbers, lines from 0.
fn found(session: &mut Session, query: &str) -> Vec<String> {
    let answer = session.client.request("workspace/symbol", json!({ "query": query })).unwrap();
    let line = |it: &Value| {
        let container = it["containerName"].as_str().map(|it| format!(" ({it})"));
        let file = it["location"]["uri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let (name, line) =
            (it["name"].as_str().unwrap(), &it["location"]["range"]["start"]["line"]);
        format!("{} {name}{} {file}:{line}", it["kind"], container.unwrap_or_default())
    };
    answer.as_array().unwrap().iter().map(line).collect()
}

#[test]
fn things_are_found_in_files_that_nobody_opened() {
    let clan = "{\n  imports = [ ./more.nix ];\n  inventory.machines.jon.tags = [ \"é\" ];\n}\n";
    let more = "{\n  inventory.instances.jobs.roles.join = { };\n}\n";
    let mut session = Session::with(clan, &[("more.nix", more)], &json!({}));
    let all = ["2 jobs more.nix:1", "11 join (jobs) more.nix:1", "13 jon clan.nix:2"];
    assert_eq!(found(&mut session, "jo"), [all[2], all[0], all[1]]);
    assert_eq!(found(&mut session, "é"), ["22 é clan.nix:2"]);
    let document = json!({ "textDocument": { "uri": uri(&session.clan) } });
    session.client.notify("textDocument/didClose", document).unwrap();
    // What is not open is on the disk, and there is no `clan.nix`.
    assert_eq!(found(&mut session, "jo"), [""; 0]);
    std::fs::write(&session.clan, clan).unwrap();
    let change = json!({ "changes": [{ "uri": uri(&session.clan), "type": 1 }] });
    session.client.notify("workspace/didChangeWatchedFiles", change).unwrap();
    assert_eq!(found(&mut session, "jo"), [all[2], all[0], all[1]]);
}

#[test]
fn of_several_clans_it_is_told_which() {
    let mut session = Session::with("{ inventory.machines.jon = { }; }", &[], &json!({}));
    let other = session.folder.path().canonicalize().unwrap().join("other/clan.nix");
    let clan = "{ meta.name = \"other\"; inventory.machines.jonas = { }; }";
    session.client.open(&other, clan).unwrap();
    let both = ["13 jon (example) clan.nix:0", "13 jonas (other) clan.nix:0"];
    assert_eq!(found(&mut session, "jon"), both);
}

#[test]
fn of_many_only_the_best_are_told() {
    let machines = (0..2_000).map(|number| format!("m{number} = {{ }}; "));
    let clan = format!("{{ inventory.machines = {{ {}}}; }}", machines.collect::<String>());
    let mut session = Session::with(&clan, &[], &json!({}));
    assert_eq!(found(&mut session, "m").len(), 256);
    assert_eq!(found(&mut session, "m1999"), ["13 m1999 clan.nix:0"]);
    assert_eq!(found(&mut session, "").len(), 256);
}

#[test]
fn who_turned_it_off_finds_nothing() {
    let off = ("inventory-ls.toml", "features.symbol = false\n");
    let mut session = Session::with("{ inventory.machines.jon = { }; }", &[off], &json!({}));
    assert_eq!(found(&mut session, "jon"), [""; 0]);
}
