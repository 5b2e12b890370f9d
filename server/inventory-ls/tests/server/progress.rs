//! What takes long: it is shown, can be ended, and is broken off when it is overtaken.

use std::path::PathBuf;
use std::time::Duration;

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::Session;
use crate::asked::Client;

/// A module whose evaluation takes as long as any may: it ends where evaluation gives up.
const SLOW: &str = "let f = n: if n == 0 then 0 else f (n - 1) + f (n - 1); in f 99";
const READS_IT: &str = "{ imports = [ ./slow.nix ]; inventory.machines.jon = { }; }";

/// So many clans that take so long take several seconds, also on a fast machine.
const CLANS: usize = 12;

/// An editor in a folder with these clans.
struct Editor {
    client: Client,
    root: PathBuf,
    /// Answers that came while something else was waited for: nobody knows which comes first.
    answers: Vec<Value>,
    _folder: TempDir,
}

impl Editor {
    fn start(capabilities: &Value) -> Editor {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for number in 0..CLANS {
            let clan = root.join(format!("clan-{number}"));
            std::fs::create_dir(&clan).unwrap();
            std::fs::write(clan.join("clan.nix"), READS_IT).unwrap();
            std::fs::write(clan.join("slow.nix"), SLOW).unwrap();
        }
        let mut client = Session::start();
        client.initialize(&root, capabilities).unwrap();
        Editor { client, root, answers: Vec::new(), _folder: folder }
    }

    /// Asks about all clans; gives the number of the request.
    fn ask(&mut self, token: &Value) -> u64 {
        let params = json!({ "previousResultIds": [], "workDoneToken": token });
        self.client.send_request("workspace/diagnostic", params).unwrap()
    }

    /// The next message of the server with that method; its requests are answered.
    fn next(&mut self, method: &str) -> Value {
        loop {
            let message = self.client.receive().unwrap();
            if message["id"].is_u64() && message["method"].is_string() {
                let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": null });
                self.client.send(&answer.to_string()).unwrap();
            }
            if message["method"] == method {
                return message["params"].clone();
            }
            if message["method"].is_null() {
                self.answers.push(message);
            }
        }
    }

    /// The error that a request is answered by.
    fn error(&mut self, id: u64) -> Value {
        match self.answers.iter().find(|it| it["id"] == id) {
            Some(answer) => answer["error"].clone(),
            None => self.client.answer(id).unwrap()["error"].clone(),
        }
    }

    #[track_caller]
    fn shows(&mut self, token: &Value, kind: &str) -> Value {
        let told = self.next("$/progress");
        assert_eq!((&told["token"], &told["value"]["kind"]), (token, &json!(kind)));
        told["value"].clone()
    }

    fn cancel(&mut self, token: &Value) {
        let params = json!({ "token": token });
        self.client.notify("window/workDoneProgress/cancel", params).unwrap();
    }
}

#[test]
fn what_takes_long_is_shown_and_can_be_ended() {
    let mut editor = Editor::start(&json!({ "window": { "workDoneProgress": true } }));
    for number in 0..CLANS {
        let clan = editor.root.join(format!("clan-{number}/clan.nix"));
        editor.client.open(&clan, READS_IT).unwrap();
    }
    let token = editor.next("window/workDoneProgress/create")["token"].clone();
    let begin = editor.shows(&token, "begin");
    assert_eq!(
        (&begin["title"], &begin["cancellable"]),
        (&json!("Reading the inventory"), &json!(true))
    );
    editor.cancel(&token);
    editor.shows(&token, "end");
}

#[test]
fn a_request_is_shown_by_its_own_token_and_can_be_ended_by_it() {
    let mut editor = Editor::start(&json!({ "textDocument": { "diagnostic": {} } }));
    let token = json!("mine");
    let asked = editor.ask(&token);
    editor.shows(&token, "begin");
    editor.cancel(&token);
    editor.shows(&token, "end");
    assert_eq!(editor.error(asked)["code"], -32800);
}

#[test]
fn a_request_that_is_cancelled_is_shown_no_longer() {
    let mut editor = Editor::start(&json!({ "textDocument": { "diagnostic": {} } }));
    let token = json!(7);
    let asked = editor.ask(&token);
    editor.shows(&token, "begin");
    editor.client.notify("$/cancelRequest", json!({ "id": asked })).unwrap();
    editor.shows(&token, "end");
}

#[test]
fn a_state_that_is_overtaken_is_to_be_asked_for_again() {
    let mut editor = Editor::start(&json!({ "textDocument": { "diagnostic": {} } }));
    let asked = editor.ask(&Value::Null);
    std::thread::sleep(Duration::from_millis(300));
    let clan = editor.root.join("clan-0/clan.nix");
    editor.client.open(&clan, "{ }").unwrap();
    let expected = json!({
        "code": -32802,
        "message": "there is a newer state",
        "data": { "retriggerRequest": true },
    });
    assert_eq!(editor.error(asked), expected);
    let params = json!({ "textDocument": { "uri": uri(&clan) } });
    let report = editor.client.request("textDocument/diagnostic", params).unwrap();
    assert_eq!(report["kind"], "full");
}

#[test]
fn a_fleet_that_is_overtaken_is_to_be_asked_for_again_and_one_can_be_given_up() {
    let mut editor = Editor::start(&json!({}));
    let asked = editor.client.send_request("inventory-ls/fleet", json!({})).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let clan = editor.root.join("clan-0/clan.nix");
    editor.client.open(&clan, "{ }").unwrap();
    assert_eq!(editor.error(asked)["code"], -32801);

    let asked = editor.client.send_request("inventory-ls/fleet", json!({})).unwrap();
    editor.client.notify("$/cancelRequest", json!({ "id": asked })).unwrap();
    assert_eq!(editor.error(asked)["code"], -32800);
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
