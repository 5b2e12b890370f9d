//! What may be configured, and what is said of mistakes.

use std::path::{Path, PathBuf};

use ide::MemoryDisk;
use serde_json::json;

use super::*;

/// The mistakes in a TOML text: the text that each stands at, and the message.
fn problems(text: &str) -> Vec<(String, String)> {
    let (_, problems) = Settings::from_toml(text);
    let told = problems.into_iter().map(|problem| {
        let range = std::ops::Range::<usize>::from(problem.range);
        (text.get(range).unwrap().to_owned(), problem.message)
    });
    told.collect()
}

#[track_caller]
fn says(text: &str, at: &str, message: &str) {
    assert_eq!(problems(text), [(at.to_owned(), message.to_owned())]);
}

fn toml(text: &str) -> Settings {
    let (settings, problems) = Settings::from_toml(text);
    assert_eq!(problems, []);
    settings
}

fn severity(configuration: &Configuration, code: Code) -> Option<Severity> {
    configuration.severity(code, Severity::Warning)
}

#[test]
fn toml_and_json_say_the_same() {
    let text = r#"
        preset = "standalone"
        trace = "verbose"
        exclude = ["old/**"]
        inputs.clan-core = "../clan-core"
        features.inlay_hint = false
        [diagnostics]
        unknown-tag = "off"
        unknown-role = "info"
    "#;
    let json = json!({
        "preset": "standalone",
        "trace": { "server": "verbose" },
        "exclude": ["old/**"],
        "inputs": { "clan-core": "../clan-core" },
        "features": { "inlay_hint": false },
        "diagnostics": { "unknown-tag": "off", "unknown-role": "info", "syntax": null },
        "server": { "path": "inventory-ls" },
    });
    let (mut from_json, problems) = Settings::from_json(&json);
    assert_eq!(problems, []);
    let mut from_toml = toml(text);
    for settings in [&mut from_json, &mut from_toml] {
        settings.inputs.values_mut().for_each(|input| input.range = TextRange::default());
    }
    assert_eq!(from_toml, from_json);
}

#[test]
fn null_is_no_settings() {
    let nothing = (Settings::default(), Vec::new());
    assert_eq!(Settings::from_json(&json!(null)), nothing);
    assert_eq!(Settings::from_json(&json!({ "diagnostics": null, "exclude": null })), nothing);
}

#[test]
fn unknown_names_are_told_with_the_nearest() {
    let key = "`diagnostic`: no such setting: did you mean `diagnostics`?";
    says("diagnostic.syntax = \"off\"", "diagnostic", key);
    let code = "`diagnostics.sytnax`: no diagnostic has this code: did you mean `syntax`?";
    says("[diagnostics]\nsytnax = \"off\"", "sytnax", code);
    let feature = "`features.hovr`: no such feature: did you mean `hover`?";
    says("features.hovr = true", "hovr", feature);
    says("color = true", "color", "`color`: no such setting");
}

#[test]
fn wrong_values_are_told_with_what_fits() {
    says(
        "preset = \"companoin\"",
        "\"companoin\"",
        "`preset` can't be \"companoin\": did you mean `companion`?",
    );
    let level = "`diagnostics.syntax` can't be \"never\"; it is one of \"off\", \"hint\", \
                 \"info\", \"warning\", \"error\"";
    says("diagnostics.syntax = \"never\"", "\"never\"", level);
    let level = "`diagnostics.syntax` should be one of \"off\", \"hint\", \"info\", \"warning\", \
                 \"error\", not true or false";
    says("diagnostics.syntax = false", "false", level);
    says("exclude = \"a\"", "\"a\"", "`exclude` should be a list of patterns, not a string");
    says(
        "exclude = [1]",
        "1",
        "`exclude` should be patterns, which are strings, not a number or a date",
    );
    says("diagnostics = 3", "3", "`diagnostics` should be a table, not a number or a date");
    let (_, problems) = Settings::from_json(&json!([]));
    assert_eq!(problems[0].message, "the configuration should be a table, not a list");
}

#[test]
fn a_pattern_that_is_none_is_told() {
    let [(at, message)] = &problems("exclude = [\"a/{b\"]")[..] else { panic!() };
    assert_eq!(at, "\"a/{b\"");
    assert!(message.starts_with("`exclude`: this is no pattern: "), "{message}");
}

#[test]
fn a_mistake_costs_only_its_setting() {
    let text = "diagnostics.syntax = off\npreset = \"standalone\"\ncolor = 1\n";
    let (settings, problems) = Settings::from_toml(text);
    assert_eq!(settings.preset, Some(Preset::Standalone));
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].message.starts_with("this is not TOML: "), "{problems:?}");
}

#[test]
fn any_text_is_survived() {
    let text =
        "a = [[{ x = 'é', \"\"\"\n[b]\n[[b]]\n= 1\n\u{0} a.b.c = {}}}\r\n d = 99999999999999999999";
    for (end, _) in text.char_indices() {
        let (_, problems) = Settings::from_toml(text.get(..end).unwrap());
        assert!(problems.iter().all(|problem| usize::from(problem.range.end()) <= end));
    }
}

