//! What can be set in VS Code is what the server has, in the server's own words; and what is not set
//! there says nothing.

use inventory_ls::configuration::{FEATURES, Settings};
use inventory_ls::lsp_client::uri;
use serde_json::{Map, Value, json};

use crate::Session;

const MANIFEST: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../editors/vscode/package.json"));

/// All properties of all sections, but for those of views: the extension does not pass these on.
fn properties() -> Map<String, Value> {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    let sections = manifest["contributes"]["configuration"].as_array().unwrap().clone();
    let passed_on = sections.into_iter().filter(|it| it["title"] != "Views");
    passed_on.flat_map(|it| it["properties"].as_object().unwrap().clone()).collect()
}

/// What stands behind a prefix in the names of properties, sorted, with the properties.
fn below(prefix: &str) -> Vec<(String, Value)> {
    let below = properties()
        .into_iter()
        .filter_map(|(name, property)| Some((name.strip_prefix(prefix)?.to_owned(), property)));
    let mut below: Vec<_> = below.collect();
    below.sort_by(|(a, _), (b, _)| a.cmp(b));
    below
}

/// Settings as VS Code sends them, from `a.b.c` with their values.
fn sent<'v>(values: impl IntoIterator<Item = (&'v String, &'v Value)>) -> Value {
    let mut all = json!({});
    for (name, value) in values {
        let pointer = name.split('.').fold(&mut all, |below, part| &mut below[part]);
        *pointer = value.clone();
    }
    all["inventory-ls"].take()
}

/// What the server announces.
fn announced(settings: &Value) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Session::start();
    let params = json!({
        "processId": null,
        "rootUri": uri(folder.path()),
        "capabilities": { "textDocument": { "diagnostic": {} } },
        "initializationOptions": settings,
    });
    client.request("initialize", params).unwrap()["capabilities"].clone()
}

#[test]
fn every_feature_that_the_server_has_can_be_set() {
    let all = announced(&json!({ "preset": "standalone" }));
    let had = FEATURES.into_iter().filter(|feature| {
        announced(&json!({ "preset": "standalone", "features": { *feature: false } })) != all
    });
    let settable = below("inventory-ls.features.");
    let settable: Vec<_> = settable.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(settable, had.collect::<Vec<_>>());
}

#[test]
fn every_code_can_be_set_and_is_described_as_on_its_page() {
    let mut codes = ide::Code::ALL.map(|code| (code.as_str(), code.summary()));
    codes.sort_unstable();
    let settable = below("inventory-ls.diagnostics.");
    let described = settable.iter().map(|(name, property)| {
        (name.as_str(), property["markdownDescription"].as_str().unwrap_or_default())
    });
    assert_eq!(described.collect::<Vec<_>>(), codes);
}

#[test]
fn what_is_not_set_says_nothing_so_that_the_file_counts() {
    let properties = properties();
    let defaults = properties.iter().map(|(name, property)| (name, &property["default"]));
    assert_eq!(Settings::from_json(&sent(defaults)), (Settings::default(), Vec::new()));
}

#[test]
fn every_value_that_is_offered_is_understood() {
    for (name, property) in &properties() {
        for value in property["enum"].as_array().into_iter().flatten() {
            let (settings, problems) = Settings::from_json(&sent([(name, value)]));
            assert_eq!(problems, [], "{name}");
            assert_eq!(settings == Settings::default(), value.is_null(), "{name}: {value}");
        }
    }
}
