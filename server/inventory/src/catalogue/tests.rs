//! What the built-in catalogue is known to hold.

use std::collections::BTreeMap;

use super::{Catalogue, DESCRIPTIONS, Descriptions, FACTS, OptionDef, RoleConstraints};

fn option<'a>(service: &str, role: &str, path: &[&str]) -> &'a OptionDef {
    let role = &Catalogue::embedded().service(service).unwrap().roles[role];
    role.options.iter().find(|option| option.path == path).unwrap()
}

#[test]
fn the_files_are_well_formed() {
    let read = Catalogue::read(FACTS, DESCRIPTIONS).unwrap();
    assert_eq!(read.revision(), "d7c35d9127af3f773b57d8e792818597a9aaa29c");
}

#[test]
fn malformed_files_are_an_error() {
    assert!(Catalogue::read("{", DESCRIPTIONS).is_err());
    assert!(Catalogue::read(FACTS, "{ \"removed\": 1 }").is_err());
}

#[test]
fn all_of_clan_core_is_there() {
    let services = || Catalogue::embedded().services();
    let roles = || services().flat_map(|(_, service)| service.roles.values());
    assert_eq!(services().count(), 30);
    assert_eq!(roles().count(), 45);
    assert_eq!(roles().map(|role| role.options.len()).sum::<usize>(), 133);
}

#[test]
fn roles_have_as_many_options_as_in_clan_core() {
    let expected = [
        ("borgbackup", "client", 6),
        ("borgbackup", "server", 2),
        ("data-mesher", "default", 11),
        ("localbackup", "default", 11),
        ("ncps", "client", 0),
        ("syncthing", "peer", 14),
        ("users", "default", 11),
        ("zerotier", "controller", 3),
    ];
    for (service, role, count) in expected {
        let found = &Catalogue::embedded().service(service).unwrap().roles[role];
        assert_eq!(found.options.len(), count, "{service}: {role}");
        assert!(!found.freeform, "{service}: {role}");
    }
}

#[test]
fn borgbackup_has_a_client_and_a_server() {
    let borgbackup = Catalogue::embedded().service("borgbackup").unwrap();
    assert_eq!(borgbackup.roles.keys().collect::<Vec<_>>(), ["client", "server"]);
    assert_eq!(borgbackup.categories, ["System"]);
    assert_eq!(borgbackup.roles["client"].description, "Machines whose state is backed up");
}

#[test]
fn a_setting_is_described() {
    let repo = option("borgbackup", "client", &["destinations", "<name>", "repo"]);
    let words = "Where the repository is, as borg takes it: `user@host:path`, for example.";
    assert_eq!(repo.description.as_deref(), Some(words));
}

#[test]
fn every_setting_for_users_is_described() {
    for (name, service) in Catalogue::embedded().services() {
        for (role, definition) in &service.roles {
            for option in &definition.options {
                let path = option.path.join(".");
                let is_described = option.description.is_some();
                assert_eq!(is_described, !option.hidden, "{name}, role {role}: {path}");
            }
        }
    }
}

#[test]
fn every_description_of_a_setting_is_of_one_that_is_there() {
    let descriptions: Descriptions = serde_json::from_str(DESCRIPTIONS).unwrap();
    let written = descriptions.services.values().flat_map(|words| words.settings.values());
    let roles = Catalogue::embedded().services().flat_map(|(_, service)| service.roles.values());
    let options = roles.flat_map(|role| &role.options);
    let described = options.filter(|option| option.description.is_some()).count();
    assert_eq!(written.map(BTreeMap::len).sum::<usize>(), described);
}

#[test]
fn the_manifest_name_is_not_the_service_name() {
    assert_eq!(Catalogue::embedded().service("users").unwrap().manifest_name, "clan-core/user");
}

#[test]
fn a_setting_has_a_type_and_a_default() {
    let start_at = option("borgbackup", "client", &["startAt"]);
    assert_eq!(start_at.ty, "string");
    assert_eq!(start_at.default.as_deref(), Some("\"*-*-* 01:00:00\""));
    assert!(!start_at.required && !start_at.conditional);
}

#[test]
fn a_setting_of_an_entry_depends_on_the_entry() {
    let repo = option("borgbackup", "client", &["destinations", "<name>", "repo"]);
    assert!(repo.required && repo.conditional);
}

#[test]
fn a_computed_default_is_not_spelt_out() {
    let rsh = option("borgbackup", "client", &["destinations", "<name>", "rsh"]);
    assert!(!rsh.required);
    assert_eq!(rsh.default, None);
}

#[test]
fn constraints_limit_the_machines_of_a_role() {
    let constraints = &Catalogue::embedded().service("zerotier").unwrap().constraints;
    let limits = |min_machines, max_machines| RoleConstraints { min_machines, max_machines };
    assert_eq!(constraints.max_instances, None);
    assert_eq!(constraints.roles["controller"], limits(Some(1), Some(1)));
    assert_eq!(constraints.roles["moon"], limits(None, Some(4)));
    assert!(!constraints.roles.contains_key("peer"));
}

#[test]
fn a_removed_service_says_where_it_went() {
    for name in ["coredns", "@clan/coredns"] {
        let removed = Catalogue::embedded().service(name).unwrap().removed.as_ref().unwrap();
        assert_eq!((&*removed.name, &*removed.input), ("coredns", "clan-community"));
        assert!(removed.note.contains("moved"), "{name}");
    }
}

#[test]
fn removed_services_are_not_offered() {
    assert!(Catalogue::embedded().services().all(|(name, _)| !name.contains("coredns")));
}

#[test]
fn a_name_from_elsewhere_is_unknown() {
    assert!(Catalogue::embedded().service("@clan/importer").is_none());
}
