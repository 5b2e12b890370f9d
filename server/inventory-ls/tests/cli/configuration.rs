//! `inventory-ls.toml`, as `check` obeys it.

use crate::fleet::{Answer, Fleet};

const CLAN: &str = "{\n  imports = [ ./old/bk.nix ];\n  inventory.instances.nope = { };\n  meta.name = \"x\";\n}\n";

const OLD: &str = "{ inventory.instances.bk = { module.name = \"borgbackup\"; \
                   roles.client.machines.jon = { }; }; meta.name = \"x\"; }";

/// What `check` says with such a configuration.
fn check(configuration: &str, arguments: &[&str]) -> Answer {
    let files = [("clan.nix", CLAN), ("old/bk.nix", OLD), ("inventory-ls.toml", configuration)];
    Fleet::new(&files).run(&[&["check", "--format", "json"], arguments].concat())
}

/// Severity and code of each finding.
#[track_caller]
fn finds(answer: &Answer, code: i32, expected: &[&str]) {
    let findings = answer.json();
    let findings = findings.as_array().unwrap().iter();
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let found: Vec<_> = findings.map(|it| text(it, "severity") + " " + &text(it, "code")).collect();
    assert_eq!(found, expected, "{answer:?}");
    assert_eq!(answer.code, Some(code), "{answer:?}");
}

#[test]
fn a_diagnostic_can_be_turned_off() {
    finds(&check("", &[]), 1, &["error unknown-module", "warning unknown-machine"]);
    let answer = check("diagnostics.unknown-module = \"off\"", &[]);
    finds(&answer, 0, &["warning unknown-machine"]);
    assert_eq!(answer.stderr, "");
}

#[test]
fn a_diagnostic_can_be_made_graver_or_lighter() {
    let configuration = "[diagnostics]\nunknown-module = \"hint\"\nunknown-machine = \"error\"\n";
    finds(&check(configuration, &[]), 1, &["error unknown-machine"]);
    let both = ["hint unknown-module", "error unknown-machine"];
    finds(&check(configuration, &["--hints"]), 1, &both);
}

#[test]
fn files_can_be_left_out() {
    for pattern in ["old", "old/*.nix", "bk.nix"] {
        let answer = check(&format!("exclude = [\"{pattern}\"]"), &[]);
        finds(&answer, 1, &["error unknown-module"]);
    }
}

#[test]
fn it_counts_for_each_file_of_the_clan() {
    let configuration = "exclude = [\"old/\"]\ndiagnostics.unknown-module = \"off\"";
    finds(&check(configuration, &["old/bk.nix"]), 0, &[]);
}

#[test]
fn mistakes_are_told_at_their_line() {
    let configuration = "exclude = []\n[diagnostics]\nunknown-modul = \"off\"\n";
    let answer = check(configuration, &["--quiet"]);
    finds(&answer, 1, &["error unknown-module", "warning unknown-machine"]);
    let expected = "warning: inventory-ls.toml:3:1: `diagnostics.unknown-modul`: no diagnostic has \
                    this code: did you mean `unknown-module`";
    assert!(answer.stderr.starts_with(expected), "{answer:?}");
}

#[test]
fn mistakes_count_when_warnings_are_denied() {
    let configuration =
        "color = 1\ndiagnostics = { unknown-module = \"off\", unknown-machine = \"off\" }";
    finds(&check(configuration, &[]), 0, &[]);
    finds(&check(configuration, &["--deny", "warnings"]), 1, &[]);
}

#[test]
fn an_input_that_is_not_there_is_told() {
    let answer = check("inputs.core = \"../nowhere\"", &[]);
    assert!(answer.stderr.contains("inventory-ls.toml:1:15: `inputs.core`: there is no folder `/"));
}

#[test]
fn github_is_told_at_their_line() {
    let files = [("clan.nix", "{ }"), ("inventory-ls.toml", "\npreset = \"all\"\n")];
    let answer = Fleet::new(&files).run(&["check", "--format", "github"]);
    let place = "file=inventory-ls.toml,line=2,col=10,endLine=2,endColumn=15,title=configuration";
    let expected = format!("::warning {place}::`preset` can't be \"all\"; it is one of ");
    assert!(answer.stdout.starts_with(&expected), "{answer:?}");
}
