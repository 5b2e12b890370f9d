//! What the editors' own files say of the server, where the editors themselves can't be run.

use std::fs;
use std::path::Path;

use toml::Table;

const SERVER: &str = "inventory-ls";

fn read(file: &str) -> Table {
    let editors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editors");
    fs::read_to_string(editors.join(file)).unwrap().parse().unwrap()
}

#[test]
fn helix_starts_the_program_and_asks_it_first() {
    assert_eq!(SERVER, env!("CARGO_PKG_NAME"));
    let said = read("helix/languages.toml");
    assert_eq!(said["language-server"][SERVER]["command"].as_str(), Some(SERVER));
    let nix = &said["language"][0];
    assert_eq!(nix["name"].as_str(), Some("nix"));
    assert_eq!(nix["language-servers"][0].as_str(), Some(SERVER));
}

#[test]
fn zed_knows_the_server_and_for_what_it_is() {
    let said = read("zed/extension.toml");
    assert_eq!(said["version"].as_str(), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(said["language_servers"][SERVER]["languages"][0].as_str(), Some("Nix"));
    let package = read("zed/Cargo.toml");
    assert_eq!(package["package"]["version"].as_str(), Some(env!("CARGO_PKG_VERSION")));
    // The name under which a user's settings stand is the one that the extension asks for.
    let source = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editors/zed/src/lib.rs"),
    );
    assert!(source.unwrap().contains(&format!("const SERVER: &str = \"{SERVER}\"")));
}
