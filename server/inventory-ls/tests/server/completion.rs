//! Completion of what is not a name of the fleet: keys, inputs, whole instances.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["label"].as_str().unwrap()).collect()
}

fn client(completion_item: &Value) -> Value {
    json!({ "textDocument": { "completion": { "completionItem": completion_item } } })
}

#[test]
fn keys_come_with_a_line_about_them() {
    let mut session = Session::open(
        "{\n  inventory = {\n    inst\n    tags = { };\n  };\n  meta.name = \"x\";\n}\n",
    );
    let items = session.completion((2, 8));
    assert_eq!(labels(&items), ["machines", "instances", "meta"]);
    assert_eq!(items[1]["textEdit"]["newText"], "instances");
    assert_eq!(items[1]["textEdit"]["range"]["start"], json!({ "line": 2, "character": 4 }));
    assert_eq!(items[1]["textEdit"]["range"]["end"], json!({ "line": 2, "character": 8 }));
    assert_eq!(items[1]["insertTextFormat"], Value::Null);
    let about = "type: attribute set of (submodule)\n\n\
                 Every service in use, and which machines have which role.";
    assert_eq!(items[1]["documentation"], about);
}

#[test]
fn what_it_is_about_is_markdown_for_those_who_lay_it_out() {
    let markdown = client(&json!({ "documentationFormat": ["plaintext", "markdown"] }));
    let mut session = Session::with("{ inventory = { inst }; }", &[], &markdown);
    let items = session.completion((0, 20));
    assert_eq!(items[0]["documentation"]["kind"], "markdown");
}

#[test]
fn inputs_are_those_of_the_flake_as_it_is_now() {
    let clan =
        "{ inventory.instances.x.module = { name = \"x\"; input = \"\"; }; meta.name = \"x\"; }";
    let flake = "{ inputs.extras.url = \"github:somebody/extras\"; outputs = _: { }; }";
    let mut session = Session::with(clan, &[("flake.nix", flake)], &json!({}));
    assert_eq!(labels(&session.completion((0, 56))), ["clan-core", "self", "extras"]);

    let path = session.clan.with_file_name("flake.nix");
    session.client.open(&path, &flake.replace("extras", "others")).unwrap();
    assert_eq!(labels(&session.completion((0, 56))), ["clan-core", "self", "others"]);
}

#[test]
fn a_new_instance_is_a_snippet() {
    let clan =
        "{\n  inventory.machines.jon = { };\n  inventory.instances.bor\n  meta.name = \"x\";\n}\n";
    let mut session = Session::with(clan, &[], &client(&json!({ "snippetSupport": true })));
    let items = session.completion((2, 25));
    let item = items.iter().find(|item| item["label"] == "borgbackup").unwrap();
    assert_eq!(item["insertTextFormat"], 2);
    let text = item["textEdit"]["newText"].as_str().unwrap();
    assert!(text.starts_with("${1:borgbackup} = {\n  module.name = \"borgbackup\";\n"), "{text}");
    assert_eq!(item["textEdit"]["range"]["start"]["character"], 22);
}

#[test]
fn who_takes_no_snippets_gets_none() {
    let mut session = Session::open("{ inventory.instances.bor meta.name = \"x\"; }");
    assert_eq!(session.completion((0, 25)), [Value::Null; 0]);
}

/// A role that takes one of many machines.
fn many(typed: &str) -> (String, (u32, u32)) {
    let machines = (0..10_000).map(|number| format!("  inventory.machines.m{number} = {{ }};\n"));
    let role = "  inventory.instances.sshd.roles.server.machines.";
    let clan = format!("{{\n{}{role}{typed}\n}}\n", machines.collect::<String>());
    let column = u32::try_from(role.len() + typed.len()).unwrap();
    (clan, (10_001, column))
}

#[test]
fn of_many_proposals_only_the_best_are_told() {
    let (clan, at) = many("m77");
    let mut session = Session::with(&clan, &[], &json!({}));
    let answer = session.client.ask_at("textDocument/completion", &session.clan, at).unwrap();
    assert_eq!(answer["items"][0]["label"], "m77");
    assert_eq!(answer["items"].as_array().map(Vec::len), Some(250));
    assert!(answer.to_string().len() < 60_000, "{}", answer.to_string().len());
}

