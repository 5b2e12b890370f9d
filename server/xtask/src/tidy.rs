//! What every source file must be like.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

/// One idea fits into so many lines; a file that needs more has two.
const MOST_LINES: usize = 500;

/// Promises to do something later, which belong elsewhere. (Cut in two, for this file is read too.)
const LATER: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// What is wrong with a source file's text.
fn flaws(text: &str) -> Vec<String> {
    let mut flaws = Vec::new();
    let lines = text.lines().count();
    if lines > MOST_LINES {
        flaws.push(format!("{lines} lines, more than {MOST_LINES}"));
    }
    if !text.starts_with("//!") {
        flaws.push("does not begin with a `//!` line".to_owned());
    }
    flaws.extend(LATER.iter().filter(|it| text.contains(**it)).map(|it| format!("holds `{it}`")));
    flaws
}

/// All Rust files below a folder, but for what was built there.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let own = files.into_iter().filter(|path| path.extension() == Some("rs".as_ref()));
    let folders = folders.iter().filter(|folder| !folder.ends_with("target"));
    own.chain(folders.flat_map(|folder| sources(folder))).collect()
}

#[test]
fn every_source_file_is_tidy() {
    let sources = sources(&workspace::root().join("server"));
    assert!(sources.iter().any(|file| file.ends_with("xtask/src/tidy.rs")));
    let flaws: Vec<_> = sources
        .iter()
        .flat_map(|file| {
            let text = fs::read_to_string(file).unwrap();
            flaws(&text).into_iter().map(move |flaw| format!("{}: {flaw}", file.display()))
        })
        .collect();
    assert!(flaws.is_empty(), "{flaws:#?}");
}

#[test]
fn flaws_are_found() {
    assert_eq!(flaws("//! Fine.\n"), [""; 0]);
    assert_eq!(flaws("fn main() {}\n"), ["does not begin with a `//!` line"]);
    let long = "//! Long.\n".repeat(MOST_LINES + 1);
    assert_eq!(flaws(&long), ["501 lines, more than 500"]);
    for later in LATER {
        assert_eq!(flaws(&format!("//! {later}: more.\n")), [format!("holds `{later}`")]);
    }
}
