//! `lib.filesystem`, and files of data.

use crate::library::support::check_among;

const FILES: [(&str, &str); 5] = [
    ("/machines/jon/configuration.nix", "{ }"),
    ("/machines/jon/facts/ip", "10.0.0.1\n"),
    ("/machines/readme.md", ""),
    ("/clan.json", r#"{ "tags": [ "all" ] }"#),
    ("/clan.toml", "tags = [ \"all\" ]\n"),
];

fn check(expression: &str, expected: &str) {
    check_among(expression, &FILES, expected);
}

#[test]
fn files_below_a_folder() {
    check(
        "lib.filesystem.listFilesRecursive ./machines",
        "[ /machines/jon/configuration.nix /machines/jon/facts/ip /machines/readme.md ]",
    );
    check(
        r#"lib.filesystem.listFilesRecursive "/machines/jon/facts""#,
        r#"[ "/machines/jon/facts/ip" ]"#,
    );
}

#[test]
fn kinds_of_files() {
    check("lib.pathIsDirectory ./machines", "true");
    check("lib.pathIsDirectory ./clan.json", "false");
    check("lib.pathIsDirectory ./missing", "false");
    check("lib.filesystem.pathIsRegularFile ./clan.json", "true");
    check("lib.pathType ./machines", r#""directory""#);
    check("lib.attrNames (lib.readDir ./machines)", r#"[ "jon" "readme.md" ]"#);
    check("lib.filesystem.resolveDefaultNix ./machines", "/machines/default.nix");
    check("lib.filesystem.resolveDefaultNix ./clan.json", "/clan.json");
}

#[test]
fn a_folder_above() {
    check(
        r#"lib.filesystem.locateDominatingFile "(clan)\\.json" ./machines/jon/configuration.nix"#,
        r#"{ matches = [ [ "clan" ] ]; path = /; }"#,
    );
    check(r#"lib.filesystem.locateDominatingFile "nothing" ./machines"#, "null");
}

#[test]
fn contents() {
    check("lib.fileContents ./machines/jon/facts/ip", r#""10.0.0.1""#);
    check("lib.importJSON ./clan.json", r#"{ tags = [ "all" ]; }"#);
    check("lib.importTOML ./clan.toml", r#"{ tags = [ "all" ]; }"#);
    check("(lib.modules.importJSON ./clan.json).config", r#"{ tags = [ "all" ]; }"#);
}

#[test]
fn a_cleaned_source_is_the_folder() {
    check(r#"(lib.cleanSource ./machines) + "/jon""#, "/machines/jon");
}

#[test]
fn a_module_of_a_file_with_an_argument() {
    let files = [("/module.nix", "argument: { config.a = argument; }")];
    check_among(
        "lib.modules.importApply ./module.nix 1",
        &files,
        "{ _file = /module.nix; imports = [ { config = { a = 1; }; } ]; }",
    );
}
