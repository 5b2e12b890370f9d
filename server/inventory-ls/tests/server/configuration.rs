//! Settings: from the client by each of its ways, and from `inventory-ls.toml`.

use std::path::PathBuf;

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::asked::Client;
use crate::{Session, summary};

const CLAN: &str = "{ inventory.instances.nope = { }; meta.name = \"x\"; }";

const WRONG: [&str; 1] = ["0:22-26 unknown-module"];

const OFF: &str = "diagnostics.unknown-module = \"off\"\n";

/// A server in a folder with an `inventory-ls.toml`.
struct Editor {
    client: Client,
    root: PathBuf,
    /// Messages that were received and not looked at yet.
    kept: Vec<Value>,
    _folder: TempDir,
}

impl Editor {
    fn open(toml: &str, capabilities: &Value, options: &Value) -> Editor {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::write(root.join("inventory-ls.toml"), toml).unwrap();
        let mut client = Session::start();
        let params = json!({
            "processId": null,
            "rootUri": uri(&root),
            "capabilities": { "workspace": capabilities },
            "initializationOptions": options,
        });
        client.request("initialize", params).unwrap();
        client.notify("initialized", json!({})).unwrap();
        client.open(&root.join("clan.nix"), CLAN).unwrap();
        Editor { client, root, kept: Vec::new(), _folder: folder }
    }

    /// What is told next of a file.
    fn told(&mut self, file: &str) -> Vec<Value> {
        let uri = uri(&self.root.join(file));
        let is_it = |params: &Value| params["uri"] == uri.as_str();
        let params = self.receive("textDocument/publishDiagnostics", is_it);
        params["params"]["diagnostics"].as_array().unwrap().clone()
    }

    #[track_caller]
    fn finds(&mut self, expected: &[&str]) {
        let told = self.told("clan.nix");
        assert_eq!(told.iter().map(summary).collect::<Vec<_>>(), expected);
    }

    /// Waits until that is told of the clan's file.
    fn comes_to(&mut self, expected: &[&str]) {
        self.comes_to_in("clan.nix", expected);
    }

    fn comes_to_in(&mut self, file: &str, expected: &[&str]) {
        while self.told(file).iter().map(summary).collect::<Vec<_>>() != expected {}
    }

    /// The next message with that method and such parameters. Others are kept: nobody knows in
    /// which order messages of several kinds come.
    fn receive(&mut self, method: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let is_it = |it: &Value| it["method"] == method && is_it(&it["params"]);
        if let Some(at) = self.kept.iter().position(&is_it) {
            return self.kept.remove(at);
        }
        loop {
            let message = self.client.receive().unwrap();
            if is_it(&message) {
                return message;
            }
            self.kept.push(message);
        }
    }

    fn push(&mut self, settings: &Value) {
        let params = json!({ "settings": settings });
        self.client.notify("workspace/didChangeConfiguration", params).unwrap();
    }

    /// Answers the server's question for settings.
    fn answer(&mut self, settings: &Value) {
        let question = self.receive("workspace/configuration", |_| true);
        assert_eq!(question["params"]["items"], json!([{ "section": "inventory-ls" }]));
        let answer = json!({ "jsonrpc": "2.0", "id": question["id"], "result": [settings] });
        self.client.send(&answer.to_string()).unwrap();
    }
}

#[test]
fn settings_come_with_the_start() {
    let off = json!({ "diagnostics": { "unknown-module": "off" } });
    Editor::open("", &json!({}), &off).finds(&[]);
    Editor::open("", &json!({}), &json!({ "inventory-ls": off })).finds(&[]);
    Editor::open("", &json!({}), &Value::Null).finds(&WRONG);
}

#[test]
fn settings_are_pushed() {
    let mut editor = Editor::open("", &json!({}), &Value::Null);
    editor.finds(&WRONG);
    editor.push(&Value::Null);
    editor.push(&json!({ "inventory-ls": { "diagnostics": { "unknown-module": "hint" } } }));
    let told = editor.told("clan.nix");
    assert_eq!((told.len(), &told[0]["severity"]), (1, &json!(4)));
}

#[test]
fn settings_are_asked_for() {
    let mut editor = Editor::open("", &json!({ "configuration": true }), &Value::Null);
    editor.answer(&json!({ "exclude": ["clan.nix"] }));
    editor.comes_to(&[]);
    editor.push(&Value::Null);
    editor.answer(&json!({ "exclude": [] }));
    editor.comes_to(&WRONG);
    editor.push(&Value::Null);
    editor.answer(&Value::Null);
    editor.client.edit(&editor.root.join("clan.nix"), 2, ((0, 0), (0, 0)), "\n").unwrap();
    editor.comes_to(&["1:22-26 unknown-module"]);
}