#[test]
fn the_last_layer_is_the_strongest() {
    let file =
        toml("diagnostics = { unknown-tag = \"off\", syntax = \"hint\" }\nexclude = [\"a\"]");
    let client = toml("diagnostics.unknown-tag = \"error\"");
    let merged = Configuration::of(Path::new("/fleet"), [&file, &client]);
    assert_eq!(severity(&merged, Code::UnknownTag), Some(Severity::Error));
    assert_eq!(severity(&merged, Code::Syntax), Some(Severity::Hint));
    assert_eq!(severity(&merged, Code::UnknownRole), Some(Severity::Warning));
    assert!(merged.excludes(Path::new("/fleet/a")));
    assert_eq!(merged.preset, Preset::Companion);
    assert!(merged.enables("hover"));
}

#[test]
fn a_companion_leaves_to_servers_for_nix_what_they_tell() {
    let companion = Configuration::default();
    let standalone = toml("preset = \"standalone\"");
    let standalone = Configuration::of(Path::new("/fleet"), [&standalone]);
    for code in Code::ALL {
        assert_eq!(severity(&companion, code).is_none(), code.is_general_nix(), "{code:?}");
        assert_eq!(severity(&standalone, code), Some(Severity::Warning));
        // Whoever names it wants it.
        let level = format!("diagnostics.{} = \"info\"", code.as_str());
        let named = Configuration::of(Path::new("/fleet"), [&toml(&level)]);
        assert_eq!(severity(&named, code), Some(Severity::Info));
    }
}

#[test]
fn a_companion_leaves_to_servers_for_nix_what_they_can() {
    let of = |text: &str| Configuration::of(Path::new("/fleet"), [&toml(text)]);
    let companion = "document_link folding_range selection_range";
    let off = |it: &Configuration| FEATURES.into_iter().filter(|name| !it.enables(name)).collect();
    let off = |text: &str| -> Vec<&str> { off(&of(text)) };
    assert_eq!(off("").join(" "), companion);
    assert_eq!(off("preset = \"standalone\""), [""; 0]);
    assert_eq!(off("features.folding_range = true").join(" "), "document_link selection_range");
    assert_eq!(off("preset = \"standalone\"\nfeatures.hover = false"), ["hover"]);
}

#[test]
fn patterns_leave_out_files_and_folders() {
    let excludes = |pattern: &str, path: &str| {
        let settings = toml(&format!("exclude = [\"{pattern}\"]"));
        Configuration::of(Path::new("/fleet"), [&settings]).excludes(Path::new(path))
    };
    for pattern in ["old", "old/", "old/**", "./old/*", "/old", "*.nix", "old/a.nix"] {
        assert!(excludes(pattern, "/fleet/old/a.nix"), "{pattern}");
    }
    for pattern in ["a", "*/a", "fleet/old", "*/*/*.nix", "o", "", "/"] {
        assert!(!excludes(pattern, "/fleet/old/a.nix"), "{pattern}");
    }
    assert!(!excludes("**", "/elsewhere/a.nix"));
}

#[test]
fn the_nearest_file_up_to_the_root_counts() {
    let mut disk = MemoryDisk::default();
    disk.insert("/inventory-ls.toml", "preset = \"standalone\"");
    disk.insert_dir("/fleet/clans/a");
    let find = |disk: &MemoryDisk| {
        File::find(disk, Path::new("/fleet/clans/a"), Path::new("/fleet")).map(|file| file.path)
    };
    assert_eq!(find(&disk), None);
    for folder in ["/fleet", "/fleet/clans", "/fleet/clans/a"] {
        let path = Path::new(folder).join(NAME);
        disk.insert(&path, "");
        assert_eq!(find(&disk), Some(path));
    }
}

#[test]
fn the_root_is_the_flakes_or_the_clans() {
    let mut disk = MemoryDisk::default();
    let root = |disk: &MemoryDisk| root_of(disk, Path::new("/a/b/c")).to_owned();
    assert_eq!(root(&disk), Path::new("/a/b/c"));
    disk.insert("/a/b/clan.nix", "{ }");
    assert_eq!(root(&disk), Path::new("/a/b"));
    disk.insert("/a/flake.nix", "{ }");
    assert_eq!(root(&disk), Path::new("/a"));
}

#[test]
fn inputs_are_folders_seen_from_the_file() {
    let mut disk = MemoryDisk::default();
    disk.insert("/src/core/flake.nix", "{ }");
    let text =
        "inputs = { core = \"../src/core\", gone = \"gone\", file = \"/src/core/flake.nix\" }";
    disk.insert(format!("/fleet/{NAME}"), text);
    let file = File::find(&disk, Path::new("/fleet"), Path::new("/fleet")).unwrap();
    let found = Configuration::of(file.folder(), [&file.settings]).inputs;
    assert_eq!(found, [("core".to_owned(), PathBuf::from("/src/core"))].into());
    let messages: Vec<_> = file.problems.iter().map(|it| it.message.as_str()).collect();
    let expected = [
        "`inputs.gone`: there is no folder `/fleet/gone`",
        "`inputs.file`: there is no folder `/src/core/flake.nix`",
    ];
    assert_eq!(messages, expected);
}
