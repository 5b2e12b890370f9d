//! How a server ends.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Session;

#[test]
fn exit_without_shutdown_is_a_failure() {
    let mut session = Session::open("{ }");
    session.client.notify("exit", Value::Null).unwrap();
    assert_eq!(session.client.wait().unwrap().code(), Some(1));
}

#[test]
fn exit_before_initialize_is_a_failure() {
    let mut client = Session::start();
    client.notify("exit", Value::Null).unwrap();
    assert_eq!(client.wait().unwrap().code(), Some(1));
}

#[test]
fn exit_after_shutdown_is_a_success() {
    let mut session = Session::open("{ }");
    session.client.request("shutdown", Value::Null).unwrap();
    session.client.notify("exit", Value::Null).unwrap();
    assert!(session.client.wait().unwrap().success());
}

#[test]
fn a_closed_stdin_ends_the_server() {
    let mut session = Session::open("{ }");
    session.client.request("shutdown", Value::Null).unwrap();
    assert!(session.client.hang_up().unwrap().success());
}

#[test]
fn after_shutdown_requests_are_refused() {
    let mut session = Session::open("{ }");
    session.client.request("shutdown", Value::Null).unwrap();
    session.client.edit(&session.clan, 2, ((0, 0), (0, 0)), " ").unwrap();
    for method in ["textDocument/hover", "shutdown"] {
        let id = session.client.send_request(method, Value::Null).unwrap();
        assert_eq!(session.client.answer(id).unwrap()["error"]["code"], -32600, "{method}");
    }
    session.client.notify("exit", Value::Null).unwrap();
    assert!(session.client.wait().unwrap().success());
}

#[test]
fn notifications_before_initialize_are_dropped() {
    let mut session = Session::open("{ }");
    let mut client = Session::start();
    client.open(&session.clan, "x").unwrap();
    client.initialize(session.folder.path(), &json!({})).unwrap();
    client.open(&session.clan, "{ inventory.instances.nope = { }; meta.name = \"x\"; }").unwrap();
    assert_eq!(client.diagnostics(&session.clan, 1).unwrap().len(), 1);
    session.assert_well(2);
}

#[cfg(unix)]
#[test]
fn a_client_that_is_gone_ends_the_server() {
    let mut editor = std::process::Command::new("sleep").arg("600").spawn().unwrap();
    let mut client = Session::start();
    let params = json!({ "processId": editor.id(), "capabilities": {} });
    client.request("initialize", params).unwrap();
    editor.kill().unwrap();
    editor.wait().unwrap();
    let killed = Instant::now();
    assert_eq!(client.wait().unwrap().code(), Some(1));
    assert!(killed.elapsed() < Duration::from_secs(20), "{:?}", killed.elapsed());
}

#[cfg(unix)]
#[test]
fn a_client_that_can_not_be_seen_ends_nothing() {
    // As from within a container: that process is none here.
    let mut session = Session::open("{ }");
    let mut client = Session::start();
    let params = json!({ "processId": i32::MAX, "capabilities": {} });
    client.request("initialize", params).unwrap();
    std::thread::sleep(Duration::from_secs(3));
    assert!(client.stop().unwrap().success());
    session.assert_well(2);
}
