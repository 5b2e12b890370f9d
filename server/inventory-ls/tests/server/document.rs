//! Documents that are opened, changed and named in unusual ways.

use std::path::Path;

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::{Session, summary};

/// A clan with one mistake, and what it says without its braces.
const WRONG: &str = "{ inventory.instances.nope = { }; meta.name = \"x\"; }";
const BINDING: &str = " inventory.instances.nope = { };";

fn change(start: (u32, u32), end: (u32, u32), text: &str) -> Value {
    let position = |(line, column)| json!({ "line": line, "character": column });
    json!({ "range": { "start": position(start), "end": position(end) }, "text": text })
}

/// `before` becomes `after` by the change, which is judged by where `nope` then stands.
#[track_caller]
fn becomes(before: &str, change: Value, expected: &str) {
    let mut session = Session::with(before, &[], &json!({}));
    session.change(2, &[change]);
    assert_eq!(session.diagnostics(2), [format!("{expected} unknown-module")]);
}

#[test]
fn ranges_outside_the_text_are_cut_to_it() {
    let far = u32::MAX;
    // Too far to the right is the end of the line, too far down the end of the text.
    becomes("{\n\n}", change((1, 70), (1, far), BINDING), "1:21-25");
    becomes("{", change((9, 9), (far, far), &format!("{BINDING} }}")), "0:22-26");
    becomes("# x", change((far, 0), (far, 0), &format!("\n{WRONG}")), "1:22-26");
    // From its end to its start.
    becomes("[ 1 2 ]", change((0, 7), (0, 0), WRONG), "0:22-26");
    becomes("[\n1\n]", change((2, 1), (0, 0), WRONG), "0:22-26");
}

#[test]
fn a_column_inside_a_character_is_its_start() {
    // The crab is columns 2 and 3.
    becomes("# 🦀", change((0, 3), (0, 4), &format!("\n{WRONG}")), "1:22-26");
    becomes("# 🦀", change((0, 3), (0, 3), &format!("\n{WRONG}#")), "1:22-26");
}

#[test]
fn several_changes_at_once_are_made_one_after_the_other() {
    let mut session = Session::open("");
    let whole = json!({ "text": "{ }" });
    session.change(2, &[whole, change((0, 1), (0, 2), "\n"), change((1, 0), (1, 0), BINDING)]);
    assert_eq!(session.diagnostics(2), ["1:21-25 unknown-module"]);
}

#[test]
fn opened_twice_the_second_text_counts() {
    let mut session = Session::open("{ }");
    session.client.open(&session.clan, WRONG).unwrap();
    session.client.edit(&session.clan, 2, ((0, 0), (0, 0)), " ").unwrap();
    assert_eq!(session.diagnostics(2), ["0:23-27 unknown-module"]);
}

#[test]
fn a_version_that_goes_back_is_applied_and_logged() {
    let mut session = Session::open("{ }");
    session.client.edit(&session.clan, 7, ((0, 1), (0, 1)), BINDING).unwrap();
    assert_eq!(session.diagnostics(7), ["0:22-26 unknown-module"]);
    session.client.edit(&session.clan, 3, ((0, 0), (0, 0)), " ").unwrap();
    assert_eq!(session.diagnostics(3), ["0:23-27 unknown-module"]);
    session.log.assert_says("version 3 after 7");
}

#[test]
fn what_is_not_open_can_be_neither_changed_nor_closed() {
    let mut session = Session::open("{ }");
    let absent = session.folder.path().join("absent.nix");
    session.client.edit(&absent, 2, ((0, 0), (0, 0)), "x").unwrap();
    let document = json!({ "textDocument": { "uri": uri(&absent) } });
    session.client.notify("textDocument/didClose", document.clone()).unwrap();
    session.client.notify("textDocument/didClose", document).unwrap();
    let hover = session.client.ask_at("textDocument/hover", &absent, (0, 0)).unwrap();
    assert_eq!(hover, Value::Null);
    session.assert_well(2);
    session.log.assert_says("absent.nix, which is not open");
}

fn open_as(session: &mut Session, uri: &str, text: &str) {
    let document = json!({ "uri": uri, "languageId": "nix", "version": 1, "text": text });
    session.client.notify("textDocument/didOpen", json!({ "textDocument": document })).unwrap();
}

