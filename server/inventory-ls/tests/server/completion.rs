//! Completion of what is not a name of the fleet: keys, inputs, whole instances.

use serde_json::{Value, json};

use crate::Session;

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["label"].as_str().unwrap()).collect()
}

fn client(completion_item: &Value) -> Value {
    json!({ "textDocument": { "completion": { "completionItem": completion_item } } })
}

#[test]
fn keys_come_with_a_line_about_them() {
    let mut session = Session::open(
        "{\n  inventory = {\n    inst\n    tags = { };\n  };\n  meta.name = \"x\";\n}\n",
    );
    let items = session.completion((2, 8));
    assert_eq!(labels(&items), ["machines", "instances", "meta"]);
    assert_eq!(items[1]["textEdit"]["newText"], "instances");
    assert_eq!(items[1]["textEdit"]["range"]["start"], json!({ "line": 2, "character": 4 }));
    assert_eq!(items[1]["textEdit"]["range"]["end"], json!({ "line": 2, "character": 8 }));
    assert_eq!(items[1]["insertTextFormat"], Value::Null);
    let about = "type: attribute set of (submodule)\n\n\
                 Every service in use, and which machines have which role.";
    assert_eq!(items[1]["documentation"], about);
}

#[test]
fn what_it_is_about_is_markdown_for_those_who_lay_it_out() {
    let markdown = client(&json!({ "documentationFormat": ["plaintext", "markdown"] }));
    let mut session = Session::with("{ inventory = { inst }; }", &[], &markdown);
    let items = session.completion((0, 20));
    assert_eq!(items[0]["documentation"]["kind"], "markdown");
}

#[test]
fn inputs_are_those_of_the_flake_as_it_is_now() {
    let clan =
        "{ inventory.instances.x.module = { name = \"x\"; input = \"\"; }; meta.name = \"x\"; }";
    let flake = "{ inputs.extras.url = \"github:somebody/extras\"; outputs = _: { }; }";
    let mut session = Session::with(clan, &[("flake.nix", flake)], &json!({}));
    assert_eq!(labels(&session.completion((0, 56))), ["clan-core", "self", "extras"]);

    let path = session.clan.with_file_name("flake.nix");
    session.client.open(&path, &flake.replace("extras", "others")).unwrap();
    assert_eq!(labels(&session.completion((0, 56))), ["clan-core", "self", "others"]);
}

#[test]
fn a_new_instance_is_a_snippet() {
    let clan =
        "{\n  inventory.machines.jon = { };\n  inventory.instances.bor\n  meta.name = \"x\";\n}\n";
    let mut session = Session::with(clan, &[], &client(&json!({ "snippetSupport": true })));
    let items = session.completion((2, 25));
    let item = items.iter().find(|item| item["label"] == "borgbackup").unwrap();
    assert_eq!(item["insertTextFormat"], 2);
    assert_eq!(item["filterText"], "borgbackup");
    let text = item["textEdit"]["newText"].as_str().unwrap();
    assert!(text.starts_with("${1:borgbackup} = {\n  module.name = \"borgbackup\";\n"), "{text}");
    assert_eq!(item["textEdit"]["range"]["start"]["character"], 22);
}

#[test]
fn who_takes_no_snippets_gets_none() {
    let mut session = Session::open("{ inventory.instances.bor meta.name = \"x\"; }");
    assert_eq!(session.completion((0, 25)), [Value::Null; 0]);
}
