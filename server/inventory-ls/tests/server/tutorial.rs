//! The tutorial's first example, typed in an editor.

use crate::Session;

/// With the mistake that stands in the tutorial: the `=` of the client is missing.
const FIRST_EXAMPLE: &str = r#"{
    inventory.instances.instance_1 = {
        module =  {
            name = "borgbackup";
            input = "clan-core";
        };

        # Machines can be added here.
        roles.client.machines."jon" {};
        roles.server.machines."backup_server" = {};
    };
}
"#;

#[test]
fn from_its_mistake_to_a_clan_without_any() {
    let mut session = Session::open(FIRST_EXAMPLE);
    assert_eq!(
        session.diagnostics(1),
        ["8:30-35 unknown-machine", "8:34-35 syntax", "9:30-45 unknown-machine"]
    );

    // Members are known although the file does not parse.
    let hover = session.hover((8, 16));
    assert!(hover.contains("Machines whose state is backed up"), "{hover}");
    assert!(
        hover.contains("| jon | ") && hover.contains("by name ([clan.nix:9](file:///"),
        "{hover}"
    );

    session.client.edit(&session.clan, 2, ((8, 35), (8, 35)), " =").unwrap();
    assert_eq!(session.diagnostics(2), ["8:30-35 unknown-machine", "9:30-45 unknown-machine"]);

    let machines =
        "    inventory.machines = { jon.tags = [ \"laptop\" ]; backup_server = { }; };\n";
    session.client.edit(&session.clan, 3, ((1, 0), (1, 0)), machines).unwrap();
    assert_eq!(session.diagnostics(3), [""; 0]);
}

#[test]
fn roles_are_completed_from_the_services_definition() {
    let mut session = Session::open(FIRST_EXAMPLE);
    session.client.edit(&session.clan, 2, ((7, 0), (7, 0)), "        roles.\n").unwrap();
    let items = session.completion((7, 14));
    let labels: Vec<&str> = items.iter().map(|item| item["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["client", "server"]);
    assert_eq!(items[0]["textEdit"]["newText"], "client");
    assert_eq!(items[0]["textEdit"]["range"]["start"]["character"], 14);
}

#[test]
fn tags_are_completed_inside_an_unfinished_string() {
    let text =
        FIRST_EXAMPLE.replace("roles.client.machines.\"jon\" {};", "roles.client.tags = [ \"la");
    let machines = "    inventory.machines.jon.tags = [ \"laptop\" ];\n";
    let mut session = Session::open(&text);
    session.client.edit(&session.clan, 2, ((1, 0), (1, 0)), machines).unwrap();
    let items = session.completion((9, 33));
    let labels: Vec<&str> = items.iter().map(|item| item["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"laptop"), "{labels:?}");
}
