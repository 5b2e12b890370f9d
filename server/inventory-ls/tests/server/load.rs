//! Edits are applied in the order of the wire and cancels reach what waits, however much there is
//! to do.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use inventory_ls::lsp_client::{LspClient, uri};
use serde_json::{Value, json};

use crate::Session;

/// A document as its editor knows it: a line for each instance, and in it the name of a module that
/// does not exist. The diagnostics tell all names with their places, so they tell the text.
struct Editor {
    path: PathBuf,
    version: i64,
    /// Key and module name of each instance; all keys differ.
    lines: Vec<(u32, String)>,
    next_key: u32,
    random: u32,
}

const LETTERS: [&str; 5] = ["q", "z", "ß", "🦀", "-"];

impl Editor {
    fn open(client: &mut LspClient, path: PathBuf, seed: u32) -> Editor {
        let mut editor = Editor { path, version: 1, lines: Vec::new(), next_key: 0, random: seed };
        std::fs::create_dir_all(editor.path.parent().unwrap()).unwrap();
        for _ in 0..6 {
            editor.insert_line(0);
        }
        client.open(&editor.path, &editor.text()).unwrap();
        editor
    }

    fn random(&mut self, below: usize) -> usize {
        self.random = self.random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.random >> 8) as usize % below
    }

    fn line(&(key, ref name): &(u32, String)) -> String {
        format!("  inventory.instances.i{key}.module.name = \"{name}\";\n")
    }

    fn text(&self) -> String {
        format!(
            "{{\n{}  meta.name = \"x\"; }}\n",
            self.lines.iter().map(Editor::line).collect::<String>()
        )
    }

    /// The UTF-16 column of a name's character.
    fn column(&self, line: usize, char: usize) -> usize {
        let (key, name) = &self.lines[line];
        let before = format!("  inventory.instances.i{key}.module.name = \"");
        before.len() + name.chars().take(char).map(char::len_utf16).sum::<usize>()
    }

    /// Sends a few changes at once.
    fn edit(&mut self, client: &mut LspClient) {
        let changes: Vec<Value> = (0..=self.random(3)).map(|_| self.change()).collect();
        self.version += 1;
        let document = json!({ "uri": uri(&self.path), "version": self.version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        client.notify("textDocument/didChange", params).unwrap();
    }

    /// Changes something; gives the change as the protocol has it.
    fn change(&mut self) -> Value {
        let line = self.random(self.lines.len());
        match self.random(40) {
            0 => {
                self.lines.truncate(3);
                json!({ "text": self.text() })
            }
            1..=4 => {
                self.insert_line(line);
                let text = Editor::line(&self.lines[line]);
                change((line + 1, 0), (line + 1, 0), &text)
            }
            5..=8 if self.lines.len() > 2 => {
                self.lines.remove(line);
                change((line + 1, 0), (line + 2, 0), "")
            }
            _ => self.change_name(line),
        }
    }

    fn insert_line(&mut self, line: usize) {
        self.lines.insert(line, (self.next_key, "q".to_owned()));
        self.next_key += 1;
    }

    /// Replaces up to two characters of a name by up to two others.
    fn change_name(&mut self, line: usize) -> Value {
        let chars: Vec<char> = self.lines[line].1.chars().collect();
        let start = self.random(chars.len() + 1);
        let end = (start + self.random(3)).min(chars.len());
        let typed: String =
            (0..self.random(3)).map(|_| LETTERS[self.random(LETTERS.len())]).collect();
        let range = (self.column(line, start), self.column(line, end));
        let name = [chars[..start].iter().collect(), typed.clone(), chars[end..].iter().collect()];
        self.lines[line].1 = name.concat();
        change((line + 1, range.0), (line + 1, range.1), &typed)
    }

    /// The server's text is the editor's.
    fn assert_same(&self, client: &mut LspClient) {
        let mut told = client.diagnostics(&self.path, self.version).unwrap();
        told.retain(|it| it["code"] == "unknown-module");
        assert_eq!(told.len(), self.lines.len(), "{told:#?}\n{}", self.text());
        for (line, diagnostic) in told.iter().enumerate() {
            let (start, end) = (self.column(line, 0) - 1, self.column(line, usize::MAX) + 1);
            let range = json!({
                "start": { "line": line + 1, "character": start },
                "end": { "line": line + 1, "character": end },
            });
            assert_eq!(diagnostic["range"], range, "{diagnostic}");
            let (name, message) = (&self.lines[line].1, diagnostic["message"].as_str().unwrap());
            assert!(message.contains(&format!("`{name}`")), "no `{name}` in {message}");
        }
    }
}

fn change(start: (usize, usize), end: (usize, usize), text: &str) -> Value {
    let position = |(line, column)| json!({ "line": line, "character": column });
    json!({ "range": { "start": position(start), "end": position(end) }, "text": text })
}

#[test]
fn two_thousand_edits_of_three_documents_arrive_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let mut client = Session::start();
    client.initialize(&root, &json!({})).unwrap();
    let mut editors = ["a", "b", "c"].map(|name| {
        Editor::open(&mut client, root.join(name).join("clan.nix"), name.as_bytes()[0].into())
    });
    for turn in 0..2_000 {
        editors[turn % 3].edit(&mut client);
    }
    for editor in &editors {
        editor.assert_same(&mut client);
    }
    assert!(client.stop().unwrap().success());
}

