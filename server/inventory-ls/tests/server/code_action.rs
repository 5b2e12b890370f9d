//! Fixes and refactorings, as the client can take them.

use serde_json::{Value, json};

use crate::Session;
use inventory_ls::lsp_client::uri;

const CLAN: &str = r#"{
  imports = [ ./machines.nix ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.servr.machines.sara = { };
    roles.client.machines.all = { };
  };
}
"#;

const MACHINES: &str = "{\n  inventory.machines.jon = { };\n  meta.name = \"x\";\n}\n";

/// A client that takes actions and edits of versions; `more` is what else it can do with actions.
fn session(more: &Value) -> Session {
    let mut action =
        json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } });
    for (name, value) in more.as_object().unwrap() {
        action[name] = value.clone();
    }
    let capabilities = json!({
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": { "codeAction": action },
    });
    Session::with(CLAN, &[("machines.nix", MACHINES)], &capabilities)
}

fn lazy() -> Value {
    json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } })
}

fn position(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

/// What is offered at a place.
fn actions(session: &mut Session, (line, column): (u32, u32), context: Value) -> Vec<Value> {
    let mut context = context;
    context["diagnostics"] = json!([]);
    let at = position(line, column);
    let params = json!({
        "textDocument": { "uri": uri(&session.clan) },
        "range": { "start": at, "end": at },
        "context": context,
    });
    let answer = session.client.request("textDocument/codeAction", params).unwrap();
    answer.as_array().cloned().unwrap_or_default()
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().unwrap()).collect()
}

#[test]
fn a_fix_comes_with_its_diagnostic_and_edit() {
    let mut session = session(&json!({}));
    let told = session.client.diagnostics(&session.clan, 1).unwrap();
    let actions = actions(&mut session, (4, 12), json!({ "only": ["quickfix"] }));
    assert_eq!(titles(&actions), ["Change to `server`"]);
    let fix = &actions[0];
    assert_eq!((&fix["kind"], &fix["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(fix["diagnostics"][0]["code"], "unknown-role");
    assert!(told.contains(&fix["diagnostics"][0]), "{fix}");
    let range = json!({ "start": position(4, 10), "end": position(4, 15) });
    let document = json!({ "uri": uri(&session.clan), "version": 1 });
    let edits = json!([{ "range": range, "newText": "server" }]);
    let expected = json!([{ "textDocument": document, "edits": edits }]);
    assert_eq!(fix["edit"]["documentChanges"], expected);
}

#[test]
fn a_fix_may_change_another_file() {
    let mut session = session(&json!({}));
    let actions = actions(&mut session, (4, 26), json!({}));
    let add = "Add the machine `sara` to the inventory";
    let fix = actions.iter().find(|action| action["title"] == add).unwrap();
    let change = &fix["edit"]["documentChanges"][0];
    let machines = uri(&session.clan.with_file_name("machines.nix"));
    assert_eq!(change["textDocument"], json!({ "uri": machines, "version": null }));
    assert_eq!(change["edits"][0]["newText"], "\n  inventory.machines.sara = { };");
    assert_eq!(change["edits"][0]["range"]["start"], position(1, 31));
}

#[test]
fn a_file_is_made_by_who_can_make_files() {
    let text = "{ meta.name = \"x\"; imports = [ ./new.nix ./machines.nix ]; }";
    for operations in [json!(["create"]), json!(["rename"])] {
        let literals =
            json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } });
        let edits = json!({ "documentChanges": true, "resourceOperations": operations });
        let capabilities = json!({
            "workspace": { "workspaceEdit": edits },
            "textDocument": { "codeAction": literals },
        });
        let mut session = Session::with(text, &[("machines.nix", MACHINES)], &capabilities);
        let actions = actions(&mut session, (0, 34), json!({ "only": ["quickfix"] }));
        let Some(fix) = actions.first().filter(|_| operations == json!(["create"])) else {
            assert_eq!(titles(&actions), [""; 0], "{operations}");
            continue;
        };
        assert_eq!(fix["title"], "Create `new.nix`");
        let changes = &fix["edit"]["documentChanges"];
        let new = uri(&session.clan.with_file_name("new.nix"));
        assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(new)));
        assert_eq!(changes[1]["edits"][0]["newText"], "{ }\n");
    }
}

