//! The beginning, the end, and messages that are not as they should be.

use serde_json::{Value, json};

use crate::Session;

#[test]
fn it_tells_its_name_and_only_what_it_can_do() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Session::start();
    let answer = client.initialize(folder.path(), &json!({})).unwrap();
    assert_eq!(answer["serverInfo"]["name"], "inventory-ls");
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(answer["capabilities"]["hoverProvider"], true);
    assert_eq!(answer["capabilities"]["documentFormattingProvider"], Value::Null);
    assert!(client.stop().unwrap().success());
}

#[test]
fn an_end_without_shutdown_is_a_failure() {
    assert_eq!(Session::start().hang_up().unwrap().code(), Some(1));
    let mut session = Session::open("{ }");
    assert_eq!(session.client.hang_up().unwrap().code(), Some(1));
}

#[test]
fn a_request_before_initialize_is_refused() {
    let mut client = Session::start();
    let id = client.send_request("textDocument/hover", json!({})).unwrap();
    assert_eq!(client.answer(id).unwrap()["error"]["code"], -32002);
}

#[test]
fn a_message_that_is_no_json_is_answered_and_survived() {
    let mut session = Session::open("{ }");
    session.diagnostics(1);
    session.client.send("{ \"jsonrpc\": ").unwrap();
    assert_eq!(session.client.receive().unwrap()["error"]["code"], -32700);
    session.client.edit(&session.clan, 2, ((0, 1), (0, 1)), " ").unwrap();
    assert_eq!(session.diagnostics(2), [""; 0]);
}

#[test]
fn a_change_of_a_document_that_is_not_open_is_survived() {
    let mut session = Session::open("{ }");
    let other = session.folder.path().join("other.nix");
    session.client.edit(&other, 2, ((0, 0), (0, 0)), "x").unwrap();
    session.client.notify("textDocument/didChange", json!({ "nonsense": 1 })).unwrap();
    assert_eq!(session.diagnostics(1), [""; 0]);
}
