//! Several folders in one workspace, and some that come and go.

use std::path::{Path, PathBuf};

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::asked::Client;
use crate::{Session, summary};

const WRONG: &str = "{ inventory.instances.nope = { }; meta.name = \"x\"; }";

struct Editor {
    client: Client,
    root: PathBuf,
    _folder: TempDir,
}

impl Editor {
    /// Starts with these folders, and a clan with a mistake in each of `one` and `two`.
    fn start(open: &[&str], capabilities: &Value) -> Editor {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for name in ["one", "two"] {
            std::fs::create_dir(root.join(name)).unwrap();
            std::fs::write(root.join(name).join("clan.nix"), WRONG).unwrap();
        }
        let mut client = Session::start();
        let folders: Vec<_> = open.iter().map(|name| named(&root.join(name))).collect();
        let params = json!({
            "processId": null,
            "workspaceFolders": folders,
            "capabilities": capabilities,
        });
        client.request("initialize", params).unwrap();
        client.notify("initialized", json!({})).unwrap();
        Editor { client, root, _folder: folder }
    }

    fn open(&mut self, name: &str) {
        let path = self.root.join(name).join("clan.nix");
        self.client.open(&path, WRONG).unwrap();
    }

    fn change(&mut self, added: &[&str], removed: &[&str]) {
        let named = |names: &[&str]| -> Value {
            names.iter().map(|name| named(&self.root.join(name))).collect()
        };
        let event = json!({ "added": named(added), "removed": named(removed) });
        let params = json!({ "event": event });
        self.client.notify("workspace/didChangeWorkspaceFolders", params).unwrap();
    }

    /// The next question of the server for settings.
    fn asked(&mut self) -> Value {
        loop {
            let message = self.client.receive().unwrap();
            if message["method"] == "workspace/configuration" {
                return message;
            }
        }
    }

    /// What is published next of a folder's clan.
    fn told(&mut self, name: &str) -> Vec<String> {
        let uri = uri(&self.root.join(name).join("clan.nix"));
        self.client.receive_published(&uri).unwrap().iter().map(summary).collect()
    }

    /// The files that the workspace is said to have.
    fn files(&mut self) -> Vec<String> {
        let params = json!({ "previousResultIds": [] });
        let answer = self.client.request("workspace/diagnostic", params).unwrap();
        let root = uri(&self.root);
        let items = answer["items"].as_array().unwrap().iter();
        items.map(|it| it["uri"].as_str().unwrap().replace(&root, "")).collect()
    }
}

fn named(folder: &Path) -> Value {
    json!({ "uri": uri(folder), "name": "folder" })
}

#[test]
fn what_is_open_of_a_removed_folder_is_cleared() {
    let mut editor = Editor::start(&["one", "two"], &json!({}));
    for name in ["one", "two"] {
        editor.open(name);
        assert_eq!(editor.told(name), ["0:22-26 unknown-module"]);
    }
    editor.change(&[], &["one"]);
    assert_eq!(editor.told("one"), [""; 0]);
    // It is told again when the folder comes back, and the other one was left alone.
    editor.change(&["one"], &[]);
    assert_eq!(editor.told("one"), ["0:22-26 unknown-module"]);
}

#[test]
fn the_workspace_is_all_its_folders() {
    let pull = json!({ "textDocument": { "diagnostic": {} } });
    let mut editor = Editor::start(&["one"], &pull);
    assert_eq!(editor.files(), ["/one/clan.nix"]);
    editor.change(&["two"], &[]);
    assert_eq!(editor.files(), ["/one/clan.nix", "/two/clan.nix"]);
    editor.change(&[], &["one"]);
    assert_eq!(editor.files(), ["/two/clan.nix"]);
}

#[test]
fn each_folder_has_settings_of_its_own() {
    let asked = json!({ "workspace": { "configuration": true, "workspaceFolders": true } });
    let mut editor = Editor::start(&["one", "two"], &asked);
    let question = editor.asked();
    let scope = |name: &str| uri(&editor.root.join(name));
    let expected = json!([
        { "section": "inventory-ls" },
        { "section": "inventory-ls", "scopeUri": scope("one") },
        { "section": "inventory-ls", "scopeUri": scope("two") },
    ]);
    assert_eq!(question["params"]["items"], expected);
    let off = json!({ "diagnostics": { "unknown-module": "off" } });
    let answer = json!({ "jsonrpc": "2.0", "id": question["id"], "result": [null, off, {}] });
    editor.client.send(&answer.to_string()).unwrap();
    editor.open("two");
    editor.open("one");
    assert_eq!(editor.told("two"), ["0:22-26 unknown-module"]);
    // Before the settings came it may have been told.
    while editor.told("one") != [""; 0] {}
}

#[test]
fn a_folder_that_is_added_is_asked_for_its_settings() {
    let asked = json!({ "workspace": { "configuration": true, "workspaceFolders": true } });
    let mut editor = Editor::start(&["one"], &asked);
    assert_eq!(editor.asked()["params"]["items"].as_array().unwrap().len(), 1);
    editor.change(&["two"], &[]);
    assert_eq!(editor.asked()["params"]["items"].as_array().unwrap().len(), 3);
}
