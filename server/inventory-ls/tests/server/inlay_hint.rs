//! Hints behind texts, and when the client is told to ask for them again.

use serde_json::{Value, json};

use crate::Session;
use inventory_ls::lsp_client::uri;

const CLAN: &str = r#"{
  imports = [ ./machines.nix ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "é" "backup" ];
  };
}
"#;

const MACHINES: &str =
    "{\n  inventory.machines = { jon.tags = [ \"backup\" ]; sara.tags = [ \"backup\" ]; };\n}\n";

fn session(capabilities: &Value) -> Session {
    Session::with(CLAN, &[("machines.nix", MACHINES)], capabilities)
}

/// The hints between the starts of two lines.
fn hints(session: &mut Session, from: u32, to: u32) -> Vec<Value> {
    let range = json!({
        "start": { "line": from, "character": 0 },
        "end": { "line": to, "character": 0 },
    });
    let params = json!({ "textDocument": { "uri": uri(&session.clan) }, "range": range });
    let answer = session.client.request("textDocument/inlayHint", params).unwrap();
    answer.as_array().cloned().unwrap()
}

#[test]
fn a_hint_has_parts_that_lead_to_machines() {
    let mut session = session(&json!({}));
    let hints = hints(&mut session, 4, 5);
    assert_eq!(hints.len(), 1, "{hints:?}");
    assert_eq!(hints[0]["position"], json!({ "line": 4, "character": 38 }));
    assert_eq!(hints[0]["paddingLeft"], true);
    let parts = hints[0]["label"].as_array().unwrap();
    let values: Vec<_> = parts.iter().map(|part| part["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["jon", ", ", "sara"]);
    let machines = session.clan.with_file_name("machines.nix");
    assert_eq!(parts[0]["location"]["uri"], uri(&machines));
    assert_eq!(parts[2]["location"]["range"]["start"], json!({ "line": 1, "character": 50 }));
    let tooltip = hints[0]["tooltip"]["value"].as_str().unwrap();
    assert!(tooltip.starts_with("tag **backup**: 2 machines\n\n[jon](file:///"), "{tooltip}");
}

#[test]
fn only_the_range_is_looked_at() {
    let mut session = session(&json!({}));
    assert_eq!(hints(&mut session, 0, 2).len(), 0);
    assert_eq!(hints(&mut session, 2, 3).len(), 1);
    assert_eq!(hints(&mut session, 0, 7).len(), 2);
}

#[test]
fn a_change_elsewhere_that_shows_refreshes() {
    let support = json!({ "refreshSupport": true });
    let capabilities = json!({ "workspace": { "inlayHint": support, "codeLens": support } });
    let mut session = session(&capabilities);
    let machines = session.clan.with_file_name("machines.nix");
    session.client.open(&machines, MACHINES).unwrap();
    session.client.diagnostics(&machines, 1).unwrap();
    // What `machines.nix` says here shows nowhere.
    session.client.edit(&machines, 2, ((0, 1), (0, 1)), " # a comment").unwrap();
    session.client.diagnostics(&machines, 2).unwrap();
    let name = ((1, 25), (1, 28));
    session.client.edit(&machines, 3, name, "eva").unwrap();
    session.client.diagnostics(&machines, 3).unwrap();
    for method in ["workspace/inlayHint/refresh", "workspace/codeLens/refresh"] {
        let request = loop {
            let message = session.client.receive().unwrap();
            if message["method"].as_str().is_some_and(|it| it.ends_with("/refresh")) {
                break message;
            }
        };
        assert_eq!(request["method"], method);
        let answer = json!({ "jsonrpc": "2.0", "id": request["id"], "result": null });
        session.client.send(&answer.to_string()).unwrap();
    }
    let label = &hints(&mut session, 4, 5)[0]["label"];
    assert_eq!(label[0]["value"], "eva");
}
