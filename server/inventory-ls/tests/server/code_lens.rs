//! Lenses: told at once, filled when they are looked at, and clicked.

use serde_json::{Value, json};

use crate::Session;
use inventory_ls::lsp_client::uri;

const CLAN: &str = r#"{
  inventory.machines = { jon.tags = [ "backup" ]; sara.tags = [ "backup" ]; };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
  };
}
"#;

fn lenses(session: &mut Session) -> Vec<Value> {
    let params = json!({ "textDocument": { "uri": uri(&session.clan) } });
    let answer = session.client.request("textDocument/codeLens", params).unwrap();
    answer.as_array().cloned().unwrap()
}

fn resolved(session: &mut Session, index: usize) -> Value {
    let lens = lenses(session)[index].clone();
    assert_eq!(lens["command"], Value::Null);
    session.client.request("codeLens/resolve", lens).unwrap()
}

#[test]
fn a_lens_opens_the_members_where_the_client_lists_places() {
    let commands = json!({ "commands": { "commands": ["inventory-ls.showReferences"] } });
    let mut session = Session::with(CLAN, &[], &json!({ "experimental": commands }));
    let lens = resolved(&mut session, 1);
    let command = &lens["command"];
    assert_eq!(command["title"], "2 machines");
    assert_eq!(command["command"], "inventory-ls.showReferences");
    let arguments = &command["arguments"];
    assert_eq!(arguments[0], uri(&session.clan));
    assert_eq!(arguments[1], json!({ "line": 4, "character": 10 }));
    let columns: Vec<_> = arguments[2]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| place["range"]["start"]["character"].as_u64().unwrap())
        .collect();
    assert_eq!(columns, [38, 64]);
}

#[test]
fn a_lens_is_never_an_error_for_others() {
    let mut session = Session::open(CLAN);
    let lens = resolved(&mut session, 0);
    let command = &lens["command"];
    assert_eq!(command["title"], "1 role, 2 machines");
    assert_eq!(command["command"], "inventory-ls.showMembers");
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    let id = session.client.send_request("workspace/executeCommand", params).unwrap();
    // They come by two ways, in any order.
    let (mut shown, mut result) = (None, None);
    while shown.is_none() || result.is_none() {
        let message = session.client.receive().unwrap();
        if message["method"] == "window/showMessage" {
            shown = message["params"]["message"].as_str().map(str::to_owned);
        } else if message["id"] == id {
            result = message.get("result").cloned();
        }
    }
    assert_eq!(shown.as_deref(), Some("1 role, 2 machines: jon, sara"));
    assert_eq!(result, Some(Value::Null));
}

#[test]
fn a_lens_of_another_version_is_refused() {
    let mut session = Session::open(CLAN);
    let lens = lenses(&mut session)[0].clone();
    session.client.edit(&session.clan, 2, ((0, 0), (0, 0)), " ").unwrap();
    let id = session.client.send_request("codeLens/resolve", lens).unwrap();
    assert_eq!(session.client.answer(id).unwrap()["error"]["code"], -32801);
}

#[test]
fn a_command_that_is_none_is_refused() {
    let mut session = Session::open(CLAN);
    let document = json!({ "textDocument": { "uri": uri(&session.clan) } });
    let params = json!({ "command": "nope", "arguments": [document] });
    let id = session.client.send_request("workspace/executeCommand", params).unwrap();
    assert_eq!(session.client.answer(id).unwrap()["error"]["code"], -32602);
}
