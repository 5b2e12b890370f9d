//! Edits: their order, their positions, and what follows from them.

use serde_json::json;

use crate::{Session, summary};

#[test]
fn of_a_burst_of_edits_the_last_is_told() {
    let mut session =
        Session::open("{ inventory.instances.x.module.name = \"\"; meta.name = \"x\"; }");
    // Each letter lands where it was typed only if all before it were applied in order.
    let typed = "borgbackup".repeat(20);
    for (index, letter) in (0_u32..).zip(typed.chars()) {
        let at = (0, 39 + index);
        let version = i64::from(index) + 2;
        session.client.edit(&session.clan, version, (at, at), &letter.to_string()).unwrap();
    }
    let last = session.mistakes(201);
    let message = last[0]["message"].as_str().unwrap();
    assert!(message.contains(&format!("`{typed}`")), "{message}");
}

#[test]
fn columns_are_counted_as_negotiated() {
    let text = "{ inventory.instances.\"🦀\".module.name = \"nope\"; meta.name = \"x\"; }";
    for (encoding, column) in [("utf-8", 43), ("utf-16", 41), ("utf-32", 40)] {
        let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
        let mut session = Session::with(text, &[], &capabilities);
        let expected = format!("0:{column}-{} unknown-module", column + 6);
        assert_eq!(session.diagnostics(1), [expected], "{encoding}");
    }
}

#[test]
fn without_an_offer_columns_are_utf_16() {
    let mut session = Session::with(
        "{ /*🦀*/ inventory.instances.nope = { }; meta.name = \"x\"; }",
        &[],
        &json!({}),
    );
    assert_eq!(session.diagnostics(1), ["0:29-33 unknown-module"]);
}

#[test]
fn an_edit_outside_the_text_is_cut_to_it() {
    let mut session = Session::open("{ }");
    session.client.edit(&session.clan, 2, ((70, 0), (90, 5)), " x").unwrap();
    session.diagnostics(2);
    session
        .client
        .edit(
            &session.clan,
            3,
            ((0, 0), (99, 0)),
            "{ inventory.instances.nope = { }; meta.name = \"x\"; }",
        )
        .unwrap();
    assert_eq!(session.diagnostics(3), ["0:22-26 unknown-module"]);
}

#[test]
fn a_change_in_one_file_is_told_in_another() {
    let roles = "{ inventory.instances.bk = { module.name = \"borgbackup\"; \
                 roles.client.machines.jon = { }; }; meta.name = \"x\"; }";
    let clan = "{ imports = [ ./roles.nix ]; inventory.machines.jon = { }; meta.name = \"x\"; }";
    let mut session = Session::with(clan, &[("roles.nix", roles)], &json!({}));
    assert_eq!(session.diagnostics(1), [""; 0]);

    let at = clan.find("jon").unwrap() as u32;
    session.client.edit(&session.clan, 2, ((0, at), (0, at + 3)), "jan").unwrap();
    let roles = session.folder.path().canonicalize().unwrap().join("roles.nix");
    let uri = inventory_ls::lsp_client::uri(&roles);
    let told = loop {
        let message = session.client.receive().unwrap();
        if message["params"]["uri"] == uri.as_str() {
            break message["params"]["diagnostics"].as_array().unwrap().clone();
        }
    };
    assert_eq!(told.iter().map(summary).collect::<Vec<_>>(), ["0:79-82 unknown-machine"]);
}

#[test]
fn a_line_that_is_typed_and_taken_back_leaves_nothing() {
    let text = "{\n  meta.name = \"a\";\n  inventory.instances.nope = { };\n}\n";
    let mut session = Session::open(text);
    let expected = session.diagnostics(1);
    for (version, line) in (1_i64..).zip(["(", "}", "inherit (", "roles.", "x = \"", "${"]) {
        let typed = format!("  {line}\n");
        session.client.edit(&session.clan, 2 * version, ((1, 0), (1, 0)), &typed).unwrap();
        session.client.edit(&session.clan, 2 * version + 1, ((1, 0), (2, 0)), "").unwrap();
        assert_eq!(session.diagnostics(2 * version + 1), expected, "{line}");
    }
}