#[test]
fn what_is_wrong_in_settings_is_told_in_a_message() {
    let wrong = json!({ "diagnostics": { "unknown-tags": "off" } });
    let mut editor = Editor::open("", &json!({}), &wrong);
    let message = editor.receive("window/showMessage", |_| true);
    let text = message["params"]["message"].as_str().unwrap();
    assert!(text.contains("`diagnostics.unknown-tags`: no diagnostic has this code"), "{text}");
    editor.finds(&WRONG);
}

#[test]
fn the_file_counts_below_the_client() {
    Editor::open(OFF, &json!({}), &Value::Null).finds(&[]);
    let on = json!({ "diagnostics": { "unknown-module": "error" } });
    Editor::open(OFF, &json!({}), &on).finds(&WRONG);
}

#[test]
fn the_file_is_read_again_when_it_changes() {
    let mut editor = Editor::open(OFF, &json!({}), &Value::Null);
    editor.finds(&[]);
    let file = editor.root.join("inventory-ls.toml");
    std::fs::write(&file, "exclude = [\"old\"]").unwrap();
    let changes = json!({ "changes": [{ "uri": uri(&file), "type": 2 }] });
    editor.client.notify("workspace/didChangeWatchedFiles", changes).unwrap();
    editor.finds(&WRONG);
    // A client that watches no files tells at least what it saved.
    std::fs::write(&file, OFF).unwrap();
    let saved = json!({ "textDocument": { "uri": uri(&editor.root.join("clan.nix")) } });
    editor.client.notify("textDocument/didSave", saved).unwrap();
    editor.finds(&[]);
}

/// A flake whose machines are those of an input, of which no lock tells.
const FLAKE: &str = r#"{ inputs = { clan-core.url = "x"; friend.url = "x"; };
outputs = { clan-core, friend, self, ... }: { clan = clan-core.lib.clan {
inherit self; meta.name = "x"; inventory.machines = friend.machines;
inventory.instances.a = { module.name = "sshd"; module.input = "clan-core";
roles.server.machines.jon = { }; }; }; }; }"#;

#[test]
fn inputs_of_the_file_count_as_soon_as_it_is_saved() {
    let mut editor = Editor::open("", &json!({}), &Value::Null);
    let flake = editor.root.join("flake.nix");
    for machine in ["jon", "sara"] {
        let outputs = format!("{{ outputs = {{ ... }}: {{ machines.{machine} = {{ }}; }}; }}");
        std::fs::create_dir(editor.root.join(machine)).unwrap();
        std::fs::write(editor.root.join(machine).join("flake.nix"), outputs).unwrap();
    }
    editor.client.open(&flake, FLAKE).unwrap();
    editor.comes_to_in("flake.nix", &[]);
    let toml = editor.root.join("inventory-ls.toml");
    for (input, expected) in [
        ("sara", &["4:22-25 unknown-machine"][..]),
        ("jon", &[]),
        ("sara", &["4:22-25 unknown-machine"]),
    ] {
        std::fs::write(&toml, format!("inputs.friend = \"{input}\"")).unwrap();
        let saved = json!({ "textDocument": { "uri": uri(&toml) } });
        editor.client.notify("textDocument/didSave", saved).unwrap();
        editor.comes_to_in("flake.nix", expected);
    }
    std::fs::remove_file(&toml).unwrap();
    let changes = json!({ "changes": [{ "uri": uri(&toml), "type": 3 }] });
    editor.client.notify("workspace/didChangeWatchedFiles", changes).unwrap();
    editor.comes_to_in("flake.nix", &[]);
}

#[test]
fn a_feature_can_be_turned_off() {
    let hover = |toml: &str| {
        let mut editor = Editor::open(toml, &json!({}), &Value::Null);
        let clan = editor.root.join("clan.nix");
        let text = "{ inventory.machines.jon = { }; meta.name = \"x\"; }";
        editor.client.edit(&clan, 2, ((0, 0), (0, CLAN.len() as u32)), text).unwrap();
        editor.client.ask_at("textDocument/hover", &clan, (0, 22)).unwrap()
    };
    assert_ne!(hover(""), Value::Null);
    assert_eq!(hover("features.hover = false"), Value::Null);
}

#[test]
fn mistakes_in_the_file_stand_in_it() {
    let mut editor = Editor::open("\ncolour = true\n", &json!({}), &Value::Null);
    let told = editor.told("inventory-ls.toml");
    assert_eq!(told[0]["message"], "`colour`: no such setting");
    assert_eq!(summary(&told[0]), "1:0-6 ");
    std::fs::remove_file(editor.root.join("inventory-ls.toml")).unwrap();
    let saved = json!({ "textDocument": { "uri": uri(&editor.root.join("clan.nix")) } });
    editor.client.notify("textDocument/didSave", saved).unwrap();
    assert_eq!(editor.told("inventory-ls.toml"), [] as [Value; 0]);
}
