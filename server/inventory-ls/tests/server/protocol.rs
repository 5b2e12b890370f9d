//! `PROTOCOL.md` says what the server does: its example is an answer of the server's, and the fields
//! that it describes are those that there are.

use std::collections::BTreeSet;

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

const TEXT: &str = include_str!("../../PROTOCOL.md");

/// The blocks of a language, in order.
fn blocks(language: &str) -> Vec<&'static str> {
    let opening = format!("```{language}\n");
    let blocks = TEXT.split(&opening).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap()).collect()
}

/// The JSON block that has a field.
fn example(field: &str) -> Value {
    let mut blocks =
        blocks("json").into_iter().map(|it| serde_json::from_str::<Value>(it).unwrap());
    blocks.find(|it| it.get(field).is_some()).unwrap()
}

/// The fields that the descriptions from the interface `first` to the block's end have.
fn described(first: &str) -> BTreeSet<String> {
    let blocks = blocks("ts");
    let block = blocks.iter().find(|it| it.contains(&format!("interface {first} "))).unwrap();
    let lines = block.lines().filter(|it| !it.trim_start().starts_with(['/', '*']));
    let text: String = lines.filter(|it| !it.starts_with("type ")).collect();
    let words = text.split([' ', ';', '{', '}']).filter_map(|word| word.strip_suffix(':'));
    words.map(|name| name.trim_end_matches('?').to_owned()).collect()
}

/// The fields that an answer has, at any depth.
fn fields(answer: &Value, found: &mut BTreeSet<String>) {
    match answer {
        Value::Array(items) => items.iter().for_each(|item| fields(item, found)),
        Value::Object(object) => {
            for (name, value) in object {
                found.insert(name.clone());
                fields(value, found);
            }
        }
        _ => {}
    }
}

fn fleet(session: &mut Session, params: Value) -> Value {
    session.client.request("inventory-ls/fleet", params).unwrap()
}

#[test]
fn the_example_is_an_answer() {
    let [clan] = blocks("nix")[..] else { panic!("one example") };
    let mut session = Session::with(clan, &[("inventory.json", "{ }")], &json!({}));
    let root = uri(&session.folder.path().canonicalize().unwrap());
    let answer = fleet(&mut session, json!({})).to_string().replace(&root, "file:///fleet");
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer, example("format"), "it is now\n{answer}");
}

#[test]
fn the_fields_of_fleets_are_those_that_are_described() {
    let mut found = BTreeSet::new();
    fields(&example("format"), &mut found);
    let mut session = Session::open("{ x, ... }: { inventory.machines = x.y; }");
    fields(&fleet(&mut session, json!({})), &mut found);
    let nowhere = json!({ "textDocument": { "uri": "untitled:x" } });
    fields(&fleet(&mut session, nowhere), &mut found);
    assert_eq!(found, described("Fleet"));
}

#[test]
fn the_fields_of_previews_are_those_that_are_described() {
    let clan = "{\n  inventory.machines.jon.tags = [ \"a\" ];\n  \
                inventory.instances.sshd.roles.server.tags = [ \"a\" ];\n}\n";
    let mut session = Session::open(clan);
    let at = json!({ "line": 1, "character": 35 });
    let place = json!({ "textDocument": { "uri": uri(&session.clan) }, "position": at });
    let params = json!({ "command": "inventory-ls.preview", "arguments": [place] });
    let mut found = BTreeSet::new();
    fields(&session.client.request("workspace/executeCommand", params).unwrap(), &mut found);
    assert_eq!(found, described("Preview"));
}

#[test]
fn the_settings_are_settings() {
    let settings = example("inventory-ls");
    let mut keys: Vec<_> = settings["inventory-ls"].as_object().unwrap().keys().collect();
    let (read, problems) =
        inventory_ls::configuration::Settings::from_json(&settings["inventory-ls"]);
    assert_eq!(problems, []);
    assert!(read.preset.is_some() && read.trace.is_some() && read.exclude.is_some());
    keys.retain(|key| !TEXT.contains(&format!("\n| `{key}")));
    assert_eq!(keys, [""; 0], "not in the table");
}
