//! Other names for things, and files that are moved.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

const CLAN: &str = r#"{
  imports = [ ];
  inventory.machines = { jon.tags = [ "laptop" ]; sara = { }; };
  inventory.instances."back.up" = {
    module.name = "borgbackup";
    roles.client.machines."jon" = { };
    roles.server.tags = [ "laptop" ];
  };
}
"#;

/// The clan, opened by a client whose edits can do this.
fn session(operations: &[&str], files: &[(&str, &str)]) -> Session {
    let edits = json!({ "documentChanges": true, "resourceOperations": operations });
    let capabilities = json!({
        "workspace": { "workspaceEdit": edits },
        "textDocument": { "rename": { "prepareSupport": true } },
    });
    Session::with(CLAN, files, &capabilities)
}

/// A clan in which jon has a folder.
fn with_a_folder(operations: &[&str]) -> Session {
    let session = session(operations, &[]);
    let folder = session.folder.path().canonicalize().unwrap().join("machines/jon");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("extra.nix"), "{ }").unwrap();
    let created = json!({ "uri": uri(&folder.join("extra.nix")), "type": 1 });
    let mut session = session;
    let params = json!({ "changes": [created] });
    session.client.notify("workspace/didChangeWatchedFiles", params).unwrap();
    session.client.edit(&session.clan, 2, ((1, 14), (1, 14)), "./machines/jon/extra.nix ").unwrap();
    session
}

/// The whole answer to a rename.
fn rename(session: &mut Session, at: (u32, u32), new: &str) -> Value {
    let params = json!({
        "textDocument": { "uri": uri(&session.clan) },
        "position": { "line": at.0, "character": at.1 },
        "newName": new,
    });
    let id = session.client.send_request("textDocument/rename", params).unwrap();
    session.client.answer(id).unwrap()
}

/// `line:column-column text` for each edit of a document.
fn edits(document: &Value) -> Vec<String> {
    let edits = document["edits"].as_array().unwrap().iter();
    let shown = edits.map(|edit| {
        let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
        let text = edit["newText"].as_str().unwrap();
        format!("{}:{}-{} {text}", start["line"], start["character"], end["character"])
    });
    shown.collect()
}

#[test]
fn a_name_is_prepared_without_its_quotes() {
    let mut session = session(&[], &[]);
    let method = "textDocument/prepareRename";
    let answer = session.client.ask_at(method, &session.clan, (3, 25)).unwrap();
    let (start, end) =
        (json!({ "line": 3, "character": 23 }), json!({ "line": 3, "character": 30 }));
    let range = json!({ "start": start, "end": end });
    assert_eq!(answer, json!({ "range": range, "placeholder": "back.up" }));
}

#[test]
fn what_names_nothing_of_the_clan_is_left_to_others() {
    let mut session = session(&[], &[]);
    let method = "textDocument/prepareRename";
    let answer = session.client.ask_at(method, &session.clan, (1, 6)).unwrap();
    assert_eq!(answer, Value::Null);
}

#[test]
fn a_tag_is_renamed_where_it_is_named() {
    let mut session = session(&[], &[]);
    let answer = rename(&mut session, (6, 28), "portable");
    let document = &answer["result"]["documentChanges"][0];
    assert_eq!(document["textDocument"], json!({ "uri": uri(&session.clan), "version": 1 }));
    assert_eq!(edits(document), ["2:38-46 \"portable\"", "6:26-34 \"portable\""]);
}

#[test]
fn what_can_not_be_renamed_is_refused_with_the_reason() {
    let mut session = session(&[], &[]);
    let error =
        |answer: Value| (answer["error"]["code"].clone(), answer["error"]["message"].clone());
    let taken = error(rename(&mut session, (2, 26), "sara"));
    assert_eq!(taken, (json!(-32803), json!("there is a machine `sara` already")));
    let role = error(rename(&mut session, (6, 12), "keeper"));
    assert_eq!(role, (json!(-32803), json!("the role `server` is named by clan-core")));
    session.assert_well(2);
}

#[test]
fn the_folder_of_a_machine_is_moved_after_the_edits() {
    let mut session = with_a_folder(&["create", "rename"]);
    let answer = rename(&mut session, (2, 26), "john");
    let changes = &answer["result"]["documentChanges"];
    let expected = ["1:14-38 ./machines/john/extra.nix", "2:25-28 john", "5:26-31 \"john\""];
    assert_eq!(edits(&changes[0]), expected);
    let folder = session.clan.with_file_name("machines");
    assert_eq!(changes[1]["kind"], "rename");
    assert_eq!(changes[1]["oldUri"], uri(&folder.join("jon")));
    assert_eq!(changes[1]["newUri"], uri(&folder.join("john")));
}

#[test]
fn a_client_that_moves_nothing_is_told_to() {
    let mut session = with_a_folder(&[]);
    let answer = rename(&mut session, (2, 26), "john");
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(
        message.ends_with("which this editor does not do: move it yourself first"),
        "{message}"
    );
}

#[test]
fn what_clan_keeps_elsewhere_is_told() {
    let mut session = session(&["rename"], &[]);
    let vars = session.clan.with_file_name("vars").join("per-machine/jon");
    std::fs::create_dir_all(&vars).unwrap();
    let answer = rename(&mut session, (2, 26), "john");
    assert!(answer["result"].is_object(), "{answer}");
    let told = session.client.notification("window/showMessage").unwrap();
    assert!(told["message"].as_str().unwrap().contains("`vars/per-machine/jon`"), "{told}");
}

#[test]
fn paths_follow_files_that_are_moved() {
    let mut session = with_a_folder(&["rename"]);
    let machines = session.clan.with_file_name("machines");
    let mut moved = |from: &str, to: &str| {
        let (from, to) = (uri(&machines.join(from)), uri(&machines.join(to)));
        let params = json!({ "files": [{ "oldUri": from, "newUri": to }] });
        session.client.request("workspace/willRenameFiles", params).unwrap()
    };
    let file = moved("jon/extra.nix", "jon/more.nix");
    assert_eq!(edits(&file["documentChanges"][0]), ["1:14-38 ./machines/jon/more.nix"]);
    let folder = moved("jon", "john");
    let expected = ["1:14-38 ./machines/john/extra.nix", "2:25-28 john", "5:26-31 \"john\""];
    assert_eq!(edits(&folder["documentChanges"][0]), expected);
    assert_eq!(moved("nothing", "other"), Value::Null);
}
