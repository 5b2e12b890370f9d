//! Where the sources of locked inputs lie, and what their flakes may read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{DirEntry, Evaluator, FileError, FileKind, Files, Lock, Source, SourceTree, Value};

use crate::support::{Memory, show};

/// A hash, and the path in the store that follows from it.
const HASH: &str = "sha256-iJoK5GeayA+r4kYHK/s5nwcOfcRvaU1NAE2JQqYKO64=";
const STORED: &str = "/nix/store/rn1m2i96sxb5arybr6k5irjs7j59wj3a-source";

fn lock_of(nodes: &str) -> String {
    let root = r#""root": { "inputs": { "a": "a", "b": "b" } }"#;
    format!(r#"{{ "nodes": {{ {root}, {nodes} }}, "root": "root", "version": 7 }}"#)
}

/// Where the source of the input `a` lies, of a flake in `/w` among these files.
fn source(files: &[&str], nodes: &str) -> Option<SourceTree> {
    let files: Vec<(&str, &str)> = files.iter().map(|&file| (file, "{ }")).collect();
    let lock = Lock::parse(&lock_of(nodes))?;
    let node = lock.input(lock.root()?, "a")?;
    lock.source(&Memory::new(&files), Path::new("/w"), node)
}

#[track_caller]
fn check(files: &[&str], nodes: &str, flake: &str, tree: &str) {
    let expected = SourceTree { flake: flake.into(), tree: tree.into() };
    assert_eq!(source(files, nodes), Some(expected), "for {nodes}");
}

/// It is not at hand.
#[track_caller]
fn check_none(files: &[&str], nodes: &str) {
    assert_eq!(source(files, nodes), None, "for {nodes}");
}

#[test]
fn a_folder() {
    let a = |path: &str| format!(r#""a": {{ "locked": {{ "type": "path", "path": "{path}" }} }}"#);
    check(&["/x/flake.nix"], &a("/x"), "/x", "/x");
    check(&["/x/flake.nix"], &a("../x"), "/x", "/x");
    check(&["/w/x/flake.nix"], &a("./x/"), "/w/x", "/w/x");
    check_none(&["/w/x"], &a("./x"));
    check_none(&[], &a("/x"));
    check_none(&[], &a(""));
}

#[test]
fn a_path_of_the_store() {
    let file = format!("{STORED}/flake.nix");
    let nodes = format!(r#""a": {{ "locked": {{ "type": "github", "narHash": "{HASH}" }} }}"#);
    check(&[&file], &nodes, STORED, STORED);
    check_none(&[], &nodes);
    let older = format!(
        r#""a": {{ "info": {{ "narHash": "{HASH}" }}, "locked": {{ "type": "github" }} }}"#
    );
    check(&[&file], &older, STORED, STORED);
    // A path that is not there any more was put into the store.
    let moved =
        format!(r#""a": {{ "locked": {{ "type": "path", "path": "/x", "narHash": "{HASH}" }} }}"#);
    check(&[&file], &moved, STORED, STORED);
    check(&[&file, "/x/flake.nix"], &moved, "/x", "/x");
}

#[test]
fn a_flake_deeper_in_its_source() {
    let in_dir = |dir: &str| {
        format!(r#""a": {{ "locked": {{ "type": "path", "path": "/x", "dir": "{dir}" }} }}"#)
    };
    check(&["/x/y/z/flake.nix"], &in_dir("y/z"), "/x/y/z", "/x");
    check(&["/x/y/flake.nix"], &in_dir("./y/"), "/x/y", "/x");
    check(&["/x/flake.nix"], &in_dir(""), "/x", "/x");
    check_none(&["/x/flake.nix"], &in_dir("gone"));
    // A lock does not lead out of the source.
    check_none(&["/x/flake.nix", "/etc/passwd"], &in_dir("../etc"));
    check_none(&["/x/flake.nix", "/etc/passwd"], &in_dir("/etc"));
}

#[test]
fn a_folder_beside_or_below_another_flake() {
    let relative = |path: &str, parent: &str| {
        format!(
            r#""a": {{ "locked": {{ "type": "path", "path": "{path}" }}, "parent": {parent} }},
               "b": {{ "locked": {{ "type": "path", "path": "/b", "dir": "flake" }} }}"#
        )
    };
    check(&["/w/x/flake.nix"], &relative("./x", "[]"), "/w/x", "/w");
    check(&["/w/x/flake.nix"], &relative("x", "[]"), "/w/x", "/w");
    let b = ["/b/flake/flake.nix", "/b/x/flake.nix", "/w/x/flake.nix", "/x/flake.nix"];
    check(&b, &relative("../x", r#"["b"]"#), "/b/x", "/b");
    check_none(&b, &relative("../../x", r#"["b"]"#));
    check_none(&b, &relative("x", r#"["c"]"#));
    check_none(&b, &relative("x", r#"["a"]"#));
    check_none(&b, &relative("../x", "[]"));
}

#[test]
fn a_repository_is_one_source() {
    let nodes = r#""a": { "locked": { "type": "path", "path": "../../x" }, "parent": [] }"#;
    let lock = Lock::parse(&lock_of(nodes)).unwrap();
    let node = lock.input(lock.root().unwrap(), "a").unwrap();
    let files = Memory::new(&[("/r/.git/HEAD", ""), ("/r/x/flake.nix", "{ }")]);
    let source = lock.source(&files, Path::new("/r/flakes/w"), node);
    assert_eq!(source, Some(SourceTree { flake: "/r/x".into(), tree: "/r".into() }));
}

#[test]
fn what_a_user_tells_may_be_either_folder() {
    let lock = Lock::parse(&lock_of(r#""a": { "locked": { "dir": "sub/flake" } }"#)).unwrap();
    let node = lock.input(lock.root().unwrap(), "a");
    let files = Memory::new(&[("/mine/sub/flake/flake.nix", "{ }"), ("/bare/flake.nix", "{ }")]);
    let told = |folder: &str| SourceTree::told(&files, folder.into(), node);
    let both = SourceTree { flake: "/mine/sub/flake".into(), tree: "/mine".into() };
    assert_eq!((told("/mine"), told("/mine/sub/flake")), (both.clone(), both));
    assert_eq!(told("/bare"), SourceTree { flake: "/bare".into(), tree: "/bare".into() });
}

/// Files, and a source of an input that the user tells of.
struct Told(Memory, &'static str, &'static str);

impl Files for Told {
    fn source(&self, path: &Path) -> Result<Arc<Source>, FileError> {
        self.0.source(path)
    }

    fn text(&self, path: &Path) -> Result<Arc<str>, FileError> {
        self.0.text(path)
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        self.0.read_dir(path)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.0.kind(path)
    }

    fn input(&self, _: &Path, name: &str) -> Option<PathBuf> {
        (name == self.1).then(|| self.2.into())
    }
}

#[test]
fn a_path_starts_from_where_the_user_says_that_its_flake_is() {
    let nodes = r#""a": { "locked": { "type": "path", "path": "x" }, "parent": ["b"] }, "b": { }"#;
    let lock = Lock::parse(&lock_of(nodes)).unwrap();
    let node = lock.input(lock.root().unwrap(), "a").unwrap();
    let files = Told(Memory::new(&[("/mine/x/flake.nix", "{ }")]), "b", "/mine");
    let source = lock.source(&files, Path::new("/w"), node);
    assert_eq!(source, Some(SourceTree { flake: "/mine/x".into(), tree: "/mine".into() }));
}

/// What the flake in `/w` gives as `it`, with this lock.
fn outputs(files: &[(&str, &str)]) -> String {
    let memory = Memory::new(files);
    let mut ev = Evaluator::new(&memory);
    ev.confine(Path::new("/w"));
    ev.flake(Path::new("/w"));
    let outputs = ev.outputs().map(|outputs| ev.force(outputs));
    match outputs {
        Some(Value::Attrs(outputs)) => match outputs.get("it") {
            Some(it) => show(&mut ev, it.value),
            None => "nothing".to_owned(),
        },
        _ => "no outputs".to_owned(),
    }
}

#[test]
fn a_flake_reads_all_of_its_source() {
    let lock = lock_of(r#""a": { "locked": { "type": "path", "path": "/x", "dir": "flake" } }"#);
    let files = |read: &'static str| {
        [
            ("/w/flake.nix", "{ outputs = { a, ... }: { it = a.lib.it; }; }".to_owned()),
            ("/w/flake.lock", lock.clone()),
            (
                "/x/flake/flake.nix",
                format!("{{ outputs = {{ self }}: {{ lib.it = import {read}; }}; }}"),
            ),
            ("/x/shared.nix", "1".to_owned()),
            ("/y.nix", "2".to_owned()),
        ]
    };
    let it = |read| {
        let files = files(read);
        outputs(&files.each_ref().map(|(path, text)| (*path, text.as_str())))
    };
    assert_eq!(it("../shared.nix"), "1");
    assert_eq!(it("../../y.nix"), "?(`/y.nix` lies outside of the workspace)");
}

#[test]
fn no_lock_costs_more_than_the_inputs() {
    let flake = "{ inputs.a.url = \"x\"; outputs = { a, b, ... }: { it = [ 1 a.it ]; }; }";
    let without = "[ 1 ?(the source of the input `a` is not at hand) ]";
    assert_eq!(outputs(&[("/w/flake.nix", flake)]), without);
    let circle = lock_of(r#""a": { "inputs": { "a": "a", "b": ["b"] }, "locked": {} }"#)
        .replace(r#""b": "b""#, r#""b": ["a", "b"]"#);
    let nobody = lock_of("").replace(r#""a": "a""#, r#""a": []"#).replace(", }", " }");
    for lock in [
        "",
        "not JSON",
        "{ }",
        r#"{ "nodes": 1, "root": "root" }"#,
        &lock_of(r#""c": 1"#),
        &circle,
        &nobody,
    ] {
        let files = [("/w/flake.nix", flake), ("/w/flake.lock", lock)];
        assert_eq!(outputs(&files), without, "for {lock}");
    }
}
