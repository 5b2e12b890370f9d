//! `$/logTrace`.

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
    assert!((0..1000).any(|_| !traced(&mut session).is_empty()));
}