#[test]
fn a_list_that_was_cut_is_asked_for_again() {
    let (clan, at) = many("");
    let mut session = Session::with(&clan, &[], &json!({}));
    let answer = session.client.ask_at("textDocument/completion", &session.clan, at).unwrap();
    assert_eq!(answer["isIncomplete"], true);
    assert_eq!(answer["items"].as_array().map(Vec::len), Some(250));
    assert!(answer.to_string().len() < 60_000, "{}", answer.to_string().len());
}

#[test]
fn beside_a_name_stands_what_it_is() {
    let clan = r#"{
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.tags = [ "all" ];
  inventory.instances.sshd.roles.server.settings = {  };
  inventory.instances.sshd.roles.
}"#;
    let item = json!({ "labelDetailsSupport": true, "commitCharactersSupport": true });
    let mut session = Session::with(clan, &[], &client(&item));
    let roles = session.completion((4, 33));
    let server = roles.iter().find(|item| item["label"] == "server").unwrap();
    assert_eq!(server["labelDetails"]["detail"], " 1 machine");
    assert_eq!(server["commitCharacters"], json!(["."]));
    let settings = session.completion((3, 54));
    let detail = settings[0]["labelDetails"]["detail"].as_str().unwrap();
    assert!(detail.starts_with(": ") && !detail.contains('\n'), "{detail}");
}

#[test]
fn in_the_middle_of_a_name_the_client_has_the_choice() {
    let clan = "{ inventory.machines.jon = { }; inventory.tags.x = [ \"jo\" ]; }";
    let mut session = Session::with(clan, &[], &client(&json!({ "insertReplaceSupport": true })));
    let items = session.completion((0, 55));
    let edit = &items[0]["textEdit"];
    assert_eq!(edit["insert"]["start"], json!({ "line": 0, "character": 54 }));
    assert_eq!(edit["insert"]["end"], json!({ "line": 0, "character": 55 }));
    assert_eq!(edit["replace"]["end"], json!({ "line": 0, "character": 56 }));
    // Beside the quote, half of the pair can't be replaced.
    let beside = session.completion((0, 53));
    assert_eq!(beside[0]["textEdit"]["insert"], Value::Null);
    assert_eq!(beside[0]["textEdit"]["range"]["end"], json!({ "line": 0, "character": 57 }));
}

/// A clan with a role that takes tags and machines.
const FLEET: &str = r#"{
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.sara.tags = [ "laptop" "" ];
  inventory.instances.sshd.roles.server.tags.laptop = { };
  inventory.instances.sshd.roles.
  inventory.instances.borgbackup.roles.client.settings = {  };
}
"#;

/// One that asks for what there is to say of an item once it shows that.
fn resolving(more: &Value) -> Value {
    let properties = json!({ "properties": ["documentation"] });
    let item = json!({ "resolveSupport": properties, "documentationFormat": ["markdown"] });
    let mut client = client(&item);
    client["textDocument"]["completion"]["completionList"] = more.clone();
    client
}

fn resolve(session: &mut Session, item: &Value) -> Value {
    session.client.request("completionItem/resolve", item.clone()).unwrap()
}

fn named<'i>(items: &'i [Value], label: &str) -> &'i Value {
    items.iter().find(|item| item["label"] == label).unwrap()
}

#[test]
fn what_there_is_to_say_comes_when_an_item_is_shown() {
    let mut session = Session::with(FLEET, &[], &resolving(&json!({})));
    let items = session.completion((2, 44));
    let laptop = named(&items, "laptop");
    assert_eq!(laptop["documentation"], Value::Null);
    let resolved = resolve(&mut session, laptop);
    let text = resolved["documentation"]["value"].as_str().unwrap();
    assert!(text.starts_with("tag **laptop**: 2 machines"), "{text}");
    assert!(text.contains("[sshd server](file:///"), "{text}");
    assert_eq!(resolved["textEdit"], laptop["textEdit"]);
    // Roles that nobody has yet have something to say too.
    let roles = session.completion((4, 33));
    let client = resolve(&mut session, named(&roles, "client"));
    let text = client["documentation"].to_string();
    assert!(text.contains("0 machines") && text.contains("source: "), "{text}");
    // What it is for stands above.
    assert!(!text.contains(client["detail"].as_str().unwrap()), "{text}");
}

