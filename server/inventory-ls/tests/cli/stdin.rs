//! `inventory-ls check --stdin`: a text that is not on the disk as it is.

use serde_json::Value;

use crate::fleet::{Answer, Fleet};

const CLAN: &str = "{ imports = [ ./bk.nix ]; inventory.machines.jon = { }; meta.name = \"x\"; }";

const WRONG: &str =
    "{\n  inventory.instances.sshd.roles.server.machines.jno = { };\n  meta.name = \"x\";\n}\n";

fn fleet() -> Fleet {
    Fleet::new(&[
        ("clan.nix", CLAN),
        ("bk.nix", "{ inventory.instances.nope = { }; meta.name = \"x\"; }"),
    ])
}

fn check(fleet: &Fleet, file: &str, text: &str, arguments: &[&str]) -> Answer {
    let stdin = ["check", "--stdin", "--stdin-filepath", file];
    fleet.run_with_input(&[&stdin, arguments].concat(), text.as_bytes())
}

/// Code, file and line of each finding.
fn gist(answer: &Answer) -> Vec<String> {
    let findings = answer.json();
    let gist = |it: &Value| {
        let (code, file) = (it["code"].as_str().unwrap(), it["file"].as_str().unwrap());
        format!("{code} {file}:{}", it["range"]["start"]["line"])
    };
    findings.as_array().unwrap().iter().map(gist).collect()
}

#[test]
fn the_text_stands_for_the_file() {
    let answer = check(&fleet(), "bk.nix", WRONG, &["--format", "json"]);
    assert_eq!(gist(&answer), ["unknown-machine bk.nix:2"]);
    assert_eq!(answer.code, Some(0));
}

#[test]
fn only_the_text_is_judged() {
    let answer = check(&fleet(), "clan.nix", CLAN, &["--format", "json"]);
    assert_eq!(gist(&answer), [""; 0]);
    let answer = check(&fleet(), "clan.nix", CLAN, &[]);
    assert_eq!(answer.stderr, "checked 1 file: no mistakes\n");
}

#[test]
fn the_source_that_is_shown_is_the_text() {
    let answer = check(&fleet(), "bk.nix", WRONG, &["--quiet"]);
    assert!(answer.stdout.contains("--> bk.nix:2:50"), "{answer:?}");
    assert!(answer.stdout.contains("2 |   inventory.instances.sshd.roles"), "{answer:?}");
}

#[test]
fn the_file_need_not_exist() {
    for file in ["clan.nix", "new/folder/clan.nix"] {
        let answer = check(&Fleet::new(&[]), file, WRONG, &["--format", "json"]);
        assert_eq!(gist(&answer), ["unknown-machine clan.nix:2"], "{file}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let fleet = fleet();
    let stdin = ["check", "--stdin", "--stdin-filepath", "clan.nix"];
    let answer = fleet.run_with_input(&stdin, b"\xff");
    answer.assert_failed(&["cannot read `clan.nix`: the file is not UTF-8"]);
    check(&fleet, ".", "{ }", &[]).assert_failed(&["cannot read `.`: it is a folder"]);
}

#[test]
fn the_text_needs_a_name_and_is_all_that_is_named() {
    let fleet = fleet();
    fleet.run(&["check", "--stdin"]).assert_failed(&["--stdin-filepath <FILE>"]);
    fleet.run(&["check", "--stdin-filepath", "a.nix"]).assert_failed(&["--stdin"]);
    check(&fleet, "clan.nix", "", &["bk.nix"]).assert_failed(&["cannot be used with"]);
}
