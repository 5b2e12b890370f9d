//! Actions in text that is being typed: they change what they are about, and leave alone what is
//! half typed around it.

use std::path::PathBuf;
use std::sync::Arc;

use ide::{AnalysisHost, CodeAction, FileRange, MemoryDisk, TextRange, apply, parse};

/// A clan with a mistake of each kind that is fixed, and something to rewrite in each way.
const CLAN: &str = r#"{ lib, ... }:
{
  meta.name = "typed";
  inventory.machines = {
    jon.tags = [ "laptop" ];
    sara = { };
  };
  inventory.instances = {
    bk = {
      module.name = "borgbackup";
      roles.servr.machines.laptop = { };
      roles.client.machines = { all = { }; jon = { }; sara = { }; };
      roles.client.tags = [ "sara" "latop" ];
    };
    bk = { roles.server.machines.ada = { }; };
    wifi = { roles.default.machines = { jon = { }; sara = { }; }; };
    sshd.module.name = "sshd";
    sshd.roles.server.tags = [ "all" ];
  };
  inventory.services.admin.x = {
    roles.default.machines = [ "jon" ];
    config.allowedKeys.a = "b";
  };
}
"#;

const TYPED: [&str; 7] = [
    "typed",
    "typed.",
    "typed =",
    "typed = { a = 1;",
    "typed = [ \"x\"",
    "typed = \"x",
    "/* typed",
];

/// What can be done anywhere in a text.
fn actions(text: &str) -> Vec<CodeAction> {
    let mut disk = MemoryDisk::default();
    let path = PathBuf::from("/clan/clan.nix");
    disk.insert(path.clone(), text);
    let analysis = AnalysisHost::new(Arc::new(disk)).snapshot();
    let file = analysis.file(&path);
    let mistakes = analysis.diagnostics(file);
    let at = |offset: usize| {
        let range = TextRange::empty(u32::try_from(offset).unwrap_or_default().into());
        FileRange { file, range }
    };
    let is_word = |char: char| char.is_ascii_alphanumeric();
    let words = text.char_indices().zip(text.chars().skip(1));
    let starts = words.filter(|&((_, a), b)| !is_word(a) && is_word(b)).map(|((at, _), _)| at + 1);
    let mut actions: Vec<CodeAction> = Vec::new();
    for start in starts {
        actions.extend(analysis.code_actions(at(start), &mistakes));
    }
    for action in analysis.file_actions(at(0), &mistakes, &|_| true) {
        let change = analysis.change_of(file, action, &ide::Analysis::diagnostics);
        let (title, kind) = (action.title(), action.kind());
        actions.extend(change.map(|change| CodeAction {
            title,
            kind,
            preferred: false,
            safe: false,
            mends: None,
            change,
        }));
    }
    actions
}

#[test]
fn half_typed_text_is_left_alone() {
    let mut seen = 0;
    let lines: Vec<&str> = CLAN.split_inclusive('\n').collect();
    // Each text on every third line.
    for (number, (which, typed)) in
        (1..lines.len()).flat_map(|line| TYPED.iter().enumerate().map(move |it| (line, it)))
    {
        if (number + which) % 3 != 0 {
            continue;
        }
        let (head, tail) = lines.split_at(number);
        let text = format!("{}    {typed}\n{}", head.concat(), tail.concat());
        let mistakes = parse(&text).errors().len();
        // What is asked for at the typed text itself may well change that.
        let own = |action: &CodeAction| action.title.contains("`typed`");
        for action in actions(&text).into_iter().filter(|action| !own(action)) {
            seen += 1;
            for (_, edits) in action.change.files() {
                let after = apply(&text, edits).unwrap();
                let title = &action.title;
                let is_repair =
                    action.mends.as_ref().is_some_and(|it| it.code == ide::Code::Syntax)
                        || title.starts_with("Fix all");
                assert!(parse(&after).errors().len() <= mistakes, "{title}\n{text}\n{after}");
                assert!(is_repair || after.contains(typed), "{title}\n{text}\n{after}");
            }
        }
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn every_action_is_offered_in_that_clan() {
    let titles: Vec<String> = actions(CLAN).into_iter().map(|action| action.title).collect();
    for title in [
        "Change to `server`",
        "Change to `laptop`",
        "Move `all` to `tags`",
        "Move `sara` to `machines`",
        "Add the machine `ada` to the inventory",
        "Add the tag `latop` to the machine `jon`",
        "Rename to `bk_2`",
        "Merge into the first `bk`",
        "Write `sshd` as a block",
        "Write `wifi` as dotted paths",
        "Write the tags as a set",
        "Give these machines a tag of their own: `wifi-default`",
        "Rewrite the forms in this file that Clan no longer takes",
    ] {
        assert!(titles.iter().any(|it| it == title), "{title} is not among {titles:#?}");
    }
}
