//! Clients that ask for diagnostics: `textDocument/diagnostic` and `workspace/diagnostic`.

use std::path::{Path, PathBuf};

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::asked::Client;
use crate::{Session, summary};

const WRONG: &str = "{ inventory.instances.nope = { }; meta.name = \"x\"; }";

const CLAN: &str =
    "{ imports = [ ./roles.nix ]; inventory.machines.jon = { }; meta.name = \"x\"; }";
const ROLES: &str = "{ inventory.instances.bk = { module.name = \"borgbackup\"; \
                     roles.client.machines.jon = { }; }; meta.name = \"x\"; }";

/// An editor that asks, with files in its folder.
struct Editor {
    client: Client,
    root: PathBuf,
    answer: Value,
    _folder: TempDir,
}

fn asks(more: &Value) -> Value {
    let mut capabilities = json!({
        "textDocument": { "diagnostic": {}, "publishDiagnostics": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    for (part, fields) in more.as_object().unwrap() {
        for (name, value) in fields.as_object().unwrap() {
            capabilities[part][name] = value.clone();
        }
    }
    capabilities
}

impl Editor {
    fn start(files: &[(&str, &str)], capabilities: &Value) -> Editor {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for (name, text) in files {
            let path = root.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let mut client = Session::start();
        let answer = client.initialize(&root, capabilities).unwrap();
        Editor { client, root, answer, _folder: folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    fn open(&mut self, name: &str, text: &str) {
        let path = self.path(name);
        self.client.open(&path, text).unwrap();
    }

    /// The answer about a document.
    fn pull(&mut self, name: &str, previous: &Value) -> Value {
        let document = json!({ "uri": uri(&self.path(name)) });
        let params = json!({ "textDocument": document, "previousResultId": previous });
        self.client.request("textDocument/diagnostic", params).unwrap()
    }

    /// The answer about the workspace, as `name kind: diagnostics`, by name.
    fn pull_workspace(&mut self, previous: &Value) -> (Vec<String>, Value) {
        let params = json!({ "previousResultIds": previous, "partialResultToken": "p" });
        let answer = self.client.request("workspace/diagnostic", params).unwrap();
        let items = answer["items"].as_array().unwrap();
        let mut said: Vec<_> = items.iter().map(|item| self.said(item)).collect();
        said.sort();
        let known = items.iter().map(|it| json!({ "uri": it["uri"], "value": it["resultId"] }));
        (said, known.collect())
    }

    fn said(&self, item: &Value) -> String {
        let root = uri(&self.root);
        let name = item["uri"].as_str().unwrap().strip_prefix(&root).unwrap().trim_matches('/');
        format!("{name} {}: {}", item["kind"].as_str().unwrap(), codes(item).join(", "))
    }

    /// What is published next of a file.
    fn published(&mut self, name: &str) -> Vec<Value> {
        let uri = uri(&self.path(name));
        self.client.receive_published(&uri).unwrap()
    }

    /// What was published up to now, and how often the client was told to ask again.
    fn heard(&mut self) -> (Vec<Value>, usize) {
        let mut refreshed = 0;
        let mut published = Vec::new();
        for message in self.client.heard().unwrap() {
            match message["method"].as_str() {
                Some("textDocument/publishDiagnostics") => published.push(message),
                Some("workspace/diagnostic/refresh") => refreshed += 1,
                _ => {}
            }
        }
        (published, refreshed)
    }

    /// Waits until everything up to now was judged: a mistake is told that was made after it.
    fn is_judged(&mut self) {
        let toml = self.path("inventory-ls.toml");
        std::fs::write(&toml, "colour = true").unwrap();
        watched(self, &toml, 1);
        assert_eq!(self.published("inventory-ls.toml").len(), 1);
    }

    /// Waits until the client is told to ask again.
    fn refreshed(&mut self) {
        loop {
            let message = self.client.receive().unwrap();
            if message["method"] == "workspace/diagnostic/refresh" {
                let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": null });
                return self.client.send(&answer.to_string()).unwrap();
            }
        }
    }
}

fn codes(report: &Value) -> Vec<String> {
    report["items"].as_array().into_iter().flatten().map(summary).collect()
}

fn machine_is_renamed(editor: &mut Editor) {
    let at = CLAN.find("jon").unwrap() as u32;
    let clan = editor.path("clan.nix");
    editor.client.edit(&clan, 2, ((0, at), (0, at + 3)), "jan").unwrap();
}

#[test]
fn an_open_document_is_asked_for_and_never_published() {
    let mut editor = Editor::start(&[], &asks(&json!({})));
    let provider = &editor.answer["capabilities"]["diagnosticProvider"];
    let expected = json!({
        "interFileDependencies": true,
        "workspaceDiagnostics": true,
        "workDoneProgress": true,
    });
    assert_eq!(*provider, expected);
    editor.open("clan.nix", WRONG);
    let report = editor.pull("clan.nix", &Value::Null);
    assert_eq!(
        (&report["kind"], codes(&report)),
        (&json!("full"), vec!["0:22-26 unknown-module".to_owned()])
    );

    let clan = editor.path("clan.nix");
    editor.client.edit(&clan, 2, ((0, 1), (0, 1)), " ").unwrap();
    assert_eq!(codes(&editor.pull("clan.nix", &report["resultId"])), ["0:23-27 unknown-module"]);
    // Nothing else changed, so the client is not told to ask again.
    assert_eq!(editor.heard(), (Vec::new(), 0));
}

#[test]
fn what_is_the_same_is_not_told_again() {
    let mut editor = Editor::start(&[], &asks(&json!({})));
    editor.open("clan.nix", WRONG);
    let id = editor.pull("clan.nix", &Value::Null)["resultId"].clone();
    let same = editor.pull("clan.nix", &id);
    assert_eq!(same, json!({ "kind": "unchanged", "resultId": id }));
    let other = editor.pull("clan.nix", &json!("another"));
    assert_eq!((&other["kind"], &other["resultId"]), (&json!("full"), &id));
}

#[test]
fn who_only_takes_what_is_published_is_offered_nothing_else() {
    let published = json!({ "textDocument": { "publishDiagnostics": {} } });
    // Neovim 0.11: it can ask, but not be told to ask again.
    let both = json!({ "textDocument": { "publishDiagnostics": {}, "diagnostic": {} } });
    for capabilities in [published, both] {
        let mut editor = Editor::start(&[], &capabilities);
        assert_eq!(editor.answer["capabilities"]["diagnosticProvider"], Value::Null);
        editor.open("clan.nix", WRONG);
        let clan = editor.path("clan.nix");
        assert_eq!(editor.client.diagnostics(&clan, 1).unwrap().len(), 1);
    }
    let asked = json!({ "textDocument": { "diagnostic": {} } });
    let editor = Editor::start(&[], &asked);
    assert_ne!(editor.answer["capabilities"]["diagnosticProvider"], Value::Null);
}

#[test]
fn a_change_in_one_document_makes_the_client_ask_for_another() {
    let mut editor = Editor::start(&[("roles.nix", ROLES)], &asks(&json!({})));
    editor.open("clan.nix", CLAN);
    editor.open("roles.nix", ROLES);
    let before = editor.pull("roles.nix", &Value::Null);
    assert_eq!(codes(&before), [""; 0]);
    editor.is_judged();
    machine_is_renamed(&mut editor);
    editor.refreshed();
    let after = editor.pull("roles.nix", &before["resultId"]);
    assert_eq!(codes(&after), ["0:79-82 unknown-machine"]);
}

#[test]
fn what_is_new_in_another_document_comes_along_where_the_client_takes_it() {
    let related = json!({ "textDocument": { "diagnostic": { "relatedDocumentSupport": true } } });
    let mut editor = Editor::start(&[("roles.nix", ROLES)], &asks(&related));
    editor.open("clan.nix", CLAN);
    editor.open("roles.nix", ROLES);
    editor.pull("roles.nix", &Value::Null);
    let report = editor.pull("clan.nix", &Value::Null);
    assert_eq!(report["relatedDocuments"], Value::Null);
    machine_is_renamed(&mut editor);
    let report = editor.pull("clan.nix", &report["resultId"]);
    assert_eq!(report["kind"], "unchanged");
    let roles = &report["relatedDocuments"][uri(&editor.path("roles.nix"))];
    assert_eq!(
        (&roles["kind"], codes(roles)),
        (&json!("full"), vec!["0:79-82 unknown-machine".to_owned()])
    );
    assert_eq!(editor.pull("clan.nix", &report["resultId"])["relatedDocuments"], Value::Null);
}

#[test]
fn what_is_not_open_is_published_until_the_workspace_is_asked_for() {
    let mut editor = Editor::start(&[("roles.nix", ROLES)], &asks(&json!({})));
    editor.open("clan.nix", &CLAN.replace("jon", "jan"));
    let told = editor.published("roles.nix");
    assert_eq!(told.iter().map(summary).collect::<Vec<_>>(), ["0:79-82 unknown-machine"]);
    let (said, _) = editor.pull_workspace(&json!([]));
    assert_eq!(said, ["clan.nix full: ", "roles.nix full: 0:79-82 unknown-machine"]);
    // Now it would be there twice.
    let told = editor.published("roles.nix");
    assert_eq!(told, [] as [Value; 0]);
}

#[test]
fn the_workspace_is_every_file_of_every_clan() {
    let files = [
        ("one/clan.nix", CLAN),
        ("one/roles.nix", ROLES),
        ("two/clan.nix", WRONG),
        ("two/inventory-ls.toml", "colour = true"),
        ("two/other.nix", "x"),
    ];
    let mut editor = Editor::start(&files, &asks(&json!({})));
    let (said, known) = editor.pull_workspace(&json!([]));
    let expected = [
        "one/clan.nix full: ",
        "one/roles.nix full: ",
        "two/clan.nix full: 0:22-26 unknown-module",
        "two/inventory-ls.toml full: 0:0-6 ",
    ];
    assert_eq!(said, expected);
    let (said, known) = editor.pull_workspace(&known);
    assert_eq!(
        said,
        expected.map(|it| it
            .replace("full", "unchanged")
            .split_inclusive(": ")
            .next()
            .unwrap()
            .to_owned())
    );

    // A file that is gone has no mistakes any more.
    let wrong = editor.path("two/clan.nix");
    std::fs::remove_file(&wrong).unwrap();
    watched(&mut editor, &wrong, 3);
    let (said, _) = editor.pull_workspace(&known);
    assert!(said.contains(&"two/clan.nix full: ".to_owned()), "{said:?}");
}

fn watched(editor: &mut Editor, path: &Path, kind: u32) {
    let changes = json!({ "changes": [{ "uri": uri(path), "type": kind }] });
    editor.client.notify("workspace/didChangeWatchedFiles", changes).unwrap();
}

#[test]
fn settings_that_change_make_the_client_ask_again() {
    let mut editor = Editor::start(&[], &asks(&json!({})));
    editor.open("clan.nix", WRONG);
    let before = editor.pull("clan.nix", &Value::Null);
    editor.is_judged();
    let off = json!({ "settings": { "diagnostics": { "unknown-module": "off" } } });
    editor.client.notify("workspace/didChangeConfiguration", off).unwrap();
    editor.refreshed();
    assert_eq!(codes(&editor.pull("clan.nix", &before["resultId"])), [""; 0]);
}
