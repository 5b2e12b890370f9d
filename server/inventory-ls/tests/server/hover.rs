//! Hovers, in the form that the client can show.

use serde_json::{Value, json};

use crate::Session;

const CLAN: &str = r#"{
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.tags = [ "backup" ];
}
"#;

fn hover(capabilities: &Value, clan: &str) -> String {
    let mut session = Session::with(clan, &[], capabilities);
    let folder = inventory_ls::lsp_client::uri(&session.clan);
    session.hover((3, 48)).replace(&folder, "URI")
}

#[test]
fn places_in_markdown_are_links() {
    let expected = "tag **backup**: 1 machine\n\n| machine | from |\n|:--|:--|\n\
                    | [jon](URI#L2) | [clan.nix:2](URI#L2) |\n\n---\n\n| used by | at |\n|:--|:--|\n\
                    | [bk client](URI#L4) | [clan.nix:4](URI#L4) |";
    assert_eq!(hover(&json!({}), CLAN), expected);
}

#[test]
fn who_shows_plain_text_gets_columns() {
    let plain = json!({ "textDocument": { "hover": { "contentFormat": ["plaintext"] } } });
    let expected = "tag backup: 1 machine\n\nmachine  from\njon      clan.nix:2\n\n\
                    used by    at\nbk client  clan.nix:4";
    assert_eq!(hover(&plain, CLAN), expected);
}

#[test]
fn a_hover_is_bounded() {
    let name = |number: u32| format!("m{number} = {{ tags = [ \"backup\" ]; }}; ");
    let machines: String = (0..1000).map(name).collect();
    let clan = CLAN.replace(".jon.tags = [ \"backup\" ]", &format!(" = {{ {machines} }}"));
    let text = hover(&json!({}), &clan);
    assert!(text.starts_with("tag **backup**: 1000 machines\n"), "{text}");
    assert!(text.contains("\n\n… and 950 more\n\n---\n\n| used by"), "{text}");
    assert!(text.lines().count() < 70, "{text}");
}
