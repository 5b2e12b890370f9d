//! What the project's texts name has to be there: whatever a README links, and the test that holds an
//! invariant.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

const TEXTS: [&str; 7] = [
    "README.md",
    "server/ARCHITECTURE.md",
    "syntax-tests/README.md",
    "editors/README.md",
    "editors/vscode/README.md",
    "server/ide/docs/syntax.md",
    "server/inventory-ls/PROTOCOL.md",
];

/// The files and folders that a text links, as it writes them.
fn linked(text: &str) -> Vec<&str> {
    let targets = text.match_indices("](").filter_map(|(at, opening)| {
        let target = text.get(at + opening.len()..)?.split(')').next()?;
        let path = target.split('#').next().unwrap_or(target);
        (!path.is_empty() && !path.contains("://")).then_some(path)
    });
    targets.collect()
}

/// The Rust files that a row of a table names, from the folder `server` on.
fn named(text: &str) -> Vec<&str> {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let pieces = rows.flat_map(|row| row.split('`'));
    pieces.filter(|it| it.ends_with(".rs") && it.contains('/') && !it.contains('{')).collect()
}

fn lacking<'t>(base: &Path, names: impl IntoIterator<Item = &'t str>) -> Vec<PathBuf> {
    let paths = names.into_iter().map(|name| base.join(name));
    paths.filter(|path| !path.exists()).collect()
}

#[test]
fn what_is_linked_is_there() {
    for name in TEXTS {
        let path = workspace::root().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let folder = path.parent().unwrap();
        assert_eq!(lacking(folder, linked(&text)), [""; 0].map(PathBuf::from), "in {name}");
    }
}

#[test]
fn the_test_of_each_invariant_is_there() {
    let server = workspace::root().join("server");
    let text = fs::read_to_string(server.join("ARCHITECTURE.md")).unwrap();
    let invariants = text.split("## Invariants").nth(1).unwrap();
    assert!(named(invariants).len() > 10);
    assert_eq!(lacking(&server, named(invariants)), [""; 0].map(PathBuf::from));
}

#[test]
fn links_and_names_are_found() {
    let text = "see [a](b.md#c), [d](https://e) and [f](#g)\n| x | `h/i.rs`, `j` |\n";
    assert_eq!(linked(text), ["b.md"]);
    assert_eq!(named(text), ["h/i.rs"]);
}
