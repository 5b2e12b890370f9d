//! `$/logTrace`, and what takes long.

use std::time::Duration;

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

/// What was traced up to now.
fn traced(session: &mut Session) -> Vec<Value> {
    let heard = session.client.heard().unwrap();
    let traced = heard.into_iter().filter(|it| it["method"] == "$/logTrace");
    traced.map(|it| it["params"].clone()).collect()
}

#[test]
fn a_client_that_wants_it_is_told_what_happens() {
    let mut session = Session::open("{ }");
    session.hover((0, 0));
    assert_eq!(traced(&mut session), [] as [Value; 0]);
    session.client.notify("$/setTrace", json!({ "value": "messages" })).unwrap();
    session.hover((0, 0));
    let told = traced(&mut session);
    let hover = told.iter().find(|it| it["message"].as_str().unwrap().contains("hover")).unwrap();
    assert!(hover["message"].as_str().unwrap().contains("answered after"), "{hover}");
    assert_eq!(hover["verbose"], Value::Null);
    session.client.notify("$/setTrace", json!({ "value": "verbose" })).unwrap();
    session.hover((0, 0));
    let told = traced(&mut session);
    assert!(told.iter().any(|it| it["verbose"].as_str().is_some_and(|it| it.contains("clan.nix"))));
    session.client.notify("$/setTrace", json!({ "value": "off" })).unwrap();
    traced(&mut session);
    session.hover((0, 0));
    assert_eq!(traced(&mut session), [] as [Value; 0]);
}

#[test]
fn the_settings_may_want_it_too() {
    let mut session = Session::open("{ }");
    let settings = json!({ "settings": { "trace": "messages" } });
    session.client.notify("workspace/didChangeConfiguration", settings).unwrap();
    while traced(&mut session).is_empty() {}
}

/// A module whose evaluation takes as long as any may.
const SLOW: &str = "let f = n: if n == 0 then 0 else f (n - 1) + f (n - 1); in f 99";
const READS_IT: &str = "{ imports = [ ./slow.nix ]; inventory.machines.jon = { }; }";

/// The next message of the server with that method; its requests are answered.
fn next(session: &mut Session, method: &str) -> Value {
    loop {
        let message = session.client.receive().unwrap();
        if message["id"].is_u64() && message["method"].is_string() {
            let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": null });
            session.client.send(&answer.to_string()).unwrap();
        }
        if message["method"] == method {
            return message["params"].clone();
        }
    }
}

#[test]
fn what_takes_long_is_shown_and_can_be_ended() {
    let shows = json!({ "window": { "workDoneProgress": true } });
    let mut session = Session::with(READS_IT, &[("slow.nix", SLOW)], &shows);
    let token = next(&mut session, "window/workDoneProgress/create")["token"].clone();
    let begin = next(&mut session, "$/progress");
    assert_eq!((&begin["token"], &begin["value"]["kind"]), (&token, &json!("begin")));
    assert_eq!(begin["value"]["title"], "Reading the inventory");
    assert_eq!(begin["value"]["cancellable"], true);
    session.client.notify("window/workDoneProgress/cancel", json!({ "token": token })).unwrap();
    let end = next(&mut session, "$/progress");
    assert_eq!((&end["token"], &end["value"]["kind"]), (&token, &json!("end")));
    session.change(2, &[json!({ "text": "{ meta.name = \"x\"; }" })]);
    assert_eq!(session.diagnostics(2), [""; 0]);
}

#[test]
fn a_request_is_shown_by_its_own_token() {
    let mut session = Session::with(READS_IT, &[("slow.nix", SLOW)], &json!({}));
    let document = json!({ "uri": uri(&session.clan) });
    let position = json!({ "line": 0, "character": 50 });
    let params = json!({ "textDocument": document, "position": position, "workDoneToken": "mine" });
    let asked = session.client.send_request("textDocument/hover", params).unwrap();
    let begin = next(&mut session, "$/progress");
    assert_eq!((&begin["token"], &begin["value"]["kind"]), (&json!("mine"), &json!("begin")));
    session.client.notify("$/cancelRequest", json!({ "id": asked })).unwrap();
    let end = next(&mut session, "$/progress");
    assert_eq!((&end["token"], &end["value"]["kind"]), (&json!("mine"), &json!("end")));
    // Nobody waits for the rest.
    session.change(2, &[json!({ "text": "{ }" })]);
}

#[test]
fn what_is_quick_is_not_shown() {
    let shows = json!({ "window": { "workDoneProgress": true } });
    let mut session = Session::with("{ meta.name = \"x\"; }", &[], &shows);
    session.diagnostics(1);
    std::thread::sleep(Duration::from_millis(1200));
    let heard = session.client.heard().unwrap();
    assert!(heard.iter().all(|it| it["method"] != "window/workDoneProgress/create"), "{heard:?}");
}
