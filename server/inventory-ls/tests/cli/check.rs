//! `inventory-ls check`.

use serde_json::{Value, json};

use crate::fleet::{Answer, Fleet};
use crate::tutorial;

/// Severity, code, file and line of each finding.
fn gist(answer: &Answer) -> Vec<(String, String, String, u64)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = answer.json();
    let findings = findings.as_array().unwrap().iter().map(|finding| {
        let line = finding["range"]["start"]["line"].as_u64().unwrap();
        (text(&finding["severity"]), text(&finding["code"]), text(&finding["file"]), line)
    });
    findings.collect()
}

#[track_caller]
fn finds(answer: &Answer, code: i32, expected: &[(&str, &str, &str, u64)]) {
    assert_eq!(answer.code, Some(code), "{answer:?}");
    let found = gist(answer);
    let found: Vec<_> = found.iter().map(|(s, c, f, line)| (&**s, &**c, &**f, *line)).collect();
    assert_eq!(found, expected);
}

#[test]
fn one_mistake_does_not_hide_the_others() {
    let answer = tutorial::first().run(&["check", "--format", "json"]);
    let expected = [
        ("warning", "unknown-machine", "snippet.nix", 9),
        ("error", "syntax", "snippet.nix", 9),
        ("warning", "unknown-machine", "snippet.nix", 10),
    ];
    finds(&answer, 1, &expected);
}

#[test]
fn warnings_count_only_when_denied() {
    let fleet = tutorial::tagged();
    let expected = [("warning", "unknown-machine", "snippet.nix", 19)];
    finds(&fleet.run(&["check", "--format", "json"]), 0, &expected);
    finds(&fleet.run(&["check", "--format", "json", "--deny", "warnings"]), 1, &expected);
}

#[test]
fn a_sound_clan_passes() {
    let fleet = tutorial::twice();
    finds(&fleet.run(&["check", "--format", "json", "--deny", "warnings"]), 0, &[]);
    let answer = fleet.run(&["check"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(0), ""), "{answer:?}");
    assert_eq!(answer.stderr, "checked 2 files: no mistakes\n");
}

#[test]
fn ranges_count_from_one_and_end_behind() {
    let answer = tutorial::tagged().run(&["check", "--format", "json"]);
    let range =
        json!({ "start": { "line": 19, "column": 35 }, "end": { "line": 19, "column": 50 } });
    assert_eq!(answer.json()[0]["range"], range);
}

#[test]
fn text_shows_the_source() {
    let answer = tutorial::tagged().run(&["check"]);
    assert!(answer.stdout.starts_with("warning[unknown-machine]: "), "{answer:?}");
    assert!(answer.stdout.contains("--> snippet.nix:19:35"), "{answer:?}");
    assert!(answer.stdout.contains("^^^^^^^^^^^^^^^"), "{answer:?}");
    assert!(!answer.stdout.contains('\u{1b}'), "{answer:?}");
    assert_eq!(answer.stderr, "checked 2 files: 1 warning\n");
}

#[test]
fn quiet_leaves_out_the_closing_line() {
    let answer = tutorial::tagged().run(&["check", "--quiet"]);
    assert!(answer.stdout.contains("unknown-machine"), "{answer:?}");
    assert_eq!(answer.stderr, "");
}

#[test]
fn a_file_stands_for_its_clan() {
    let fleet = tutorial::tagged();
    let answer = fleet.run(&["check", "clan.nix", "--format", "json"]);
    finds(&answer, 0, &[("warning", "unknown-machine", "snippet.nix", 19)]);
}

#[test]
fn paths_are_told_from_the_named_folder() {
    let snippet = "{ inventory.instances.bk = { module.name = \"borgbackup\";\n\
                   roles.client.machines.jon = { }; }; meta.name = \"x\"; }";
    let clan = "{ meta.name = \"t\"; imports = [ ./bk/bk.nix ]; }";
    let fleet = Fleet::new(&[("fleet/clan.nix", clan), ("fleet/bk/bk.nix", snippet)]);
    let elsewhere = Fleet::new(&[]);
    let folder = fleet.join("fleet");
    let answer = elsewhere.run(&["check", "--format", "json", folder.to_str().unwrap()]);
    finds(&answer, 0, &[("warning", "unknown-machine", "bk/bk.nix", 2)]);
    // In text they can be opened from where the user is.
    let answer = fleet.run(&["check", "fleet"]);
    assert!(answer.stdout.contains("--> fleet/bk/bk.nix:2:"), "{answer:?}");
}