#[test]
fn an_item_is_known_while_its_name_is_typed() {
    let mut session = Session::with(FLEET, &[], &resolving(&json!({})));
    let items = session.completion((4, 33));
    let at = json!({ "line": 4, "character": 33 });
    session.change(2, &[json!({ "range": { "start": at, "end": at }, "text": "ser" })]);
    let text = resolve(&mut session, named(&items, "server"))["documentation"].to_string();
    assert!(text.contains("role **server** of `sshd`"), "{text}");
    // Where there is something else by now, nothing is said, and nothing fails.
    session.change(
        3,
        &[json!({ "text": "\n\n\n\n{ inventory.machines.server.tags = [ \"server\" ]; }" })],
    );
    assert_eq!(resolve(&mut session, named(&items, "server")), *named(&items, "server"));
    let document = json!({ "textDocument": { "uri": uri(&session.clan) } });
    session.client.notify("textDocument/didClose", document).unwrap();
    assert_eq!(resolve(&mut session, named(&items, "server")), *named(&items, "server"));
    let foreign = json!({ "label": "x", "data": { "of": "somebody" } });
    assert_eq!(resolve(&mut session, &foreign), foreign);
}

#[test]
fn what_an_item_is_known_by_is_told_once_for_a_list() {
    let mut session = Session::with(FLEET, &[], &resolving(&json!({ "itemDefaults": ["data"] })));
    let list = session.client.ask_at("textDocument/completion", &session.clan, (5, 60)).unwrap();
    assert_eq!(list["items"][0]["data"], Value::Null);
    let mut item = list["items"][0].clone();
    item["data"] = list["itemDefaults"]["data"].clone();
    let text = resolve(&mut session, &item)["documentation"].to_string();
    assert!(text.contains("of the role `client`"), "{text}");
}

#[test]
fn a_list_is_shorter_for_who_asks_again() {
    let length = |client: &Value| {
        let mut session = Session::with(FLEET, &[], client);
        let list = session.client.ask_at("textDocument/completion", &session.clan, (5, 60));
        list.unwrap().to_string().len()
    };
    let whole = length(&client(&json!({ "documentationFormat": ["markdown"] })));
    let each = length(&resolving(&json!({})));
    let once = length(&resolving(&json!({ "itemDefaults": ["data"] })));
    assert!(once < each && each < whole, "{once} {each} {whole}");
}

#[test]
fn of_many_items_each_costs_no_more_than_itself() {
    let (clan, at) = many("");
    for defaults in [json!({}), json!({ "itemDefaults": ["data"] })] {
        let mut session = Session::with(&clan, &[], &resolving(&defaults));
        let list = session.client.ask_at("textDocument/completion", &session.clan, at).unwrap();
        assert_eq!(list["items"][7]["data"], Value::Null);
        assert_eq!(list["isIncomplete"], true);
        assert_eq!(list["itemDefaults"].is_object(), defaults["itemDefaults"].is_array());
        assert!(list.to_string().len() < 60_000, "{}", list.to_string().len());
    }
}

#[test]
fn a_key_is_a_whole_binding_for_those_with_snippets() {
    let clan = "{\n  inventory.machines.jon = {\n    ta\n  };\n}\n";
    let item =
        |snippets| client(&json!({ "snippetSupport": snippets, "commitCharactersSupport": true }));
    let mut session = Session::with(clan, &[], &item(true));
    let items = session.completion((2, 6));
    let tags = named(&items, "tags");
    assert_eq!(tags["textEdit"]["newText"], "tags = [ $1 ];$0");
    assert_eq!((&tags["insertTextFormat"], &tags["commitCharacters"]), (&json!(2), &Value::Null));

    let mut session = Session::with(clan, &[], &item(false));
    let items = session.completion((2, 6));
    let tags = named(&items, "tags");
    assert_eq!(tags["textEdit"]["newText"], "tags");
    assert_eq!(
        (&tags["insertTextFormat"], &tags["commitCharacters"]),
        (&Value::Null, &json!(["."]))
    );
}
