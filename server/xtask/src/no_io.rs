//! The crates below the binary reach nothing outside: files come to them through a trait.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

const PURE: [&str; 4] = ["syntax", "eval", "inventory", "ide"];
const REACHING_OUT: [&str; 4] = ["env", "fs", "net", "process"];

#[test]
fn the_analysis_reaches_nothing_outside() {
    for name in PURE {
        let lib = workspace::root().join("server").join(name).join("src/lib.rs");
        for file in module_tree(lib) {
            let text = without_tests(&fs::read_to_string(&file).unwrap());
            let used = std_modules(&text);
            let reaching_out: Vec<_> =
                REACHING_OUT.iter().filter(|it| used.contains(**it)).collect();
            assert!(reaching_out.is_empty(), "{}: std::{reaching_out:?}", file.display());
        }
    }
}

/// The files of a crate that are compiled when it is not tested.
fn module_tree(root: PathBuf) -> Vec<PathBuf> {
    let text = without_tests(&fs::read_to_string(&root).unwrap());
    let children = text.lines().filter_map(declared_module).map(|name| module_file(&root, name));
    let below = children.flat_map(module_tree).collect::<Vec<_>>();
    [vec![root], below].concat()
}

/// `name` in `pub(crate) mod name;`.
fn declared_module(line: &str) -> Option<&str> {
    let (visibility, name) = line.strip_suffix(';')?.split_once("mod ")?;
    (visibility.is_empty() || visibility.starts_with("pub")).then_some(name)
}

/// The file of the module `name` that is declared in the file `parent`.
fn module_file(parent: &Path, name: &str) -> PathBuf {
    let is_root =
        ["lib", "main", "mod"].iter().any(|stem| parent.file_stem() == Some(stem.as_ref()));
    let folder =
        if is_root { parent.parent().unwrap().to_owned() } else { parent.with_extension("") };
    let file = folder.join(format!("{name}.rs"));
    if file.exists() { file } else { folder.join(name).join("mod.rs") }
}

/// A formatted file without the items under `#[cfg(test)]` and without comment lines.
fn without_tests(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        if code == "#[cfg(test)]" {
            let indent = line.len() - code.len();
            let is_outer = |line: &str| line.trim_start().len() + indent == line.len();
            lines.find(|line| is_outer(line) && line.ends_with([';', '}']));
        } else if !code.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// What is named directly below `std`, or in a group there: `a`, `b` and `c` for
/// `std::{a::x, b::{c}}`.
fn std_modules(code: &str) -> BTreeSet<String> {
    let code: String = code.chars().filter(|it| !it.is_whitespace()).collect();
    let paths = code.split("std::").skip(1);
    paths.flat_map(first_names).map(str::to_owned).collect()
}

fn first_names(path: &str) -> Vec<&str> {
    if !path.starts_with('{') {
        return vec![leading_name(path)];
    }
    let group = path.split(';').next().unwrap_or_default();
    group.split(['{', '}', ',']).map(leading_name).filter(|name| !name.is_empty()).collect()
}

fn leading_name(path: &str) -> &str {
    path.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or_default()
}

#[test]
fn modules_of_std_are_found_in_paths_and_groups() {
    let modules = |code| std_modules(code).into_iter().collect::<Vec<_>>();
    assert_eq!(modules("let x = std::fs::read(p); std::mem::take(y)"), ["fs", "mem"]);
    assert_eq!(modules("use std::{\n    env,\n    io::{Read},\n};"), ["Read", "env", "io"]);
    assert_eq!(modules("use std::collections::{BTreeMap, fs};"), ["collections"]);
}

#[test]
fn tests_and_comments_are_no_production_code() {
    let text = "\
//! Unlike std::fs.
#[cfg(test)]
mod tests;
mod real;
#[cfg(test)]
fn helper() {}
#[cfg(test)]
mod inline {
    use std::fs;
}
fn f() {}
";
    assert_eq!(without_tests(text), "mod real;\nfn f() {}\n");
}

#[test]
fn modules_are_followed_to_their_files() {
    assert_eq!(declared_module("pub(crate) mod hover;"), Some("hover"));
    assert_eq!(declared_module("let it = \"mod hover\";"), None);
    let file = |parent: &str| module_file(&workspace::root().join(parent), "layout");
    let expected = workspace::root().join("server/xtask/src/catalogue/layout.rs");
    assert_eq!(file("server/xtask/src/catalogue.rs"), expected);
    assert_eq!(file("server/xtask/src/catalogue/mod.rs"), expected);
}
