//! A whole life: what an editor says from its start to its end, in the order in which it says it.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::{Session, summary};

const CLAN: &str = "{\n  meta.name = \"x\";\n  inventory.machines.jon = { };\n  \
                    inventory.instances.bk = {\n    module.name = \"borgbackup\";\n    \
                    roles.servr.machines.jon = { };\n  };\n}\n";

#[test]
fn from_initialize_to_exit() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let clan = root.join("clan.nix");
    std::fs::write(&clan, CLAN).unwrap();
    let mut client = Session::start();
    let capabilities = json!({
        "general": { "positionEncodings": ["utf-8"] },
        "workspace": {
            "configuration": true,
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "didChangeConfiguration": { "dynamicRegistration": true },
        },
    });
    let answer = client.initialize(&root, &capabilities).unwrap();
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-8");

    // The server asks for what it wants to know, in whatever order.
    let mut asked = Vec::new();
    while asked.len() < 2 {
        let message = client.receive().unwrap();
        let method = message["method"].as_str().unwrap().to_owned();
        let result = if method == "workspace/configuration" { json!([{}]) } else { Value::Null };
        let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": result });
        client.send(&answer.to_string()).unwrap();
        asked.push((method, message["params"].clone()));
    }
    asked.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(asked[0].0, "client/registerCapability");
    let registered: Vec<_> = asked[0].1["registrations"].as_array().unwrap().iter().collect();
    let methods: Vec<_> = registered.iter().map(|it| it["method"].as_str().unwrap()).collect();
    assert_eq!(methods, ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"]);
    let watchers = registered[0]["registerOptions"]["watchers"].as_array().unwrap().iter();
    let globs: Vec<_> = watchers.map(|it| it["globPattern"].as_str().unwrap()).collect();
    for glob in
        ["**/*.nix", "**/flake.lock", "**/inventory.json", "**/machines/*", "**/inventory-ls.toml"]
    {
        assert!(globs.contains(&glob), "{glob}");
    }
    assert_eq!(asked[1].0, "workspace/configuration");

    client.open(&clan, CLAN).unwrap();
    let told = client.diagnostics(&clan, 1).unwrap();
    assert_eq!(told.iter().map(summary).collect::<Vec<_>>(), ["5:10-15 unknown-role"]);
    let items = client.ask_at("textDocument/completion", &clan, (5, 10)).unwrap();
    let labels: Vec<_> = items.as_array().unwrap().iter().map(|it| &it["label"]).collect();
    assert_eq!(labels, ["client", "server"]);
    let definition = client.ask_at("textDocument/definition", &clan, (5, 26)).unwrap();
    assert_eq!(definition[0]["range"]["start"], json!({ "line": 2, "character": 21 }));

    client.edit(&clan, 2, ((5, 14), (5, 14)), "e").unwrap();
    assert_eq!(client.diagnostics(&clan, 2).unwrap(), [] as [Value; 0]);
    let hover = client.ask_at("textDocument/hover", &clan, (5, 11)).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("server"), "{hover}");
    let document = json!({ "uri": uri(&clan) });
    let symbols = json!({ "textDocument": document });
    let symbols = client.request("textDocument/documentSymbol", symbols).unwrap();
    assert!(symbols.as_array().is_some_and(|symbols| !symbols.is_empty()), "{symbols}");

    client.notify("textDocument/didSave", json!({ "textDocument": document })).unwrap();
    client.notify("textDocument/didClose", json!({ "textDocument": document })).unwrap();
    assert_eq!(client.ask_at("textDocument/hover", &clan, (5, 11)).unwrap(), Value::Null);
    assert!(client.stop().unwrap().success());
}
