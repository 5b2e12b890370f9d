//! Messages that are not as they should be: each gets an answer or a line in the log, and nothing
//! is lost behind it.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

/// Sends a body; the answer is an error of that code, without an id.
#[track_caller]
fn refused(body: &str, code: i64) {
    let mut session = Session::open("{ }");
    session.diagnostics(1);
    session.client.send(body).unwrap();
    let answer = session.client.receive().unwrap();
    assert_eq!((&answer["error"]["code"], &answer["id"]), (&json!(code), &Value::Null), "{body}");
    session.assert_well(2);
}

#[test]
fn what_is_no_json_is_a_parse_error() {
    for body in ["", "{", "\0", "{ \"jsonrpc\": \"2.0\", \"method\": \"x\" } {"] {
        refused(body, -32700);
    }
    let message = |params: &str| format!(r#"{{"jsonrpc":"2.0","method":"x","params":{params}}}"#);
    refused(&message(&("[".repeat(100_000) + &"]".repeat(100_000))), -32700);
    refused(&message("[1e999]"), -32700);
}

#[test]
fn what_is_no_message_is_an_invalid_request() {
    for body in [
        "1",
        "[]",
        "{}",
        r#"{"jsonrpc":"1.0","method":"x"}"#,
        r#"{"jsonrpc":"2.0","method":5}"#,
        r#"{"jsonrpc":"2.0","method":"x","id":1.5}"#,
        r#"{"jsonrpc":"2.0","method":"x","id":{}}"#,
        r#"{"jsonrpc":"2.0","method":"x","params":[],"params":[]}"#,
        r#"{"jsonrpc":"2.0","id":5,"error":5}"#,
    ] {
        refused(body, -32600);
    }
}

#[test]
fn after_a_wrong_content_length_the_next_message_is_found() {
    for length in ["0", "10", "-5", "x", "", "4000000000", "99999999999999999999"] {
        let mut session = Session::open("{ }");
        let body = r#"{"jsonrpc":"2.0","method":"x"}"#;
        let message = format!("Content-Length: {length}\r\n\r\n{body}");
        session.client.write(message.as_bytes()).unwrap();
        session.assert_well(2);
        session.log.assert_says("the client's Content-Length was wrong or lacked");
    }
}

#[test]
fn after_a_content_length_that_is_too_long_the_session_goes_on() {
    let mut session = Session::open("{ }");
    let body = r#"{"jsonrpc":"2.0","method":"x"}"#;
    let message = format!("Content-Length: {}\r\n\r\n{body}", body.len() + 9);
    session.client.write(message.as_bytes()).unwrap();
    // Its beginning is taken for the end of the message before.
    session.client.notify("$/lost", Value::Null).unwrap();
    session.assert_well(2);
}

#[test]
fn half_a_character_costs_nothing_but_itself() {
    let mut session = Session::with("{ }", &[], &json!({}));
    let text = r##""# \ud83e\n{ inventory.instances.nope = { }; }""##;
    let uri = uri(&session.clan);
    let message = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{
            "textDocument":{{"uri":"{uri}","version":2}},"contentChanges":[{{"text":{text}}}]}}}}"#
    );
    session.client.send(&message).unwrap();
    assert_eq!(session.diagnostics(2), ["1:22-26 unknown-module"]);
    // The editor has one UTF-16 unit before the line end, and so have we.
    session.client.edit(&session.clan, 3, ((0, 3), (1, 0)), "\n  ").unwrap();
    assert_eq!(session.diagnostics(3), ["1:24-28 unknown-module"]);
}

#[test]
fn requests_that_are_not_understood_are_errors() {
    let mut session = Session::open("{ }");
    let document = json!({ "uri": uri(&session.clan) });
    let outside = json!({ "line": -1, "character": 0 });
    for (method, params, code) in [
        ("no/such", json!({}), -32601),
        ("textDocument/hover", Value::Null, -32602),
        ("textDocument/hover", json!({ "textDocument": document }), -32602),
        ("textDocument/hover", json!({ "textDocument": document, "position": outside }), -32602),
        ("initialize", json!({ "capabilities": {} }), -32600),
    ] {
        let id = session.client.send_request(method, params).unwrap();
        assert_eq!(session.client.answer(id).unwrap()["error"]["code"], code, "{method}");
    }
    session.assert_well(2);
}

#[test]
fn notifications_that_are_not_understood_are_passed_over() {
    let mut session = Session::open("{ }");
    for (method, params) in [
        ("$/whatever", json!({})),
        ("no/such", json!([])),
        ("$/cancelRequest", json!({ "id": 77 })),
        ("$/cancelRequest", json!({ "id": {} })),
        ("textDocument/didOpen", json!({})),
        ("textDocument/didChange", json!({ "textDocument": { "uri": 1 } })),
        ("textDocument/didClose", json!([[[]]])),
        ("workspace/didChangeWatchedFiles", json!({ "changes": [{}] })),
    ] {
        session.client.notify(method, params).unwrap();
    }
    session.assert_well(2);
    session.log.assert_says("textDocument/didOpen can't be read");
}

#[test]
fn answers_to_nothing_are_passed_over() {
    let mut session = Session::open("{ }");
    session.client.send(r#"{"jsonrpc":"2.0","id":99,"result":null}"#).unwrap();
    let error = r#"{"code":1,"message":"no"}"#;
    session.client.send(&format!(r#"{{"jsonrpc":"2.0","id":"x","error":{error}}}"#)).unwrap();
    session.assert_well(2);
}
