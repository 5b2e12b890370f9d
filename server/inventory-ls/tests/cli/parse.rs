//! `inventory-ls parse`.

use std::process::Stdio;

use crate::fleet::Fleet;

#[test]
fn a_sound_file_is_a_tree() {
    let fleet = Fleet::new(&[("clan.nix", "{ }")]);
    let answer = fleet.run(&["parse", "clan.nix"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.stdout.starts_with("NODE_ROOT@0..3\n  NODE_ATTR_SET@0..3\n"), "{answer:?}");
}

#[test]
fn errors_stand_below_the_tree_with_line_and_column() {
    let fleet = Fleet::new(&[("clan.nix", "{\n  \"é\" { };\n}\n")]);
    let answer = fleet.run(&["parse", "clan.nix"]);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    let last = answer.stdout.lines().last().unwrap();
    assert!(last.starts_with("clan.nix:2:5: error: "), "{last}");
}

#[test]
fn a_dash_reads_stdin() {
    let answer = Fleet::new(&[]).run_with_input(&["parse", "-"], b"1");
    assert_eq!(answer.code, Some(0));
    assert!(answer.stdout.contains("TOKEN_INTEGER@0..1 \"1\""), "{answer:?}");
}

#[test]
fn what_is_no_text_can_not_be_parsed() {
    let fleet = Fleet::new(&[]);
    fleet.run(&["parse", "absent.nix"]).assert_failed(&["cannot read `absent.nix`"]);
    fleet.run_with_input(&["parse", "-"], b"\xff").assert_failed(&["cannot read stdin", "UTF-8"]);
}

#[test]
fn deep_trees_are_printed() {
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let answer = Fleet::new(&[]).run_with_input(&["parse", "-"], deep.as_bytes());
    assert!(matches!(answer.code, Some(0 | 1)), "{:?} {}", answer.code, answer.stderr);
    assert!(answer.stdout.starts_with("NODE_ROOT@0..40000\n"));
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let list = format!("[{}]", " jon".repeat(20_000));
    let fleet = Fleet::new(&[("list.nix", &list)]);
    let mut command = fleet.command(&["parse", "list.nix"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn edits_are_replayed() {
    let edits = r#"[{ "start": 2, "end": 2, "insert": "a" }, { "start": 3, "end": 3, "insert": " = 1; " }]"#;
    let fleet = Fleet::new(&[
        ("clan.nix", "{ }"),
        ("edits.json", edits),
        ("far.json", r#"[{ "start": 2, "end": 9, "insert": "" }]"#),
        ("text.json", "{ }"),
    ]);
    let answer = fleet.run(&["parse", "clan.nix", "--edits", "edits.json"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.stdout.contains("NODE_ATTRPATH_VALUE@2..8"), "{answer:?}");
    let refuses = |edits: &str, words: &str| {
        fleet.run(&["parse", "clan.nix", "--edits", edits]).assert_failed(&[words]);
    };
    refuses("far.json", "edit 1 is not within the text");
    refuses("text.json", "cannot read `text.json`");
    refuses("absent.json", "cannot read `absent.json`");
}
