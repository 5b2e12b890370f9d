//! Where things are: definitions and outlines, as the client can take them.

use serde_json::{Value, json};

use crate::Session;

const CLAN: &str = r#"{
  imports = [ ./machines.nix ];
  inventory.instances."back.up" = {
    module.name = "borgbackup";
    roles.client.tags = [ "laptop" ];
    roles.server.machines.sara = { };
  };
}
"#;

const MACHINES: &str = r#"{
  inventory.machines = { jon.tags = [ "laptop" ]; sara = { }; };
}
"#;

/// The clan, opened by a client that can do this with text documents.
fn session(text_document: &Value) -> Session {
    Session::with(CLAN, &[("machines.nix", MACHINES)], &json!({ "textDocument": text_document }))
}

fn text_document(session: &Session) -> Value {
    json!({ "textDocument": { "uri": inventory_ls::lsp_client::uri(&session.clan) } })
}

fn range(line: u32, start: u32, end: u32) -> Value {
    json!({
        "start": { "line": line, "character": start },
        "end": { "line": line, "character": end },
    })
}

#[test]
fn a_definition_is_found_in_another_file() {
    let mut session = session(&json!({}));
    let answer = session.client.ask_at("textDocument/definition", &session.clan, (5, 28)).unwrap();
    let machines = session.clan.with_file_name("machines.nix");
    let uri = inventory_ls::lsp_client::uri(&machines);
    assert_eq!(answer, json!([{ "uri": uri, "range": range(1, 50, 54) }]));
}

#[test]
fn a_definition_is_a_link_where_the_client_takes_links() {
    let mut session = session(&json!({ "definition": { "linkSupport": true } }));
    let answer = session.client.ask_at("textDocument/definition", &session.clan, (4, 28)).unwrap();
    let machines = session.clan.with_file_name("machines.nix");
    assert_eq!(answer[0]["originSelectionRange"], range(4, 26, 34));
    assert_eq!(answer[0]["targetUri"], inventory_ls::lsp_client::uri(&machines));
    assert_eq!(answer[0]["targetSelectionRange"], range(1, 38, 46));
}

#[test]
fn where_nothing_is_defined_there_is_no_definition() {
    let mut session = session(&json!({}));
    let answer = session.client.ask_at("textDocument/definition", &session.clan, (4, 13)).unwrap();
    assert_eq!(answer, Value::Null);
}

#[test]
fn references_are_found_in_all_files_with_the_definition_if_wanted() {
    let mut session = session(&json!({}));
    let machines = inventory_ls::lsp_client::uri(&session.clan.with_file_name("machines.nix"));
    let clan = inventory_ls::lsp_client::uri(&session.clan);
    let mut places = |include: bool| {
        let params = json!({
            "textDocument": { "uri": clan }, "position": { "line": 4, "character": 28 },
            "context": { "includeDeclaration": include },
        });
        session.client.request("textDocument/references", params).unwrap()
    };
    let used = json!({ "uri": clan, "range": range(4, 26, 34) });
    assert_eq!(places(false), json!([used]));
    assert_eq!(places(true), json!([used, { "uri": machines, "range": range(1, 38, 46) }]));
}

#[test]
fn what_is_named_in_json_is_found_from_there_and_renamed_there() {
    let json = r#"{ "machines": { "jon": { "tags": ["laptop"] } }, "meta": { "name": "x" } }"#;
    let mut session = Session::with(CLAN, &[("machines.nix", "{ }")], &json!({}));
    let path = session.clan.with_file_name("inventory.json");
    session.client.open(&path, json).unwrap();
    let document = json!({ "uri": inventory_ls::lsp_client::uri(&path) });
    let at = json!({ "line": 0, "character": 35 });
    let clan = inventory_ls::lsp_client::uri(&session.clan);
    let params = json!({
        "textDocument": document, "position": at, "context": { "includeDeclaration": false },
    });
    let places = session.client.request("textDocument/references", params).unwrap();
    assert_eq!(places, json!([{ "uri": clan, "range": range(4, 26, 34) }]));
    let params = json!({ "textDocument": document, "position": at, "newName": "portable" });
    let edit = session.client.request("textDocument/rename", params).unwrap();
    let changes = &edit["changes"];
    assert_eq!(changes[&clan][0]["newText"], "\"portable\"");
    let own = &changes[document["uri"].as_str().unwrap()][0];
    assert_eq!((&own["newText"], &own["range"]), (&json!("\"portable\""), &range(0, 34, 42)));
}

