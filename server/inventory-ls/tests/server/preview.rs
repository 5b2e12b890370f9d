//! "What would change without it?": an action that asks, and who shows the answer.

use serde_json::{Value, json};

use crate::Session;
use inventory_ls::lsp_client::uri;

const CLAN: &str = r#"{
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.tags = [ "backup" ];
}
"#;

fn session(commands: &[&str]) -> Session {
    let action = json!({
        "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } },
        "dataSupport": true,
        "resolveSupport": { "properties": ["edit"] },
    });
    let capabilities = json!({
        "textDocument": { "codeAction": action },
        "experimental": { "commands": { "commands": commands } },
    });
    Session::with(CLAN, &[], &capabilities)
}

/// The actions at the tag in the list of jon.
fn actions(session: &mut Session, mut context: Value) -> Vec<Value> {
    context["diagnostics"] = json!([]);
    let at = json!({ "line": 1, "character": 36 });
    let params = json!({
        "textDocument": { "uri": uri(&session.clan) },
        "range": { "start": at, "end": at },
        "context": context,
    });
    let answer = session.client.request("textDocument/codeAction", params).unwrap();
    answer.as_array().cloned().unwrap()
}

fn question(actions: &[Value]) -> Option<&Value> {
    actions.iter().find(|it| it["title"] == "What would change without `backup`?")
}

#[test]
fn the_client_that_shows_previews_asks_for_one() {
    let mut session = session(&["inventory-ls.showPreview"]);
    let actions = actions(&mut session, json!({}));
    let action = question(&actions).unwrap();
    assert_eq!(action["command"]["command"], "inventory-ls.showPreview");
    let resolved = session.client.request("codeAction/resolve", action.clone()).unwrap();
    assert_eq!(resolved, *action);

    let arguments = action["command"]["arguments"].clone();
    let params = json!({ "command": "inventory-ls.preview", "arguments": arguments });
    let preview = session.client.request("workspace/executeCommand", params).unwrap();
    assert_eq!(preview["title"], "What would change without `backup`?");
    let markdown = preview["markdown"].as_str().unwrap();
    assert!(markdown.starts_with("without the tag **backup** in [clan.nix:2](file:"), "{markdown}");
    assert_eq!(preview["changes"][1]["role"], "client");
    assert_eq!(preview["open"], false);
}

#[test]
fn another_client_gets_a_message() {
    let mut session = session(&[]);
    let actions = actions(&mut session, json!({}));
    let command = &question(&actions).unwrap()["command"];
    assert_eq!(command["command"], "inventory-ls.preview");
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    session.client.send_request("workspace/executeCommand", params).unwrap();
    let message = loop {
        let message = session.client.receive().unwrap();
        if message["method"] == "window/showMessage" {
            break message["params"]["message"].clone();
        }
    };
    let expected =
        "Without `backup`: 1 machine changes: jon loses the tag backup, jon loses bk client";
    assert_eq!(message, expected);
}

#[test]
fn it_is_not_offered_wherever_the_cursor_goes() {
    let mut session = session(&[]);
    for context in [json!({ "triggerKind": 2 }), json!({ "only": ["quickfix"] })] {
        assert_eq!(question(&actions(&mut session, context)), None);
    }
    let asked = json!({ "triggerKind": 1, "only": [""] });
    assert!(question(&actions(&mut session, asked)).is_some());
}
