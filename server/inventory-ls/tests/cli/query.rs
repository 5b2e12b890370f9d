//! `inventory-ls query`.

use serde_json::json;

use crate::fleet::Fleet;

const CLAN: &str = r#"{
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    roles.
  };
}
"#;

fn fleet() -> Fleet {
    Fleet::new(&[("clan.nix", CLAN), ("lone/lone.nix", "1\n")])
}

#[test]
fn a_hover_is_text_or_json() {
    let answer = fleet().run(&["query", "hover", "clan.nix:5:28"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let hover = fleet().run(&["query", "hover", "clan.nix:5:28", "--format", "json"]).json();
    let range = json!({ "start": { "line": 5, "column": 27 }, "end": { "line": 5, "column": 35 } });
    assert_eq!(hover["range"], range);
    let markdown = "tag **backup**: 1 machine\n\n| machine | from |\n|:--|:--|\n| jon | clan.nix:2 |\n\n---\n\n\
                    | used by | at |\n|:--|:--|\n| bk client | clan.nix:5 |";
    assert_eq!(hover["markdown"], markdown);
    let text = "tag backup: 1 machine\n\nmachine  from\njon      clan.nix:2\n\n\
                used by    at\nbk client  clan.nix:5\n";
    assert_eq!(answer.stdout, text);
}

#[test]
fn a_preview_tells_what_would_change() {
    let text = "without the tag backup in clan.nix:2: 1 machine changes\n\n\
                machine  change  what            through\njon      loses   tag backup\n\
                jon      loses   role bk client  tag backup (clan.nix:5)\n";
    let answer = fleet().run(&["query", "preview", "clan.nix:2:37"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(0), text));
    let preview = fleet().run(&["query", "preview", "clan.nix:2:37", "--format", "json"]).json();
    let changes = json!([
        { "machine": "jon", "change": "loses", "tag": "backup" },
        { "machine": "jon", "change": "loses", "instance": "bk", "role": "client" },
    ]);
    assert_eq!(preview["changes"], changes);
    let nothing = fleet().run(&["query", "preview", "clan.nix:1:1", "--format", "json"]);
    assert_eq!(nothing.json(), json!(null));
}

#[test]
fn proposals_come_with_what_taking_them_changes() {
    let answer = fleet().run(&["query", "--format", "json", "complete", "clan.nix:6:11"]).json();
    let labels: Vec<_> = answer.as_array().unwrap().iter().map(|item| &item["label"]).collect();
    assert_eq!(labels, ["server", "client"]);
    let place = json!({ "line": 6, "column": 11 });
    let edit = json!({ "range": { "start": place, "end": place }, "insert": "server" });
    assert_eq!(answer[0]["edit"], edit);
    let text = fleet().run(&["query", "complete", "clan.nix:6:11"]).stdout;
    assert!(text.starts_with("server  ") && text.lines().count() == 2, "{text}");
}

#[test]
fn a_definition_is_a_place_to_open() {
    let answer = fleet().run(&["query", "definition", "clan.nix:5:28"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(0), "clan.nix:2:35\n"));
    let answer = fleet().run(&["query", "definition", "clan.nix:5:28", "--format", "json"]).json();
    let range = json!({ "start": { "line": 2, "column": 35 }, "end": { "line": 2, "column": 43 } });
    assert_eq!(answer, json!([{ "file": "clan.nix", "range": range }]));
}

#[test]
fn references_are_places_to_open() {
    let answer = fleet().run(&["query", "references", "clan.nix:5:28"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(0), "clan.nix:2:35\nclan.nix:5:27\n"));
}

#[test]
fn another_name_is_a_patch_or_refused() {
    let answer = fleet().run(&["query", "rename", "clan.nix:5:28", "saved"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let lines: Vec<&str> = answer.stdout.lines().filter(|it| it.starts_with('+')).collect();
    let tags = "+  inventory.machines.jon.tags = [ \"saved\" ];";
    assert_eq!(lines, ["+++ b/clan.nix", tags, "+    roles.client.tags = [ \"saved\" ];"]);
    let answer = fleet().run(&["query", "rename", "clan.nix:5:12", "kept"]);
    assert_eq!(answer.code, Some(2), "{answer:?}");
    assert!(answer.stderr.contains("the role `client` is named by clan-core"), "{answer:?}");
}

#[test]
fn nothing_is_an_answer() {
    let answer = fleet().run(&["query", "hover", "clan.nix:1:1"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(0), ""));
    let answer = fleet().run(&["query", "hover", "clan.nix:1:1", "--format", "json"]);
    assert_eq!(answer.json(), json!(null));
    let answer = fleet().run(&["query", "complete", "clan.nix:1:1", "--format", "json"]);
    assert_eq!(answer.json(), json!([]));
}

#[test]
fn a_place_that_is_not_there_is_refused() {
    let refuses = |place: &str, words: &[&str]| {
        fleet().run(&["query", "hover", place]).assert_failed(words);
    };
    refuses("clan.nix:10:1", &["`clan.nix` has 9 lines: there is no line 10"]);
    refuses("clan.nix:1:3", &["line 1 of `clan.nix` ends at column 2: there is no column 3"]);
    refuses("clan.nix", &["FILE:LINE:COLUMN"]);
    refuses("absent.nix:1:1", &["cannot read `absent.nix`"]);
    refuses(".:1:1", &["cannot read `.`"]);
    refuses("lone/lone.nix:1:1", &["belongs to no clan"]);
}

#[test]
fn actions_are_titles_or_edits() {
    let clan = "{\n  inventory.instances.bk = {\n    module.name = \"borgbackup\";\n    \
                roles.servr.tags = [ ];\n  };\n  meta.name = \"x\";\n}\n";
    let fleet = Fleet::new(&[("clan.nix", clan)]);
    let text = fleet.run(&["query", "actions", "clan.nix:4:12"]).stdout;
    let all = "source.fixAll.clan  Fix all mistakes that have a certain fix\n";
    assert_eq!(text, format!("quickfix            Change to `server`\n{all}"));
    let actions = fleet.run(&["query", "actions", "clan.nix:4:12", "--format", "json"]).json();
    let start = json!({ "line": 4, "column": 11 });
    let range = json!({ "start": start, "end": { "line": 4, "column": 16 } });
    let edits = json!([{ "file": "clan.nix", "range": range, "insert": "server" }]);
    let expected = json!({
        "title": "Change to `server`",
        "kind": "quickfix",
        "preferred": true,
        "safe": true,
        "mends": "unknown-role",
        "edits": edits,
    });
    assert_eq!(actions[0], expected);
}