#[test]
fn who_knows_no_versions_gets_plain_edits() {
    let literals = json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } });
    let capabilities = json!({ "textDocument": { "codeAction": literals } });
    let mut session = Session::with(CLAN, &[("machines.nix", MACHINES)], &capabilities);
    let actions = actions(&mut session, (4, 12), json!({ "only": ["quickfix"] }));
    assert_eq!(actions[0]["edit"]["changes"][uri(&session.clan)][0]["newText"], "server");
}

#[test]
fn an_edit_may_be_asked_for_later() {
    let mut session = session(&lazy());
    let actions = actions(&mut session, (5, 27), json!({ "only": ["quickfix"] }));
    assert_eq!(titles(&actions), ["Move `all` to `tags`"]);
    assert_eq!(actions[0]["edit"], Value::Null);
    let resolved = session.client.request("codeAction/resolve", actions[0].clone()).unwrap();
    assert_eq!(resolved["edit"]["documentChanges"][0]["edits"][0]["newText"], "tags");
    assert_eq!(resolved["title"], actions[0]["title"]);

    session.change(2, &[json!({ "text": "{ }" })]);
    let id = session.client.send_request("codeAction/resolve", actions[0].clone()).unwrap();
    assert_eq!(session.client.answer(id).unwrap()["error"]["code"], -32801);
}

#[test]
fn kinds_are_told_apart() {
    let mut session = session(&lazy());
    let mut kinds = |context| {
        let actions = actions(&mut session, (2, 23), context);
        actions.iter().map(|action| action["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(json!({ "only": ["refactor"] })), ["refactor.rewrite"]);
    assert_eq!(kinds(json!({ "only": ["source.fixAll"] })), ["source.fixAll.clan"]);
    assert_eq!(kinds(json!({ "only": ["source.fix"] })), [""; 0]);
    assert_eq!(kinds(json!({ "triggerKind": 1 })), ["refactor.rewrite", "source.fixAll.clan"]);
    // Not wherever the cursor goes.
    assert_eq!(kinds(json!({ "triggerKind": 2 })), ["refactor.rewrite"]);
}

#[test]
fn all_can_be_fixed_at_once() {
    let mut session = session(&lazy());
    let actions = actions(&mut session, (0, 0), json!({ "only": ["source.fixAll.clan"] }));
    let resolved = session.client.request("codeAction/resolve", actions[0].clone()).unwrap();
    let edits = &resolved["edit"]["documentChanges"][0]["edits"];
    let expected = "    roles.server.machines.sara = { };\n    roles.client.tags.all = { };\n";
    assert_eq!(edits[0]["newText"], expected);
    assert_eq!(edits.as_array().unwrap().len(), 1);
}

#[test]
fn what_is_turned_off_is_not_offered() {
    let mut session = session(&json!({}));
    let off = json!({ "diagnostics": { "unknown-role": "off" } });
    let settings = json!({ "settings": { "inventory-ls": off } });
    session.client.notify("workspace/didChangeConfiguration", settings).unwrap();
    comes_to_nothing(&mut session, (4, 12), &json!({ "only": ["quickfix"] }));
    let off = json!({ "settings": { "inventory-ls": { "features": { "code_action": false } } } });
    session.client.notify("workspace/didChangeConfiguration", off).unwrap();
    comes_to_nothing(&mut session, (5, 27), &json!({}));
}

/// Settings are taken in beside requests: one that follows at once may still be answered by the old.
#[track_caller]
fn comes_to_nothing(session: &mut Session, at: (u32, u32), context: &Value) {
    let is_nothing = |_| actions(session, at, context.clone()).is_empty();
    assert!((0..100).any(is_nothing), "it is still offered");
}

#[test]
fn who_takes_commands_only_gets_none() {
    let mut session = Session::open(CLAN);
    assert_eq!(actions(&mut session, (4, 12), json!({})), [Value::Null; 0]);
}
