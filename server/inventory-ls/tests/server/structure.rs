//! What follows a file's structure: links, foldings, selections.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

const CLAN: &str = r#"{
  imports = [
    ./more.nix
    ./nowhere.nix
  ];
  # One,
  # two
  # three.
  inventory.machines = { jon = {
    tags = [ "é" ];
  }; };
}
"#;

/// These are for who has no other server for Nix: they are asked for by name.
const WANTED: (&str, &str) = (
    "inventory-ls.toml",
    "features = { document_link = true, folding_range = true, selection_range = true }\n",
);

fn session(text_document: &Value) -> Session {
    let files = [WANTED, ("more.nix", "{ }\n")];
    Session::with(CLAN, &files, &json!({ "textDocument": text_document }))
}

fn ask(session: &mut Session, method: &str, more: &[(&str, Value)]) -> Value {
    let mut params = json!({ "textDocument": { "uri": uri(&session.clan) } });
    for (name, value) in more {
        params[*name] = value.clone();
    }
    session.client.request(&format!("textDocument/{method}"), params).unwrap()
}

fn position(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

#[test]
fn a_path_is_a_link_if_something_is_there() {
    let mut session = session(&json!({}));
    let more = session.clan.with_file_name("more.nix");
    let range = json!({ "start": position(2, 4), "end": position(2, 14) });
    let links = ask(&mut session, "documentLink", &[]);
    assert_eq!(links, json!([{ "range": range, "target": uri(&more) }]));
}

#[test]
fn foldings_go_from_bracket_to_bracket() {
    let mut session = session(&json!({}));
    let folds = ask(&mut session, "foldingRange", &[]);
    let fold = |start: (u32, u32), end: (u32, u32)| {
        json!({
            "startLine": start.0, "startCharacter": start.1,
            "endLine": end.0, "endCharacter": end.1,
        })
    };
    let of_kind = |kind: &str, mut fold: Value| {
        fold["kind"] = json!(kind);
        fold
    };
    let expected = json!([
        fold((0, 1), (11, 0)),
        of_kind("imports", fold((1, 13), (4, 2))),
        of_kind("comment", fold((5, 8), (7, 10))),
        fold((8, 24), (10, 5)),
        fold((8, 32), (10, 2)),
    ]);
    assert_eq!(folds, expected);
}

#[test]
fn who_folds_lines_keeps_the_last() {
    let mut session = session(&json!({ "foldingRange": { "lineFoldingOnly": true } }));
    let folds = ask(&mut session, "foldingRange", &[]);
    let lines = |it: &Value| (it["startLine"].as_u64().unwrap(), it["endLine"].as_u64().unwrap());
    let lines: Vec<_> = folds.as_array().unwrap().iter().map(lines).collect();
    assert_eq!(lines, [(0, 10), (1, 3), (5, 7), (8, 9)]);
}

#[test]
fn the_innermost_are_left_out_where_a_client_takes_few() {
    let mut session = session(&json!({ "foldingRange": { "rangeLimit": 2 } }));
    let folds = ask(&mut session, "foldingRange", &[]);
    let lines = |it: &Value| it["startLine"].as_u64().unwrap();
    let lines: Vec<_> = folds.as_array().unwrap().iter().map(lines).collect();
    assert_eq!(lines, [0, 5]);
}

#[test]
fn each_position_has_its_chain() {
    let mut session = session(&json!({}));
    let positions = json!([position(9, 14), position(99, 0)]);
    let answer = ask(&mut session, "selectionRange", &[("positions", positions)]);
    let name = &answer[0];
    assert_eq!(name["range"], json!({ "start": position(9, 14), "end": position(9, 15) }));
    assert_eq!(name["parent"]["range"]["start"], position(9, 13));
    let mut outermost = name;
    while !outermost["parent"].is_null() {
        outermost = &outermost["parent"];
    }
    assert_eq!(outermost["range"], json!({ "start": position(0, 0), "end": position(12, 0) }));
    assert_eq!(answer.as_array().map(Vec::len), Some(2));
}