#[test]
fn names_of_the_same_thing_are_highlighted_in_the_file() {
    let mut session = session(&json!({}));
    let method = "textDocument/documentHighlight";
    let answer = session.client.ask_at(method, &session.clan, (2, 24)).unwrap();
    assert_eq!(answer, json!([{ "range": range(2, 22, 31), "kind": 3 }]));
    let answer = session.client.ask_at(method, &session.clan, (5, 28)).unwrap();
    assert_eq!(answer, json!([{ "range": range(5, 26, 30), "kind": 2 }]));
}

#[test]
fn where_a_path_leads_is_told_if_paths_are_for_us_to_link() {
    for (on, expected) in [(false, 0), (true, 1)] {
        let settings = format!("features.document_link = {on}");
        let files = [("machines.nix", MACHINES), ("inventory-ls.toml", settings.as_str())];
        let mut session = Session::with(CLAN, &files, &json!({}));
        let at = (1, 17);
        let answer = session.client.ask_at("textDocument/definition", &session.clan, at).unwrap();
        assert_eq!(answer.as_array().map_or(0, Vec::len), expected, "{answer}");
    }
}

#[test]
fn an_outline_is_a_tree() {
    let support = json!({ "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } });
    let mut session = session(&support);
    let params = text_document(&session);
    let answer = session.client.request("textDocument/documentSymbol", params).unwrap();
    let instance = &answer[0]["children"][0];
    assert_eq!(answer[0]["name"], "instances");
    assert_eq!(instance["name"], "back.up");
    assert_eq!(instance["detail"], "borgbackup");
    assert_eq!(instance["selectionRange"], range(2, 22, 31));
    assert_eq!(instance["children"][1]["name"], "server");
    assert_eq!(instance["children"][1]["range"], range(5, 10, 37));
}

#[test]
fn an_outline_is_a_list_where_the_client_knows_no_trees() {
    let mut session = session(&json!({}));
    let params = text_document(&session);
    let answer = session.client.request("textDocument/documentSymbol", params).unwrap();
    let names: Vec<_> = answer.as_array().unwrap().iter().map(|it| it["name"].clone()).collect();
    assert_eq!(names, ["instances", "back.up", "client", "laptop", "server", "sara"]);
    assert_eq!(answer[2]["containerName"], "back.up");
    assert_eq!(answer[2]["location"]["range"], range(4, 10, 37));
}

#[test]
fn an_outline_of_a_large_file_is_cut() {
    let machines = (0..3_000).map(|number| format!("    m{number} = {{ }};\n"));
    let machines = format!("  inventory.machines = {{\n{}  }};\n", machines.collect::<String>());
    let clan =
        format!("{{\n{machines}  inventory.instances.sshd.roles.server.tags.all = {{ }};\n}}\n");
    let support = json!({ "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } });
    let mut session = Session::with(&clan, &[], &json!({ "textDocument": support }));
    let params = text_document(&session);
    let answer = session.client.request("textDocument/documentSymbol", params).unwrap();
    assert_eq!(answer[0]["children"].as_array().map(Vec::len), Some(1_996));
    assert_eq!(answer[0]["detail"], "the first 1996 of 3000");
    assert_eq!(answer[1]["children"][0]["children"][0]["name"], "server");
}
