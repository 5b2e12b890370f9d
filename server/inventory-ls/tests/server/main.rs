//! The language server as an editor meets it: the real binary, over its stdin and stdout.

#![cfg(test)]

mod asked;
mod changes;
mod code_action;
mod code_lens;
mod completion;
mod configuration;
mod diagnostic;
mod disk;
mod document;
mod ending;
mod features;
mod fleet;
mod folders;
mod hostile;
mod hover;
mod inlay_hint;
mod life;
mod lifecycle;
mod load;
mod log;
mod message;
mod navigation;
mod preview;
mod progress;
mod protocol;
mod pull;
mod rename;
mod semantic_tokens;
mod structure;
mod tour;
mod trace;
mod tutorial;
mod vscode;
mod workspace_symbol;

use std::path::PathBuf;
use std::process::Command;

use asked::Client;
use inventory_ls::lsp_client::{LspClient, uri};
use log::Log;

use serde_json::{Value, json};
use tempfile::TempDir;

/// A server, and a folder with the files of a clan, of which `clan.nix` is open.
struct Session {
    client: Client,
    clan: PathBuf,
    folder: TempDir,
    log: Log,
}

/// The name of the clan stands beside what a test shows.
const NAMED: (&str, &str) = ("inventory.json", r#"{ "meta": { "name": "example" } }"#);

impl Session {
    /// Starts a server that is not initialized yet.
    fn start() -> Client {
        Client::new(LspClient::start(env!("CARGO_BIN_EXE_inventory-ls")).unwrap())
    }

    /// Opens a text as the folder's `clan.nix`.
    fn open(text: &str) -> Session {
        Session::with(text, &[], &json!({ "general": { "positionEncodings": ["utf-8"] } }))
    }

    /// Opens a text as the folder's `clan.nix` beside other files.
    fn with(text: &str, files: &[(&str, &str)], capabilities: &Value) -> Session {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for (name, text) in [NAMED].iter().chain(files) {
            std::fs::write(root.join(name), text).unwrap();
        }
        let log = Log::new();
        let mut server = Command::new(env!("CARGO_BIN_EXE_inventory-ls"));
        let mut client = Client::new(LspClient::spawn(log.of(&mut server)).unwrap());
        client.initialize(&root, capabilities).unwrap();
        let clan = root.join("clan.nix");
        client.open(&clan, text).unwrap();
        Session { client, clan, folder, log }
    }

    /// The errors and warnings at a version: `line:column-column code`, lines and columns from 0.
    fn diagnostics(&mut self, version: i64) -> Vec<String> {
        self.mistakes(version).iter().map(summary).collect()
    }

    /// The errors and warnings at a version.
    fn mistakes(&mut self, version: i64) -> Vec<Value> {
        let mut mistakes = self.client.diagnostics(&self.clan, version).unwrap();
        mistakes.retain(|it| it["severity"].as_u64() <= Some(2));
        mistakes
    }

    /// The server takes an edit and knows the right text after it: nothing was lost before.
    #[track_caller]
    fn assert_well(&mut self, version: i64) {
        let change = json!({ "text": "{ inventory.instances.nope = { }; meta.name = \"x\"; }" });
        self.change(version, &[change]);
        assert_eq!(self.diagnostics(version), ["0:22-26 unknown-module"]);
    }

    /// Sends content changes as they are.
    fn change(&mut self, version: i64, changes: &[Value]) {
        let document = json!({ "uri": uri(&self.clan), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.client.notify("textDocument/didChange", params).unwrap();
    }

    fn hover(&mut self, at: (u32, u32)) -> String {
        let hover = self.client.ask_at("textDocument/hover", &self.clan, at).unwrap();
        hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    fn completion(&mut self, at: (u32, u32)) -> Vec<Value> {
        let items = self.client.ask_at("textDocument/completion", &self.clan, at).unwrap();
        items.as_array().cloned().unwrap_or_default()
    }
}

fn summary(diagnostic: &Value) -> String {
    let (start, end) = (&diagnostic["range"]["start"], &diagnostic["range"]["end"]);
    let (line, column, last) = (&start["line"], &start["character"], &end["character"]);
    format!("{line}:{column}-{last} {}", diagnostic["code"].as_str().unwrap_or_default())
}
