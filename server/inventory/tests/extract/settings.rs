//! Settings by the names that lead to them.

use inventory::Catalogue;
use inventory::catalogue::{RoleDef, SettingAt};

use crate::support::role;

const INTERFACE: &str = r#"{ inputs, ... }: { options = {
    server.enable = lib.mkEnableOption "it";
    plain = lib.mkOption { type = lib.types.str; };
    any = lib.mkOption { type = lib.types.attrs; };
    users = lib.mkOption { type = lib.types.attrsOf (lib.types.submodule {
      options.home = lib.mkOption { type = lib.types.path; };
    }); };
    loose = lib.mkOption { type = lib.types.submodule {
      freeformType = lib.types.attrs;
      options.a = lib.mkOption { type = lib.types.str; };
    }; };
    unseen = inputs.other.options // { a = lib.mkOption { }; };
}; }"#;

/// What stands at a path, in a word.
fn at(role: &RoleDef, path: &str) -> String {
    let path: Vec<&str> = path.split('.').filter(|name| !name.is_empty()).collect();
    match role.setting(&path) {
        SettingAt::Option(option) => option.ty.to_string(),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[test]
fn options_are_found_by_path() {
    let role = role(INTERFACE);
    for (path, expected) in [
        ("server.enable", "boolean"),
        ("users.jon.home", "absolute path"),
        ("loose.a", "string"),
        ("", "group"),
        ("server", "group"),
        ("users.jon", "group"),
    ] {
        assert_eq!(at(&role, path), expected, "{path}");
    }
}

#[test]
fn what_is_not_declared_is_absent_or_may_be_there() {
    let role = role(INTERFACE);
    for (path, expected) in [
        ("servr", "absent"),
        ("server.enabel", "absent"),
        ("server.x.y", "absent"),
        ("users.jon.hom", "absent"),
        ("plain.x", "open"),
        ("any.x.y", "open"),
        ("loose.b", "open"),
        ("unseen.b", "open"),
        ("unseen.b.c", "open"),
    ] {
        assert_eq!(at(&role, path), expected, "{path}");
    }
}

#[test]
fn an_open_or_freeform_interface_may_have_any() {
    assert_eq!(at(&role("./gone.nix"), "x"), "open");
    assert_eq!(at(&role("{ freeformType = lib.types.attrs; }"), "x.y"), "open");
    assert_eq!(at(&role("{ }"), "x"), "absent");
}

#[test]
fn names_below_a_path_are_listed_once() {
    let role = role(INTERFACE);
    let below = |path: &[&str]| {
        let names = role.settings_below(path).into_iter();
        let names = names
            .map(|(name, option)| format!("{name}{}", if option.is_some() { "" } else { "." }));
        names.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(below(&[]), "any loose plain server. unseen. users");
    assert_eq!(below(&["users"]), "<name>.");
    assert_eq!(below(&["users", "jon"]), "home");
    assert_eq!(below(&["plain"]), "");
}

#[test]
fn settings_of_the_catalogue_are_found_too() {
    let borgbackup = Catalogue::embedded().service("borgbackup").unwrap();
    let client = borgbackup.roles.get("client").unwrap();
    assert_eq!(at(client, "destinations.nas.repo"), "string");
    assert_eq!(at(client, "destinations.nas.rep"), "absent");
    assert_eq!(at(client, "starAt"), "absent");
}
