//! Manifest and roles.

use expect_test::expect;

use crate::support::{check_service, service};

#[test]
fn a_service_as_it_is_mostly_written() {
    let module = r#"
        { lib, ... }: {
          _class = "clan.service";
          manifest.name = "mine/sync";
          manifest.description = "Keeps folders the same";
          manifest.readme = builtins.readFile ./README.md;
          roles.peer = {
            description = "Has the folders";
            interface = { lib, ... }: {
              options.folders = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; };
            };
            perInstance = { settings, ... }: { nixosModule = { }; };
          };
          roles.relay = { };
        }"#;
    check_service(
        &[("/module.nix", module)],
        &expect![[r#"
            mine/sync: Keeps folders the same
            role peer: Has the folders
              folders: list of string = [ ]
            role relay: 
        "#]],
    );
}

#[test]
fn a_module_is_a_plain_set_a_function_or_a_call() {
    let module = |text: &str| service(&[("/module.nix", text)]).manifest_name.clone();
    assert_eq!(module(r#"{ manifest.name = "a"; roles = { }; }"#), "a");
    assert_eq!(module(r#"{ config, ... }: { config.manifest.name = "b"; }"#), "b");
    assert_eq!(module(r#"let make = name: { manifest = { inherit name; }; }; in make "c""#), "c");
}

#[test]
fn a_curried_module_is_imported_with_its_argument() {
    let main = r#"{ lib, ... }: { imports = [ (lib.modules.importApply ./curried.nix { port = 22; }) ]; }"#;
    let curried = r#"
        { port }: { lib, ... }: {
          manifest.name = "curried";
          roles.r.interface.options.port = lib.mkOption { type = lib.types.port; default = port; };
        }"#;
    check_service(
        &[("/curried.nix", curried), ("/module.nix", main)],
        &expect![[r#"
            curried: 
            role r: 
              port: 16 bit unsigned integer; between 0 and 65535 (both inclusive) = 22
        "#]],
    );
}

#[test]
fn what_the_manifest_says_is_kept() {
    let module = r#"{
        manifest.name = "limits";
        manifest.categories = [ "Network" "System" ];
        manifest.exports.out = [ "peer" ];
        manifest.exports.inputs = [ "endpoints" ];
        manifest.constraints.maxInstances = 2;
        manifest.constraints.roles.server = { minMachines = 1; maxMachines = null; };
    }"#;
    let service = service(&[("/module.nix", module)]);
    assert_eq!(service.categories, ["Network", "System"]);
    assert_eq!(
        (&*service.exports.out, &*service.exports.inputs),
        (&["peer".into()][..], &["endpoints".into()][..])
    );
    assert_eq!(service.constraints.max_instances, Some(2));
    let server = service.constraints.roles.get("server").unwrap();
    assert_eq!((server.min_machines, server.max_machines), (Some(1), None));
}

#[test]
fn roles_of_several_modules_are_one() {
    let main = r#"{ imports = [ ./more.nix ]; roles.a.description = "First"; }"#;
    let more = r#"{ lib, ... }: {
        roles.a.interface.options.x = lib.mkOption { };
        roles.b.description = lib.mkForce "Second";
    }"#;
    check_service(
        &[("/module.nix", main), ("/more.nix", more)],
        &expect![[r#"
            : 
            role a: First
              x: unspecified value, required
            role b: Second
        "#]],
    );
}

#[test]
fn a_role_is_declared_where_its_name_stands() {
    let service = service(&[("/module.nix", "{ roles.server = { }; }")]);
    let at = service.roles.get("server").unwrap().declared.first().unwrap();
    assert_eq!(std::ops::Range::<usize>::from(at.range), 8..14);
}
