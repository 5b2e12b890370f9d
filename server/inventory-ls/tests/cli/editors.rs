//! What the editors' own files say of the server, where the editors themselves can't be run.

use std::fs;
use std::path::{Path, PathBuf};

use toml::de::DeValue;

const SERVER: &str = "inventory-ls";

fn editors(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editors").join(file)
}

/// The string at a path of keys; one that is a number leads into a list.
fn said(file: &str, path: &[&str]) -> String {
    let text = fs::read_to_string(editors(file)).unwrap();
    let root = DeValue::Table(toml::de::DeTable::parse(&text).unwrap().into_inner());
    let found = path.iter().fold(&root, |value, key| match key.parse::<usize>() {
        Ok(index) => value.get(index).unwrap().get_ref(),
        Err(_) => value.get(*key).unwrap().get_ref(),
    });
    found.as_str().unwrap().to_owned()
}

#[test]
fn helix_starts_the_program_and_asks_it_first() {
    let file = "helix/languages.toml";
    assert_eq!(said(file, &["language-server", SERVER, "command"]), env!("CARGO_PKG_NAME"));
    assert_eq!(said(file, &["language", "0", "name"]), "nix");
    assert_eq!(said(file, &["language", "0", "language-servers", "0"]), SERVER);
}

#[test]
fn zed_knows_the_server_and_for_what_it_is() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(said("zed/extension.toml", &["version"]), version);
    assert_eq!(said("zed/Cargo.toml", &["package", "version"]), version);
    assert_eq!(said("zed/extension.toml", &["language_servers", SERVER, "languages", "0"]), "Nix");
    // The name under which a user's settings stand is the one that the extension asks for.
    let source = fs::read_to_string(editors("zed/src/lib.rs")).unwrap();
    assert!(source.contains(&format!("const SERVER: &str = \"{SERVER}\"")));
}