#[test]
fn a_folder_of_a_clan_stands_for_it() {
    let fleet = tutorial::tagged();
    std::fs::create_dir_all(fleet.join("machines/jon")).unwrap();
    let answer = fleet.run(&["check", "machines/jon", "--format", "json"]);
    finds(&answer, 0, &[("warning", "unknown-machine", "../../snippet.nix", 19)]);
}

#[test]
fn a_file_of_no_clan_is_judged_alone() {
    let fleet = Fleet::new(&[("lone.nix", "{ a = 1; b }")]);
    let answer = fleet.run(&["check", "lone.nix", "--format", "json"]);
    finds(&answer, 1, &[("error", "syntax", "lone.nix", 1)]);
}

#[test]
fn without_a_clan_nothing_is_checked() {
    let fleet = Fleet::new(&[("latin.nix", "1")]);
    fleet.run(&["check", "absent"]).assert_failed(&["error: cannot read `absent`"]);
    fleet.run(&["check"]).assert_failed(&["no clan in `.`", "clan.nix", "flake.nix"]);
    std::fs::write(fleet.join("latin.nix"), b"\xff").unwrap();
    fleet.run(&["check", "latin.nix"]).assert_failed(&["cannot read `latin.nix`", "UTF-8"]);
}

#[test]
fn github_is_told_in_its_commands() {
    let fleet = tutorial::tagged();
    let answer = fleet.run(&["check", "--format", "github"]);
    let place = "file=snippet.nix,line=19,col=35,endLine=19,endColumn=50";
    let command = format!("::warning {place},title=unknown-machine::no machine is called ");
    assert!(answer.stdout.starts_with(&command), "{answer:?}");
    assert_eq!(answer.stdout.lines().count(), 1);
    assert_eq!(answer.stderr, "checked 2 files: 1 warning\n");
    assert_eq!(answer.code, Some(0));
}

#[test]
fn github_is_told_paths_from_the_checkout() {
    let fleet = Fleet::new(&[(
        "clans/a/clan.nix",
        "{ inventory.instances.nope = { }; meta.name = \"x\"; }",
    )]);
    let mut command = fleet.command(&["check", "--format", "github"]);
    command.current_dir(fleet.join("clans/a")).env("GITHUB_WORKSPACE", fleet.path());
    let output = command.output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.starts_with("::error file=clans/a/clan.nix,"), "{printed}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn codes_narrow_the_answer() {
    let fleet = tutorial::first();
    let answer = fleet.run(&["check", "--format", "json", "--code", "syntax"]);
    finds(&answer, 1, &[("error", "syntax", "snippet.nix", 9)]);
    let codes = ["--code", "unknown-tag", "--code", "unknown-machine"];
    let answer = fleet.run(&[&["check", "--format", "json"], &codes[..]].concat());
    let lines = [9, 10].map(|line| ("warning", "unknown-machine", "snippet.nix", line));
    finds(&answer, 0, &lines);
    let answer = fleet.run(&["check", "--format", "json", "--code", "unknown-tag,unknown-machine"]);
    finds(&answer, 0, &lines);
}

#[test]
fn an_unknown_code_is_refused_with_the_nearest() {
    let answer = tutorial::first().run(&["check", "--code", "unknown-rolle"]);
    answer.assert_failed(&["unknown-rolle", "did you mean `unknown-role`"]);
    let answer = tutorial::first().run(&["check", "--code", "E0308"]);
    answer.assert_failed(&["E0308", "`inventory-ls explain` lists them"]);
}

#[test]
fn a_comment_allows_what_stands_below() {
    let clan = "{\n  # inventory-ls: allow(unknown-module)\n  inventory.instances.nope = { };\n  meta.name = \"x\";\n}";
    let fleet =
        Fleet::new(&[("clan.nix", clan), ("lone/a.nix", "[ ; ] # inventory-ls: allow(syntax)")]);
    finds(&fleet.run(&["check", "--format", "json"]), 0, &[]);
    finds(&fleet.run(&["check", "lone/a.nix", "--format", "json"]), 0, &[]);
}
