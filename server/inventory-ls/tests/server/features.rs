//! What is announced, registered and answered, by the settings.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;
use crate::asked::Client;

/// A client that can be told of hover later, started with some settings.
fn start(root: &std::path::Path, options: &Value) -> (Client, Value) {
    let mut client = Session::start();
    let hover = json!({ "hover": { "dynamicRegistration": true } });
    let params = json!({
        "processId": null,
        "rootUri": uri(root),
        "capabilities": { "textDocument": hover },
        "initializationOptions": options,
    });
    let answer = client.request("initialize", params).unwrap();
    client.notify("initialized", json!({})).unwrap();
    (client, answer["capabilities"].clone())
}

fn settings(client: &mut Client, settings: &Value) {
    let params = json!({ "settings": settings });
    client.notify("workspace/didChangeConfiguration", params).unwrap();
}

/// Waits for a request of the server, and answers it.
fn asked(client: &mut Client, method: &str) -> Value {
    loop {
        let message = client.receive().unwrap();
        if message["method"] == method {
            let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": null });
            client.send(&answer.to_string()).unwrap();
            return message["params"].clone();
        }
    }
}

#[test]
fn what_is_off_is_not_announced() {
    let folder = tempfile::tempdir().unwrap();
    let announced = |options: &Value| start(folder.path(), options).1;
    assert_eq!(announced(&Value::Null)["hoverProvider"], true);
    let off = json!({ "features": { "hover": false, "completion": false } });
    let announced_off = announced(&off);
    assert_eq!(announced_off["hoverProvider"], Value::Null);
    assert_eq!(announced_off["completionProvider"], Value::Null);
    assert_eq!(announced_off["definitionProvider"], true);
}

#[test]
fn the_file_in_the_folder_counts_from_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    std::fs::write(root.join("inventory-ls.toml"), "features.hover = false").unwrap();
    assert_eq!(start(&root, &Value::Null).1["hoverProvider"], Value::Null);
}

#[test]
fn a_feature_is_registered_when_it_is_turned_on_and_taken_back_when_it_is_off() {
    let folder = tempfile::tempdir().unwrap();
    let (off, on) = (json!({ "features": { "hover": false } }), json!({ "features": {} }));
    let (mut client, _) = start(folder.path(), &Value::Null);
    client.stop().unwrap();
    let (mut client, _) = start(folder.path(), &off);
    settings(&mut client, &json!({ "features": { "hover": true } }));
    let registered = asked(&mut client, "client/registerCapability");
    let expected = json!([{
        "id": "feature/hover",
        "method": "textDocument/hover",
        "registerOptions": { "documentSelector": null },
    }]);
    assert_eq!(registered["registrations"], expected);
    settings(&mut client, &on);
    let taken_back = asked(&mut client, "client/unregisterCapability");
    let expected = json!([{ "id": "feature/hover", "method": "textDocument/hover" }]);
    assert_eq!(taken_back["unregisterations"], expected);
}

#[test]
fn what_is_turned_off_is_answered_with_nothing() {
    let mut session = Session::open("{ inventory.machines.jon = { }; meta.name = \"x\"; }");
    assert_ne!(session.hover((0, 22)), "");
    settings(&mut session.client, &json!({ "features": { "hover": false } }));
    // The very next request knows.
    assert_eq!(session.hover((0, 22)), "");
    settings(&mut session.client, &json!({}));
    assert_ne!(session.hover((0, 22)), "");
}

#[test]
fn diagnostics_can_be_turned_off() {
    let mut session = Session::open("{ inventory.instances.nope = { }; meta.name = \"x\"; }");
    assert_eq!(session.diagnostics(1).len(), 1);
    settings(&mut session.client, &json!({ "features": { "diagnostic": false } }));
    assert_eq!(session.diagnostics(1), [""; 0]);
}
