//! The pages of the codes: each says in its example what it says of it, and its remedy is one.
//!
//! A page's blocks of code are small clans, with comments as in `syntax-tests`. Those under
//! `## Example` hold the mistake, those under `## Fix` none. A line such as `` `flake.nix`: `` over a
//! block names its file; without one it is `clan.nix`. With `UPDATE_EXPECT=1` the comments are
//! written by the answers.

#[expect(dead_code, reason = "no page has a folder that is empty")]
#[path = "syntax_tests/runner/mod.rs"]
mod runner;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use ide::Code;
use runner::{Case, Verdict};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

#[test]
fn each_code_has_a_page_and_each_page_a_code() {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let files: BTreeSet<String> = files.map(|name| name.into_string().unwrap()).collect();
    let expected = Code::ALL.map(|code| format!("{}.md", code.as_str()));
    assert_eq!(files, expected.into());
    for code in Code::ALL {
        let page = fs::read_to_string(folder().join(format!("{}.md", code.as_str()))).unwrap();
        assert_eq!(code.page(), page, "{code:?} has the page of another");
    }
}

#[test]
fn the_readme_names_each_code() {
    let readme = include_str!("../../../README.md");
    let missing =
        Code::ALL.into_iter().filter(|code| !readme.contains(&format!("`{}`", code.as_str())));
    assert_eq!(missing.collect::<Vec<_>>(), []);
}

#[test]
fn a_page_begins_with_its_summary() {
    for code in Code::ALL {
        let summary = code.summary();
        assert!(summary.ends_with('.') && summary.len() <= 80, "{code:?}: {summary}");
        let lines: Vec<&str> = code.page().lines().collect();
        assert_eq!(lines.get(1), Some(&""), "{code:?}");
        let headings: Vec<_> = lines.iter().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(headings, [&"## Example", &"## Fix"], "{code:?}");
        let mut prose = lines.iter().filter(|line| !line.trim_start().starts_with('#'));
        assert!(prose.all(|line| line.chars().count() <= 100), "{code:?}");
    }
}

#[test]
fn examples_hold_the_mistake_and_fixes_none() {
    for code in Code::ALL {
        let path = folder().join(format!("{}.md", code.as_str()));
        if env::var_os("UPDATE_EXPECT").is_some() {
            let page = fs::read_to_string(&path).unwrap();
            fs::write(&path, rewritten(&page)).unwrap();
        }
        let page = fs::read_to_string(&path).unwrap();
        let (example, fix) = sections(&page);
        assert_eq!(codes(&example), [code.as_str()].into(), "{code:?}: its example");
        assert_eq!(Verdict::of(&case(&example)).report(), "", "{code:?}: its example");
        assert!(!fix.is_empty() && codes(&fix).is_empty(), "{code:?}: its fix");
        assert_eq!(Verdict::of(&case(&fix)).report(), "", "{code:?}: its fix");
    }
}

/// Names and texts of files.
type Files<'p> = Vec<(&'p str, &'p str)>;

/// The files of the example, and those after the fix, which need not show again what had nothing
/// to be mended.
fn sections(page: &str) -> (Files<'_>, Files<'_>) {
    let (example, fix) = page.split_once("\n## Fix\n").unwrap_or((page, ""));
    let (example, mut fix) = (files(example), files(fix));
    if !fix.is_empty() {
        let stays = |file: &&(&str, &str)| {
            codes(&vec![**file]).is_empty() && fix.iter().all(|(name, _)| *name != file.0)
        };
        fix.extend(example.iter().filter(stays).copied().collect::<Vec<_>>());
    }
    (example, fix)
}

/// The blocks of code in a part of a page.
fn files(mut text: &str) -> Files<'_> {
    let mut files = Vec::new();
    while let Some((before, rest)) = text.split_once("\n```") {
        let Some((block, after)) = rest.split_once("\n```\n") else { break };
        let heading = before.trim_end().lines().last().unwrap_or_default();
        let name = heading.strip_prefix('`').and_then(|heading| heading.strip_suffix("`:"));
        let code = block.split_once('\n').map_or("", |(_, code)| code);
        files.push((name.unwrap_or("clan.nix"), code));
        text = after;
    }
    files
}

/// The codes of the findings that the comments of some files expect.
fn codes<'p>(files: &Files<'p>) -> BTreeSet<&'p str> {
    let lines = files.iter().flat_map(|(_, text)| text.lines());
    let comments = lines.filter(|line| line.trim_start().starts_with('#'));
    let heads = comments.filter_map(|line| line.split_once("]: "));
    heads.filter_map(|(head, _)| Some(head.rsplit_once('[')?.1)).collect()
}

fn case(files: &Files<'_>) -> Case {
    let mut case = Case::default();
    for (name, text) in files {
        // JSON has no comments of its own.
        let stored =
            if name.ends_with(".nix") { (*name).to_owned() } else { format!("{name}.expect") };
        let added = case.add_file(&stored, Path::new(name), text);
        assert!(added.is_ok(), "{name}: {added:?}");
    }
    case
}

/// The page with the example's comments as the analysis has them.
fn rewritten(page: &str) -> String {
    let (example, _) = sections(page);
    let mut page = page.to_owned();
    for (stored, text) in Verdict::of(&case(&example)).rewritten() {
        let before = example.iter().find(|(name, _)| Path::new(name) == stored);
        if let Some((_, before)) = before {
            page = page.replacen(before, text.trim_end(), 1);
        }
    }
    page
}
