//! A client that means harm, or is broken. Each of its requests is answered once all the same, which
//! is looked at when a session ends, and nobody else's text is lost.

use std::collections::HashMap;

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

fn hover(session: &mut Session) -> u64 {
    let document = json!({ "uri": uri(&session.clan) });
    let params = json!({ "textDocument": document, "position": { "line": 0, "character": 3 } });
    session.client.send_request("textDocument/hover", params).unwrap()
}

fn cancel(session: &mut Session, id: &Value) {
    session.client.notify("$/cancelRequest", json!({ "id": id })).unwrap();
}

#[test]
fn ten_thousand_requests_at_once() {
    let mut session = Session::open("{ inventory.machines.jon = { }; }");
    let ids: Vec<_> = (0..10_000).map(|_| hover(&mut session)).collect();
    session.client.answer(*ids.last().unwrap()).unwrap();
    session.assert_well(2);
}

#[test]
fn a_storm_of_cancels() {
    let mut session = Session::open("{ inventory.machines.jon = { }; }");
    for round in 0..500_u64 {
        // Of one that was not sent yet, of one that is on its way, twice, and of one long answered.
        cancel(&mut session, &json!(round * 2 + 8));
        let id = hover(&mut session);
        cancel(&mut session, &json!(id));
        cancel(&mut session, &json!(id));
        cancel(&mut session, &json!("x"));
        cancel(&mut session, &json!(1));
    }
    session.assert_well(2);
}

#[test]
fn one_number_for_two_requests() {
    let mut session = Session::open("{ inventory.machines.jon = { }; }");
    let document = json!({ "uri": uri(&session.clan) });
    let params = json!({ "textDocument": document, "position": { "line": 0, "character": 3 } });
    for id in [json!(7), json!("seven"), json!(-1), json!(7)] {
        for _ in 0..20 {
            let message = json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": params });
            session.client.send(&message.to_string()).unwrap();
        }
    }
    session.assert_well(2);
}

#[test]
fn every_method_with_nonsense() {
    let mut session = Session::open("{ }");
    let parameters = [json!(null), json!({}), json!([]), json!({ "textDocument": { "uri": "" } })];
    let methods = [
        "textDocument/hover",
        "textDocument/completion",
        "textDocument/definition",
        "textDocument/codeAction",
        "codeAction/resolve",
        "textDocument/documentSymbol",
        "textDocument/diagnostic",
        "workspace/diagnostic",
        "workspace/executeCommand",
        "$/setTrace",
        "window/workDoneProgress/cancel",
        "workspace/didChangeConfiguration",
        "workspace/didChangeWorkspaceFolders",
        "",
        "\u{0}",
    ];
    let mut answers = HashMap::new();
    for method in methods {
        for params in &parameters {
            // As a request, whatever it is, and as a notification.
            let id = session.client.send_request(method, params.clone()).unwrap();
            answers.insert(id, method);
            session.client.notify(method, params.clone()).unwrap();
        }
    }
    session.assert_well(2);
}

#[test]
fn a_second_initialize_changes_nothing() {
    let mut session = Session::open("{ }");
    let params =
        json!({ "capabilities": {}, "rootUri": "file:///elsewhere", "processId": i32::MAX });
    for _ in 0..3 {
        let id = session.client.send_request("initialize", params.clone()).unwrap();
        assert_eq!(session.client.answer(id).unwrap()["error"]["code"], -32600);
        session.client.notify("initialized", json!({})).unwrap();
    }
    session.assert_well(2);
}

#[test]
fn an_initialize_that_is_not_understood_can_be_mended() {
    let mut client = Session::start();
    for params in [json!({ "capabilities": 5 }), json!([]), Value::Null] {
        let id = client.send_request("initialize", params.clone()).unwrap();
        assert_eq!(client.answer(id).unwrap()["error"]["code"], -32602, "{params}");
    }
    for process in [-1, 0] {
        let params = json!({ "capabilities": {}, "processId": process, "trace": "off" });
        let id = client.send_request("initialize", params).unwrap();
        client.answer(id).unwrap();
    }
    assert!(client.stop().unwrap().success());
}

#[test]
fn folders_that_are_none() {
    let params = json!({
        "capabilities": {},
        "processId": null,
        "workspaceFolders": [
            { "uri": "untitled:x", "name": "" },
            { "uri": "file:///no/such/folder", "name": "x" },
            { "uri": "file:///", "name": "all" },
        ],
    });
    let mut client = Session::start();
    client.request("initialize", params).unwrap();
    client.notify("initialized", json!({})).unwrap();
    let gone = json!({ "added": [], "removed": [{ "uri": "file:///never/there", "name": "" }] });
    let params = json!({ "event": gone });
    client.notify("workspace/didChangeWorkspaceFolders", params).unwrap();
    assert!(client.stop().unwrap().success());
}

#[test]
fn requests_before_and_right_behind_initialize() {
    let mut client = Session::start();
    let early =
        client.send_request("workspace/diagnostic", json!({ "previousResultIds": [] })).unwrap();
    let params = json!({ "capabilities": {}, "processId": null });
    let initialize = client.send_request("initialize", params.clone()).unwrap();
    // Nobody has waited for the answer.
    let again = client.send_request("initialize", params).unwrap();
    let shutdown = client.send_request("shutdown", Value::Null).unwrap();
    assert_eq!(client.answer(early).unwrap()["error"]["code"], -32002);
    assert!(client.answer(initialize).unwrap()["result"].is_object());
    client.answer(again).unwrap();
    client.answer(shutdown).unwrap();
}

#[test]
fn stdin_that_ends_in_the_middle_of_a_message() {
    let body = r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#;
    let message = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    for end in [1, 10, 20, 30, message.len() - 1] {
        let mut session = Session::open("{ inventory.instances.nope = { }; }");
        hover(&mut session);
        session.client.write(&message.as_bytes()[..end]).unwrap();
        assert_eq!(session.client.hang_up().unwrap().code(), Some(1), "{end}");
    }
}

#[test]
fn exit_while_requests_wait() {
    let mut session = Session::open("{ inventory.machines.jon = { }; }");
    for _ in 0..200 {
        hover(&mut session);
    }
    session.client.notify("exit", Value::Null).unwrap();
    assert_eq!(session.client.wait().unwrap().code(), Some(1));
}

#[test]
fn edits_from_nowhere_to_nowhere() {
    let mut session = Session::open("{ }");
    let far = u32::MAX;
    let position = |line: u32, character: u32| json!({ "line": line, "character": character });
    for (version, (start, end)) in
        [(5, ((far, far), (0, 0))), (-3, ((0, far), (far, 0))), (5, ((1, 1), (1, 1)))]
    {
        let range = json!({ "start": position(start.0, start.1), "end": position(end.0, end.1) });
        session.change(version, &[json!({ "range": range, "rangeLength": far, "text": "{" })]);
    }
    session.assert_well(2);
}