/// A module whose evaluation takes as long as any may: it ends where evaluation gives up.
const SLOW: &str = "let f = n: if n == 0 then 0 else f (n - 1) + f (n - 1); in f 99";

#[test]
fn the_last_of_two_hundred_slow_requests_is_cancelled_first() {
    let text = "{ imports = [ ./slow.nix ]; inventory.instances.x.module.name = \"\"; meta.name = \"x\"; }";
    let mut session = Session::with(text, &[("slow.nix", SLOW)], &json!({}));
    let at = text.find("\"\"").unwrap() as u32 + 1;
    let document = json!({ "uri": uri(&session.clan) });
    let typed = "nope".repeat(50);
    let started = Instant::now();
    let mut ids = Vec::new();
    for (index, letter) in (0_u32..).zip(typed.chars()) {
        // Each request is about a text of its own, so that no result serves two.
        let (here, version) = ((0, at + index), i64::from(index) + 2);
        session.client.edit(&session.clan, version, (here, here), &letter.to_string()).unwrap();
        let position = json!({ "line": 0, "character": 3 });
        let params = json!({ "textDocument": document, "position": position });
        ids.push(session.client.send_request("textDocument/hover", params).unwrap());
    }
    let last = *ids.last().unwrap();
    cancel(&mut session, last);
    let answer = next_answer(&mut session);
    assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!(last), &json!(-32800)));
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());

    // All edits were applied meanwhile, and more are.
    for &id in &ids {
        cancel(&mut session, id);
    }
    let imports = text.find("./slow.nix").unwrap() as u32;
    session.client.edit(&session.clan, 202, ((0, imports), (0, imports + 10)), "").unwrap();
    let told = session.mistakes(202);
    let message = told[0]["message"].as_str().unwrap();
    assert!(message.contains(&format!("`{typed}`")), "{message}");
}

/// Of what changed meanwhile a client wants no answer that says so; others are answered by what was.
#[test]
fn an_answer_about_what_is_gone_is_none_for_those_who_ask_again() {
    let text = "{ imports = [ ./slow.nix ]; inventory.machines.jon = { }; }";
    for (retried, expected) in [("textDocument/hover", json!(-32801)), ("", Value::Null)] {
        let stale = json!({ "cancel": true, "retryOnContentModified": [retried] });
        let capabilities = json!({ "general": { "staleRequestSupport": stale } });
        let mut session = Session::with(text, &[("slow.nix", SLOW)], &capabilities);
        let document = json!({ "uri": uri(&session.clan) });
        let position = json!({ "line": 0, "character": 50 });
        let params = json!({ "textDocument": document, "position": position });
        // More than there are threads, so the last has to wait.
        let ids: Vec<_> = (0..8)
            .map(|_| session.client.send_request("textDocument/hover", params.clone()).unwrap())
            .collect();
        session.client.edit(&session.clan, 2, ((0, 0), (0, 0)), " ").unwrap();
        let answer = session.client.answer(*ids.last().unwrap()).unwrap();
        assert_eq!(answer["error"]["code"], expected, "{answer}");
    }
}

fn cancel(session: &mut Session, id: u64) {
    session.client.notify("$/cancelRequest", json!({ "id": id })).unwrap();
}

/// The next message that is an answer.
fn next_answer(session: &mut Session) -> Value {
    loop {
        let message = session.client.receive().unwrap();
        if message.get("method").is_none() {
            return message;
        }
    }
}
