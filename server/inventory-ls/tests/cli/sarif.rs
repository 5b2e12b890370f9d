//! `inventory-ls check --format sarif`, held against the schema of SARIF 2.1.0.

mod schema;

use serde_json::{Value, json};

use crate::fleet::Fleet;
use crate::tutorial;

fn violations(log: &Value) -> Vec<String> {
    let schema = serde_json::from_str(include_str!("sarif/sarif-schema-2.1.0.json")).unwrap();
    schema::violations(&schema, log)
}

/// What is printed, once it is known to be SARIF; the exit code is `code`.
#[track_caller]
fn log(fleet: &Fleet, code: i32, arguments: &[&str]) -> Value {
    let answer = fleet.run(&[&["check", "--format", "sarif"], arguments].concat());
    assert_eq!(answer.code, Some(code), "{answer:?}");
    let log = answer.json();
    assert_eq!(violations(&log), [""; 0]);
    log
}

/// Code, level and file of each result.
fn gist(log: &Value) -> Vec<[&str; 3]> {
    fn gist(result: &Value) -> [&str; 3] {
        let file = "/locations/0/physicalLocation/artifactLocation/uri";
        ["/ruleId", "/level", file].map(|at| result.pointer(at).unwrap().as_str().unwrap())
    }
    log["runs"][0]["results"].as_array().unwrap().iter().map(gist).collect()
}

#[test]
fn findings_are_results() {
    let log = log(&tutorial::first(), 1, &[]);
    let expected = [
        ["unknown-machine", "warning", "snippet.nix"],
        ["syntax", "error", "snippet.nix"],
        ["unknown-machine", "warning", "snippet.nix"],
    ];
    assert_eq!(gist(&log), expected);
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
}

#[test]
fn nothing_found_is_a_run_without_results() {
    assert_eq!(gist(&log(&tutorial::twice(), 0, &["--hints"])), [[""; 3]; 0]);
}

#[test]
fn related_places_are_told() {
    let twice = "{ inventory.instances = { sshd = { };\n sshd = { }; }; meta.name = \"x\"; }";
    let log = log(&Fleet::new(&[("ü b/clan.nix", twice)]), 1, &["ü b"]);
    assert_eq!(gist(&log), [["duplicate-instance", "error", "%C3%BC%20b/clan.nix"]]);
    let related = &log["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 1);
}

#[test]
fn mistakes_in_the_configuration_are_told() {
    let fleet = Fleet::new(&[("clan.nix", "{ }"), ("inventory-ls.toml", "\ncolour = 1")]);
    let log = log(&fleet, 0, &[]);
    let told = &log["runs"][0]["invocations"][0]["toolConfigurationNotifications"];
    assert_eq!(told[0]["message"]["text"], "`colour`: no such setting");
    assert_eq!(told[0]["locations"][0]["physicalLocation"]["region"]["startLine"], 2);
}

#[test]
fn the_schema_refuses_what_is_no_sarif() {
    let change = |at: &str, value: Value| {
        let mut log = log(&tutorial::first(), 1, &[]);
        *log.pointer_mut(at).unwrap() = value;
        violations(&log)
    };
    for (at, value, expected) in [
        ("/version", json!("2.0.0"), "/version: enum [\"2.1.0\"]"),
        ("/runs/0/tool", json!({}), "/runs/0/tool: required [\"driver\"]"),
        ("/runs/0/columnKind", json!("bytes"), "/runs/0/columnKind: enum"),
        ("/runs/0/results/0/level", json!(3), "/runs/0/results/0/level: enum"),
        ("/runs/0/results/0/message", json!({ "txt": "" }), "/runs/0/results/0/message: anyOf"),
        (
            "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
            json!(0),
            "/runs/0/results/0/locations/0/physicalLocation/region/startLine: minimum 1",
        ),
    ] {
        let found = change(at, value);
        assert!(found.iter().any(|it| it.starts_with(expected)), "{at}: {found:?}");
    }
}
