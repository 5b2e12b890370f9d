//! Names to be coloured: whole, for a range, and as the difference to the last answer.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

const CLAN: &str = r#"{
  inventory.machines.jon.tags = [ "é" ];
  inventory.machines.sara = { };
}
"#;

/// Variable, enum member; as a declaration where one is made.
const ALL: [u32; 15] = [1, 21, 3, 0, 1, 0, 14, 1, 1, 0, 1, 21, 4, 0, 1];

fn ask(session: &mut Session, what: &str, more: &[(&str, Value)]) -> Value {
    let mut params = json!({ "textDocument": { "uri": uri(&session.clan) } });
    for (name, value) in more {
        params[*name] = value.clone();
    }
    session.client.request(&format!("textDocument/semanticTokens/{what}"), params).unwrap()
}

fn lines(from: u32, to: u32) -> Value {
    json!({ "start": { "line": from, "character": 0 }, "end": { "line": to, "character": 0 } })
}

#[test]
fn tokens_are_told_by_their_distance() {
    let mut session = Session::with(CLAN, &[], &json!({}));
    assert_eq!(ask(&mut session, "full", &[])["data"], json!(ALL));
    let range = ask(&mut session, "range", &[("range", lines(2, 3))]);
    assert_eq!(range, json!({ "data": [2, 21, 4, 0, 1] }));
}

#[test]
fn after_an_edit_only_the_difference_is_told() {
    let mut session = Session::with(CLAN, &[], &json!({}));
    let first = ask(&mut session, "full", &[])["resultId"].clone();
    session.client.edit(&session.clan, 2, ((1, 37), (1, 37)), " \"b\"").unwrap();
    let previous = [("previousResultId", first)];
    let second = ask(&mut session, "full/delta", &previous);
    let fresh = json!([{ "start": 10, "deleteCount": 0, "data": [0, 4, 1, 1, 0] }]);
    assert_eq!(second["edits"], fresh);

    let third =
        ask(&mut session, "full/delta", &[("previousResultId", second["resultId"].clone())]);
    assert_eq!(third["edits"], json!([]));
    // Only the last answer is kept: to tell the difference to another, all is told.
    let fourth = ask(&mut session, "full/delta", &previous);
    assert_eq!(fourth["data"].as_array().map(Vec::len), Some(20));
    assert_eq!(fourth["edits"], Value::Null);
}