#[test]
fn documents_that_are_no_files_do_not_stand_for_any() {
    let mut session = Session::open("{ }");
    let path = session.clan.display().to_string();
    for other in [format!("git:{path}"), "untitled:Untitled-1".to_owned(), "nonsense".to_owned()] {
        open_as(&mut session, &other, WRONG);
        let document = json!({ "uri": other, "version": 2 });
        let changes = [change((0, 0), (0, 0), "[")];
        let params = json!({ "textDocument": document, "contentChanges": changes });
        session.client.notify("textDocument/didChange", params).unwrap();
    }
    session.client.edit(&session.clan, 2, ((0, 1), (0, 1)), " ").unwrap();
    assert_eq!(session.diagnostics(2), [""; 0]);
    session.log.assert_says("untitled:Untitled-1 is no file: not analysed");
}

/// What is told of a document in whatever spelling of its URI.
fn told(session: &mut Session, name: &str) -> Vec<String> {
    loop {
        let message = session.client.receive().unwrap();
        let params = &message["params"];
        if params["uri"].as_str().is_some_and(|uri| uri.ends_with(name)) {
            return params["diagnostics"].as_array().unwrap().iter().map(summary).collect();
        }
    }
}

#[test]
fn uris_may_be_escaped_or_not() {
    let clan = "{ imports = [ (./. + \"/é b.nix\") ]; }";
    for name in ["%C3%A9%20b.nix", "é b.nix", "%c3%a9 b.nix"] {
        let mut session = Session::open(clan);
        session.diagnostics(1);
        let folder = uri(session.folder.path().canonicalize().unwrap().as_path());
        open_as(&mut session, &format!("{folder}/{name}"), WRONG);
        // It is the file that `clan.nix` imports: told once, as part of it.
        assert_eq!(told(&mut session, "b.nix"), ["0:22-26 unknown-module"], "{name}");
    }
}

#[test]
fn a_folder_may_have_any_name() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap().join("ü [1] 100%");
    std::fs::create_dir(&root).unwrap();
    let mut client = Session::start();
    let raw = format!("file://{}", root.display());
    let params = json!({ "processId": null, "rootUri": raw, "capabilities": {} });
    client.request("initialize", params).unwrap();
    let clan = root.join("clan.nix");
    client.open(&clan, WRONG).unwrap();
    assert_eq!(client.diagnostics(&clan, 1).unwrap().len(), 1);
    assert!(client.stop().unwrap().success());
}

#[test]
fn all_kinds_of_line_ends() {
    for (text, expected) in [
        ("{\r\n  inventory.instances.nope = { };\r\n}\r\n", "1:22-26"),
        ("{\r  inventory.instances.nope = { };\r}\r", "1:22-26"),
        ("# a\r\n\r\n\n\r{ inventory.instances.nope = { }; }", "4:22-26"),
    ] {
        let mut session = Session::open(text);
        assert_eq!(session.diagnostics(1), [format!("{expected} unknown-module")], "{text:?}");
        session.client.edit(&session.clan, 2, ((0, 0), (0, 0)), "\r\n").unwrap();
        let (line, columns) = expected.split_once(':').unwrap();
        let line = line.parse::<u32>().unwrap() + 1;
        assert_eq!(
            session.diagnostics(2),
            [format!("{line}:{columns} unknown-module")],
            "{text:?}"
        );
    }
}

#[test]
fn a_byte_order_mark_is_a_mistake_as_it_is_for_nix() {
    let mut session = Session::with(&format!("\u{feff}{WRONG}"), &[], &json!({}));
    assert_eq!(session.diagnostics(1), ["0:0-1 syntax"]);
    session.client.edit(&session.clan, 2, ((0, 0), (0, 1)), "").unwrap();
    assert_eq!(session.diagnostics(2), ["0:22-26 unknown-module"]);
}

#[test]
fn a_hundred_thousand_levels_are_survived() {
    for (open, close) in [("[", "]"), ("{ a = ", "; }"), ("(", ")"), ("\"${", "}\"")] {
        let text = open.repeat(100_000) + &close.repeat(100_000);
        let mut session = Session::open(&text);
        let told = session.diagnostics(1);
        assert!(told[0].ends_with(" syntax"), "{open} {told:?}");
        session.hover((0, 150_000));
        session.completion((0, 3_000));
        session.client.edit(&session.clan, 2, ((0, 50_000), (0, 50_003)), "x").unwrap();
        session.assert_well(3);
    }
}

#[test]
fn a_relative_path_in_a_uri_is_resolved() {
    let mut session = Session::open("{ }");
    let folder = uri(Path::new(session.folder.path()).canonicalize().unwrap().as_path());
    open_as(&mut session, &format!("{folder}/x/.././y/clan.nix"), WRONG);
    assert_eq!(told(&mut session, "/y/clan.nix"), ["0:22-26 unknown-module"]);
}
